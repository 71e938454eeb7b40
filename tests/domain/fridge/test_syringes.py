"""What a syringe met in its fridge: derived from what is there, and gone when that is taken away."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.fridge.course import course
from anakinra_companion.domain.fridge.readings import LONGEST_STEP, Reading, longest_step
from anakinra_companion.domain.fridge.syringes import Conditions, Exposure, Stay, conditions, exposure
from tests.domain.fridge.made import HOUR, MINUTE, NOON, courses_of_readings, every

FIVE = 5 * MINUTE
WARM = course(every(FIVE, 500, *[900] * 12, 500), 3 * FIVE)
ALWAYS = [Stay(0)]


def test_the_time_above_eight_degrees_is_added() -> None:
    assert exposure(ALWAYS, conditions([WARM])).warm_seconds == 13 * FIVE


@pytest.mark.parametrize(
    ("start", "end", "seconds"),
    [(-HOUR, 0, 0), (-HOUR, 1, 1), (FIVE, 2 * FIVE, FIVE), (12 * FIVE, None, FIVE), (13 * FIVE, None, 0)],
)
def test_only_the_time_a_syringe_was_there_counts(start: int, end: int | None, seconds: int) -> None:
    stay = Stay(NOON + start, None if end is None else NOON + end)
    assert exposure([stay], conditions([WARM])).warm_seconds == seconds


def test_two_stays_add_up_and_two_sensors_that_are_warm_at_once_count_once() -> None:
    stays = [Stay(NOON, NOON + FIVE), Stay(NOON + 2 * FIVE, NOON + 4 * FIVE)]
    assert exposure(stays, conditions([WARM, WARM])).warm_seconds == 3 * FIVE
    assert exposure([*stays, *stays], conditions([WARM])).warm_seconds == 3 * FIVE


def test_a_removed_import_takes_everything_back() -> None:
    bad = course(every(FIVE, -100, 900, 2600), 3 * FIVE)
    met = exposure(ALWAYS, conditions([bad]))
    assert (met.frozen, met.overheated) == ((NOON,), (NOON + 2 * FIVE,))
    assert met.warm_seconds == 2 * FIVE
    assert conditions([]) == Conditions()
    assert exposure(ALWAYS, conditions([])) == Exposure()


@pytest.mark.parametrize(
    ("start", "end", "marked"),
    [(-HOUR, -1, False), (-HOUR, 0, True), (1, FIVE - 1, True), (FIVE, None, True), (FIVE + 1, None, False)],
)
def test_a_stay_meets_frost_when_it_touches_it_or_lies_between_two_of_its_readings(
    start: int, end: int | None, marked: bool
) -> None:
    frost = course(every(FIVE, -10, -20, 300), 3 * FIVE)
    stay = Stay(NOON + start, None if end is None else NOON + end)
    assert bool(exposure([stay], conditions([frost])).frozen) is marked


def test_each_frozen_stretch_is_told_by_its_first_instant() -> None:
    frost = course(every(FIVE, -10, 300, -20, -20, 300, 0), 3 * FIVE)
    assert exposure([Stay(NOON + 3 * FIVE)], conditions([frost])).frozen == (NOON + 3 * FIVE, NOON + 5 * FIVE)


def test_a_lone_warm_reading_is_unknown_until_it_is_told_since_when() -> None:
    told = course([(NOON - 9 * HOUR, 500), (NOON, 900)], HOUR)
    assert exposure(ALWAYS, conditions([told])) == Exposure(since_when=(NOON,))
    assert exposure(ALWAYS, conditions([told], {NOON: NOON - 2 * HOUR})) == Exposure(warm_seconds=2 * HOUR)
    assert exposure([Stay(NOON - HOUR)], conditions([told], {NOON: NOON - 2 * HOUR})) == Exposure(warm_seconds=HOUR)
    assert exposure([Stay(NOON + 1)], conditions([told])) == Exposure()


def test_an_answer_that_overlaps_counted_time_adds_only_what_is_new() -> None:
    readings = [*every(FIVE, 500, 900, 500), (NOON + 5 * HOUR, 900)]
    told = course(readings, 3 * FIVE)
    assert exposure(ALWAYS, conditions([told], {NOON + 5 * HOUR: NOON})).warm_seconds == 5 * HOUR


@given(courses_of_readings(), st.lists(st.integers(0, 200_000), min_size=1, max_size=6))
def test_stays_cut_anywhere_meet_the_same(readings: list[Reading], cuts: list[int]) -> None:
    told = course(readings, longest_step(readings))
    edges = sorted({NOON, NOON + 400_000, *(NOON + cut for cut in cuts)})
    parts = [exposure([Stay(one, other)], conditions([told])) for one, other in pairwise(edges)]
    whole = exposure([Stay(edges[0], edges[-1])], conditions([told]))
    assert sum(part.warm_seconds for part in parts) == whole.warm_seconds
    assert any(part.frozen for part in parts) == bool(whole.frozen)
    assert any(part.overheated for part in parts) == bool(whole.overheated)


@given(courses_of_readings(), courses_of_readings())
def test_one_more_sensor_never_lessens_what_was_met(one: list[Reading], other: list[Reading]) -> None:
    first, second = course(one, longest_step(one)), course(other, longest_step(other))
    alone, both = exposure(ALWAYS, conditions([first])), exposure(ALWAYS, conditions([first, second]))
    assert both.warm_seconds >= alone.warm_seconds
    together = conditions([first, second])
    for marks, spans in ((alone.frozen, together.frozen), (alone.overheated, together.overheated)):
        assert all(any(span.start <= mark <= span.end for span in spans) for mark in marks)
    assert bool(both.frozen) >= bool(alone.frozen)


def test_h8_one_that_left_before_a_lone_warm_reading_may_have_been_warm_too() -> None:
    told = course(every(5 * HOUR, 500, 900), LONGEST_STEP)
    met = conditions([told])
    left = [Stay(NOON - HOUR, NOON + 4 * HOUR)]
    assert exposure(left, met).since_when == (NOON + 5 * HOUR,)
    assert exposure([Stay(NOON - 2 * HOUR, NOON - HOUR)], met).since_when == ()
    answered = conditions([told], {NOON + 5 * HOUR: NOON + 3 * HOUR})
    assert exposure(left, answered).warm_seconds == HOUR
