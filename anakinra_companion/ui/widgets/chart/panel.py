"""The chart with what belongs to it: how much of the time is shown, the read-out, and what the signs mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.ui import theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.chart import curves, degrees, ground
from anakinra_companion.ui.widgets.chart.state import ChartState, ShadeKind
from anakinra_companion.ui.widgets.chart.view import ChartView
from anakinra_companion.ui.widgets.chart.walking import ReadOut
from anakinra_companion.ui.widgets.chart.windows import Zoom, day_of, step, window
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.frames import Flow, Line, row
from anakinra_companion.ui.widgets.text import Text, small

Asked = Callable[[Span], ChartState]


class ChartPanel(QWidget):
    """Asks `asked` for what to show in a window of time; `turned` says that it shows another one.

    `whole` is from the first reading to the last (UTC seconds), `zone` the IANA name of the days as lived.
    """

    turned = Signal(object)
    focused = Signal(QWidget)

    def __init__(
        self,
        name: str,
        whole: Span,
        zone: str,
        asked: Asked,
        *,
        zoom: Zoom = Zoom.WEEK,
        last: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole, self._zone, self._asked = whole, zone, asked
        self._zoom = zoom
        self._last = last or day_of(whole.end, zone)
        self.view = ChartView(name)
        self.view.setObjectName("chart")
        self.view.read.connect(self._told)
        self.view.focused.connect(self.focused)
        self._head = Text("", bold=True)
        self._read_out = Line("", "info", Tone.MUTED, size=theme.LEAD)
        self._read_out.setObjectName("chart-read-out")
        self._signs = QWidget()
        self._signs_flow = Flow(self._signs)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(10))
        for part in (self._zooms(), self._head, self._steps(), self._read_out, self.view, self._signs):
            below.addWidget(part)
        self._show()

    @property
    def state(self) -> tuple[Zoom, date]:
        """How much is shown, and the last day of it; so that a page built anew shows the same."""
        return self._zoom, self._last

    @property
    def window_shown(self) -> Span:
        """From when to when, in UTC seconds."""
        return window(self._zoom, self._last, self._zone, self._whole)

    @property
    def said(self) -> str:
        """The read-out."""
        return self._read_out.text.text()

    def _zooms(self) -> QWidget:
        entries = [
            (Zoom.DAY.value, self.tr("A day")),
            (Zoom.WEEK.value, self.tr("A week")),
            (Zoom.MONTH.value, self.tr("A month")),
            (Zoom.ALL.value, self.tr("All")),
        ]
        found = Choices(entries, name=self.tr("How much to show"), across=True)
        found.choose(self._zoom.value)
        found.picked.connect(self._zoomed)
        return found

    def _steps(self) -> QWidget:
        self._earlier = named("chart-earlier", self.tr("Earlier"), "back", partial(self._step, -1))
        self._later = named("chart-later", self.tr("Later"), "forward", partial(self._step, 1))
        return row(self._earlier, self._later)

    def _zoomed(self, key: str) -> None:
        self._zoom = Zoom(key)
        self._show()

    def _step(self, ways: int) -> None:
        found = step(self._zoom, self._last, ways, self._zone, self._whole)
        if found is not None:
            self._last = found
            self._show()

    def _show(self) -> None:
        shown = self.window_shown
        state = self._asked(shown)
        self.view.show_state(state)
        for button, ways in ((self._earlier, -1), (self._later, 1)):
            button.setEnabled(step(self._zoom, self._last, ways, self._zone, self._whole) is not None)
        self._head.setText(self._span_words(shown))
        if state.is_empty:
            self._read_out.show_state(self.tr("No reading in this time."), "info", Tone.MUTED)
        self._show_signs(state)
        self.turned.emit(shown)

    def _span_words(self, shown: Span) -> str:
        first, last = degrees.local(shown.start, self._zone), degrees.local(shown.end - 1, self._zone)
        if first.date() == last.date():
            return degrees.day(first, "dddd, d MMMM yyyy")
        return self.tr("{0} to {1}").format(degrees.day(first, "d MMM yyyy"), degrees.day(last, "d MMM yyyy"))

    def _told(self, told: ReadOut) -> None:
        self._read_out.show_state(told.words, told.icon, told.tone)
        # Words of two lines after words of one would push the chart from under the pointer.
        high = self._read_out.heightForWidth(self._read_out.width())
        self._read_out.setMinimumHeight(max(high, self._read_out.minimumHeight()))

    def _show_signs(self, state: ChartState) -> None:
        while self._signs_flow.count():
            item = self._signs_flow.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        signs = [Sign(_band_sign, self.tr("The right range"))]
        words = {
            ShadeKind.FROZEN: self.tr("At or below freezing"),
            ShadeKind.COLD: self.tr("Too cold"),
            ShadeKind.WARM: self.tr("Too warm"),
            ShadeKind.HOT: self.tr("Far too warm"),
        }
        present = {shade.kind for shade in state.shades}
        signs += [Sign(partial(ground.paint_sign, kind), words[kind]) for kind in ShadeKind if kind in present]
        if len(state.curves) > 1:
            signs += [Sign(partial(_line_sign, number), each.name) for number, each in enumerate(state.curves)]
        for sign in signs:
            self._signs_flow.addWidget(sign)
            sign.show()


class Sign(QWidget):
    """A small picture of something on the chart, with the word for it."""

    def __init__(self, paint: Callable[[QPainter, QRectF], None], words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._words = small(words)
        self._words.setParent(self)
        self._words.setWordWrap(False)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The picture and the word beside it."""
        look, words = theme.active(), self._words.sizeHint()
        return QSize(look.px(34) + look.gap(8) + words.width() + look.gap(10), max(words.height(), look.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture; the word is a label."""
        look = theme.active()
        wide, high = look.px(34), look.px(20)
        self._words.setGeometry(wide + look.gap(8), 0, self.width() - wide - look.gap(8), self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(1, (self.height() - high) / 2, wide - 2, high))
        painter.end()


def _band_sign(painter: QPainter, box: QRectF) -> None:
    look = theme.active()
    painter.fillRect(box, look.colour("taken_soft"))
    painter.setPen(QPen(look.colour("taken"), 1.5))
    painter.drawLine(QLineF(box.topLeft(), box.topRight()))
    painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))


def _line_sign(number: int, painter: QPainter, box: QRectF) -> None:
    painter.setPen(curves.pen_of(number))
    painter.drawLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))
