"""What the past says of the skin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import (
    POINT_REST_DAYS,
    SELF_PLACES,
    TYPICAL,
    AvoidMark,
    AvoidReason,
    Injection,
    Lump,
    Place,
    SitePoint,
)
from anakinra_companion.domain.skin.seeing import (
    ENOUGH,
    Coverage,
    coverage,
    may_compare,
    stands_out,
    treatments,
    used_in,
)

TODAY = date(2026, 3, 10)
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
THIGH = lattice(Place.THIGH_LEFT, TYPICAL)
ALL = [point for place in SELF_PLACES for point in lattice(place, TYPICAL)]


def injected(point: SitePoint | None, days_ago: int) -> Injection:
    return Injection(point, point.place if point else None, NOON - timedelta(days=days_ago), f"d{days_ago}")


def covered(history: list[Injection], *, avoid: list[AvoidMark] | None = None, helper: bool = False) -> Coverage:
    lumps = [Lump("l1", Place.THIGH_LEFT, THIGH[0].x, THIGH[0].y)] if avoid else []
    return coverage(
        history,
        TODAY,
        helper=helper,
        avoid=avoid or [],
        lumps=lumps,
        calibration=TYPICAL,
        excluded=frozenset(),
    )


@pytest.mark.parametrize("days", [7, 28, 90])
def test_the_last_days_are_counted_with_today_among_them(days: int) -> None:
    history = [injected(THIGH[0], days), injected(THIGH[1], days - 1), injected(THIGH[2], 0)]
    found = used_in(history, TODAY, days)
    assert (found.injections, found.points) == (2, 2)
    assert found.places == {Place.THIGH_LEFT: 2}


@pytest.mark.parametrize(("x", "points"), [(125, 1), (126, 2)])
def test_marks_within_a_centimetre_and_a_quarter_are_one_point(x: int, points: int) -> None:
    history = [injected(SitePoint(Place.THIGH_LEFT, 0, 0), 2), injected(SitePoint(Place.THIGH_LEFT, x, 0), 1)]
    assert used_in(history, TODAY, 7).points == points


def test_an_injection_whose_place_is_not_known_still_counts_as_one() -> None:
    found = used_in([injected(None, 1)], TODAY, 7)
    assert (found.injections, found.points, found.places) == (1, 0, {})


def test_a_place_told_of_too_seldom_has_counts_and_no_mean() -> None:
    told = [(Place.THIGH_LEFT, True, 2)] * (ENOUGH - 1)
    (found,) = treatments({Place.THIGH_LEFT: 30}, told)
    assert (found.injections, found.told, found.reacted, found.mean_worst) == (30, ENOUGH - 1, ENOUGH - 1, None)


def test_a_place_told_of_often_enough_has_the_mean_of_its_worst_signs() -> None:
    told = [(Place.THIGH_LEFT, True, 3)] * 2 + [(Place.THIGH_LEFT, False, 0)] * (ENOUGH - 2)
    (found,) = treatments({Place.THIGH_LEFT: 30}, told)
    assert found.mean_worst == 6 / ENOUGH
    assert found.reacted == 2


def test_the_place_that_treats_a_person_worst_comes_first() -> None:
    told = [(Place.THIGH_LEFT, True, 1)] * ENOUGH + [(Place.BELLY_LEFT, True, 2)] * ENOUGH
    places = dict.fromkeys((Place.THIGH_LEFT, Place.BELLY_LEFT, Place.BELLY_RIGHT), 10)
    assert [each.place for each in treatments(places, told)] == [
        Place.BELLY_LEFT,
        Place.THIGH_LEFT,
        Place.BELLY_RIGHT,
    ]


def test_coverage_counts_the_points_used_within_the_cycle() -> None:
    history = [
        injected(THIGH[0], POINT_REST_DAYS),
        injected(THIGH[1], POINT_REST_DAYS - 1),
        injected(THIGH[2], 0),
    ]
    assert covered(history) == Coverage(2, len(ALL))


def test_marked_skin_is_no_part_of_the_cycle_and_the_last_injection_is() -> None:
    mole = AvoidMark("m1", Place.THIGH_LEFT, THIGH[5].x, THIGH[5].y, 10, AvoidReason.MOLE)
    near = sum((point.x - THIGH[0].x) ** 2 + (point.y - THIGH[0].y) ** 2 <= 250**2 for point in THIGH)
    assert covered([injected(THIGH[8], 0)], avoid=[mole]) == Coverage(1, len(ALL) - near - 1)


def test_a_helpers_places_belong_to_the_cycle_only_with_a_helper() -> None:
    assert covered([], helper=True).free > covered([]).free


def told(*signs: tuple[Place, int, int]) -> list[tuple[Place, bool, int]]:
    """So many injections of each place, told with one worst sign."""
    return [(place, bool(worst), worst) for place, count, worst in signs for _ in range(count)]


def test_the_worst_sign_of_a_place_is_that_of_any_of_its_injections() -> None:
    found = treatments({Place.THIGH_LEFT: 9}, told((Place.THIGH_LEFT, 2, 1), (Place.THIGH_LEFT, 1, 3)))
    assert found[0].worst == 3


@pytest.mark.parametrize(("count", "can"), [(ENOUGH - 1, False), (ENOUGH, True)])
def test_places_are_compared_only_where_enough_was_told_of_two(count: int, can: bool) -> None:
    given = {Place.THIGH_LEFT: 20, Place.BELLY_LEFT: 20}
    found = treatments(given, told((Place.THIGH_LEFT, 20, 2), (Place.BELLY_LEFT, count, 0)))
    assert may_compare(found) is can
    worst = stands_out(found)
    assert (worst is not None and worst.place is Place.THIGH_LEFT) is can


@pytest.mark.parametrize("strength", [0, 2])
def test_no_place_stands_out_where_two_took_it_alike(strength: int) -> None:
    given = {Place.THIGH_LEFT: 6, Place.BELLY_LEFT: 6}
    found = treatments(given, told((Place.THIGH_LEFT, 6, strength), (Place.BELLY_LEFT, 6, strength)))
    assert may_compare(found)
    assert stands_out(found) is None
