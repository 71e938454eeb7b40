"""The shapes on skin, each state with one of its own; close-up and legend draw them alike."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from anakinra_companion.domain.sites import POINT_REST_DAYS
from anakinra_companion.ui.widgets.patch.inks import Inks
from anakinra_companion.ui.widgets.patch.state import Rank

_HALF_TURN = 180 * 16
# The ring of a rest starts at the top, like a clock, and is measured in sixteenths of a degree.
_TOP = 90 * 16
# What a past injection still shows of its strength when four weeks are over.
FAINTEST = 0.9


def star(at: QPointF, radius: float) -> QPolygonF:
    """A star with five points, one up."""
    turns = [(k * pi / 5 - pi / 2, radius if k % 2 == 0 else radius * 0.45) for k in range(10)]
    return QPolygonF([at + QPointF(cos(turn) * far, sin(turn) * far) for turn, far in turns])


def diamond(at: QPointF, radius: float) -> QPolygonF:
    """A square on its corner."""
    return QPolygonF([at + QPointF(x, y) * radius for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))])


def drop(at: QPointF, radius: float) -> QPainterPath:
    """A drop, its tip up."""
    path = QPainterPath(at + QPointF(0, -radius * 1.25))
    path.cubicTo(at + QPointF(radius * 1.2, radius * 0.1), at + QPointF(radius, radius), at + QPointF(0, radius))
    path.cubicTo(
        at + QPointF(-radius, radius), at + QPointF(-radius * 1.2, radius * 0.1), at + QPointF(0, -radius * 1.25)
    )
    return path


def point(painter: QPainter, at: QPointF, radius: float, rank: Rank, number: str, ink: Inks) -> None:
    """A point: filled with a star when it is next, a double ring for the two others, crossed when not now."""
    ground = {Rank.NEXT: ink.accent, Rank.BLOCKED: ink.quiet}.get(rank, ink.dot)
    edge = ink.quiet_ink if rank is Rank.BLOCKED else ink.accent
    painter.setBrush(ground)
    painter.setPen(QPen(ink.halo, 4))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(QPen(edge, 2, Qt.PenStyle.DotLine if rank is Rank.BLOCKED else Qt.PenStyle.SolidLine))
    painter.drawEllipse(at, radius, radius)
    if rank is Rank.OTHER:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius - 4, radius - 4)
    words = {Rank.NEXT: ink.on_accent, Rank.BLOCKED: ink.quiet_ink}.get(rank, ink.dot_ink)
    _figure(painter, at, radius * (0.92 if rank is Rank.OTHER else 1.05), number, words)
    if rank is Rank.BLOCKED:
        # A stroke across that leaves the number alone.
        painter.setPen(QPen(edge, 2.5))
        for way in (QPointF(-radius, radius), QPointF(radius, -radius)):
            painter.drawLine(at + way * 0.46, at + way * 0.95)
    if rank is Rank.NEXT:
        badge = at + QPointF(radius, -radius) * 0.78
        painter.setPen(QPen(ink.accent, 1.5))
        painter.setBrush(ink.dot)
        painter.drawPolygon(star(badge, max(radius * 0.56, 6.5)))


def _figure(painter: QPainter, at: QPointF, size: float, number: str, ink: QColor) -> None:
    font = QFont()
    font.setPixelSize(max(round(size), 8))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QRectF(at.x() - 40, at.y() - 40, 80, 80), Qt.AlignmentFlag.AlignCenter, number)


def rest(painter: QPainter, at: QPointF, radius: float, days: int, ink: Inks) -> None:
    """A past injection: a ring that runs out while the four weeks go by; older is a small bare ring.

    It hardly fades: by its length it tells the time, and a faint line on skin is none for many eyes (3:1 at least).
    """
    left = max(1 - max(days, 0) / POINT_REST_DAYS, 0.0)
    if not left:
        painter.setPen(QPen(_faded(ink.line, FAINTEST), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius * 0.28, radius * 0.28)
        return
    strength = FAINTEST + (1 - FAINTEST) * left
    box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((ink.halo, 6.5), (_faded(ink.line, strength), 4.0)):
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, _TOP, -round(2 * _HALF_TURN * left))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faded(ink.line, strength))
    painter.drawEllipse(at, radius * 0.3, radius * 0.3)


def reaction(painter: QPainter, at: QPointF, radius: float, grade: int, ink: Inks) -> None:
    """How the skin took an injection: a square on its corner with the grade in it."""
    painter.setPen(QPen(ink.halo, 4))
    painter.setBrush(ink.stop)
    painter.drawPolygon(diamond(at, radius))
    _figure(painter, at, radius * 1.15, str(grade), ink.halo)


def flag(painter: QPainter, at: QPointF, radius: float, ink: Inks) -> None:
    """An injection that went elsewhere than was chosen: a pennant on its pole."""
    foot, top = at + QPointF(-radius * 0.6, radius), at + QPointF(-radius * 0.6, -radius)
    cloth = QPolygonF([top, at + QPointF(radius, -radius * 0.45), at + QPointF(-radius * 0.6, radius * 0.1)])
    for colour, width in ((ink.halo, 5.0), (ink.line, 1.8)):
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(ink.line)
        painter.drawLine(foot, top)
        painter.drawPolygon(cloth)


def newest(painter: QPainter, at: QPointF, radius: float, ink: Inks) -> None:
    """The last injection: a drop."""
    for colour, width in ((ink.halo, 4.0), (ink.line, 0.5)):
        painter.setPen(QPen(colour, width))
        painter.setBrush(ink.line)
        painter.drawPath(drop(at, radius))


def frame(painter: QPainter, at: QPointF, half: float, ink: Inks) -> None:
    """The frame round the point that was chosen: a square, where everything else is round."""
    box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    line = 3.0 if half > 16 else 2.0
    for colour, width in ((ink.halo, 2 * line), (ink.line, line)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(box, 5, 5)


def _faded(colour: QColor, strength: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(strength)
    return faint
