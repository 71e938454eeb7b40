"""When a dose is reminded of: at its time, at most so often again, and never twice of the same."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.regimen import Slot
from anakinra_companion.domain.reminders import AGAIN, AGAIN_AFTER, LATER, Plan, Told, reminder

DUE = datetime(2026, 3, 2, 19, 0, tzinfo=UTC)
SLOT = Slot(date(2026, 3, 2), DUE)
TICK, MINUTE, HOUR = timedelta(microseconds=1), timedelta(minutes=1), timedelta(hours=1)
MADRID = "Europe/Madrid"


def given_at(told: Told, *times: datetime, plan: Plan | None = None) -> tuple[list[datetime], Told]:
    """At which of these times a reminder comes, looked at one after the other."""
    heard = []
    for now in times:
        then = reminder(SLOT, now, told, plan or Plan(), MADRID)
        if then is not None:
            heard.append(now)
            told = then
    return heard, told


def minutes(count: int) -> list[datetime]:
    return [DUE + MINUTE * n for n in range(count)]


def test_nothing_comes_before_the_dose_is_due_and_the_first_at_its_very_time() -> None:
    assert given_at(Told(), DUE - TICK)[0] == []
    assert given_at(Told(), DUE)[0] == [DUE]


def test_looked_at_every_minute_it_comes_at_the_due_time_and_twice_again() -> None:
    heard, _ = given_at(Told(), *minutes(600))
    assert heard == [DUE, DUE + AGAIN_AFTER, DUE + 2 * AGAIN_AFTER]
    assert len(heard) == AGAIN + 1


@pytest.mark.parametrize(("again", "count"), [(0, 1), (1, 2), (5, 6)])
def test_who_asks_for_more_or_fewer_gets_them(again: int, count: int) -> None:
    assert len(given_at(Told(), *minutes(600), plan=Plan(again=again))[0]) == count


def test_what_was_slept_through_comes_once_and_not_three_times() -> None:
    awake = DUE + 4 * HOUR
    assert given_at(Told(), awake, awake + MINUTE, awake + HOUR)[0] == [awake]


def test_later_brings_one_more_then_and_nothing_before() -> None:
    _, told = given_at(Told(), DUE)
    later = Told(told.over, DUE + LATER)
    heard, told = given_at(later, *minutes(600))
    assert heard[0] == DUE + LATER
    assert len(heard) == 2
    heard, _ = given_at(Told(AGAIN + 1, DUE + 5 * HOUR), *minutes(600))
    assert heard == [DUE + 5 * HOUR]


def test_in_quiet_hours_nothing_comes_again_and_after_them_once() -> None:
    # Due at 20:00 in Madrid, quiet from 20:15 to 7:00 the next morning.
    plan = Plan(quiet=(time(20, 15), time(7, 0)))
    morning = DUE + 11 * HOUR
    heard, _ = given_at(Told(), *minutes(24 * 60), plan=plan)
    assert heard == [DUE, morning]


def test_a_dose_due_in_quiet_hours_is_reminded_of_at_its_time_all_the_same() -> None:
    plan = Plan(quiet=(time(19, 0), time(7, 0)))
    assert given_at(Told(), *minutes(300), plan=plan)[0] == [DUE]


@pytest.mark.parametrize(
    ("quiet", "hour", "is_quiet"),
    [
        ((time(22), time(7)), 21, False),
        ((time(22), time(7)), 22, True),
        ((time(22), time(7)), 6, True),
        ((time(22), time(7)), 7, False),
        ((time(13), time(15)), 12, False),
        ((time(13), time(15)), 13, True),
        ((time(13), time(15)), 15, False),
        ((time(7), time(7)), 7, False),
    ],
)
def test_quiet_hours_begin_on_their_hour_and_end_on_theirs(
    quiet: tuple[time, time], hour: int, is_quiet: bool
) -> None:
    now = datetime(2026, 3, 2, hour, 0, tzinfo=UTC)
    assert Plan(quiet=quiet).is_quiet(now, "UTC") is is_quiet


@given(
    st.lists(st.integers(0, 3000), min_size=1, max_size=60),
    st.integers(0, 5),
    st.integers(5, 120),
    st.sets(st.integers(0, 59)),
)
def test_however_often_somebody_looks_there_are_never_more_than_asked_for(
    looks: list[int], again: int, apart: int, later: set[int]
) -> None:
    plan, told, heard = Plan(again, MINUTE * apart), Told(), 0
    asked_later = 0
    for number, minute in enumerate(sorted(looks)):
        now = DUE + MINUTE * minute
        then = reminder(SLOT, now, told, plan, MADRID)
        if then is not None:
            heard, told = heard + 1, then
            assert reminder(SLOT, now, told, plan, MADRID) is None
            if number in later:
                asked_later += 1
                told = Told(told.over, now + LATER)
    assert heard <= again + 1 + asked_later
