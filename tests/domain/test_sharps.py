"""When a sharps box is to be replaced."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.sharps import SharpsBox

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def box(holds: int | None) -> SharpsBox:
    return SharpsBox("a", START, holds)


@pytest.mark.parametrize(
    ("holds", "count", "full", "room"),
    [
        (40, 29, False, 1),
        (40, 30, True, 0),
        (40, 31, True, 0),
        (10, 7, False, 1),
        (10, 8, True, 0),
        (1, 0, False, 1),
        (1, 1, True, 0),
    ],
)
def test_h13_a_box_is_full_from_three_quarters_of_its_size_on(holds: int, count: int, full: bool, room: int) -> None:
    assert (box(holds).is_full(count), box(holds).room_until_full(count)) == (full, room)


def test_of_a_box_without_a_size_nothing_is_said() -> None:
    assert not box(None).is_full(1000)
    assert box(None).room_until_full(1000) is None


@given(st.integers(1, 2000), st.integers(0, 3000))
def test_there_is_room_exactly_while_it_is_not_full(holds: int, count: int) -> None:
    room = box(holds).room_until_full(count)
    assert room is not None
    assert box(holds).is_full(count + room)
    assert (room == 0) is box(holds).is_full(count)
    assert room == 0 or not box(holds).is_full(count + room - 1)
