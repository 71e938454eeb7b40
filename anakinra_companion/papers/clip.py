"""What of a line or an outline lies inside an upright rectangle; every length is in millimetres."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from anakinra_companion.papers.ink import Spot


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a drawing that a sheet shows, its edges included."""

    left: float
    right: float
    top: float
    bottom: float

    def line(self, a: Spot, b: Spot) -> tuple[Spot, Spot] | None:
        """What of a straight line lies inside; None where nothing does."""
        begin, end = 0.0, 1.0
        dx, dy = b[0] - a[0], b[1] - a[1]
        for way, room in (
            (-dx, a[0] - self.left),
            (dx, self.right - a[0]),
            (-dy, a[1] - self.top),
            (dy, self.bottom - a[1]),
        ):
            if way == 0:
                if room < 0:
                    return None
            elif way < 0:
                begin = max(begin, room / way)
            else:
                end = min(end, room / way)
        if begin >= end:
            return None
        # Its own ends stay to the last digit where they lie inside.
        first = a if begin == 0 else (a[0] + dx * begin, a[1] + dy * begin)
        last = b if end == 1 else (a[0] + dx * end, a[1] + dy * end)
        return first, last

    def outline(self, corners: Sequence[Spot]) -> list[Spot]:
        """What of a closed outline without dents lies inside; empty where nothing does."""
        found = list(corners)
        for inside, cut in self._edges():
            kept: list[Spot] = []
            for a, b in zip(found, [*found[1:], *found[:1]], strict=True):
                if inside(a):
                    kept.append(a)
                if inside(a) is not inside(b):
                    kept.append(cut(a, b))
            found = kept
        return found

    def _edges(self) -> list[tuple[Callable[[Spot], bool], Callable[[Spot, Spot], Spot]]]:
        return [
            (lambda at: at[0] >= self.left, lambda a, b: _at_x(a, b, self.left)),
            (lambda at: at[0] <= self.right, lambda a, b: _at_x(a, b, self.right)),
            (lambda at: at[1] >= self.top, lambda a, b: _at_y(a, b, self.top)),
            (lambda at: at[1] <= self.bottom, lambda a, b: _at_y(a, b, self.bottom)),
        ]


def _at_x(a: Spot, b: Spot, x: float) -> Spot:
    return x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def _at_y(a: Spot, b: Spot, y: float) -> Spot:
    return a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y
