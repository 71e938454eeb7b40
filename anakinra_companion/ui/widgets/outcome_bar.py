"""What became of some doses as one bar: each part in its colour and its own hatching, as long as its count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion.domain.figures import Outcome
from anakinra_companion.ui import theme

# Told apart without colour too: filled, half filled, hatched this way and that, dotted, empty.
LOOKS = {
    Outcome.TAKEN: ("taken", Qt.BrushStyle.SolidPattern),
    Outcome.PART: ("soon", Qt.BrushStyle.Dense3Pattern),
    Outcome.NOT_RECORDED: ("soon", Qt.BrushStyle.BDiagPattern),
    Outcome.MISSED: ("stop", Qt.BrushStyle.DiagCrossPattern),
    Outcome.SKIPPED: ("muted", Qt.BrushStyle.HorPattern),
    Outcome.PAUSED: ("muted", Qt.BrushStyle.Dense6Pattern),
    Outcome.OPEN: ("info", Qt.BrushStyle.NoBrush),
}
GAP = 2
# What is on record at all can be seen, however few it is.
LEAST = 6

Parts = Sequence[tuple[Outcome, int]]


class OutcomeBar(QWidget):
    """`whole` is the count that fills its width; its words are the accessible name."""

    def __init__(self, parts: Parts, whole: int, name: str, high: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = [(outcome, count) for outcome, count in parts if count]
        self._whole, self._high = max(whole, 1), high
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line of words, as wide as there is room."""
        return QSize(theme.active().gap(220), theme.active().gap(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the parts beside each other, from where the reading begins."""
        painter = QPainter(self)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        left = 0.0
        for outcome, long in zip([each for each, _ in self._parts], self._lengths(), strict=True):
            paint_part(painter, outcome, QRectF(left, 0, long, self.height()))
            left += long + GAP
        painter.end()

    def _lengths(self) -> list[float]:
        room = self.width() - GAP * max(len(self._parts) - 1, 0)
        long = [max(room * count / self._whole, LEAST) for _, count in self._parts]
        return [each * min(1.0, room / sum(long)) for each in long] if long else []


class Swatch(QWidget):
    """A small square of a part, beside its word."""

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = outcome
        side = theme.active().px(22)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints it."""
        painter = QPainter(self)
        paint_part(painter, self._outcome, QRectF(self.rect()))
        painter.end()


def paint_part(painter: QPainter, outcome: Outcome, rect: QRectF) -> None:
    """One part of a bar."""
    name, pattern = LOOKS[outcome]
    ink = theme.active().colour(name)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(QBrush(ink, pattern))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
