"""One place of skin close up: its points in true proportion, a centimetre ruler, what rests and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from anakinra_companion.domain.lattice import Direction, Patch
from anakinra_companion.domain.sites import MIN_SPACING, SitePoint, plane_of
from anakinra_companion.ui import theme

CM = 100


@dataclass(frozen=True, slots=True)
class Dot:
    """One point: its number, what to say of it, and how it is shown."""

    point: SitePoint
    number: int
    words: str
    free: bool
    age: float = 1.0
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class PatchState:
    """Everything a patch shows; `fresh` are past injections with how old they are, 0 (new) to 1 (four weeks)."""

    patches: tuple[Patch, ...]
    dots: tuple[Dot, ...]
    last: SitePoint | None = None
    past: tuple[tuple[SitePoint, float], ...] = ()
    left_words: str = ""
    right_words: str = ""


class PointButton(QAbstractButton):
    """A point as a control of its own, so that a screen reader and the keyboard find it."""

    def __init__(self, dot: Dot, parent: QWidget) -> None:
        super().__init__(parent)
        self.dot = dot
        self.setCheckable(True)
        self.setAccessibleName(dot.words)
        self.setToolTip(dot.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName(f"point-{dot.point.place.value}-{dot.number}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the point: filled when it is next, a ring when it is free, crossed when it is not."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, middle = theme.active(), QPointF(self.width() / 2, self.height() / 2)
        radius = min(self.width(), self.height()) / 2 - 5
        ink = look.colour("primary" if self.dot.free else "muted")
        painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine if self.dot.free else Qt.PenStyle.DotLine))
        painter.setBrush(look.colour("primary") if self._is_filled() else look.colour("raised"))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(look.colour("on_primary") if self._is_filled() else ink)
        painter.setFont(look.font(theme.SMALL, bold=self._is_filled()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.dot.number))
        if not self.dot.free:
            painter.setPen(QPen(ink, 2))
            painter.drawLine(middle + QPointF(-radius, radius) * 0.7, middle + QPointF(radius, -radius) * 0.7)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(look.colour("focus" if self.hasFocus() else "text"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius + 3, radius + 3)
        painter.end()

    def _is_filled(self) -> bool:
        return self.dot.suggested


class PatchView(QWidget):
    """Draws the skin plane; `picked` gives a point that was pressed. Arrow keys walk the points."""

    picked = Signal(object)
    # The head is up on every view, so "up" is towards it; the person's left is mirrored where one looks at the front.

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self._state = PatchState((), ())
        self._buttons: dict[SitePoint, PointButton] = {}
        self._scale = 1.0
        self._middle = QPointF()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, state: PatchState, selected: SitePoint | None = None) -> None:
        """Shows another patch, or other facts about it."""
        if state != self._state:
            self._state = state
            for button in self._buttons.values():
                button.hide()
                button.deleteLater()
            self._buttons = {dot.point: self._made(dot) for dot in state.dots}
            self.updateGeometry()
            self._lay_out()
        for point, button in self._buttons.items():
            # Where nothing is selected beforehand a press is the answer itself: a button, not a box to tick.
            button.setCheckable(selected is not None)
            button.setChecked(point == selected)
        self.update()

    def focus_point(self, point: SitePoint | None) -> None:
        """Puts the keyboard on a point."""
        if point is not None and point in self._buttons:
            self._buttons[point].setFocus(Qt.FocusReason.OtherFocusReason)

    def hasHeightForWidth(self) -> bool:
        """The skin keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """High enough for the whole patch and the ruler."""
        box = self._box()
        if box.isEmpty():
            return 200
        return min(round((width - 60) * box.height() / box.width()) + 90, theme.active().px(560))

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(460, self.heightForWidth(460))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the scale anew."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk to the neighbour in that direction."""
        ways = {
            Qt.Key.Key_Up: Direction.UP,
            Qt.Key.Key_Down: Direction.DOWN,
            Qt.Key.Key_Right: self._screen_right(),
            Qt.Key.Key_Left: Direction.TO_RIGHT if self._screen_right() is Direction.TO_LEFT else Direction.TO_LEFT,
        }
        here = next((point for point, button in self._buttons.items() if button.hasFocus()), None)
        way = ways.get(Qt.Key(event.key()))
        if way is None or here is None:
            super().keyPressEvent(event)
            return
        self.focus_point(_neighbour(here, list(self._buttons), way))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints skin, navel ring, the ring round the last injection, past injections and the ruler."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.active()
        for patch in self._state.patches:
            self._paint_patch(painter, patch)
        self._paint_past(painter)
        self._paint_ruler(painter)
        painter.setPen(look.colour("muted"))
        painter.setFont(look.font(theme.SMALL))
        top = QRectF(8, 4, self.width() - 16, look.px(24))
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._state.left_words)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._state.right_words)
        painter.end()

    # ---- inside ---------------------------------------------------------------------------------------------

    def _made(self, dot: Dot) -> PointButton:
        button = PointButton(dot, self)
        button.clicked.connect(self._pressed)
        button.show()
        return button

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, PointButton):
            self.picked.emit(button.dot.point)

    def _screen_right(self) -> Direction:
        return Direction.TO_LEFT if self._is_front() else Direction.TO_RIGHT

    def _is_front(self) -> bool:
        return all(plane_of(patch.place).value.startswith(("thigh", "belly")) for patch in self._state.patches)

    def _box(self) -> QRectF:
        points = [QPointF(x, y) for patch in self._state.patches for x, y in patch.outline]
        return QPolygonF(points).boundingRect() if points else QRectF()

    def _lay_out(self) -> None:
        box = self._box()
        if box.isEmpty() or self.width() < 80 or self.height() < 120:
            return
        look = theme.active()
        head, foot = look.px(28), look.px(46)
        self._scale = min((self.width() - 40) / box.width(), (self.height() - head - foot) / box.height())
        self._middle = QPointF(self.width() / 2, head + (self.height() - head - foot) / 2)
        size = min(max(self._scale * MIN_SPACING, 24), look.px(theme.TARGET) + 4)
        for point, button in self._buttons.items():
            at = self._at(point.x, point.y)
            button.setGeometry(round(at.x() - size / 2), round(at.y() - size / 2), round(size), round(size))

    def _at(self, x: float, y: float) -> QPointF:
        middle = self._box().center()
        # Seen from the front, the person's left is on the right of the screen; from behind it is on the left.
        side = 1 if self._is_front() else -1
        return self._middle + QPointF(side * (x - middle.x()) * self._scale, -(y - middle.y()) * self._scale)

    def _paint_patch(self, painter: QPainter, patch: Patch) -> None:
        look = theme.active()
        path = QPainterPath()
        path.addPolygon(QPolygonF([self._at(x, y) for x, y in patch.outline]))
        path.closeSubpath()
        painter.setPen(QPen(look.colour("strong_border"), 1.5))
        painter.setBrush(look.colour("primary_soft"))
        painter.drawPath(path)
        if patch.keepout:
            radius = patch.keepout * self._scale
            painter.setBrush(look.colour("ground"))
            painter.setPen(QPen(look.colour("muted"), 1.5, Qt.PenStyle.DashLine))
            painter.drawEllipse(self._at(0, 0), radius, radius)
            painter.setBrush(look.colour("muted"))
            painter.drawEllipse(self._at(0, 0), 4, 6)

    def _paint_past(self, painter: QPainter) -> None:
        look = theme.active()
        for point, age in self._state.past:
            colour = QColor(look.colour("soon"))
            colour.setAlphaF(max(0.12, 0.7 * (1 - age)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            radius = max(self._scale * 110, 9)
            painter.drawEllipse(self._at(point.x, point.y), radius, radius)
        if (last := self._state.last) is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("stop"), 2, Qt.PenStyle.DashLine))
            radius = MIN_SPACING * self._scale
            painter.drawEllipse(self._at(last.x, last.y), radius, radius)

    def _paint_ruler(self, painter: QPainter) -> None:
        look = theme.active()
        count = max(min(int((self.width() - 60) / (CM * self._scale)), 10), 1) if self._scale else 5
        left, base = 20.0, self.height() - look.px(22)
        painter.setPen(QPen(look.colour("muted"), 1.5))
        painter.setFont(look.font(theme.SMALL))
        painter.drawLine(QPointF(left, base), QPointF(left + count * CM * self._scale, base))
        for number in range(count + 1):
            x = left + number * CM * self._scale
            painter.drawLine(QPointF(x, base), QPointF(x, base - (9 if number % 5 == 0 else 5)))
        words = self.tr("{0} cm").format(count)
        painter.drawText(QRectF(left, base, self.width() - left, look.px(22)), Qt.AlignmentFlag.AlignLeft, words)


def _neighbour(here: SitePoint, points: Sequence[SitePoint], way: Direction) -> SitePoint | None:
    """The nearest point that lies more in this direction than in any other."""
    dx, dy = {
        Direction.UP: (0, 1),
        Direction.DOWN: (0, -1),
        Direction.TO_LEFT: (1, 0),
        Direction.TO_RIGHT: (-1, 0),
    }[way]

    def cost(point: SitePoint) -> float:
        along = (point.x - here.x) * dx + (point.y - here.y) * dy
        aside = abs((point.x - here.x) * dy) + abs((point.y - here.y) * dx)
        return along + 2 * aside if along > 0 and aside <= 1.5 * along else float("inf")

    best = min((point for point in points if point != here), key=cost, default=None)
    return best if best is not None and cost(best) < float("inf") else None
