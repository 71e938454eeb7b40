"""What time it is, and whether the computer's clock can be believed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.clock import TOLERANCE, ClockDoubt, ClockReading, SystemClock, doubt, elapsed
from tests.hand_clock import HandClock

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_nothing_seen_before_is_no_doubt() -> None:
    assert doubt(None, HandClock(START).reading()) is ClockDoubt.NONE


@pytest.mark.parametrize(
    ("back", "found"),
    [
        (TOLERANCE, ClockDoubt.NONE),
        (TOLERANCE + SECOND, ClockDoubt.SET_BACK),
        (timedelta(hours=1), ClockDoubt.SET_BACK),
    ],
)
def test_h5_a_wall_clock_more_than_five_minutes_before_the_last_one_seen(back: timedelta, found: ClockDoubt) -> None:
    clock = HandClock(START)
    seen = clock.reading()
    clock.reboot()
    clock.set_wall(START - back)
    assert doubt(seen, clock.reading()) is found


@pytest.mark.parametrize("ahead", [timedelta(minutes=5), timedelta(minutes=5, seconds=1)])
def test_h5_a_jump_ahead_is_seen_against_the_boot_clock(ahead: timedelta) -> None:
    clock = HandClock(START)
    seen = clock.reading()
    clock.pass_time(hours=2)
    clock.set_wall(clock.now() + ahead)
    expected = ClockDoubt.NONE if ahead <= TOLERANCE else ClockDoubt.JUMPED
    assert doubt(seen, clock.reading()) is expected


def test_h5_a_jump_hidden_by_a_reboot_leaves_no_evidence_unless_it_goes_back() -> None:
    clock = HandClock(START)
    seen = clock.reading()
    clock.reboot()
    clock.set_wall(START + timedelta(days=400))
    assert doubt(seen, clock.reading()) is ClockDoubt.NONE


def test_a_set_back_within_one_boot_is_seen_by_its_boot_clock() -> None:
    clock = HandClock(START)
    clock.pass_time(hours=3)
    seen = clock.reading()
    clock.set_wall(clock.now() - timedelta(hours=2))
    assert doubt(seen, clock.reading()) is ClockDoubt.SET_BACK


def test_the_longer_and_the_shorter_of_two_clocks_are_both_kept() -> None:
    clock = HandClock(START)
    start = clock.reading()
    clock.pass_time(hours=2)
    clock.set_wall(clock.now() - timedelta(hours=1))
    passed = elapsed(start, clock.reading())
    assert (passed.shortest, passed.longest, passed.agreed) == (timedelta(hours=1), timedelta(hours=2), False)


def test_across_boots_only_the_wall_clock_counts() -> None:
    clock = HandClock(START)
    start = clock.reading()
    clock.reboot()
    clock.set_wall(START + timedelta(hours=7))
    passed = elapsed(start, clock.reading())
    assert (passed.shortest, passed.longest, passed.agreed) == (timedelta(hours=7), timedelta(hours=7), True)


def test_an_unknown_boot_is_no_boot_in_common() -> None:
    start = ClockReading(START, 0, "")
    passed = elapsed(start, ClockReading(START + timedelta(hours=1), 0, ""))
    assert passed.longest == timedelta(hours=1)


@given(
    wall=st.timedeltas(timedelta(days=-400), timedelta(days=400)),
    boot=st.timedeltas(timedelta(0), timedelta(days=400)),
)
def test_elapsed_is_never_negative_and_the_longest_is_never_the_shortest(wall: timedelta, boot: timedelta) -> None:
    end = ClockReading(START + wall, int(boot / timedelta(milliseconds=1)), "b")
    passed = elapsed(ClockReading(START, 0, "b"), end)
    assert timedelta(0) <= passed.shortest <= passed.longest


@given(slept=st.timedeltas(timedelta(0), timedelta(days=30)))
def test_h5_sleep_zones_and_summer_time_raise_no_doubt(slept: timedelta) -> None:
    clock = HandClock(START)
    seen = clock.reading()
    clock.pass_time(seconds=slept.total_seconds())
    clock.set_zone("America/New_York")
    assert doubt(seen, clock.reading()) is ClockDoubt.NONE


def test_the_systems_clock_gives_utc_and_a_boot_clock_that_runs() -> None:
    clock = SystemClock(zone=lambda: "UTC")
    first, second = clock.reading(), clock.reading()
    assert first.utc.utcoffset() == timedelta(0)
    assert first.boot_id == second.boot_id != ""
    assert second.boot_ms >= first.boot_ms > 0
    assert clock.zone() == "UTC"
    assert doubt(first, second) is ClockDoubt.NONE
