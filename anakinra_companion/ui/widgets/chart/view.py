"""The temperature chart: a still picture, a reader that walks on it, and a control for each time out of range."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.chart import ground, walking
from anakinra_companion.ui.widgets.chart.axes import Scale, scale
from anakinra_companion.ui.widgets.chart.controls import Reader, ShadeButton
from anakinra_companion.ui.widgets.chart.state import ChartState, ShadeKind
from anakinra_companion.ui.widgets.chart.walking import Place, ReadOut

# How high it is (pixels at 100 %; large words need more room, so it grows half as fast).
HIGH = 320
WIDEST_NUMBER = "-88.8"
NOTHING = ChartState(Span(0, 0), "UTC")


class ChartView(QWidget):
    """Takes a state; `read` gives what is said of the point the reader stands on, `focused` a control.

    The pointer moves the reader as the keys do: left and right from column to column, Home and End to the ends, the
    page keys a day, up and down from one sensor to another.
    """

    read = Signal(object)
    focused = Signal(QWidget)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._state = NOTHING
        self._tracks: tuple[walking.Track, ...] = ()
        self._here: Place | None = None
        self._still: QPixmap | None = None
        self._scale: Scale | None = None
        self._shades: list[ShadeButton] = []
        self._reader = Reader(self)
        self._reader.walked.connect(self._walk)
        self._reader.focused.connect(self._came_to)
        self._reader.hide()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(260)

    @property
    def reader(self) -> Reader:
        """The control that walks."""
        return self._reader

    @property
    def shades(self) -> tuple[ShadeButton, ...]:
        """The control of each time out of range."""
        return tuple(self._shades)

    @property
    def scale(self) -> Scale | None:
        """Where things lie; None while there is no room."""
        return self._scale

    @property
    def read_out(self) -> ReadOut | None:
        """What is said of the point the reader stands on."""
        return None if self._here is None else walking.read_out(self._state, self._tracks, self._here)

    @property
    def still(self) -> QPixmap | None:
        """The part that was painted once; None until then, and after any change."""
        return self._still

    def show_state(self, state: ChartState) -> None:
        """Shows other readings; the reader stays as near as it can to where it stood."""
        if state == self._state:
            return
        stood = None if self._here is None else self._tracks[self._here.curve][self._here.at][0]
        curve = None if self._here is None else self._here.curve
        self._state, self._tracks = state, walking.tracks(state)
        inside = stood is not None and state.window.start <= stood <= state.window.end
        here = walking.near(self._tracks, stood, curve) if inside and stood is not None else None
        self._here = here or walking.latest(self._tracks)
        self._make_shades()
        self._lay_out()
        self._show_reader()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(560, theme.active().gap(HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the scale anew."""
        super().resizeEvent(event)
        self._lay_out()
        self._show_reader()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture that was drawn once; only the part that is asked for."""
        if self._scale is None:
            return
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatioF() != ratio:
            self._still = ground.painted(self._state, self._scale, QSizeF(self.size()), ratio)
        painter = QPainter(self)
        where = QRectF(event.rect())
        painter.drawPixmap(where, self._still, QRectF(where.topLeft() * ratio, where.size() * ratio))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press brings the reader and the keyboard there."""
        if event.button() is Qt.MouseButton.LeftButton and self._take(event.position()):
            self._reader.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The reader follows the pointer."""
        if not self._take(event.position()):
            super().mouseMoveEvent(event)

    # ---- inside ---------------------------------------------------------------------------------------------

    def _take(self, pixel: QPointF) -> bool:
        if self._scale is None or not self._scale.area.contains(pixel):
            return False
        here = walking.near(self._tracks, self._scale.second(pixel.x()))
        if here is not None:
            self._go(here)
        return here is not None

    def _walk(self, how: str) -> None:
        if self._here is not None:
            self._go(walking.walked(self._tracks, self._here, how))

    def _go(self, here: Place) -> None:
        if here != self._here:
            self._here = here
            self._show_reader()

    def _show_reader(self) -> None:
        told = self.read_out
        # Beside the words of the chart there is nothing to walk on while it is empty.
        self._reader.setVisible(told is not None and self._scale is not None)
        if told is None or self._here is None or self._scale is None:
            return
        second, lowest, highest = self._tracks[self._here.curve][self._here.at]
        area, half = self._scale.area, theme.TARGET / 2
        box = QRectF(round(self._scale.x(second) - half), area.top() - 4, 2 * half, area.height() + 8)
        dots = tuple(QPointF(half, self._scale.y(each) - box.top()) for each in dict.fromkeys((lowest, highest)))
        self._reader.show_at(box, dots, told.words)
        self.read.emit(told)

    def _make_shades(self) -> None:
        for old in self._shades:
            old.hide()
            old.deleteLater()
        self._shades = [ShadeButton(shade, number, self) for number, shade in enumerate(self._state.shades)]
        for number, button in enumerate(self._shades):
            button.clicked.connect(self._shade_pressed)
            button.walked.connect(self._shade_walked)
            button.focused.connect(self._came_to)
            # Tab comes to the first; arrows walk to the others.
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
            button.show()

    def _shade_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, ShadeButton):
            shade = button.shade
            cold = shade.kind in (ShadeKind.COLD, ShadeKind.FROZEN)
            found = walking.worst(self._tracks, shade.span.start, shade.span.end, cold=cold)
            if found is not None:
                self._go(found)

    def _shade_walked(self, how: str) -> None:
        button = self.sender()
        if not isinstance(button, ShadeButton):
            return
        here, last = self._shades.index(button), len(self._shades) - 1
        step = {"back": here - 1, "on": here + 1, "first": 0, "last": last}.get(how, here)
        self._shades[min(max(step, 0), last)].setFocus(Qt.FocusReason.TabFocusReason)

    def _came_to(self) -> None:
        control = self.sender()
        if isinstance(control, ShadeButton):
            for each in self._shades:
                tab = Qt.FocusPolicy.StrongFocus if each is control else Qt.FocusPolicy.ClickFocus
                each.setFocusPolicy(tab)
        if isinstance(control, QWidget):
            self.focused.emit(control)

    def _lay_out(self) -> None:
        look, metrics = theme.active(), QFontMetrics(theme.active().font(theme.SMALL))
        left = metrics.horizontalAdvance(WIDEST_NUMBER) + look.gap(12)
        top = theme.TARGET + look.gap(6) if self._shades else metrics.height() + look.gap(4)
        area = QRectF(self.rect()).adjusted(left, top, -look.gap(14), -metrics.height() - look.gap(10))
        self._still = None
        self._scale = scale(self._state, area) if area.width() > 60 and area.height() > 60 else None
        if self._scale is not None:
            for button in self._shades:
                middle = ground.shade_box(self._scale, button.shade).center().x()
                side = max(theme.TARGET, ground.icon_side() + 12)
                button.setGeometry(round(middle - side / 2), round(area.top()) - side, side, side)
        self.update()
