"""One place of skin close up, in true proportion: points to choose from, or any spot at all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion.domain.sites import MIN_SPACING, SAME_POINT, SitePoint, distance
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch import skin
from anakinra_companion.ui.widgets.patch.controls import (
    ARROWS,
    MarkButton,
    PastSign,
    PointButton,
    SkinControl,
    tell_name,
)
from anakinra_companion.ui.widgets.patch.inks import inks
from anakinra_companion.ui.widgets.patch.projection import Projection, fitted
from anakinra_companion.ui.widgets.patch.spot import Spot
from anakinra_companion.ui.widgets.patch.state import PatchState, reach
from anakinra_companion.ui.widgets.patch.walking import neighbour

# The picture grows no higher than this (pixels at 100 %), so that a page does not become a wall of skin.
HIGHEST = 600
# How high the room for the skin is for its width: a belly fills it across, a thigh upright.
SHAPE = 0.84
SMALLEST_POINT = 24


class PatchView(QWidget):
    """Draws a plane of skin; its signals say what happened on it.

    `picked` gives a point or spot that was pressed, `moved` where the cross-hair came to, `mark_picked` a mark or a
    lump, and `focused` the control that the keyboard came to.
    """

    picked = Signal(object)
    moved = Signal(object)
    mark_picked = Signal(object)
    focused = Signal(QWidget)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self._state = PatchState((), ())
        self._points: dict[SitePoint, PointButton] = {}
        self._marks: list[MarkButton] = []
        self._past: list[PastSign] = []
        self._chosen: SitePoint | None = None
        self._still: QPixmap | None = None
        self._projection: Projection | None = None
        self._spot = Spot(self)
        self._spot.moved.connect(self.moved)
        self._spot.picked.connect(self.picked)
        self._spot.focused.connect(self.focused)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(260)

    @property
    def projection(self) -> Projection | None:
        """What turns pixels into skin and back; None while nothing is shown."""
        return self._projection

    @property
    def state(self) -> PatchState:
        """What is shown."""
        return self._state

    @property
    def points(self) -> dict[SitePoint, PointButton]:
        """The control of each point."""
        return dict(self._points)

    @property
    def spot(self) -> SitePoint | None:
        """Where the cross-hair stands; None while points are chosen."""
        return self._spot.at

    def show_state(self, state: PatchState, selected: SitePoint | None = None) -> None:
        """Shows another patch, or other facts about it."""
        if state != self._state:
            self._state = state
            self._make_controls()
            self.updateGeometry()
            self._lay_out()
        self.select(selected)

    def select(self, point: SitePoint | None) -> None:
        """Frames the point that was chosen, and nothing else is painted anew."""
        for control in self._points.values():
            # Where nothing is chosen beforehand a press is the answer itself: a button, not a box to tick.
            if control.isCheckable() != (point is not None):
                control.setCheckable(point is not None)
        for each in (self._chosen, point):
            if each in self._points:
                self._points[each].show_chosen(chosen=each == point)
        self._chosen = point
        first = point if point in self._points else next(iter(self._points), None)
        if first is not None and not any(each.hasFocus() for each in self._points.values()):
            self._reachable(self._points[first])

    def focus_point(self, point: SitePoint | None) -> None:
        """Puts the keyboard on a point."""
        if point is not None and point in self._points:
            self._points[point].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def cross_hair(self) -> QWidget | None:
        """The control that stands on the spot; None while points are chosen."""
        return self._spot.hair

    def show_spot(self, spot: SitePoint | None, words: str = "", more: str = "") -> None:
        """Lets any spot be chosen, from this one on; None goes back to the points. The words are as in `tell`."""
        self._spot.show_at(spot, self._projection, self._state.box(), inks(self._state.tone), (words, more))
        for button in (*self._points.values(), *self._marks):
            button.setEnabled(spot is None)
            # A button that is not enabled would keep the press to itself.
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, spot is not None)

    def tell(self, words: str, more: str = "") -> None:
        """Says of the spot under the cross-hair what the page found out about it; `more` to a screen reader only."""
        self._spot.tell(words, more)

    def hasHeightForWidth(self) -> bool:
        """The skin keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high for every place, so that nothing on the page moves when another is looked at."""
        left, top, right, bottom = self._margins()
        high = (width - left - right) * SHAPE + top + bottom
        return min(round(high), round(HIGHEST * (1 + (theme.active().scale - 1) / 2)))

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(520, self.heightForWidth(520))

    def event(self, event: QEvent) -> bool:
        """A pointer that rests on a point is told its name."""
        return tell_name(self, event) or super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the scale anew."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk to the neighbour in that direction of the screen."""
        here = next((point for point, button in self._points.items() if button.hasFocus()), None)
        if event.key() not in ARROWS or here is None or self._projection is None:
            super().keyPressEvent(event)
            return
        self.focus_point(neighbour(here, tuple(self._points), Qt.Key(event.key()), self._projection.side))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where any spot may be chosen, the cross-hair comes to the pointer."""
        if event.button() is Qt.MouseButton.LeftButton and self._spot.take(event.position()):
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows a pointer that is held down."""
        if not (event.buttons() & Qt.MouseButton.LeftButton and self._spot.take(event.position())):
            super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the skin, which was drawn once, and the names of its sides."""
        if self._projection is None:
            return
        ratio, still = self.devicePixelRatioF(), self._skin(self._projection)
        painter = QPainter(self)
        # Two points far apart are two small parts of the picture, not all that lies between them.
        for part in event.region():  # type: ignore[attr-defined]  # its iterator is missing in the stubs
            where = QRectF(part)
            painter.drawPixmap(where, still, QRectF(where.topLeft() * ratio, where.size() * ratio))
        if event.rect().top() < self._margins()[1]:
            self._paint_sides(painter)
        painter.end()

    def make_ready(self) -> None:
        """Draws the skin ahead, at the size it has."""
        if self._projection is not None:
            self._skin(self._projection)

    # ---- inside ---------------------------------------------------------------------------------------------

    def _skin(self, view: Projection) -> QPixmap:
        """The skin at this size on this screen, drawn once."""
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatioF() != ratio:
            self._still = skin.painted(self._state, view, QSizeF(self.size()), ratio)
        return self._still

    def _margins(self) -> tuple[int, int, int, int]:
        """The room for the rulers and the words, as left, top, right and bottom."""
        look = theme.active()
        return look.px(22) + 16, look.px(28), 10, look.px(20) + 14

    def _make_controls(self) -> None:
        for old in (*self._points.values(), *self._marks, *self._past):
            old.hide()
            old.deleteLater()
        ink, state = inks(self._state.tone), self._state
        self._chosen = None
        self._points = {dot.point: PointButton(dot, ink, self) for dot in state.dots}
        self._marks = [MarkButton(each.mark, each.words, each.mark.radius, ink, self) for each in state.avoid]
        self._marks += [MarkButton(each.lump, each.words, reach(each), ink, self) for each in state.lumps]
        self._past = [PastSign(each, self) for each in state.past if state.tells_more(each)]
        # Tab comes to the points first, and a point is pressed before the mark that it lies in.
        for mark in reversed(self._marks):
            mark.lower()
        for point, control in self._points.items():
            between = distance(point, state.last) if state.last is not None else None
            control.is_newest = between is not None and between <= SAME_POINT
        for sign in self._past:
            sign.lower()
            sign.show()
        for button in (*self._marks, *self._points.values()):
            button.clicked.connect(self._pressed)
            button.focused.connect(self._came_to)
            button.show()

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, PointButton):
            self.select(button.dot.point)
            self.picked.emit(button.dot.point)
        elif isinstance(button, MarkButton):
            self.mark_picked.emit(button.what)

    def _came_to(self) -> None:
        button = self.sender()
        if isinstance(button, PointButton):
            self._reachable(button)
        if isinstance(button, SkinControl):
            self.focused.emit(button)

    def _reachable(self, button: PointButton) -> None:
        """Tab comes to one point; from there arrow keys walk to all others."""
        for each in self._points.values():
            tab = Qt.FocusPolicy.StrongFocus if each is button else Qt.FocusPolicy.ClickFocus
            if each.focusPolicy() is not tab:
                each.setFocusPolicy(tab)

    def _lay_out(self) -> None:
        box, (left, top, right, bottom) = self._state.box(), self._margins()
        area = QRectF(self.rect()).adjusted(left, top, -right, -bottom)
        self._still = None
        self._projection = None
        if box.isEmpty() or area.width() < 40 or area.height() < 40:
            return
        self._projection = view = fitted(self._state.plane, box, area)
        radius, room = skin.point_radius(view), theme.active().px(theme.TARGET) + 4
        size = min(max(view.pixels(MIN_SPACING), SMALLEST_POINT), max(room, 2 * radius + 12))
        for point, button in self._points.items():
            button.radius = radius
            _put(button, view.pixel(point.x, point.y), size)
        for mark in self._marks:
            _put(mark, skin.sign_place(self._state, mark.what, mark.reach, view), theme.TARGET)
        for sign in self._past:
            _put(sign, view.pixel(sign.past.point.x, sign.past.point.y), size)
        self._spot.projected(view, box)
        self.update()

    def _paint_sides(self, painter: QPainter) -> None:
        """Your left and your right, on the sides where they are on the screen (H14)."""
        if self._projection is None:
            return
        look, window = theme.active(), self._projection.window(self._state.box())
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(theme.SMALL, bold=True))
        sides = (self._state.your_right, self._state.your_left)
        left, right = sides if self._projection.side > 0 else reversed(sides)
        strip = QRectF(window.left(), window.top() - look.px(26), window.width(), look.px(24))
        painter.drawText(strip, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, left)
        painter.drawText(strip, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)


def _put(button: QWidget, at: QPointF, size: float) -> None:
    """Puts a control with its middle on a pixel; an even size keeps the middle where the skin is."""
    half = round(size / 2)
    button.setGeometry(round(at.x()) - half, round(at.y()) - half, 2 * half, 2 * half)
