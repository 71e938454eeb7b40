"""A run of its own: does a click give the centimetres that the ruler shows? Its arguments: text scale, screen scale.

The ruler is read from the painted picture, so that a mistake of the mapping cannot hide behind itself.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from anakinra_companion.domain.sites import Plane, SitePoint
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch import PatchView, Projection
from tests.ui.skins import FRONT, skin

SIZES = ((460, 420), (820, 600), (380, 500))
# Five centimetres lie between two long marks; a mark is read to a pixel or so.
BETWEEN = 500
PIXELS = 1.6


def middles(inked: list[int]) -> list[float]:
    """The middles of runs of neighbouring pixels."""
    runs: list[list[int]] = []
    for at in inked:
        if runs and at - runs[-1][-1] <= 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return [(run[0] + run[-1] + 1) / 2 for run in runs]


def is_ink(picture: QImage, x: int, y: int) -> bool:
    seen, ink = picture.pixelColor(x, y), QColor(theme.active().tokens.muted)
    return seen.alpha() > 100 and abs(seen.lightness() - ink.lightness()) < 60


def marks(view: PatchView, seen: Projection) -> tuple[list[float], list[float]]:
    """Where the long marks of the two rulers are painted, in pixels of the widget."""
    picture, box = view.grab().toImage(), view.state.box()
    ratio, window = picture.devicePixelRatio(), seen.window(box)
    row, column = round((window.bottom() + 10.5) * ratio), round((window.left() - 10.5) * ratio)
    across = [x for x in range(round(window.left() * ratio), picture.width()) if is_ink(picture, x, row)]
    down = [y for y in range(round(window.bottom() * ratio)) if is_ink(picture, column, y)]
    return [x / ratio for x in middles(across)], [y / ratio for y in middles(down)]


def clicked(view: PatchView, at: QPointF) -> SitePoint:
    """The spot that a click gives."""
    came: list[SitePoint] = []
    view.moved.connect(came.append)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
    view.moved.disconnect(came.append)
    assert len(came) == 1, at
    return came[0]


def check_rulers(view: PatchView, plane: Plane) -> None:
    seen = view.projection
    assert seen is not None
    near = PIXELS / seen.scale
    # The cross-hair would lie over the rulers.
    view.show_spot(None)
    across, down = marks(view, seen)
    view.show_spot(next(iter(view.points)))
    middle = seen.window(view.state.box()).center()
    told_x = [clicked(view, QPointF(x, middle.y())).x for x in across]
    told_y = [clicked(view, QPointF(middle.x(), y)).y for y in down]
    assert len(told_x) > 1, across
    assert len(told_y) > 1, down
    for told in (told_x, told_y):
        assert all(abs(each - BETWEEN * round(each / BETWEEN)) <= near for each in told), (plane, told, near)
        assert 0 in [round(each / BETWEEN) for each in told], told
    # Seen from in front the person's left is on the right, and the head is up.
    assert told_x == sorted(told_x, reverse=plane not in FRONT), (plane, told_x)
    assert told_y == sorted(told_y, reverse=True), told_y


def check_points(view: PatchView) -> None:
    seen = view.projection
    assert seen is not None
    for point, button in view.points.items():
        at = QPointF(button.geometry().topLeft()) + QPointF(button.width() / 2, button.height() / 2)
        x, y = seen.skin(at)
        assert abs(x - point.x) <= 1 / seen.scale, (point, x)
        assert abs(y - point.y) <= 1 / seen.scale, (point, y)


def main() -> None:
    """Checks every plane at every size."""
    application = QApplication([])
    theme.use(theme.Theme("light", float(sys.argv[1])))
    for plane in Plane:
        view = PatchView(plane.value)
        state = skin(plane)
        view.resize(*SIZES[0])
        view.show_state(state)
        view.show()
        for size in SIZES:
            view.resize(*size)
            application.processEvents()
            assert view.devicePixelRatioF() == float(sys.argv[2])
            check_rulers(view, plane)
            check_points(view)
        view.close()


if __name__ == "__main__":
    main()
