"""May this syringe still be looked at."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from anakinra_companion.domain.clock import ClockDoubt
from anakinra_companion.domain.storage import (
    ROOM_LIMIT,
    Box,
    Look,
    Moment,
    Reason,
    SetAsideReason,
    State,
    Syringe,
    SyringeEvent,
    SyringeEventKind,
    Verdict,
    month_end,
)
from anakinra_companion.domain.verdict import look, next_syringe
from tests.hand_clock import HandClock

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
BOX = Box("b", "A1", date(2027, 1, 31), date(2026, 3, 1), "home", 7)
TICK = timedelta(microseconds=1000)
K = SyringeEventKind


class Life:
    """A syringe being lived with, by a clock moved by hand."""

    def __init__(self, box: Box = BOX, position: int = 1) -> None:
        self.clock = HandClock(START)
        self.epoch = 0
        self.doubt = ClockDoubt.NONE
        self._box, self._position = box, position
        self._events: list[SyringeEvent] = []

    def did(self, kind: SyringeEventKind, *, ago: timedelta | None = None, why: SetAsideReason | None = None) -> None:
        now = self.clock.reading()
        since = now.utc - ago if ago is not None else None
        self._events.append(SyringeEvent(f"e{len(self._events)}", kind, now, self.epoch, since, reason=why))

    def look(self, limit: timedelta = ROOM_LIMIT) -> Look:
        syringe = Syringe(f"s{self._position}", self._box, self._position, tuple(self._events))
        reading = self.clock.reading()
        return look(syringe, Moment(reading, self.epoch, self.doubt, reading.utc.date()), limit)


def out_for(length: timedelta) -> Life:
    life = Life()
    life.did(K.OUT)
    life.clock.pass_time(seconds=length.total_seconds())
    return life


def test_a_syringe_never_out_may_be_looked_at() -> None:
    found = Life().look()
    assert (found.state, found.verdict, found.time_out) == (State.IN_FRIDGE, Verdict.MAY_CHECK, timedelta(0))


@pytest.mark.parametrize(
    ("length", "verdict"),
    [
        (timedelta(hours=20) - TICK, Verdict.MAY_CHECK),
        (timedelta(hours=20), Verdict.USE_SOON),
        (timedelta(hours=24) - TICK, Verdict.USE_SOON),
        (timedelta(hours=24), Verdict.DO_NOT_USE),
        (timedelta(hours=24) + TICK, Verdict.DO_NOT_USE),
    ],
)
def test_h4_the_limits_before_on_and_after(length: timedelta, verdict: Verdict) -> None:
    found = out_for(length).look()
    assert found.verdict is verdict
    assert found.over_limit == (length >= timedelta(hours=24))


def test_h6_putting_it_back_pauses_the_count_and_never_resets_it() -> None:
    life = out_for(timedelta(hours=10))
    life.did(K.BACK)
    life.clock.pass_time(days=3)
    assert life.look().time_out == timedelta(hours=10)
    life.did(K.OUT)
    life.clock.pass_time(hours=14)
    found = life.look()
    assert (found.verdict, found.reason, found.state) == (Verdict.DO_NOT_USE, Reason.OVER_LIMIT, State.OVER_LIMIT)


def test_h6_a_syringe_over_its_limit_stays_so_in_the_fridge() -> None:
    life = out_for(timedelta(hours=25))
    life.did(K.BACK)
    life.clock.pass_time(days=1)
    assert life.look().state is State.OVER_LIMIT


def test_out_told_later_counts_from_when_it_happened() -> None:
    life = Life()
    life.did(K.OUT, ago=timedelta(hours=5))
    life.clock.pass_time(hours=1)
    assert life.look().time_out == timedelta(hours=6)


def test_told_twice_that_it_is_out_counts_the_longer() -> None:
    life = out_for(timedelta(hours=3))
    life.did(K.OUT, ago=timedelta(hours=1))
    assert life.look().time_out == timedelta(hours=3)
    life.did(K.OUT, ago=timedelta(hours=9))
    assert life.look().time_out == timedelta(hours=9)


def test_put_back_without_having_been_out_changes_nothing() -> None:
    life = Life()
    life.did(K.BACK)
    assert life.look().time_out == timedelta(0)


@pytest.mark.parametrize("hours", [12, 1])
def test_a_persons_own_limit_is_soon_four_hours_before_it(hours: int) -> None:
    limit = timedelta(hours=hours)
    assert out_for(limit - TICK).look(limit).verdict is Verdict.USE_SOON
    assert out_for(limit).look(limit).verdict is Verdict.DO_NOT_USE
    if hours > 4:
        assert out_for(limit - timedelta(hours=4) - TICK).look(limit).verdict is Verdict.MAY_CHECK


def test_h4_no_limit_can_be_above_24_hours() -> None:
    assert out_for(timedelta(hours=24)).look(timedelta(hours=72)).verdict is Verdict.DO_NOT_USE


@pytest.mark.parametrize(
    ("day", "verdict"), [(date(2026, 3, 2), Verdict.MAY_CHECK), (date(2026, 3, 1), Verdict.DO_NOT_USE)]
)
def test_the_expiry_day_itself_is_the_last(day: date, verdict: Verdict) -> None:
    box = Box("b", "A1", day, None, "", 7)
    assert Life(box).look().verdict is verdict


def test_a_month_means_its_last_day() -> None:
    assert (month_end(2028, 2), month_end(2026, 12)) == (date(2028, 2, 29), date(2026, 12, 31))


@pytest.mark.parametrize("reason", SetAsideReason)
def test_h8_nothing_leads_back_from_set_aside(reason: SetAsideReason) -> None:
    life = Life()
    life.did(K.SET_ASIDE, why=reason)
    for kind in (K.OUT, K.BACK, K.DECLARED):
        life.did(kind)
    found = life.look()
    assert not found.usable
    assert found.reason.value == reason.value


def test_unknown_is_an_end() -> None:
    life = Life()
    life.did(K.UNKNOWN)
    life.did(K.BACK)
    assert (life.look().verdict, life.look().state) == (Verdict.UNKNOWN, State.UNKNOWN)


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (K.COVER_OFF, State.COVER_OFF),
        (K.USED, State.USED),
        (K.WASTED, State.WASTED),
        (K.LOST, State.LOST),
        (K.HANDED_IN, State.HANDED_IN),
        (K.IN_SHARPS, State.IN_SHARPS),
    ],
)
def test_h7_whatever_has_a_fate_is_never_usable_again(kind: SyringeEventKind, state: State) -> None:
    life = out_for(timedelta(hours=1))
    life.did(kind)
    assert (life.look().state, life.look().usable) == (state, False)
    assert next_syringe([life.look()]) is None


def test_the_clock_of_a_used_syringe_stands_and_the_flag_says_if_it_was_over_the_limit_then() -> None:
    life = out_for(timedelta(hours=23))
    life.did(K.USED)
    life.clock.pass_time(days=2)
    assert not life.look().over_limit
    late = out_for(timedelta(hours=25))
    late.did(K.USED)
    assert (late.look().state, late.look().over_limit) == (State.USED, True)


def test_h5_a_clock_in_doubt_makes_only_those_outside_unverifiable() -> None:
    inside, outside = Life(), out_for(timedelta(hours=2))
    inside.doubt = outside.doubt = ClockDoubt.SET_BACK
    assert inside.look().verdict is Verdict.MAY_CHECK
    assert (outside.look().verdict, outside.look().reason) == (Verdict.CANNOT_VERIFY, Reason.CLOCK)


def test_h5_over_the_limit_by_every_clock_is_do_not_use_even_in_doubt() -> None:
    life = out_for(timedelta(hours=30))
    life.doubt = ClockDoubt.JUMPED
    assert life.look().verdict is Verdict.DO_NOT_USE


def test_h5_a_stretch_during_which_the_clock_was_set_back_stays_unverified_in_the_fridge() -> None:
    life = out_for(timedelta(hours=5))
    life.clock.set_wall(life.clock.now() - timedelta(hours=3))
    life.did(K.BACK)
    assert life.look().verdict is Verdict.CANNOT_VERIFY


def test_h5_the_persons_word_settles_it_but_never_below_the_record() -> None:
    life = out_for(timedelta(hours=5))
    life.clock.set_wall(life.clock.now() - timedelta(hours=3))
    life.epoch = 1
    assert life.look().verdict is Verdict.CANNOT_VERIFY
    life.did(K.DECLARED, ago=timedelta(hours=1))
    assert (life.look().verdict, life.look().time_out) == (Verdict.MAY_CHECK, timedelta(hours=5))
    life.clock.pass_time(hours=19)
    assert life.look().verdict is Verdict.DO_NOT_USE


def test_h5_the_persons_word_can_only_lengthen() -> None:
    life = out_for(timedelta(hours=5))
    life.epoch = 1
    life.did(K.DECLARED, ago=timedelta(hours=23))
    assert life.look().verdict is Verdict.USE_SOON


def test_the_next_syringe_has_least_left_then_earliest_expiry_then_its_position() -> None:
    early = Box("a", "A0", date(2026, 6, 30), None, "", 7)
    third, second = Life(position=3).look(), Life(position=2).look()
    assert next_syringe([third, second]) is second
    sooner = Life(early, 5).look()
    assert next_syringe([second, sooner]) is sooner
    out = out_for(timedelta(hours=2)).look()
    assert next_syringe([sooner, out]) is out
