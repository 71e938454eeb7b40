"""Warm and frozen stretches, gaps, and what has to be asked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.fridge.course import FileEnd, course, warm_ends
from anakinra_companion.domain.fridge.readings import (
    LONGEST_STEP,
    Reading,
    Span,
    Steps,
    in_range,
    longest_step,
    without,
)
from tests.domain.fridge.made import HOUR, MINUTE, NOON, courses_of_readings, every

FIVE = 5 * MINUTE
GAP = 15 * MINUTE


@pytest.mark.parametrize(("value", "inside"), [(199, False), (200, True), (800, True), (801, False)])
def test_two_and_eight_degrees_are_in_range(value: int, inside: bool) -> None:
    assert in_range(value) is inside


@pytest.mark.parametrize(
    ("step", "longest"), [(60, 180), (FIVE, GAP), (1199, 3597), (1200, HOUR), (1201, HOUR), (2 * HOUR, HOUR)]
)
def test_a_gap_is_longer_than_three_usual_steps_and_never_needs_more_than_an_hour(step: int, longest: int) -> None:
    assert longest_step(every(step, *[500] * 9)) == longest


def test_one_long_hole_does_not_change_what_is_usual() -> None:
    readings = [*every(FIVE, *[500] * 5), *every(FIVE, *[500] * 5, start=NOON + 9 * HOUR)]
    assert longest_step(readings) == GAP
    assert longest_step([]) == longest_step([(NOON, 500)]) == LONGEST_STEP


def test_the_lower_of_two_middle_steps_is_the_usual_one() -> None:
    steps = Steps()
    steps.take([0, 60, 180])
    assert (steps.usual, steps.longest) == (60, 180)
    steps.take([0, 180])
    assert steps.usual == 120
    hourly, seldom = Steps(), Steps()
    hourly.take([0, HOUR])
    seldom.take([0, 5 * HOUR])
    assert (hourly.usual, seldom.longest) == (HOUR, HOUR)


@pytest.mark.parametrize(("value", "seconds"), [(799, 0), (800, 0), (801, 2 * FIVE)])
def test_a_step_counts_whole_when_either_end_is_above_eight(value: int, seconds: int) -> None:
    told = course(every(FIVE, 500, value, 500), GAP)
    assert told.warm_seconds == seconds
    if seconds:
        assert (told.warm[0].start, told.warm[0].end) == (NOON, NOON + 2 * FIVE)
        assert told.warm[0].first == told.warm[0].last == NOON + FIVE


@pytest.mark.parametrize(("gap", "seconds"), [(GAP - 1, GAP - 1), (GAP, GAP), (GAP + 1, 0)])
def test_no_line_is_drawn_across_a_gap(gap: int, seconds: int) -> None:
    readings = [(NOON, 900), (NOON + gap, 900)]
    told = course(readings, GAP)
    assert told.warm_seconds == seconds
    assert told.gaps == (() if seconds else (Span(NOON, NOON + gap),))
    assert told.lone == (() if seconds else (NOON, NOON + gap))


def test_warm_before_a_gap_counts_up_to_its_last_reading_and_after_it_from_the_first() -> None:
    readings = [*every(FIVE, 500, 900), *every(FIVE, 900, 500, start=NOON + 5 * HOUR)]
    told = course(readings, GAP)
    assert [(each.start - NOON, each.end - NOON) for each in told.warm] == [
        (0, FIVE),
        (5 * HOUR, 5 * HOUR + FIVE),
    ]
    assert told.lone == ()


def test_a_warm_reading_alone_is_asked_about_and_not_counted() -> None:
    told = course([(NOON, 500), (NOON + 5 * HOUR, 900), (NOON + 10 * HOUR, 500)], GAP)
    assert (told.warm, told.lone) == ((), (NOON + 5 * HOUR,))


@pytest.mark.parametrize(("value", "marked"), [(-1, True), (0, True), (1, False)])
def test_at_or_below_zero_it_may_have_frozen(value: int, marked: bool) -> None:
    told = course(every(FIVE, 500, value, value, 500), GAP)
    assert [(each.first, each.last) for each in told.frozen] == [(NOON + FIVE, NOON + 2 * FIVE)] * marked


def test_frost_and_heat_last_from_their_first_reading_to_their_last() -> None:
    told = course(every(FIVE, 500, 0, -10, 500, 2600, 2600, 500), GAP)
    assert [(each.start, each.end) for each in (*told.frozen, *told.overheated)] == [
        (NOON + FIVE, NOON + 2 * FIVE),
        (NOON + 4 * FIVE, NOON + 5 * FIVE),
    ]


@pytest.mark.parametrize(("value", "marked"), [(2499, False), (2500, False), (2501, True)])
def test_above_25_degrees_it_was_overheated(value: int, marked: bool) -> None:
    told = course(every(FIVE, 500, value, 500), GAP)
    assert len(told.overheated) == marked
    assert told.warm_seconds == 2 * FIVE


def test_a_frozen_stretch_ends_at_a_gap_and_keeps_how_far_it_went() -> None:
    readings = [*every(FIVE, 0, -300), (NOON + 5 * HOUR, -10)]
    told = course(readings, GAP)
    assert [(each.first - NOON, each.last - NOON, each.lowest) for each in told.frozen] == [
        (0, FIVE, -300),
        (5 * HOUR, 5 * HOUR, -10),
    ]


def test_a_file_that_begins_or_ends_warm_asks_whether_the_logger_was_out() -> None:
    readings = every(FIVE, 2200, 1500, 500, 400, 900, 1800)
    first, last = warm_ends(course(readings, GAP))
    assert (first.end, first.span, first.highest) == (FileEnd.FIRST, Span(NOON, NOON + FIVE), 2200)
    assert (last.end, last.span) == (FileEnd.LAST, Span(NOON + 4 * FIVE, NOON + 5 * FIVE))
    kept = list(without(readings, [first.span, last.span]))
    assert kept == readings[2:4]
    assert course(kept, GAP).warm_seconds == 0


@pytest.mark.parametrize(("value", "asked"), [(800, 0), (801, 2)])
def test_ends_in_range_ask_nothing(value: int, asked: int) -> None:
    assert len(warm_ends(course(every(FIVE, value, 500, 900, 500, value), GAP))) == asked
    assert warm_ends(course([], GAP)) == ()


def test_one_warm_reading_far_from_all_others_is_an_end_as_well() -> None:
    (only,) = warm_ends(course([(NOON, 500), (NOON + 5 * HOUR, 2000)], GAP))
    assert (only.end, only.span) == (FileEnd.LAST, Span(NOON + 5 * HOUR, NOON + 5 * HOUR))


@given(courses_of_readings())
def test_warm_time_is_the_steps_without_gap_that_touch_warmth(readings: list[Reading]) -> None:
    longest = longest_step(readings)
    told = course(readings, longest)
    steps = [(b[0] - a[0], max(a[1], b[1])) for a, b in pairwise(readings)]
    assert told.warm_seconds == sum(step for step, high in steps if step <= longest and high > 800)
    assert len(told.gaps) == sum(step > longest for step, _ in steps)
    for stretch in told.warm:
        assert not any(stretch.start < gap.end and gap.start < stretch.end for gap in told.gaps)


@given(courses_of_readings(), st.integers(0, 60), st.sampled_from([-700, -1, 0]))
def test_a_colder_reading_never_lessens_a_frozen_mark(readings: list[Reading], place: int, value: int) -> None:
    changed = list(readings)
    at = place % len(changed)
    changed[at] = (changed[at][0], min(value, changed[at][1]))
    before, after = course(readings, GAP), course(changed, GAP)
    marked = {second for second, low in readings if low <= 0}
    covered = {s for s, _ in changed if any(each.first <= s <= each.last for each in after.frozen)}
    assert marked <= covered
    assert sum(each.last - each.first for each in after.frozen) >= sum(e.last - e.first for e in before.frozen)


@given(courses_of_readings())
def test_every_warm_reading_is_counted_or_asked_about(readings: list[Reading]) -> None:
    told = course(readings, longest_step(readings))
    for second, value in readings:
        counted = any(each.start <= second <= each.end for each in told.warm)
        if value > 800:
            assert counted != (second in told.lone)


@given(courses_of_readings(), st.integers(0, 40))
def test_steps_counted_in_parts_are_the_same(readings: list[Reading], cut: int) -> None:
    seconds = [second for second, _ in readings]
    first, second, all_of_them = Steps(), Steps(), Steps()
    first.take(seconds[: cut + 1])
    second.take(seconds[cut:])
    all_of_them.take(seconds)
    assert (first + second).counts == all_of_them.counts
