"""One bar of a row of bars; the number beside it says the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion.ui import theme

HIGH = 20


class Bar(QWidget):
    """As long as its share of the longest; a screen reader passes it by, for the words beside it."""

    def __init__(self, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(theme.active().gap(160), theme.active().gap(HIGH))

    def minimumSizeHint(self) -> QSize:
        """A narrow page has short bars."""
        return QSize(40, theme.active().gap(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the track, and the bar on it."""
        look, painter = theme.active(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.colour("border"), 1))
        painter.setBrush(look.colour("ground"))
        painter.drawRoundedRect(box, 5, 5)
        if self.share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary"))
            painter.drawRoundedRect(
                QRectF(box.left(), box.top(), max(box.width() * self.share, 8), box.height()), 5, 5
            )
        painter.end()
