"""The points of the coming days, each chosen as if the ones before it were followed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from anakinra_companion.domain.ahead import points_ahead
from anakinra_companion.domain.sites import (
    HELPER_PLACES,
    MIN_SPACING,
    TYPICAL,
    AvoidMark,
    AvoidReason,
    Injection,
    Place,
    SitePoint,
    distance,
)
from anakinra_companion.domain.suggestion import suggest
from tests.bodies import body

FIRST = date(2026, 12, 3)
DAYS = [FIRST + timedelta(days=number) for number in range(28)]
LAST = Injection(
    SitePoint(Place.BELLY_LEFT, 625, 0), Place.BELLY_LEFT, datetime(2026, 12, 2, 20, tzinfo=UTC), "last night"
)


def test_the_first_point_is_the_one_suggested_today() -> None:
    found = suggest([LAST], FIRST)
    assert found is not None
    assert points_ahead([LAST], DAYS)[0] == found.point


@pytest.mark.parametrize("helper", [False, True], ids=["alone", "helped"])
def test_no_point_comes_twice_in_four_weeks_on_a_typical_body(helper: bool) -> None:
    points = points_ahead([LAST], DAYS, helper=helper)
    assert None not in points
    assert len(set(points)) == 28


def test_each_point_is_far_enough_from_the_one_before_on_a_small_body_too() -> None:
    small = body("small", thigh_around=3200, waist_around=5500)
    points = [LAST.point, *points_ahead([LAST], DAYS, calibration=small)]
    for a, b in pairwise(points):
        assert a is not None
        assert b is not None
        apart = distance(a, b)
        assert apart is None or apart >= MIN_SPACING


def test_places_for_a_helper_come_only_with_a_helper() -> None:
    alone = {point.place for point in points_ahead([], DAYS) if point}
    helped = {point.place for point in points_ahead([], DAYS, helper=True) if point}
    assert not alone & set(HELPER_PLACES)
    assert helped >= set(HELPER_PLACES)


def test_a_mark_that_ends_in_the_second_week_is_kept_clear_until_then() -> None:
    ends = DAYS[9]
    marks = [
        AvoidMark(place.value, place, 0, 0, 3000, AvoidReason.BRUISE, ends)
        for place in Place
        if "thigh" in place.value
    ]
    points = points_ahead([], DAYS, avoid=marks)
    first = next(number for number, point in enumerate(points) if point and "thigh" in point.place.value)
    assert first == 10


def test_where_nothing_is_free_it_says_nothing() -> None:
    assert points_ahead([LAST], DAYS, excluded=frozenset(Place), calibration=TYPICAL) == (None,) * 28
