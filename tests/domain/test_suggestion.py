"""Which point comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import (
    SELF_PLACES,
    AvoidMark,
    AvoidReason,
    Injection,
    Place,
    Plane,
    SitePoint,
    places_for,
    plane_of,
    typical,
)
from anakinra_companion.domain.suggestion import (
    Suggestion,
    SuggestionWhy,
    alternatives,
    suggest,
)

TYPICAL = typical()
TODAY = date(2026, 3, 10)
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
THIGH = lattice(Place.THIGH_LEFT, TYPICAL)
# A spot well inside the thigh, from which limits are measured along a line.
MIDDLE = SitePoint(Place.THIGH_LEFT, 0, 0)
ONLY_LEFT_THIGH = frozenset(set(Place) - {Place.THIGH_LEFT})
ONLY_RIGHT_THIGH = frozenset(set(Place) - {Place.THIGH_RIGHT})


def injected(point: SitePoint, days_ago: int = 1, *, reacted: bool = False) -> Injection:
    return Injection(point, point.place, NOON - timedelta(days=days_ago), f"d{days_ago}", reacted)


def known_place(place: Place | None, days_ago: int = 1) -> Injection:
    return Injection(None, place, NOON - timedelta(days=days_ago), f"d{days_ago}")


def chosen(suggestion: Suggestion | None) -> Suggestion:
    assert suggestion is not None
    return suggestion


def used_up(points: Sequence[SitePoint], *, newest_days_ago: int = 1) -> list[Injection]:
    """One injection a day into each point, the last of them the newest."""
    return [injected(point, newest_days_ago + len(points) - 1 - turn) for turn, point in enumerate(points)]


def test_the_first_suggestion_is_a_point_never_used() -> None:
    first = chosen(suggest([], TODAY))
    assert (first.code, first.rested_days, first.cm_from_last) == (SuggestionWhy.NEVER_USED, None, None)


def test_a_never_used_point_goes_before_a_long_rest() -> None:
    history = used_up(THIGH[1:], newest_days_ago=400)
    assert chosen(suggest(history, TODAY, excluded=ONLY_LEFT_THIGH)).point == THIGH[0]


def test_the_longest_rest_wins() -> None:
    found = chosen(suggest(used_up(THIGH), TODAY, excluded=ONLY_LEFT_THIGH))
    assert found.point == THIGH[0]
    assert (found.code, found.rested_days) == (SuggestionWhy.LONGEST_REST, len(THIGH))


@pytest.mark.parametrize(("away", "same"), [(124, True), (125, True), (126, False)])
def test_a_spot_within_half_the_spacing_is_the_same_point(away: int, same: bool) -> None:
    beside = SitePoint(Place.THIGH_LEFT, THIGH[0].x, THIGH[0].y + away)
    history = [injected(beside, 90), *used_up(THIGH[1:], newest_days_ago=40)]
    found = chosen(suggest(history, TODAY, excluded=ONLY_LEFT_THIGH))
    assert (found.point, found.rested_days) == (THIGH[0], 90 if same else None)


def test_a_spot_recorded_on_the_other_side_of_the_middle_line_is_the_same_point() -> None:
    point = min(lattice(Place.BELLY_LEFT, TYPICAL), key=lambda point: point.x)
    across = SitePoint(Place.BELLY_RIGHT, point.x - 10, point.y)
    only_it = [AvoidMark(f"m{p.x},{p.y}", p.place, p.x, p.y, 1, AvoidReason.SCAR) for p in belly() if p != point]
    found = chosen(
        suggest(
            [injected(across, 50), known_place(Place.THIGH_LEFT)],
            TODAY,
            avoid=only_it,
            excluded=frozenset({Place.THIGH_LEFT, Place.THIGH_RIGHT}),
        )
    )
    assert (found.point, found.rested_days) == (point, 50)


def belly() -> list[SitePoint]:
    return [point for place in Place if plane_of(place) is Plane.BELLY for point in lattice(place, TYPICAL)]


def test_a_reacted_point_waits_while_a_rested_one_is_free() -> None:
    history = [injected(THIGH[0], 200, reacted=True), *used_up(THIGH[1:], newest_days_ago=30)]
    found = chosen(suggest(history, TODAY, excluded=ONLY_LEFT_THIGH))
    assert found.point == THIGH[1]
    assert not found.reacted


def test_a_reacted_point_has_its_turn_before_a_point_still_resting() -> None:
    history = [injected(THIGH[0], 60, reacted=True), *used_up(THIGH[1:])]
    found = chosen(suggest(history, TODAY, excluded=ONLY_LEFT_THIGH))
    assert (found.point, found.code, found.reacted) == (THIGH[0], SuggestionWhy.WAITED_AFTER_REACTION, True)


def test_of_two_resting_points_the_one_that_reacted_waits() -> None:
    history = [injected(THIGH[0], 27, reacted=True), *used_up(THIGH[1:])]
    assert chosen(suggest(history, TODAY, excluded=ONLY_LEFT_THIGH)).point == THIGH[1]


def test_a_quiet_injection_ends_the_wait_of_a_reacted_point() -> None:
    earlier = injected(THIGH[0], 300, reacted=True)
    history = [earlier, injected(THIGH[0], 200), *used_up(THIGH[1:], newest_days_ago=30)]
    found = chosen(suggest(history, TODAY, excluded=ONLY_LEFT_THIGH))
    assert (found.point, found.code) == (THIGH[0], SuggestionWhy.LONGEST_REST)


@pytest.mark.parametrize(("days", "turn"), [(27, 1), (28, 0), (29, 0)])
def test_a_reacted_point_is_rested_after_four_weeks(days: int, turn: int) -> None:
    history = [*used_up(THIGH[1:], newest_days_ago=1)]
    history.insert(0, injected(THIGH[0], days, reacted=True))
    assert chosen(suggest(history, TODAY, excluded=ONLY_LEFT_THIGH)).point == THIGH[turn]


def test_of_equal_rests_the_farthest_from_the_last_week_wins() -> None:
    corner = THIGH[0]
    found = chosen(suggest([injected(corner)], TODAY, excluded=ONLY_LEFT_THIGH)).point
    far = max((point.x - corner.x) ** 2 + (point.y - corner.y) ** 2 for point in THIGH)
    assert (found.x - corner.x) ** 2 + (found.y - corner.y) ** 2 == far


@pytest.mark.parametrize(("days", "counts"), [(7, True), (8, False)])
def test_the_last_week_is_seven_days(days: int, counts: bool) -> None:
    left, right = lattice(Place.THIGH_LEFT, TYPICAL), lattice(Place.THIGH_RIGHT, TYPICAL)
    history = [injected(right[0], 9), injected(left[0], days), known_place(None)]
    found = chosen(suggest(history, TODAY, excluded=frozenset({Place.BELLY_LEFT, Place.BELLY_RIGHT})))
    # Away from the last week both thighs are equal but for the place used least recently.
    assert found.point.place is Place.THIGH_RIGHT
    far = chosen(suggest(history, TODAY, excluded=ONLY_LEFT_THIGH)).point
    assert (far == left[1]) is not counts


def test_of_equal_points_the_place_used_least_recently_wins() -> None:
    history = [injected(THIGH[0], 20), injected(lattice(Place.THIGH_RIGHT, TYPICAL)[0], 30)]
    history.append(known_place(None))
    excluded = frozenset({Place.BELLY_LEFT, Place.BELLY_RIGHT})
    history[:2] = reversed(history[:2])
    assert chosen(suggest(history, TODAY, excluded=excluded)).point.place is Place.THIGH_RIGHT


def test_all_else_equal_the_fixed_order_decides() -> None:
    assert chosen(suggest([], TODAY)).point == lattice(SELF_PLACES[0], TYPICAL)[0]


def test_the_same_question_has_the_same_answer() -> None:
    history = used_up(THIGH)
    assert suggest(list(history), TODAY) == suggest(tuple(history), TODAY)


def test_an_unknown_last_place_still_gives_a_point_and_says_so() -> None:
    assert chosen(suggest([known_place(None)], TODAY)).code is SuggestionWhy.LAST_UNKNOWN


def test_the_only_free_point_is_called_so() -> None:
    scars = [AvoidMark(f"m{p.x},{p.y}", p.place, p.x, p.y, 1, AvoidReason.SCAR) for p in THIGH[1:]]
    found = chosen(suggest([], TODAY, avoid=scars, excluded=ONLY_LEFT_THIGH))
    assert (found.point, found.code) == (THIGH[0], SuggestionWhy.ONLY_FREE)


def test_a_suggestion_tells_the_way_from_the_last_injection() -> None:
    last = injected(SitePoint(Place.THIGH_LEFT, THIGH[0].x, THIGH[0].y - 300))
    scars = [AvoidMark(f"m{p.x},{p.y}", p.place, p.x, p.y, 1, AvoidReason.SCAR) for p in THIGH[1:]]
    assert chosen(suggest([last], TODAY, avoid=scars, excluded=ONLY_LEFT_THIGH)).cm_from_last == 3.0


def test_a_suggestion_on_another_part_of_the_body_tells_no_distance() -> None:
    assert chosen(suggest([injected(MIDDLE)], TODAY, excluded=ONLY_RIGHT_THIGH)).cm_from_last is None


def test_nothing_is_suggested_when_everything_is_blocked() -> None:
    everywhere = [AvoidMark(place.value, place, 0, 0, 5000, AvoidReason.SORE) for place in Place]
    assert suggest([], TODAY, helper=True, avoid=everywhere) is None
    assert alternatives([], TODAY, helper=True, avoid=everywhere) == ()


def test_nothing_is_suggested_when_every_place_is_left_out() -> None:
    assert suggest([], TODAY, helper=True, excluded=frozenset(Place)) is None


@pytest.mark.parametrize("place", list(Place))
@pytest.mark.parametrize("helper", [False, True])
def test_a_place_can_be_chosen_only_with_the_right_hands(place: Place, helper: bool) -> None:
    found = suggest([], TODAY, helper=helper, excluded=frozenset(Place) - {place})
    assert (found is not None) is (place in places_for(helper=helper))


def test_alternatives_lie_on_other_parts_of_the_body() -> None:
    history = [injected(THIGH[0])]
    best, others = chosen(suggest(history, TODAY)), alternatives(history, TODAY)
    assert len({best.point.place, *(other.point.place for other in others)}) == 3


def test_alternatives_fall_back_to_other_points_of_the_same_place() -> None:
    best = chosen(suggest([], TODAY, excluded=ONLY_LEFT_THIGH))
    others = alternatives([], TODAY, excluded=ONLY_LEFT_THIGH)
    assert len({best.point, *(other.point for other in others)}) == 3


def test_an_injection_dated_tomorrow_elsewhere_counts_as_today() -> None:
    history = [*used_up(THIGH, newest_days_ago=-1), known_place(None, -1)]
    others = alternatives(history, TODAY, count=len(THIGH), excluded=ONLY_LEFT_THIGH)
    assert others[-1].rested_days == 0
