"""Places a person would rather use or not use, and what is said when nothing is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import (
    HELPER_PLACES,
    POINT_REST_DAYS,
    SELF_PLACES,
    TYPICAL,
    AvoidMark,
    AvoidReason,
    Calibration,
    Injection,
    Place,
    SitePoint,
)
from anakinra_companion.domain.skin.tape import Tape, calibration_of
from anakinra_companion.domain.skin.wishes import NothingFree, Wish, WishKind, nothing_free, wished
from anakinra_companion.domain.suggestion import Blocked, suggest

TODAY = date(2026, 3, 10)
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
PREFERRED = frozenset({Place.BELLY_RIGHT})


def all_used(days_ago: int, place: Place = Place.BELLY_RIGHT, less: int = 0) -> list[Injection]:
    """Every point a person reaches alone used once, those of one place `less` days later; then an arm."""
    history = []
    for where in SELF_PLACES:
        for point in lattice(where, TYPICAL):
            at = NOON - timedelta(days=days_ago - (less if where is place else 0))
            history.append(Injection(point, where, at, "d"))
    arm = lattice(Place.ARM_LEFT, TYPICAL)[0]
    return [*sorted(history, key=lambda each: each.at), Injection(arm, arm.place, NOON, "last")]


def nothing(
    excluded: frozenset[Place],
    *,
    history: Sequence[Injection] = (),
    avoid: Sequence[AvoidMark] = (),
    calibration: Calibration = TYPICAL,
    helper: bool = False,
) -> NothingFree | None:
    return nothing_free(
        history, TODAY, helper=helper, avoid=avoid, lumps=(), calibration=calibration, excluded=excluded
    )


@pytest.mark.parametrize(("later", "counts"), [(-1, True), (0, True), (1, False)])
def test_a_wish_counts_through_its_last_day(later: int, counts: bool) -> None:
    wish = Wish("w1", Place.ARM_RIGHT, WishKind.EXCLUDE, TODAY)
    found = wished([wish], WishKind.EXCLUDE, TODAY + timedelta(days=later))
    assert (Place.ARM_RIGHT in found) is counts


def test_a_wish_for_good_has_no_last_day() -> None:
    assert Wish("w1", Place.ARM_RIGHT, WishKind.EXCLUDE).in_force(date.max)


def test_a_preferred_place_goes_first() -> None:
    for place in SELF_PLACES:
        found = suggest([], TODAY, preferred=frozenset({place}))
        assert found is not None
        assert found.point.place is place


def test_a_preferred_place_goes_before_a_longer_rest_of_more_than_four_weeks() -> None:
    found = suggest(all_used(60, less=60 - POINT_REST_DAYS), TODAY, preferred=PREFERRED)
    assert found is not None
    assert found.point.place is Place.BELLY_RIGHT
    assert found.rested_days == POINT_REST_DAYS


def test_no_preference_brings_a_point_back_within_four_weeks_while_another_is_free() -> None:
    found = suggest(all_used(60, less=61 - POINT_REST_DAYS), TODAY, preferred=PREFERRED)
    assert found is not None
    assert found.rested_days == 60


def test_where_no_point_has_rested_four_weeks_the_rest_comes_before_the_preference() -> None:
    found = suggest(all_used(20, less=1), TODAY, preferred=PREFERRED)
    assert found is not None
    assert found.point.place is not Place.BELLY_RIGHT


def test_of_equal_rests_within_four_weeks_the_preferred_place_wins() -> None:
    found = suggest(all_used(20), TODAY, preferred=PREFERRED)
    assert found is not None
    assert found.point.place is Place.BELLY_RIGHT


def test_a_preference_opens_no_helpers_place() -> None:
    found = suggest([], TODAY, preferred=frozenset(HELPER_PLACES))
    assert found is not None
    assert found.point.place in SELF_PLACES


def test_while_a_point_is_free_there_is_nothing_to_say() -> None:
    assert nothing(frozenset(SELF_PLACES[1:])) is None


def test_exclusions_that_leave_nothing_are_named() -> None:
    assert nothing(frozenset(SELF_PLACES)) == NothingFree(SELF_PLACES, (), with_helper=True)
    assert nothing(frozenset(Place)) == NothingFree(SELF_PLACES, (), with_helper=False)


def test_an_excluded_place_without_a_free_point_is_not_offered_as_the_way_out() -> None:
    burn = AvoidMark("m1", Place.THIGH_LEFT, 0, 0, 3000, AvoidReason.SORE)
    told = nothing(frozenset(SELF_PLACES), avoid=[burn])
    assert told is not None
    assert told.excluded == SELF_PLACES[1:]


def test_what_keeps_the_other_points_back_is_told_the_commonest_first() -> None:
    burn = AvoidMark("m1", Place.THIGH_LEFT, 0, 0, 400, AvoidReason.SORE)
    last = Injection(None, Place.THIGH_LEFT, NOON, "d1")
    told = nothing(frozenset(SELF_PLACES[1:]), history=[last], avoid=[burn])
    assert told is not None
    assert told.reasons == (Blocked.TOO_NEAR_LAST, Blocked.AVOID_MARK)


def test_a_body_without_a_single_point_has_no_reason_to_name() -> None:
    tiny = calibration_of(Tape(thigh_girth=10, belly_width=10, arm_girth=10, hip_girth=10), "t")
    assert nothing(frozenset(), calibration=tiny) == NothingFree((), (), with_helper=False)


def test_a_point_on_an_excluded_place_is_not_blocked() -> None:
    assert suggest([], TODAY, excluded=frozenset(SELF_PLACES[1:])) is not None
    assert suggest([], TODAY, excluded=frozenset(SELF_PLACES)) is None
    assert SitePoint(Place.THIGH_LEFT, 0, 0).place in SELF_PLACES
