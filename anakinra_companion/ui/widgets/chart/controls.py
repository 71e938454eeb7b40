"""What can be reached on a chart: the reader, which walks along the curves, and each time out of range."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.chart.state import Shade

# What a walking reader came to is spoken once it stands still for so long (milliseconds).
STANDS_STILL_MS = 250
_WALKS = {
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_Right: "on",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_PageUp: "day-back",
    Qt.Key.Key_PageDown: "day-on",
    Qt.Key.Key_Up: "curve-before",
    Qt.Key.Key_Down: "curve-after",
}


class Control(QAbstractButton):
    """Something on the chart that has a name and can have the keyboard; `focused` when that comes to it."""

    focused = Signal()
    walked = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came here."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End and the page keys walk; Enter presses as Space does."""
        walk = _WALKS.get(Qt.Key(event.key()))
        if walk is not None:
            self.walked.emit(walk)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


class Reader(Control):
    """Stands on one column of a curve; its name is what was measured there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setObjectName("chart-reader")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._dots: tuple[QPointF, ...] = ()
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STANDS_STILL_MS)
        self._still.timeout.connect(self._speak)

    def show_at(self, box: QRectF, dots: tuple[QPointF, ...], words: str) -> None:
        """Stands in a strip of the chart, with dots on the readings it is about (in its own pixels)."""
        self._dots = dots
        self.setGeometry(box.toRect())
        if words != self.accessibleName():
            self.setAccessibleName(words)
            if self.hasFocus():
                # A key held down would be heard for minutes.
                self._still.start()
        self.update()

    def event(self, event: QEvent) -> bool:
        """A reader that is put away has nothing more to say."""
        if event.type() == QEvent.Type.Hide:
            self._still.stop()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints a line from top to bottom, and the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, middle = theme.active(), self.width() / 2
        ring = look.colour("focus" if self.hasFocus() else "text")
        for colour, width in ((look.colour("surface"), 5.0), (ring, 2.5 if self.hasFocus() else 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QLineF(middle, 2, middle, self.height() - 2))
        for dot in self._dots:
            painter.setPen(QPen(ring, 2.5))
            painter.setBrush(look.colour("surface"))
            painter.drawEllipse(dot, 5, 5)
        painter.end()

    def _speak(self) -> None:
        if self.isVisible():
            event = QAccessibleAnnouncementEvent(self, self.accessibleName())
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)


class ShadeButton(Control):
    """A time out of range as a control: pressed, the reader goes to its worst reading."""

    def __init__(self, shade: Shade, number: int, parent: QWidget) -> None:
        super().__init__(shade.words, parent)
        self.shade = shade
        self.setObjectName(f"shade-{number}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints only the ring of the keyboard; what it is about was painted with the chart."""
        if not self.hasFocus():
            return
        look = theme.active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((look.colour("surface"), 6.0), (look.colour("focus"), 3.0)):
            painter.setPen(QPen(colour, width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 8, 8)
        painter.end()
