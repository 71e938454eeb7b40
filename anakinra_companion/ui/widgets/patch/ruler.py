"""The rulers along a close-up: their zero is the landmark, so that they tell where a spot is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch.projection import Projection

# Lengths in 0.1 mm; an inch is exactly 2.54 cm.
CENTIMETRE = 100
INCH = 254


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of a ruler: where on the skin, in 0.1 mm from the landmark, and the number that it bears."""

    tenths: float
    number: str
    long: bool


def ticks(begin: float, end: float, *, inches: bool, every: int = 5) -> list[Tick]:
    """The marks between two ends: each centimetre, or each half inch, with a number at every few."""
    step = INCH / 2 if inches else CENTIMETRE
    whole = 2 if inches else every
    first, last = -int(-begin // step), int(end // step)
    return [
        Tick(n * step, f"{abs(n) // 2 if inches else abs(n)}" if n % whole == 0 else "", long=n % whole == 0)
        for n in range(first, last + 1)
    ]


def paint(painter: QPainter, view: Projection, box: QRectF, *, inches: bool, unit: str) -> None:
    """A ruler below the skin and one beside it."""
    look = theme.active()
    window = view.window(box)
    painter.setPen(QPen(look.colour("muted"), 1.5))
    painter.setFont(look.font(theme.SMALL))
    base, edge = window.bottom() + 3, window.left() - 3
    painter.drawLine(QPointF(window.left(), base), QPointF(window.right(), base))
    painter.drawLine(QPointF(edge, window.top()), QPointF(edge, window.bottom()))
    _number(painter, QPointF(edge - look.px(11) - 8, base + 9 + look.px(10)), unit)
    for tick in ticks(box.left(), box.right(), inches=inches):
        x = view.pixel(tick.tenths, 0).x()
        painter.drawLine(QPointF(x, base), QPointF(x, base + (9 if tick.long else 5)))
        if tick.number:
            _number(painter, QPointF(x, base + 9 + look.px(10)), tick.number)
    for tick in ticks(box.top(), box.bottom(), inches=inches):
        y = view.pixel(0, tick.tenths).y()
        painter.drawLine(QPointF(edge, y), QPointF(edge - (9 if tick.long else 5), y))
        if tick.number:
            wide = QFontMetricsF(painter.font()).horizontalAdvance(tick.number)
            _number(painter, QPointF(edge - 12 - wide / 2, y), tick.number)


def _number(painter: QPainter, at: QPointF, number: str) -> None:
    painter.drawText(QRectF(at.x() - 50, at.y() - 30, 100, 60), Qt.AlignmentFlag.AlignCenter, number)
