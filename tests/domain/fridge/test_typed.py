"""Readings typed in, with what the thermometer kept in between."""

from __future__ import annotations

from anakinra_companion.domain.fridge.course import Stretch
from anakinra_companion.domain.fridge.typed import TypedReading, typed_course
from tests.domain.fridge.made import HOUR, NOON


def read(hours: int, value: int, lowest: int | None = None, highest: int | None = None) -> TypedReading:
    return TypedReading(f"t{hours}", NOON + hours * HOUR, value, lowest, highest)


def test_a_lowest_may_have_been_at_any_time_since_the_reading_before() -> None:
    told = typed_course([read(0, 500), read(8, 400, lowest=0)])
    assert told.frozen == (Stretch(NOON, NOON + 8 * HOUR, NOON, NOON + 8 * HOUR, 0, 400),)
    assert typed_course([read(0, 500), read(8, 400, lowest=1)]).frozen == ()


def test_without_a_reading_before_nobody_knows_since_when() -> None:
    (only,) = typed_course([read(8, 400, lowest=-1)]).frozen
    assert (only.start, only.end) == (0, NOON + 8 * HOUR)


def test_a_highest_above_25_may_have_been_at_any_time_and_asks_since_when() -> None:
    told = typed_course([read(0, 500), read(8, 400, highest=2501)])
    assert [(each.start, each.end) for each in told.overheated] == [(NOON, NOON + 8 * HOUR)]
    assert told.lone == (NOON + 8 * HOUR,)
    assert typed_course([read(0, 500), read(8, 400, highest=2500)]).overheated == ()


def test_a_highest_up_to_8_asks_nothing() -> None:
    assert typed_course([read(0, 500), read(8, 400, highest=800)]).lone == ()
    assert typed_course([read(0, 500), read(8, 400, highest=801)]).lone == (NOON + 8 * HOUR,)


def test_of_two_readings_of_one_second_the_later_one_counts() -> None:
    assert typed_course([read(0, 0), read(0, 500)]).frozen == ()
    assert len(typed_course([read(0, 500), read(0, 0)]).frozen) == 1
