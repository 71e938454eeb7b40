"""What holds for every history, every body, every mark and every wish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anakinra_companion.domain.lattice import contains, lattice, patch
from anakinra_companion.domain.rest import rest_of
from anakinra_companion.domain.sites import (
    HELPER_PLACES,
    LUMP_KEEPOUT,
    MIN_SPACING,
    NAVEL_KEEPOUT,
    POINT_REST_DAYS,
    Injection,
    Place,
    Plane,
    SitePoint,
    distance,
    places_for,
    plane_of,
    typical,
)
from anakinra_companion.domain.skin.wishes import nothing_free
from anakinra_companion.domain.suggestion import Suggestion, alternatives, suggest
from tests.domain.lives import START, Life, body, lives

always = settings(max_examples=300, deadline=None)
ten_thousand = settings(max_examples=10_000, deadline=None)


def keeps_every_rule(past: Life) -> None:
    """Hold one suggestion against every rule, each worked out here in its own way."""
    found = past.suggested()
    if found is None:
        assert past.free() == []
        assert why_nothing(past) is not None
        return
    assert why_nothing(past) is None
    is_far_from_the_last(found, past)
    is_on_skin_that_may_be_used(found.point, past)
    is_clear_of_marks_and_lumps(found.point, past)
    has_rested(found, past)


def why_nothing(past: Life) -> object:
    return nothing_free(
        past.history,
        past.today,
        helper=past.helper,
        avoid=past.avoid,
        lumps=past.lumps,
        calibration=past.body,
        excluded=past.excluded,
    )


def is_far_from_the_last(found: Suggestion, past: Life) -> None:
    last = past.history[-1] if past.history else None
    if last is None:
        return
    if last.point is not None:
        away = distance(found.point, last.point)
        assert away is None or away >= MIN_SPACING
        assert found.cm_from_last is None or found.cm_from_last >= 2.5
    elif last.place is not None:
        assert plane_of(found.point.place) is not plane_of(last.place)


def is_on_skin_that_may_be_used(point: SitePoint, past: Life) -> None:
    assert past.helper or point.place not in HELPER_PLACES
    assert point.place not in past.excluded
    assert contains(patch(point.place, past.body), point.x, point.y)
    assert plane_of(point.place) is not Plane.BELLY or point.x**2 + point.y**2 >= NAVEL_KEEPOUT**2


def is_clear_of_marks_and_lumps(point: SitePoint, past: Life) -> None:
    for each in past.lumps:
        away = distance(point, SitePoint(each.place, each.x, each.y))
        assert each.checked or away is None or away > LUMP_KEEPOUT
    for sore in past.avoid:
        away = distance(point, SitePoint(sore.place, sore.x, sore.y))
        ended = sore.until is not None and sore.until < past.today
        gone = sore.gone is not None and sore.gone <= past.today
        assert away is None or away > sore.radius or ended or gone


def has_rested(found: Suggestion, past: Life) -> None:
    assert found.rested_days == past.rested(found.point)
    if found.rested_days is not None and found.rested_days < POINT_REST_DAYS:
        rests = [past.rested(point) for point in past.free()]
        assert all(days is not None and days < POINT_REST_DAYS for days in rests)


def is_lived_without_haste(seed: int) -> None:
    """Every second month of somebody's life who follows each suggestion, a dose a day, no marks."""
    dice = Random(seed)
    size, helper = body(dice), dice.random() < 0.3
    places = [place for place in places_for(helper=helper) if dice.random() < 0.8]
    preferred = frozenset(place for place in places if dice.random() < 0.3)
    excluded = frozenset(set(Place) - set(places))
    there = sum(len(lattice(place, size)) for place in places)
    past: list[Injection] = []
    for number in range(min(60, 2 * there + 4)):
        at = START + timedelta(days=number)
        now = Life(size, past, [], [], helper, at.date(), excluded, preferred)
        found = now.suggested()
        if found is None:
            assert now.free() == []
            return
        if there >= POINT_REST_DAYS:
            assert found.rested_days is None or found.rested_days >= POINT_REST_DAYS
        elif found.rested_days is not None and found.rested_days < POINT_REST_DAYS:
            assert found.rested_days == max(now.rested(point) or 0 for point in now.free())
        past.append(Injection(found.point, found.point.place, at, str(number)))


@given(lives)
@always
def test_h14_h15_h16_a_suggestion_keeps_every_rule(past: Life) -> None:
    keeps_every_rule(past)


@pytest.mark.long
@pytest.mark.timeout(900)
@given(lives)
@ten_thousand
def test_h14_h15_h16_a_suggestion_keeps_every_rule_in_ten_thousand_lives(past: Life) -> None:
    keeps_every_rule(past)


@given(st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_h14_with_daily_doses_no_point_comes_again_within_four_weeks_or_the_longest_rest_wins(seed: int) -> None:
    is_lived_without_haste(seed)


@pytest.mark.long
@pytest.mark.timeout(900)
@given(st.integers(0, 2**32))
@settings(max_examples=2_000, deadline=None)
def test_h14_no_point_comes_again_within_four_weeks_in_two_thousand_lives(seed: int) -> None:
    is_lived_without_haste(seed)


@given(lives)
@settings(max_examples=150, deadline=None)
def test_the_walk_back_finds_the_newest_injection_of_every_point(past: Life) -> None:
    points = [point for place in Place for point in lattice(place, past.body)]
    rest = rest_of(past.history, points, past.today)
    assert [rest.days(point) for point in points] == [past.rested(point) for point in points]


@given(lives)
@settings(max_examples=150, deadline=None)
def test_alternatives_keep_the_same_rules_and_never_repeat_the_suggestion(past: Life) -> None:
    others = alternatives(
        past.history,
        past.today,
        helper=past.helper,
        avoid=past.avoid,
        lumps=past.lumps,
        calibration=past.body,
        excluded=past.excluded,
        preferred=past.preferred,
    )
    free, found = past.free(), past.suggested()
    assert all(other.point in free for other in others)
    assert found is None or found.point not in [other.point for other in others]


def test_a_typical_adult_who_follows_the_suggestions_meets_no_point_again_within_four_weeks() -> None:
    history: list[Injection] = []
    for number in range(120):
        at = START + timedelta(days=number)
        found = suggest(history, at.date())
        assert found is not None
        assert found.rested_days is None or found.rested_days >= POINT_REST_DAYS
        history.append(Injection(found.point, found.point.place, at, str(number)))


class Glanced(list[Injection]):
    """A history that counts how many injections were read."""

    read = 0

    def __reversed__(self) -> Iterator[Injection]:
        """Walk back, counting."""
        for entry in list.__reversed__(self):
            self.read += 1
            yield entry


def test_the_walk_back_ends_when_every_point_has_been_met() -> None:
    points = lattice(Place.THIGH_LEFT, typical())
    years = Glanced(
        Injection(points[number % len(points)], Place.THIGH_LEFT, START + timedelta(days=number), str(number))
        for number in range(14_600)
    )
    rest_of(years, points, (START + timedelta(days=14_600)).date())
    assert years.read == len(points)
