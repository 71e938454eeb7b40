"""A day in a few numbers, in one pass or put together."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.fridge.course import course
from anakinra_companion.domain.fridge.days import fridge_days, join
from anakinra_companion.domain.fridge.readings import Reading, longest_step
from tests.domain.fridge.made import HOUR, MINUTE, NOON, courses_of_readings, every

FIVE = 5 * MINUTE
GAP = 3 * FIVE
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "America/Havana"])


def test_a_day_tells_its_ends_and_the_time_outside_each_limit() -> None:
    readings = every(FIVE, 500, 801, 2501, 500, 199, 0, 500)
    (day,) = fridge_days(readings, GAP, "UTC")
    assert (day.day, day.count, day.lowest, day.highest, day.seen) == (date(2026, 3, 2), 7, 0, 2501, 6 * FIVE)
    assert (day.warm, day.overheated, day.cold, day.frozen) == (3 * FIVE, 2 * FIVE, 3 * FIVE, 2 * FIVE)
    assert (day.first, day.last, day.gaps) == (readings[0], readings[-1], 0)


@pytest.mark.parametrize(
    ("value", "warm", "cold", "frozen", "overheated"),
    [
        (800, 0, 0, 0, 0), (801, 1, 0, 0, 0), (200, 0, 0, 0, 0), (199, 0, 1, 0, 0), (1, 0, 1, 0, 0), (0, 0, 1, 1, 0),
        (2500, 1, 0, 0, 0), (2501, 1, 0, 0, 1),
    ],
)  # fmt: skip
def test_every_limit_on_both_sides(value: int, warm: int, cold: int, frozen: int, overheated: int) -> None:
    (day,) = fridge_days(every(FIVE, value, value), GAP, "UTC")
    assert (day.warm, day.cold, day.frozen, day.overheated) == tuple(
        FIVE * each for each in (warm, cold, frozen, overheated)
    )


def test_a_step_over_midnight_belongs_to_both_days() -> None:
    midnight = int(datetime(2026, 3, 2, 23, tzinfo=UTC).timestamp())
    one, other = fridge_days([(midnight - 100, 900), (midnight + 200, 500)], GAP, "Europe/Berlin")
    assert (one.day, one.warm, other.day, other.warm) == (date(2026, 3, 2), 100, date(2026, 3, 3), 200)
    whole, part = fridge_days([(midnight - GAP + 1, 900), (midnight + 1, 900)], GAP, "Europe/Berlin")
    assert (whole.warm, part.warm, whole.gaps) == (GAP - 1, 1, 0)
    ended, begun = fridge_days([(midnight - 300, 900), (midnight, 500)], GAP, "Europe/Berlin")
    assert (ended.warm, begun.count, begun.seen) == (300, 1, 0)
    (only,) = fridge_days([(midnight, 900), (midnight + 200, 500)], GAP, "Europe/Berlin")
    assert only.day == date(2026, 3, 3)


def test_a_gap_is_counted_on_the_day_it_begins_and_adds_no_time() -> None:
    one, other = fridge_days([(NOON, 900), (NOON + 24 * HOUR, 900)], GAP, "UTC")
    assert (one.gaps, one.warm, one.seen, other.gaps, other.warm) == (1, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 7, 1), 24)]
)
def test_a_day_may_have_23_or_25_hours(day: date, hours: int) -> None:
    start = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) - 2 * 24 * HOUR
    days = fridge_days(every(FIVE, *[900] * 1500, start=start), GAP, "Europe/Berlin")
    assert {each.day: each.warm for each in days}[day] == hours * HOUR


@given(courses_of_readings(), ZONES)
def test_the_days_together_are_the_whole_course(readings: list[Reading], zone: str) -> None:
    longest = longest_step(readings)
    days, told = fridge_days(readings, longest, zone), course(readings, longest)
    assert sum(day.warm for day in days) == told.warm_seconds
    assert sum(day.gaps for day in days) == len(told.gaps)
    assert sum(day.seen for day in days) == sum(b[0] - a[0] for a, b in pairwise(readings) if b[0] - a[0] <= longest)
    assert sum(day.count for day in days) == len(readings)
    assert [day.day for day in days] == sorted({day.day for day in days})


@given(courses_of_readings(), st.lists(st.integers(0, 40), max_size=4), ZONES)
def test_summaries_of_parts_put_together_are_those_of_one_pass(
    readings: list[Reading], cuts: list[int], zone: str
) -> None:
    longest = longest_step(readings)
    edges = sorted({0, len(readings), *(cut % len(readings) for cut in cuts)})
    joined = fridge_days([], longest, zone)
    for one, other in pairwise(edges):
        joined = join(joined, fridge_days(readings[one:other], longest, zone), longest, zone)
    assert joined == fridge_days(readings, longest, zone)
