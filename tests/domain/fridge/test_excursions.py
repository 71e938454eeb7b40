"""Too cold or too hot, at one time or all times together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given

from anakinra_companion.domain.fridge.course import course
from anakinra_companion.domain.fridge.excursions import THRESHOLDS, Manner, Side, Threshold, excursions
from anakinra_companion.domain.fridge.readings import Reading, longest_step
from tests.domain.fridge.made import HOUR, MINUTE, NOON, courses_of_readings, every

FIVE = 5 * MINUTE
GAP = 3 * FIVE
HALF_HOUR = timedelta(minutes=30)
HOT = Threshold(Side.HOT, Manner.CONSECUTIVE, 800, HALF_HOUR)
COLD = Threshold(Side.COLD, Manner.CONSECUTIVE, 200, HALF_HOUR)
ALL_HOT = Threshold(Side.HOT, Manner.CUMULATIVE, 800, HALF_HOUR)
ALL_COLD = Threshold(Side.COLD, Manner.CUMULATIVE, 0, HALF_HOUR, touching=True)


@pytest.mark.parametrize(("readings", "found"), [(4, 0), (5, 1), (6, 1)])
def test_a_time_outside_counts_from_its_thirtieth_minute_on(readings: int, found: int) -> None:
    for threshold, value in ((HOT, 801), (COLD, 199)):
        outside = excursions(every(FIVE, 500, *[value] * readings, 500), GAP, [threshold])
        assert len(outside) == found
        if found:
            assert outside[0].duration == timedelta(seconds=FIVE * (readings + 1))
            assert (outside[0].start, outside[0].end) == (NOON, NOON + FIVE * (readings + 1))


@pytest.mark.parametrize(
    ("threshold", "value", "outside"),
    [
        (HOT, 800, False), (HOT, 801, True), (COLD, 200, False), (COLD, 199, True), (ALL_COLD, 0, True),
        (ALL_COLD, 1, False), (ALL_COLD, -1, True),
    ],
)  # fmt: skip
def test_the_limit_itself_is_outside_only_where_the_threshold_says_so(
    threshold: Threshold, value: int, outside: bool
) -> None:
    assert bool(excursions(every(FIVE, *[value] * 20), GAP, [threshold])) is outside


def test_an_excursion_keeps_how_far_it_went_and_its_threshold_as_it_was() -> None:
    (found,) = excursions(every(FIVE, 500, 900, 1250, 850, 900, 900, 900, 400), GAP, [HOT])
    assert (found.lowest, found.highest, found.threshold) == (850, 1250, HOT)


def test_it_stays_open_while_the_last_reading_is_outside() -> None:
    readings = every(FIVE, 500, *[900] * 8)
    assert [each.end for each in excursions(readings, GAP, [HOT, ALL_HOT])] == [None, None]
    closed = [*readings, (readings[-1][0] + FIVE, 500)]
    assert [each.end for each in excursions(closed, GAP, [HOT, ALL_HOT])] == [closed[-1][0]] * 2


def test_short_times_add_up_only_when_they_are_held_together() -> None:
    readings = every(FIVE, *[500, 900, 900, 500] * 3)
    assert excursions(readings, GAP, [HOT]) == []
    (together,) = excursions(readings, GAP, [ALL_HOT])
    assert together.duration == timedelta(minutes=45)
    assert (together.start, together.end) == (NOON, readings[-1][0])


def test_all_times_together_keep_the_lowest_and_highest_of_all() -> None:
    readings = every(FIVE, *[500, 900, 1300, 500, 500, 850, 820, 500] * 2)
    (together,) = excursions(readings, GAP, [ALL_HOT])
    assert (together.lowest, together.highest) == (820, 1300)


@pytest.mark.parametrize(
    ("value", "minutes", "kinds"),
    [
        (0, 115, {(Side.COLD, Manner.CONSECUTIVE, 0), (Side.COLD, Manner.CONSECUTIVE, 200)}),
        (0, 120, {*((Side.COLD, Manner.CONSECUTIVE, low) for low in (0, 200)), (Side.COLD, Manner.CUMULATIVE, 0)}),
        (1, 120, {(Side.COLD, Manner.CONSECUTIVE, 200)}),
        (801, 24 * 60 - 5, {(Side.HOT, Manner.CONSECUTIVE, 800)}),
        (801, 24 * 60, {(Side.HOT, Manner.CONSECUTIVE, 800), (Side.HOT, Manner.CUMULATIVE, 800)}),
    ],
)
def test_the_thresholds_of_a_report(value: int, minutes: int, kinds: set[tuple[Side, Manner, int]]) -> None:
    found = excursions(every(FIVE, *[value] * (minutes // 5 + 1)), GAP)
    assert {(each.threshold.side, each.threshold.manner, each.threshold.hundredths) for each in found} == kinds


def test_a_gap_ends_an_excursion_and_is_not_counted() -> None:
    readings = [*every(FIVE, *[900] * 7), *every(FIVE, *[900] * 7, 500, start=NOON + 9 * HOUR)]
    first, second = excursions(readings, GAP, [HOT])
    assert (first.end, first.duration) == (NOON + 6 * FIVE, HALF_HOUR)
    assert (second.start, second.duration) == (NOON + 9 * HOUR, timedelta(minutes=35))
    (both,) = excursions(readings, GAP, [ALL_HOT])
    assert both.duration == timedelta(minutes=65)


def test_a_single_frozen_or_overheated_reading_is_an_excursion_without_a_length() -> None:
    for value, side in ((0, Side.COLD), (2501, Side.HOT)):
        (found,) = excursions([(NOON, value)], GAP)
        assert (found.threshold.side, found.duration, found.end) == (side, timedelta(0), None)
    assert excursions([(NOON, 1)], GAP) == excursions([(NOON, 2500)], GAP) == []


@given(courses_of_readings())
def test_the_calm_readings_that_are_passed_over_change_nothing(readings: list[Reading]) -> None:
    longest = longest_step(readings)
    alone = [each for threshold in THRESHOLDS for each in excursions(readings, longest, [threshold])]
    assert excursions(readings, longest) == alone


@given(courses_of_readings())
def test_all_time_above_eight_is_the_warm_time_of_the_course(readings: list[Reading]) -> None:
    longest = longest_step(readings)
    found = excursions(readings, longest, [Threshold(Side.HOT, Manner.CUMULATIVE, 800, timedelta(0))])
    assert sum(each.duration.total_seconds() for each in found) == course(readings, longest).warm_seconds
