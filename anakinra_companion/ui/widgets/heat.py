"""How a place took its injections, painted on the figure: a pattern for each grade, and its words beside the body."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch.inks import Inks

# How wide the words beside the figure may be (pixels at 100 %).
ROOM = 104
_DOTS, _LINES, _CLOSE_LINES = 8.0, 7.0, 6.0


@dataclass(frozen=True, slots=True)
class Heat:
    """The worst reaction of a place (0 to 3, None where nothing was told), and the short words beside it."""

    grade: int | None
    words: str


def paint(painter: QPainter, shape: QPainterPath, grade: int | None, ink: Inks, *, chosen: bool) -> None:
    """Fills a place: empty and dashed when nothing is known, plain for none, then dots, lines, crossed lines."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.halo, 6))
    painter.drawPath(shape)
    if grade is None:
        painter.setPen(QPen(ink.line, 4 if chosen else 2, Qt.PenStyle.DashLine))
        painter.drawPath(shape)
        return
    painter.fillPath(shape, ink.dot)
    painter.save()
    painter.setClipPath(shape)
    box = shape.boundingRect()
    if grade == 1:
        _dots(painter, box, ink)
    elif grade > 1:
        _lines(painter, box, _LINES if grade == 2 else _CLOSE_LINES, ink, ways=(1,) if grade == 2 else (1, -1))
    painter.restore()
    painter.setPen(QPen(ink.stop if grade else ink.line, 4.5 if chosen else 2.5))
    painter.drawPath(shape)


def _dots(painter: QPainter, box: QRectF, ink: Inks) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.stop)
    for row in range(int(box.height() / _DOTS) + 1):
        for column in range(int(box.width() / _DOTS) + 1):
            aside = _DOTS / 2 if row % 2 else 0.0
            painter.drawEllipse(QPointF(box.left() + column * _DOTS + aside, box.top() + row * _DOTS), 1.7, 1.7)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _lines(painter: QPainter, box: QRectF, step: float, ink: Inks, *, ways: tuple[int, ...]) -> None:
    painter.setPen(QPen(ink.stop, 2.2))
    for way in ways:
        far = -box.height()
        while far <= box.width() + box.height():
            foot, head = box.bottom(), box.top()
            begin, end = (foot, head) if way > 0 else (head, foot)
            painter.drawLine(QPointF(box.left() + far, begin), QPointF(box.left() + far + box.height(), end))
            far += step


def tell(painter: QPainter, place: QRectF, words: str, room: QRectF) -> None:
    """Writes the words of a place into the room beside the figure, with a line that leads to the place."""
    look = theme.active()
    on_left = room.center().x() < place.center().x()
    side = Qt.AlignmentFlag.AlignLeft if on_left else Qt.AlignmentFlag.AlignRight
    high = painter.fontMetrics().height() * (words.count("\n") + 1) + 4.0
    box = QRectF(room.left(), place.center().y() - high / 2, room.width(), high)
    painter.setFont(look.font(theme.SMALL, bold=True))
    painter.setPen(look.colour("text"))
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)
    wide = max(painter.fontMetrics().horizontalAdvance(line) for line in words.split("\n")) + 6.0
    begin = room.left() + wide if on_left else room.right() - wide
    end = place.left() - 3 if on_left else place.right() + 3
    painter.setPen(QPen(look.colour("muted"), 1.2))
    painter.drawLine(QPointF(begin, place.center().y()), QPointF(end, place.center().y()))
