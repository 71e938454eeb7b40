"""The gates, the person's own limit, and how long the syringes last."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.clock import ClockDoubt
from anakinra_companion.domain.profile import Gate, Profile, locked_by
from anakinra_companion.domain.regimen import Slot
from anakinra_companion.domain.storage import Box, Look, Moment, Syringe, SyringeEvent, SyringeEventKind
from anakinra_companion.domain.supply import Supply, supply
from anakinra_companion.domain.verdict import look
from tests.hand_clock import HandClock

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
D = date(2026, 3, 2)


@pytest.mark.parametrize("answers", list(product([True, False], repeat=len(Gate))))
def test_h11_all_32_answer_sets(answers: tuple[bool, ...]) -> None:
    gates = dict(zip(Gate, answers, strict=True))
    assert bool(locked_by(gates)) == (not all(answers))
    assert set(locked_by(gates)) == {gate for gate, answer in gates.items() if not answer}


def test_h11_a_gate_not_answered_is_shut() -> None:
    assert locked_by({}) == tuple(Gate)


@pytest.mark.parametrize(("minutes", "hours"), [(None, 24), (12 * 60, 12), (24 * 60, 24), (72 * 60, 24)])
def test_h4_the_persons_limit_can_only_be_lower(minutes: int | None, hours: int) -> None:
    assert Profile(limit_minutes=minutes).limit == timedelta(hours=hours)


def looks(*expiries: date) -> list[Look]:
    reading = HandClock(START).reading()
    moment = Moment(reading, 0, ClockDoubt.NONE, D)
    return [look(Syringe(str(n), Box(str(n), "", day, None, "", 7), 1), moment) for n, day in enumerate(expiries)]


def slots(*ahead: int) -> list[Slot]:
    return [Slot(D + timedelta(days=n), START + timedelta(days=n, hours=1)) for n in ahead]


def test_seven_syringes_last_seven_slots() -> None:
    found = supply(looks(*[date(2027, 1, 1)] * 7), slots(*range(30)), START)
    assert found == Supply(7, D + timedelta(days=7))


def test_a_syringe_that_expires_before_its_turn_is_not_counted() -> None:
    found = supply(looks(D, D, date(2027, 1, 1)), slots(*range(30)), START)
    assert (found.usable, found.runs_out_on, len(found.too_late)) == (2, D + timedelta(days=2), 1)


def test_a_syringe_is_good_on_its_last_day() -> None:
    assert supply(looks(D + timedelta(days=1)), slots(1), START) == Supply(1, None)
    assert supply(looks(D), slots(1), START) == Supply(0, D + timedelta(days=1), too_late=("0",))


@pytest.mark.parametrize(("hours", "usable"), [(22.9, 1), (23, 0), (23.5, 0)])
def test_a_syringe_outside_counts_only_for_doses_due_before_its_time_is_over(hours: float, usable: int) -> None:
    reading = HandClock(START).reading()
    moment = Moment(reading, 0, ClockDoubt.NONE, D)
    out = SyringeEvent("e", SyringeEventKind.OUT, reading, 0, since=START - timedelta(hours=hours))
    box = Box("b", "", date(2027, 1, 1), None, "", 7)
    # The dose is due in an hour.
    found = supply([look(Syringe("s", box, 1, (out,)), moment)], slots(0, 1), START)
    assert found.usable == usable


@given(st.lists(st.integers(0, 40), max_size=20), st.integers(0, 40))
def test_never_more_are_counted_than_there_are(ahead: list[int], coming: int) -> None:
    found = supply(looks(*(D + timedelta(days=n) for n in ahead)), slots(*range(coming)), START)
    assert found.usable <= len(ahead)
    assert (found.runs_out_on is None) == (found.usable >= coming)
