"""What of a line or an outline lies on a sheet."""

from __future__ import annotations

import pytest

from anakinra_companion.papers.clip import Window
from anakinra_companion.papers.ink import Spot

WINDOW = Window(0, 10, 0, 20)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ((2, 2), (8, 18), ((2, 2), (8, 18))),
        ((-5, 5), (15, 5), ((0, 5), (10, 5))),
        ((5, 30), (5, 10), ((5, 20), (5, 10))),
        ((-5, -5), (5, 5), ((0, 0), (5, 5))),
        ((-5, 5), (-1, 5), None),
        ((0, 25), (10, 25), None),
        ((10, 0), (20, 0), None),
    ],
)
def test_a_line_is_cut_at_the_edges(a: Spot, b: Spot, found: tuple[Spot, Spot] | None) -> None:
    assert WINDOW.line(a, b) == found


def test_an_outline_is_cut_at_a_corner_too() -> None:
    diamond = [(0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0)]
    assert set(WINDOW.outline(diamond)) == {(0.0, 0.0), (6.0, 0.0), (0.0, 6.0)}


def test_a_corner_beyond_an_outline_is_not_filled() -> None:
    diamond = [(10.0, 6.0), (16.0, 12.0), (10.0, 18.0), (4.0, 12.0)]
    assert all(abs(x - 10) + abs(y - 12) <= 6 + 1e-9 for x, y in WINDOW.outline(diamond))


def test_nothing_of_an_outline_elsewhere() -> None:
    assert WINDOW.outline([(30.0, 0.0), (40.0, 0.0), (40.0, 9.0)]) == []
