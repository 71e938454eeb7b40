"""How full something is, with a mark at three quarters: shape, not colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion.domain.sharps import FULL
from anakinra_companion.ui import theme
from anakinra_companion.ui.theme import Tone


class FillBar(QWidget):
    """`part` is 0 to 1, above 1 is drawn as full; its words are the accessible name."""

    def __init__(self, part: float, name: str, *, full: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._full = part, full
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line of words, as wide as there is room."""
        look = theme.active()
        return QSize(look.px(320), look.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the bar and the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.active()
        frame = QRectF(self.rect()).adjusted(1, look.px(5), -1, -look.px(5))
        radius = look.px(6)
        painter.setPen(QPen(look.colour("strong_border"), 1.5))
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(frame, radius, radius)
        filled = QRectF(frame)
        filled.setWidth(frame.width() * max(0.0, min(self._part, 1.0)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Tone.SOON.value if self._full else "primary"))
        painter.drawRoundedRect(filled, radius, radius)
        mark = frame.left() + frame.width() * float(FULL)
        painter.setPen(QPen(look.colour("text"), look.px(2)))
        painter.drawLine(QPointF(mark, 0), QPointF(mark, self.height()))
        painter.end()
