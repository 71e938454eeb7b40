"""What is told of a syringe's time left, and that it is told once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.clock import ClockDoubt
from anakinra_companion.domain.notices import Notice, Stage, due, lapsed, stage_of
from anakinra_companion.domain.storage import SetAsideReason, SyringeEventKind
from tests.domain.test_verdict import TICK, K, Life, out_for

HOUR = timedelta(hours=1)
ENDS = [K.USED, K.WASTED, K.LOST, K.HANDED_IN, K.IN_SHARPS, K.UNKNOWN]


@pytest.mark.parametrize(
    ("out", "stage"),
    [
        (12 * HOUR - TICK, None),
        (12 * HOUR, Stage.HALF_WAY),
        (20 * HOUR - TICK, Stage.HALF_WAY),
        (20 * HOUR, Stage.SOON),
        (24 * HOUR - TICK, Stage.SOON),
        (24 * HOUR, Stage.OVER),
        (90 * HOUR, Stage.OVER),
    ],
)
def test_each_stage_begins_at_its_hour(out: timedelta, stage: Stage | None) -> None:
    assert stage_of(out_for(out).look()) is stage


@pytest.mark.parametrize(
    ("limit", "out", "stage"),
    [
        (6 * HOUR, TICK, None),
        (6 * HOUR, 2 * HOUR, Stage.SOON),
        (4 * HOUR, 3 * HOUR, None),
        (4 * HOUR, 4 * HOUR, Stage.OVER),
    ],
)
def test_a_lower_limit_has_no_stage_as_long_as_itself(limit: timedelta, out: timedelta, stage: Stage | None) -> None:
    assert stage_of(out_for(out).look(limit)) is stage


def test_a_syringe_in_the_fridge_has_no_stage() -> None:
    assert stage_of(Life().look()) is None


@pytest.mark.parametrize("end", ENDS)
def test_a_syringe_that_is_ended_is_not_spoken_of(end: SyringeEventKind) -> None:
    life = out_for(21 * HOUR)
    life.did(end)
    assert stage_of(life.look()) is None


def test_a_syringe_set_aside_is_not_spoken_of() -> None:
    life = out_for(21 * HOUR)
    life.did(K.SET_ASIDE, why=SetAsideReason.FROZEN)
    assert stage_of(life.look()) is None


def test_h5_a_clock_in_doubt_tells_no_time_left() -> None:
    life = out_for(21 * HOUR)
    life.doubt = ClockDoubt.SET_BACK
    assert stage_of(life.look()) is None


def test_the_most_urgent_comes_first_and_speaks_for_those_before_it() -> None:
    soon, over = out_for(21 * HOUR), out_for(25 * HOUR)
    notices = due([soon.look(), over.look()], {})
    assert [notice.stage for notice in notices] == [Stage.OVER, Stage.SOON]
    assert notices[0].passed == (Stage.HALF_WAY, Stage.SOON, Stage.OVER)


def test_what_was_told_is_not_told_again_after_back_and_out() -> None:
    life = out_for(21 * HOUR)
    told = {life.look().syringe.id: frozenset(Notice(life.look(), Stage.SOON).passed)}
    life.did(K.BACK)
    life.clock.pass_time(hours=5)
    life.did(K.OUT)
    assert due([life.look()], told) == ()
    assert lapsed(life.look(), frozenset(told[life.look().syringe.id])) == frozenset()
    life.clock.pass_time(hours=3)
    assert [notice.stage for notice in due([life.look()], told)] == [Stage.OVER]


def test_a_correction_that_takes_time_back_lets_a_stage_be_told_again() -> None:
    told = frozenset({Stage.HALF_WAY, Stage.SOON})
    assert lapsed(out_for(13 * HOUR).look(), told) == {Stage.SOON}
    assert lapsed(Life().look(), told) == told
    doubted = out_for(13 * HOUR)
    doubted.doubt = ClockDoubt.SET_BACK
    assert lapsed(doubted.look(), told) == frozenset()


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 600)), max_size=40))
def test_whatever_is_done_each_stage_is_told_once_at_most_and_never_backwards(steps: list[tuple[bool, int]]) -> None:
    life, told, heard = Life(), {"s1": frozenset[Stage]()}, list[Stage]()
    for out, minutes in steps:
        life.did(K.OUT if out else K.BACK)
        life.clock.pass_time(minutes=minutes)
        for notice in due([life.look()], told):
            heard.append(notice.stage)
            told["s1"] |= frozenset(notice.passed)
    order = [list(Stage).index(stage) for stage in heard]
    assert order == sorted(set(order))
    assert (Stage.OVER in heard) is life.look().over_limit
