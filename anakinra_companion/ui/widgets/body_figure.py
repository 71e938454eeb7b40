"""The person, front or back, with the places as controls; "your left" is written on both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import HELPER_PLACES, Place
from anakinra_companion.drawings import outline, renderer
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets import heat
from anakinra_companion.ui.widgets.heat import Heat
from anakinra_companion.ui.widgets.patch.controls import ARROWS, tell_name
from anakinra_companion.ui.widgets.place_button import PlaceButton

# Drawn from the back to the front; the places are painted by their controls.
LAYERS = ("figure", "clothes")
# What of the drawing is shown, the same for every build, so that none looks taller (its units).
SHOWN = QRectF(34, 8, 412, 884)


class Side(StrEnum):
    """From where the person is seen."""

    FRONT = "front"
    BACK = "back"


def side_of(place: Place) -> Side:
    """The view that a place is on."""
    return Side.BACK if place in HELPER_PLACES else Side.FRONT


@dataclass(frozen=True, slots=True)
class FigureState:
    """Which places there are with their names, which comes next, which is being looked at; how the person looks.

    With `heat` the figure shows how each place took its injections, in words beside it too.
    """

    places: tuple[tuple[Place, str], ...]
    suggested: Place | None = None
    chosen: Place | None = None
    your_left: str = ""
    your_right: str = ""
    build: Build = Build.MIDDLE
    tone: int = 2
    heat: tuple[tuple[Place, Heat], ...] = ()


class BodyFigure(QWidget):
    """One view of the person; `picked` gives a place that was pressed, `walked_off` the arrow key at the edge."""

    picked = Signal(object)
    walked_off = Signal(object)
    # The control that an arrow key walked to.
    focused = Signal(QWidget)

    def __init__(self, side: Side, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.setAccessibleName(words)
        self._state = FigureState(())
        self._buttons: dict[Place, PlaceButton] = {}
        self._still: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 240)

    @property
    def state(self) -> FigureState:
        """What is shown."""
        return self._state

    @property
    def buttons(self) -> dict[Place, PlaceButton]:
        """The controls of the places in sight."""
        return {place: button for place, button in self._buttons.items() if not button.isHidden()}

    def sizeHint(self) -> QSize:
        """Half a page."""
        return QSize(theme.active().gap(240), theme.active().gap(450))

    def show_state(self, state: FigureState) -> None:
        """Shows which places there are on this view, and how the person looks."""
        if (state.build, state.tone) != (self._state.build, self._state.tone):
            self._still = None
        self._state = state
        shown = {place: words for place, words in state.places if side_of(place) is self.side}
        for place in shown:
            if place not in self._buttons:
                self._buttons[place] = PlaceButton(place, "", self)
                self._buttons[place].clicked.connect(self._pressed)
        for place, button in self._buttons.items():
            button.say(shown.get(place, ""))
            button.suggested = place is state.suggested
            button.tone = state.tone
            button.heat = dict(state.heat).get(place)
            button.show_chosen(chosen=place is state.chosen)
            button.setVisible(place in shown)
            button.update()
        self._lay_out()
        self.update()

    def place_rect(self, place: Place) -> QRect:
        """Where a place is drawn on this widget."""
        button = self._buttons[place]
        return button.shape_.boundingRect().translated(QPointF(button.pos())).toAlignedRect()

    def focus_nearest(self, to: QPointF) -> bool:
        """Puts the keyboard on the place nearest to a pixel; False where there is none."""
        near = sorted(self.buttons.values(), key=lambda each: _far(QPointF(each.geometry().center()), to))
        if near:
            self._focus(near[0])
        return bool(near)

    def event(self, event: QEvent) -> bool:
        """A pointer that rests on a place is told its name."""
        return tell_name(self, event) or super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the controls on their places."""
        super().resizeEvent(event)
        self._still = None
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from place to place, as the screen shows them."""
        here = next((button for button in self.buttons.values() if button.hasFocus()), None)
        if event.key() not in ARROWS or here is None:
            super().keyPressEvent(event)
            return
        there = _next(here, list(self.buttons.values()), Qt.Key(event.key()))
        if there is None:
            self.walked_off.emit(Qt.Key(event.key()))
        else:
            self._focus(there)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the figure, which was drawn once, and the names of its sides."""
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatioF() != ratio:
            self._still = self._drawn(QSizeF(self.size()), ratio)
        painter = QPainter(self)
        # Two points far apart are two small parts of the picture, not all that lies between them.
        for part in event.region():  # type: ignore[attr-defined]  # its iterator is missing in the stubs
            where = QRectF(part)
            painter.drawPixmap(where, self._still, QRectF(where.topLeft() * ratio, where.size() * ratio))
        if self._state.heat:
            self._paint_heat(painter)
        painter.end()

    # ---- inside ---------------------------------------------------------------------------------------------

    def _focus(self, button: PlaceButton) -> None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focused.emit(button)

    def _file(self) -> str:
        return f"body/{self.side.value}-{self._state.build.value}.svg"

    def _drawn(self, size: QSizeF, ratio: float) -> QPixmap:
        picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sides(painter)
        painter.setTransform(self._transform(), combine=True)
        drawing = renderer(self._file(), self._state.tone)
        for layer in LAYERS:
            drawing.render(painter, layer, drawing.boundsOnElement(layer))
        painter.end()
        return picture

    def _paint_sides(self, painter: QPainter) -> None:
        """Your left and your right, on the sides where they are on the screen (H14); the view's name below."""
        look = theme.active()
        sides = (self._state.your_right, self._state.your_left)
        left, right = sides if self.side is Side.FRONT else reversed(sides)
        half, high = self.width() / 2, float(self._head())
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(theme.SMALL, bold=True))
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(0, 0, half - 3, high), wrap | int(Qt.AlignmentFlag.AlignLeft), left)
        painter.drawText(QRectF(half + 3, 0, half - 3, high), wrap | int(Qt.AlignmentFlag.AlignRight), right)
        painter.setPen(look.colour("muted"))
        foot = QRectF(0, self.height() - self._foot(), self.width(), self._foot())
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), self.accessibleName())

    def _paint_heat(self, painter: QPainter) -> None:
        """The words of each place at its own side of the figure."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.active().font(theme.SMALL, bold=True))
        room = theme.active().px(heat.ROOM)
        for place, told in self._state.heat:
            if place in self._buttons:
                drawn = QRectF(self.place_rect(place))
                left = 0 if drawn.center().x() < self.width() / 2 else self.width() - room
                heat.tell(painter, drawn, told.words, QRectF(left, 0, room, self.height()))

    def _head(self) -> int:
        """The room for the names of the sides, on two lines where the figure is narrow."""
        metrics = QFontMetrics(theme.active().font(theme.SMALL, bold=True))
        room = QRect(0, 0, max(self.width() // 2 - 3, 1), 1000)
        words = (self._state.your_left, self._state.your_right)
        return max(metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), each).height() for each in words) + 4

    def _foot(self) -> int:
        return theme.active().px(theme.SMALL) + 10

    def _transform(self) -> QTransform:
        """From units of the drawing to pixels."""
        high = self.height() - self._head() - self._foot()
        beside = 2 * theme.active().px(heat.ROOM) if self._state.heat else 0
        scale = max(min((self.width() - beside) / SHOWN.width(), high / SHOWN.height()), 0.05)
        left = self.width() / 2 - SHOWN.center().x() * scale
        top = self._head() + high / 2 - SHOWN.center().y() * scale
        return QTransform.fromTranslate(left, top).scale(scale, scale)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, PlaceButton):
            self.picked.emit(button.place)

    def _lay_out(self) -> None:
        to_pixels = self._transform()
        middle = to_pixels.map(SHOWN.center()).x()
        for place, button in self._buttons.items():
            shape = to_pixels.map(outline(self._file(), place.value))
            target = _target(shape.boundingRect(), middle)
            button.setGeometry(target)
            button.shape_ = shape.translated(-QPointF(target.topLeft()))


def _target(drawn: QRectF, middle: float) -> QRect:
    """A place with room for its frame, large enough for stiff hands: it grows away from the other side's."""
    least = float(theme.TARGET)
    box = drawn.adjusted(-6, -6, 6, 6)
    if box.height() < least:
        box.adjust(0, (box.height() - least) / 2, 0, (least - box.height()) / 2)
    if box.width() < least:
        box.adjust((box.width() - least) / 2, 0, (least - box.width()) / 2, 0)
    target = box.toAlignedRect()
    line = round(middle)
    if drawn.center().x() < middle and target.right() >= line:
        target.moveRight(line - 1)
    elif drawn.center().x() > middle and target.left() < line:
        target.moveLeft(line)
    return target


def _far(one: QPointF, other: QPointF) -> float:
    return float((one - other).manhattanLength())


def _next(here: PlaceButton, buttons: list[PlaceButton], key: Qt.Key) -> PlaceButton | None:
    """The nearest place in the direction of an arrow key."""
    begin = QPointF(here.geometry().center())
    ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
    dx, dy = ways[key]
    ahead = []
    for button in buttons:
        way = QPointF(button.geometry().center()) - begin
        along, aside = way.x() * dx + way.y() * dy, abs(way.x() * dy) + abs(way.y() * dx)
        if button is not here and along > 0 and aside <= 1.5 * along:
            ahead.append((along + 2 * aside, button))
    return min(ahead, key=lambda way: way[0], default=(0, None))[1]
