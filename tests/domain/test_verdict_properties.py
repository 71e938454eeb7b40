"""What holds for every life of a syringe."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.clock import ClockDoubt, doubt
from anakinra_companion.domain.storage import (
    ROOM_LIMIT,
    Box,
    Look,
    Moment,
    SetAsideReason,
    Syringe,
    SyringeEvent,
    SyringeEventKind,
    Verdict,
)
from anakinra_companion.domain.verdict import look
from tests.hand_clock import HandClock

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
BOX = Box("b", "A1", date(2099, 1, 31), None, "", 7)
K = SyringeEventKind
MOVES = st.lists(st.tuples(st.sampled_from([K.OUT, K.BACK]), st.integers(0, 30 * 3600)), max_size=12)


def lived(moves: list[tuple[SyringeEventKind, int]], clock: HandClock) -> list[SyringeEvent]:
    events = []
    for number, (kind, seconds) in enumerate(moves):
        events.append(SyringeEvent(str(number), kind, clock.reading(), 0))
        clock.pass_time(seconds=seconds)
    return events


def judged(events: list[SyringeEvent], clock: HandClock, limit: timedelta = ROOM_LIMIT) -> Look:
    now = clock.reading()
    return look(Syringe("s", BOX, 1, tuple(events)), Moment(now, 0, ClockDoubt.NONE, now.utc.date()), limit)


@given(MOVES, st.integers(0, 100_000))
def test_h6_time_out_never_shrinks_as_time_passes(moves: list[tuple[SyringeEventKind, int]], later: int) -> None:
    clock = HandClock(START)
    events = lived(moves, clock)
    before = judged(events, clock).time_out
    clock.pass_time(seconds=later)
    assert judged(events, clock).time_out >= before


@given(MOVES)
def test_h6_putting_back_never_lowers_it_and_never_makes_a_bad_one_usable(
    moves: list[tuple[SyringeEventKind, int]],
) -> None:
    clock = HandClock(START)
    events = lived(moves, clock)
    before = judged(events, clock)
    after = judged([*events, SyringeEvent("back", K.BACK, clock.reading(), 0)], clock)
    assert after.time_out == before.time_out
    assert before.usable or not after.usable


@given(MOVES)
def test_time_out_is_the_sum_of_all_stretches(moves: list[tuple[SyringeEventKind, int]]) -> None:
    clock, total, out = HandClock(START), 0, False
    events = lived(moves, clock)
    for kind, seconds in moves:
        out = kind is K.OUT
        total += seconds if out else 0
    assert judged(events, clock).time_out == timedelta(seconds=total)


@given(MOVES, st.integers(0, 12))
def test_h8_no_life_with_frost_in_it_is_usable(moves: list[tuple[SyringeEventKind, int]], place: int) -> None:
    clock = HandClock(START)
    events = lived(moves, clock)
    frost = SyringeEvent("frost", K.SET_ASIDE, clock.reading(), 0, reason=SetAsideReason.FROZEN)
    events.insert(min(place, len(events)), frost)
    assert not judged(events, clock).usable


@given(MOVES, st.integers(301, 1_000_000))
def test_h5_a_clock_set_back_never_leaves_a_syringe_outside_usable(
    moves: list[tuple[SyringeEventKind, int]], back: int
) -> None:
    clock = HandClock(START)
    events = lived([*moves, (K.OUT, 600)], clock)
    seen = clock.reading()
    clock.set_wall(clock.now() - timedelta(seconds=back))
    now = clock.reading()
    moment = Moment(now, 0, doubt(seen, now), now.utc.date())
    assert not look(Syringe("s", BOX, 1, tuple(events)), moment).usable


@given(MOVES, st.timedeltas(timedelta(hours=1), timedelta(days=5)))
def test_h4_usable_means_under_the_limit(moves: list[tuple[SyringeEventKind, int]], limit: timedelta) -> None:
    clock = HandClock(START)
    found = judged(lived(moves, clock), clock, limit)
    assert found.usable == (found.time_out < min(limit, ROOM_LIMIT))
    assert (found.verdict is Verdict.DO_NOT_USE) != found.usable


@given(MOVES, st.timedeltas(timedelta(days=-300), timedelta(days=300)))
def test_moving_a_whole_life_to_another_date_changes_nothing(
    moves: list[tuple[SyringeEventKind, int]], moved: timedelta
) -> None:
    here, there = HandClock(START), HandClock(START + moved)
    one, other = judged(lived(moves, here), here), judged(lived(moves, there), there)
    assert (one.verdict, one.time_out) == (other.verdict, other.time_out)
