"""Cards, lines and rows that pages are built from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from anakinra_companion.ui import icons, theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.text import Text, heading


class Card(QFrame):
    """A quiet frame round things that belong together; `body` takes them."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.active()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(look.gap(20), look.gap(18), look.gap(20), look.gap(18))
        self.body.setSpacing(look.gap(12))
        self.heading = heading(words)
        self.body.addWidget(self.heading)
        self.heading.setHidden(not words)
        self.setAccessibleName(words)

    def add(self, *widgets: QWidget) -> None:
        """Puts widgets below each other."""
        for widget in widgets:
            self.body.addWidget(widget)

    def tint(self, tone: Tone) -> None:
        """Gives the card the ground of a tone; its words say the same."""
        tokens = theme.active().tokens
        edge = tokens.border if tone is Tone.PLAIN else tokens.ink(tone)
        radius = theme.active().px(14)
        self.setStyleSheet(
            f"QFrame#card {{ background: {tokens.wash(tone)}; border: 1px solid {edge}; border-radius: {radius}px; }}"
        )


class Symbol(QWidget):
    """An icon beside words; the words carry the meaning, so a screen reader passes it by."""

    # Painted, not a label with a picture: that would be read out as a picture without a name.

    def __init__(
        self, name: str = "", tone: Tone = Tone.PLAIN, size: int = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        if name:
            self.show_icon(name, tone)

    def show_icon(self, name: str, tone: Tone) -> None:
        """Shows another icon."""
        look = theme.active()
        self._picture = icons.pixmap(name, look.colour(_TOKEN[tone]), look.px(self._size))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the icon."""
        return self._picture.deviceIndependentSize().toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the icon at the height of the first line."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


_TOKEN = {
    Tone.PLAIN: "text",
    Tone.TAKEN: "taken",
    Tone.SOON: "soon",
    Tone.STOP: "stop",
    Tone.INFO: "info",
    Tone.MUTED: "muted",
}


class Line(QWidget):
    """An icon and a sentence on one row."""

    def __init__(
        self,
        words: str = "",
        icon: str = "",
        tone: Tone = Tone.PLAIN,
        *,
        size: int = theme.BODY,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.active().gap(12))
        self._symbol = Symbol(icon, tone, size + 6)
        self.text = Text(words, size=size, tone=tone, bold=bold)
        # Shown before it has a place, it would flash up as a window of its own.
        row.addWidget(self._symbol)
        self._symbol.setHidden(not icon)
        row.addWidget(self.text, 1)

    def show_state(self, words: str, icon: str, tone: Tone) -> None:
        """Shows another sentence."""
        self.text.setText(words)
        self.text.set_tone(tone)
        self._symbol.setVisible(bool(icon))
        if icon:
            self._symbol.show_icon(icon, tone)


def row(*widgets: QWidget, stretch: bool = False) -> QWidget:
    """Widgets beside each other that go below each other where the page is narrow."""
    holder = QWidget()
    if stretch:
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.active().gap(12))
        for widget in widgets:
            inner.addWidget(widget, 1)
        return holder
    layout = Flow(holder)
    for widget in widgets:
        layout.addWidget(widget)
    return holder


class Flow(QLayout):
    """Puts widgets in rows and begins a new row when one is full; gaps of 12 keep targets apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # Qt asks for the height of one width again and again.
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(theme.active().gap(12))

    def invalidate(self) -> None:
        """Something in it changed its size."""
        self._heights.clear()
        super().invalidate()

    def addWidget(self, w: QWidget) -> None:
        """Takes a widget; an item that Qt makes for it would outlive a layout written in Python."""
        self.addChildWidget(w)
        self.addItem(QWidgetItem(w))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Takes one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or None as Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Gives one back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Rows wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return known

    def setGeometry(self, rect: QRect) -> None:
        """Places everything."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """One row of everything."""
        shown = [item for item in self._items if not item.isEmpty()]
        widths = [item.sizeHint().width() for item in shown]
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(sum(widths) + self.spacing() * max(len(widths) - 1, 0), height)

    def minimumSize(self) -> QSize:
        """The widest of them."""
        shown = [item for item in self._items if not item.isEmpty()]
        width = max((item.minimumSize().width() for item in shown), default=0)
        height = max((item.minimumSize().height() for item in shown), default=0)
        return QSize(width, height)

    def _direction(self) -> Qt.LayoutDirection:
        """Rows begin where people begin to read."""
        holder = self.parentWidget()
        return holder.layoutDirection() if holder is not None else Qt.LayoutDirection.LeftToRight

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, high = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), rect.width())
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, high = rect.x(), y + high + self.spacing(), 0
            if move:
                inside = QRect(QPoint(x, y), QSize(width, height))
                item.setGeometry(QStyle.visualRect(self._direction(), rect, inside))
            x, high = x + width + self.spacing(), max(high, height)
        return y + high - rect.y()


def column(widgets: Sequence[QWidget], spacing: int = 12) -> QWidget:
    """Widgets below each other."""
    holder = QWidget()
    inner = QVBoxLayout(holder)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(theme.active().gap(spacing))
    for widget in widgets:
        inner.addWidget(widget)
    return holder


def divider() -> QFrame:
    """A fine line between things that stand below each other."""
    line = QFrame()
    line.setObjectName("line")
    line.setFixedHeight(1)
    return line
