"""When a syringe was in which fridge."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from anakinra_companion.domain.clock import ClockReading
from anakinra_companion.domain.fridge.stays import stays
from anakinra_companion.domain.fridge.syringes import Stay
from anakinra_companion.domain.storage import Box, Syringe, SyringeEvent, SyringeEventKind
from tests.domain.fridge.made import HOUR, NOON

BOX = Box("b", "A1", date(2027, 1, 31), None, "Fridge at home", 7)
K = SyringeEventKind


def syringe(*events: tuple[SyringeEventKind, int] | tuple[SyringeEventKind, int, str]) -> Syringe:
    """A syringe with events so many hours after noon, and the place it was put back to."""
    told = []
    for number, (kind, hours, *place) in enumerate(events):
        at = datetime.fromtimestamp(NOON + hours * HOUR, UTC)
        told.append(SyringeEvent(f"e{number}", kind, ClockReading(at, 0, ""), 0, place="".join(place)))
    return Syringe("s", BOX, 1, tuple(told))


def home(*events: tuple[SyringeEventKind, int] | tuple[SyringeEventKind, int, str]) -> list[tuple[int, int | None]]:
    """Hours after noon of its stays at home, where its box came at noon."""
    found = stays(syringe(*events), "fridge at home ", NOON)
    return [((s.start - NOON) // HOUR, None if s.end is None else (s.end - NOON) // HOUR) for s in found]


def test_a_syringe_stays_where_its_box_is_kept() -> None:
    assert home() == [(0, None)]
    assert stays(syringe(), "Fridge at home") == [Stay(0)]
    assert stays(syringe(), "Fridge at work") == []


def test_taken_out_and_put_back_are_two_stays() -> None:
    assert home((K.OUT, 5), (K.BACK, 6)) == [(0, 5), (6, None)]


def test_put_back_elsewhere_it_is_elsewhere() -> None:
    events = ((K.OUT, 5), (K.BACK, 6, "Fridge at work"), (K.OUT, 8), (K.BACK, 9, "Fridge at home"))
    assert home(*events) == [(0, 5), (9, None)]
    work = stays(syringe(*events), "Fridge at work")
    assert work == [Stay(NOON + 6 * HOUR, NOON + 8 * HOUR)]


@pytest.mark.parametrize("kind", [K.OUT, K.COVER_OFF, K.USED, K.WASTED, K.IN_SHARPS, K.HANDED_IN, K.LOST])
def test_whatever_takes_it_away_ends_its_stay(kind: SyringeEventKind) -> None:
    assert home((kind, 5), (K.USED, 7)) == [(0, 5)]


@pytest.mark.parametrize("kind", [K.SET_ASIDE, K.UNKNOWN, K.DECLARED, K.BACK])
def test_whatever_is_only_said_of_it_leaves_it_where_it_is(kind: SyringeEventKind) -> None:
    assert home((kind, 5)) == [(0, None)]


def test_it_left_when_it_is_told_to_have_left() -> None:
    at = datetime.fromtimestamp(NOON + 5 * HOUR, UTC)
    out = SyringeEvent("e", K.OUT, ClockReading(at, 0, ""), 0, since=at - timedelta(hours=2))
    assert stays(Syringe("s", BOX, 1, (out,)), BOX.place, NOON) == [Stay(NOON, NOON + 3 * HOUR)]
    assert stays(Syringe("s", BOX, 1, (out,)), BOX.place, NOON + 4 * HOUR) == []


# ---- a clock that could not be believed (H5, H8) ------------------------------------------------------------


def doubted(syringe: Syringe, *which: int) -> Syringe:
    events = [replace(event, doubted=number in which) for number, event in enumerate(syringe.events)]
    return replace(syringe, events=tuple(events))


def hours(found: list[Stay]) -> list[tuple[int, int | None]]:
    return [((s.start - NOON) // HOUR, None if s.end is None else (s.end - NOON) // HOUR) for s in found]


@pytest.mark.parametrize("which", [(0,), (0, 1)])
def test_an_outing_at_a_doubted_time_ends_no_stay(which: tuple[int, ...]) -> None:
    told = doubted(syringe((K.OUT, 5), (K.BACK, 6)), *which)
    assert hours(stays(told, BOX.place, NOON, epoch=0)) == [(0, None)]
    assert hours(stays(told, BOX.place, NOON)) == [(0, 5), (6, None)]


def test_a_return_at_a_doubted_time_counts_from_when_it_was_taken_out() -> None:
    told = doubted(syringe((K.OUT, 5), (K.BACK, 8, "Office"), (K.OUT, 9), (K.BACK, 10)), 1)
    assert hours(stays(told, "office", NOON, epoch=0)) == [(5, 9)]
    assert hours(stays(told, BOX.place, NOON, epoch=0)) == [(0, 5), (10, None)]


def test_out_since_a_doubted_time_it_can_still_have_been_inside() -> None:
    told = doubted(syringe((K.OUT, 5), (K.BACK, 8, "Office")), 0)
    assert hours(stays(told, BOX.place, NOON, epoch=0)) == [(0, None)]
    assert hours(stays(told, "Office", NOON, epoch=0)) == [(8, None)]


def test_times_of_an_earlier_clock_are_not_believed() -> None:
    told = syringe((K.OUT, 5), (K.BACK, 6))
    assert hours(stays(told, BOX.place, NOON, epoch=1)) == [(0, None)]
    assert hours(stays(told, BOX.place, NOON, epoch=0)) == [(0, 5), (6, None)]
