"""Walking from point to point as the arrow keys point on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from anakinra_companion.domain.sites import SitePoint

_FAR = float("inf")


def neighbour(here: SitePoint, points: Sequence[SitePoint], key: Qt.Key, side: int) -> SitePoint | None:
    """The nearest point that lies more in this direction than in any other; None at the edge.

    `side` is 1 where the person's left is on the right of the screen. The head is up on every view.
    """
    dx, dy = {
        Qt.Key.Key_Up: (0, 1),
        Qt.Key.Key_Down: (0, -1),
        Qt.Key.Key_Right: (side, 0),
        Qt.Key.Key_Left: (-side, 0),
    }[key]

    def cost(point: SitePoint) -> float:
        along = (point.x - here.x) * dx + (point.y - here.y) * dy
        aside = abs((point.x - here.x) * dy) + abs((point.y - here.y) * dx)
        return along + 2 * aside if along > 0 and aside <= 1.5 * along else _FAR

    best = min((point for point in points if point != here), key=cost, default=None)
    return best if best is not None and cost(best) < _FAR else None
