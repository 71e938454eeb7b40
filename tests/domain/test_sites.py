"""Places, planes and distances in real centimetres."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest

from anakinra_companion.domain.sites import (
    HELPER_PLACES,
    RIGHT_PLACES,
    SELF_PLACES,
    TYPICAL_THIGH_AROUND,
    TYPICAL_WAIST_AROUND,
    AvoidMark,
    Landmark,
    Place,
    Plane,
    SitePoint,
    cm,
    distance,
    landmark_of,
    measured,
    places_for,
    plane_of,
    typical,
)

LAST_DAY = date(2026, 3, 10)


def bruise(until: date | None) -> AvoidMark:
    return AvoidMark("m1", Place.THIGH_LEFT, 0, 0, 150, "bruise", until)


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


def test_sizes_nobody_measured_say_about() -> None:
    assert typical().about


def test_a_typical_tape_measure_gives_the_typical_sizes() -> None:
    size = measured("c1", thigh_around=TYPICAL_THIGH_AROUND, waist_around=TYPICAL_WAIST_AROUND)
    assert (size.thigh_width, size.thigh_height) == (typical().thigh_width, typical().thigh_height)
    assert (size.belly_width, size.belly_height) == (typical().belly_width, typical().belly_height)
    assert not size.about


@pytest.mark.parametrize(("thigh", "waist"), [(5000, None), (None, 8000), (None, None)])
def test_one_number_missing_still_says_about(thigh: int | None, waist: int | None) -> None:
    assert measured("c1", thigh_around=thigh, waist_around=waist).about


def test_a_wider_body_is_not_a_taller_one() -> None:
    wide = measured("c1", thigh_around=2 * TYPICAL_THIGH_AROUND, waist_around=2 * TYPICAL_WAIST_AROUND)
    assert wide.belly_width == 2 * typical().belly_width
    assert wide.belly_height == typical().belly_height
    assert wide.thigh_height == typical().thigh_height


def test_a_smaller_body_has_smaller_patches_everywhere() -> None:
    small = measured("c1", thigh_around=TYPICAL_THIGH_AROUND // 2, waist_around=TYPICAL_WAIST_AROUND // 2)
    assert small.thigh_height == typical().thigh_height / 2
    assert small.belly_width == typical().belly_width / 2
    assert small.arm_width == typical().arm_width / 2


def test_a_point_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        SitePoint(Place.ARM_LEFT, 0, 0).x = 1  # type: ignore[misc]
