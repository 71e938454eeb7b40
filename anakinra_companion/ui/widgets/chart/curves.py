"""Paints curves: an edge where one reading stands for a column, else the room between the lowest and the highest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.chart.axes import Scale
from anakinra_companion.ui.widgets.chart.state import Curve, Point

# Several sensors are told apart by their lines, and by colour too: how long a dash and a hole are (pixels).
DASHES: tuple[tuple[tuple[int, int], str], ...] = (
    ((1, 0), "primary"),
    ((11, 6), "info"),
    ((3, 4), "text"),
    ((20, 8), "muted"),
)


# Columns nearer to each other than this (pixels) are drawn as bars.
DENSE = 2.0
# How much of its colour the room between two edges has, and a hole between two dashes.
PALE = 0.35


def line_of(number: int) -> tuple[tuple[int, int], QColor]:
    """The dash with its hole, and the colour, of one of several curves."""
    dash, token = DASHES[number % len(DASHES)]
    return dash, theme.active().colour(token)


def pen_of(number: int) -> QPen:
    """The pen of one of several curves."""
    (dash, hole), colour = line_of(number)
    width = theme.active().gap(2)
    pen = QPen(colour, width)
    if hole:
        pen.setDashPattern([dash / width, hole / width])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def runs(curve: Curve) -> Iterator[list[Point]]:
    """The parts of a curve between its gaps."""
    run: list[Point] = []
    for point in (*curve.points, None):
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def paint(painter: QPainter, on: Scale, curve: Curve, number: int) -> None:
    """One curve; nothing is drawn where it has a gap."""
    for run in runs(curve):
        top = [QPointF(on.x(second), on.y(high)) for second, _, high in run]
        if len(run) == 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(line_of(number)[1])
            painter.drawEllipse(top[0], 3.5, 3.5)
        bottom = [QPointF(point.x(), on.y(low)) for point, (_, low, _) in zip(top, run, strict=True)]
        if len(run) > 1 and (top[-1].x() - top[0].x()) / (len(run) - 1) < DENSE:
            _bars(painter, top, bottom, number)
            continue
        if all(low == high for _, low, high in run):
            _edge(painter, top, number)
            continue
        _between(painter, top, bottom, number)
        _edge(painter, top, number)
        _edge(painter, bottom, number)


def _bars(painter: QPainter, top: Sequence[QPointF], bottom: Sequence[QPointF], number: int) -> None:
    """Each column as a bar that touches the one before; lines through a year of them take a tenth of a second."""
    thin, (dash, hole), colour = theme.active().gap(2), *line_of(number)
    bars: list[QRectF] = []
    pale: list[QRectF] = []
    for place in range(len(top)):
        x, high, low = top[place].x(), top[place].y(), bottom[place].y()
        left, before = (top[place - 1].x(), place - 1) if place else (x - 1, 0)
        high, low = min(high, bottom[before].y()), max(low, top[before].y())
        kept = bars if not hole or x % (dash + hole) < dash else pale
        # A column narrower than a pixel would be left out.
        kept.append(QRectF(min(left, x - 1), high - thin / 2, max(x - left, 1.0), low - high + thin))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRects(bars)
    painter.setBrush(_paled(colour))
    painter.drawRects(pale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _between(painter: QPainter, top: Sequence[QPointF], bottom: Sequence[QPointF], number: int) -> None:
    """The room between both edges."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_paled(line_of(number)[1]))
    painter.drawPolygon(QPolygonF([*top, *reversed(bottom)]))


def _edge(painter: QPainter, points: Sequence[QPointF], number: int) -> None:
    """Line by line, which is far quicker than one path with joins."""
    (dash, hole), colour = line_of(number)
    lines = [QLineF(earlier, later) for earlier, later in pairwise(points)]
    pen = QPen(colour, theme.active().gap(2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if hole:
        # No hole is empty: what was measured there must be seen.
        painter.setPen(QPen(_paled(colour), 1.5))
        painter.drawLines(lines)
        lines = _dashed(lines, dash, hole)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines(lines)


def _paled(colour: QColor) -> QColor:
    pale = QColor(colour)
    pale.setAlphaF(PALE)
    return pale


def _dashed(lines: Sequence[QLineF], dash: int, hole: int) -> list[QLineF]:
    """The same lines with holes; Qt would begin a new dash with each of them, and show none on short ones."""
    period, found = dash + hole, []
    starts = accumulate((line.length() for line in lines), initial=0.0)
    for line, start in zip(lines, starts, strict=False):
        length = line.length()
        first = int(start // period) * period
        for begin in range(first, int(start + length) + 1, period):
            left, right = max(begin, start), min(begin + dash, start + length)
            if left < right:
                found.append(QLineF(line.pointAt((left - start) / length), line.pointAt((right - start) / length)))
    return found
