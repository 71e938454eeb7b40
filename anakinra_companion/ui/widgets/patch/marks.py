"""Skin to leave alone: hatched discs, with a sign for the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch.inks import Inks
from anakinra_companion.ui.widgets.patch.shapes import star

_STEP = 9.0
Sign = Callable[[QPainterPath], None]


def sign_radius() -> float:
    """How large a sign is drawn."""
    return float(theme.active().gap(12))


def avoid(painter: QPainter, at: QPointF, radius: float, reason: str, ink: Inks, stands: QPointF) -> None:
    """A disc hatched one way, with the sign of its reason, which stands where it can be seen."""
    hatched(painter, at, radius, ink, ways=(1,))
    _disc(painter, at, radius, ink, Qt.PenStyle.SolidLine)
    badge(painter, stands, sign_radius(), ink)
    sign(painter, stands, sign_radius() * 0.62, reason, ink)


def locked(painter: QPainter, at: QPointF, radius: float, ink: Inks, stands: QPointF) -> None:
    """A lump nobody has checked: a disc hatched both ways in a double ring, with a padlock."""
    hatched(painter, at, radius, ink, ways=(1, -1))
    _disc(painter, at, radius, ink, Qt.PenStyle.SolidLine)
    _disc(painter, at, radius - 5, ink, Qt.PenStyle.SolidLine)
    badge(painter, stands, sign_radius(), ink)
    padlock(painter, stands, sign_radius() * 0.6, ink)


def checked(painter: QPainter, at: QPointF, ink: Inks) -> None:
    """A lump that a doctor has checked: only a sign with a tick, no skin round it is kept free."""
    badge(painter, at, sign_radius(), ink)
    _stroke(painter, at, sign_radius() * 0.6, _tick, ink)


def hatched(painter: QPainter, at: QPointF, radius: float, ink: Inks, *, ways: tuple[int, ...]) -> None:
    """Lines across a disc, the same at every scale of the screen."""
    painter.save()
    disc = QPainterPath()
    disc.addEllipse(at, radius, radius)
    painter.setClipPath(disc)
    painter.setPen(QPen(ink.line, 1.3))
    for way in ways:
        far = -2 * radius
        while far <= 2 * radius:
            begin = at + QPointF(far - radius, way * radius)
            painter.drawLine(begin, begin + QPointF(2 * radius, -2 * way * radius))
            far += _STEP
    painter.restore()


def badge(painter: QPainter, at: QPointF, radius: float, ink: Inks) -> None:
    """The small plain disc that a sign stands on."""
    painter.setPen(QPen(ink.line, 2))
    painter.setBrush(ink.dot)
    painter.drawEllipse(at, radius, radius)


def padlock(painter: QPainter, at: QPointF, size: float, ink: Inks) -> None:
    """A closed padlock."""
    painter.setPen(QPen(ink.dot_ink, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(at.x() - size * 0.5, at.y() - size * 1.05, size, size * 1.4), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.dot_ink)
    painter.drawRoundedRect(QRectF(at.x() - size * 0.8, at.y() - size * 0.25, size * 1.6, size * 1.15), 2, 2)


def sign(painter: QPainter, at: QPointF, size: float, reason: str, ink: Inks) -> None:
    """The sign of a reason; one the map does not know has an exclamation mark."""
    if reason in ("mole", "tattoo"):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.dot_ink)
        if reason == "mole":
            painter.drawEllipse(at, size * 0.55, size * 0.55)
        else:
            painter.drawPolygon(star(at, size))
        return
    _stroke(painter, at, size, SIGNS.get(reason, _exclamation), ink)


def _stroke(painter: QPainter, at: QPointF, size: float, draw: Sign, ink: Inks) -> None:
    path = QPainterPath()
    draw(path)
    painter.save()
    painter.translate(at)
    painter.scale(size, size)
    pen = QPen(ink.dot_ink, 2.2 / size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def _disc(painter: QPainter, at: QPointF, radius: float, ink: Inks, style: Qt.PenStyle) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((ink.halo, 4.5), (ink.line, 2.0)):
        painter.setPen(QPen(colour, width, style))
        painter.drawEllipse(at, radius, radius)


def _scar(path: QPainterPath) -> None:
    path.moveTo(-0.95, 0)
    path.lineTo(0.95, 0)
    for x in (-0.55, 0.0, 0.55):
        path.moveTo(x, -0.5)
        path.lineTo(x, 0.5)


def _vein(path: QPainterPath) -> None:
    path.moveTo(-0.3, -1.0)
    path.cubicTo(1.1, -0.4, -1.1, 0.4, 0.3, 1.0)


def _bruise(path: QPainterPath) -> None:
    path.moveTo(-0.9, 0.1)
    path.cubicTo(-1.0, -0.9, -0.1, -0.5, 0.1, -0.9)
    path.cubicTo(0.9, -1.0, 1.0, -0.1, 0.7, 0.2)
    path.cubicTo(1.0, 0.9, 0.0, 0.8, -0.2, 0.8)
    path.cubicTo(-0.7, 0.9, -0.9, 0.6, -0.9, 0.1)


def _sore(path: QPainterPath) -> None:
    path.moveTo(-0.75, -0.75)
    path.lineTo(0.75, 0.75)
    path.moveTo(-0.75, 0.75)
    path.lineTo(0.75, -0.75)


def _waistband(path: QPainterPath) -> None:
    for y in (-0.45, 0.45):
        path.moveTo(-0.95, y)
        path.lineTo(0.95, y)


def _exclamation(path: QPainterPath) -> None:
    path.moveTo(0, -0.85)
    path.lineTo(0, 0.2)
    path.moveTo(0, 0.78)
    path.lineTo(0, 0.82)


def _tick(path: QPainterPath) -> None:
    path.moveTo(-0.75, 0.05)
    path.lineTo(-0.2, 0.6)
    path.lineTo(0.8, -0.6)


SIGNS: Mapping[str, Sign] = {
    "scar": _scar,
    "vein": _vein,
    "bruise": _bruise,
    "sore": _sore,
    "waistband": _waistband,
}
