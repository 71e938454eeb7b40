"""Places, planes and distances in real centimetres."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta

import pytest

from anakinra_companion.domain.sites import (
    HELPER_PLACES,
    RIGHT_PLACES,
    SELF_PLACES,
    AvoidMark,
    AvoidReason,
    Landmark,
    Place,
    Plane,
    SitePoint,
    cm,
    distance,
    landmark_of,
    places_for,
    plane_of,
    typical,
)

LAST_DAY = date(2026, 3, 10)


def bruise(until: date | None) -> AvoidMark:
    return AvoidMark("m1", Place.THIGH_LEFT, 0, 0, 150, AvoidReason.BRUISE, until)


def test_every_place_has_a_plane_and_a_landmark() -> None:
    assert all(isinstance(plane_of(place), Plane) for place in Place)
    assert all(isinstance(landmark_of(place), Landmark) for place in Place)


def test_every_place_is_for_oneself_or_for_a_helper() -> None:
    assert set(SELF_PLACES) | set(HELPER_PLACES) == set(Place)
    assert not set(SELF_PLACES) & set(HELPER_PLACES)


def test_half_of_the_places_are_on_the_right() -> None:
    assert {place for place in Place if place.value.endswith("right")} == RIGHT_PLACES


def test_arms_and_buttocks_are_offered_only_with_a_helper() -> None:
    assert places_for(helper=False) == SELF_PLACES
    assert places_for(helper=True) == SELF_PLACES + HELPER_PLACES


def test_both_sides_of_the_belly_are_measured_against_each_other() -> None:
    left = SitePoint(Place.BELLY_LEFT, 300, 400)
    right = SitePoint(Place.BELLY_RIGHT, -300, -400)
    assert distance(left, right) == 1000


def test_two_thighs_have_no_distance() -> None:
    assert distance(SitePoint(Place.THIGH_LEFT, 0, 0), SitePoint(Place.THIGH_RIGHT, 0, 0)) is None


def test_a_distance_is_the_same_both_ways() -> None:
    one, other = SitePoint(Place.ARM_LEFT, 0, 0), SitePoint(Place.ARM_LEFT, 30, 40)
    assert distance(one, other) == distance(other, one) == 50


def test_250_tenths_of_a_millimetre_are_two_and_a_half_centimetres() -> None:
    assert cm(250) == 2.5


def test_an_avoid_mark_counts_on_its_last_day() -> None:
    assert bruise(LAST_DAY).in_force(LAST_DAY)


def test_an_avoid_mark_ends_the_day_after() -> None:
    assert not bruise(LAST_DAY).in_force(LAST_DAY + timedelta(days=1))


def test_an_avoid_mark_without_an_end_stays() -> None:
    assert bruise(None).in_force(date.max)


@pytest.mark.parametrize("plane", list(Plane))
def test_sizes_nobody_measured_say_about(plane: Plane) -> None:
    assert typical().is_about(plane)
    assert typical().about


def test_a_mark_that_is_gone_counts_no_more_from_that_day_on() -> None:
    gone = replace(bruise(None), gone=LAST_DAY)
    assert gone.in_force(LAST_DAY - timedelta(days=1))
    assert not gone.in_force(LAST_DAY)


def test_a_mark_asks_again_from_the_day_after_its_last_until_somebody_says() -> None:
    asked = [bruise(LAST_DAY).asks_again(LAST_DAY + timedelta(days=days)) for days in (-1, 0, 1, 400)]
    assert asked == [False, False, True, True]
    assert not replace(bruise(LAST_DAY), gone=LAST_DAY).asks_again(LAST_DAY + timedelta(days=1))
    assert not bruise(None).asks_again(date.max)


def test_a_point_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        SitePoint(Place.ARM_LEFT, 0, 0).x = 1  # type: ignore[misc]
