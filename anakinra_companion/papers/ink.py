"""A PDF drawn in millimetres, true to scale, from the corner of what a printer can reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QPolygonF,
)
from PySide6.QtSvg import QSvgRenderer

MARGIN_MM = 12.0
DOTS = 1200
MM_PER_INCH = 25.4
# Lines in millimetres: what is cut or written on, what helps, what lies behind.
THICK, THIN, FINE = 0.5, 0.25, 0.15
# Shades that stay apart on a printer without colour.
BLACK, PALE, WHITE = QColor("#000000"), QColor("#ececec"), QColor("#ffffff")

Spot = tuple[float, float]


class TooMuchToPrint(Exception):  # noqa: N818 - named for what happened
    """The words do not fit on a page at a size that can be read."""


class Ink:
    """Draws on the pages of one paper; every length is in millimetres, every size of type in points."""

    def __init__(self, writer: QPdfWriter, painter: QPainter) -> None:
        self._writer = writer
        self._painter = painter
        self.width = writer.width() * MM_PER_INCH / DOTS
        self.height = writer.height() * MM_PER_INCH / DOTS

    def next_page(self) -> None:
        """Goes on with an empty page."""
        self._writer.newPage()

    def line(self, start: Spot, end: Spot, weight: float = THIN, *, dashed: bool = False) -> None:
        """Draws a straight line."""
        self._take(weight, dashed=dashed)
        self._painter.drawLine(_dots(start), _dots(end))

    def box(self, left: float, top: float, width: float, height: float, *, weight: float, fill: QColor) -> None:
        """Draws a filled rectangle; a weight of 0 leaves its edge away."""
        self._take(weight, fill=fill)
        self._painter.drawRect(QRectF(_dots((left, top)), _dots((left + width, top + height))))

    def frame(self, left: float, top: float, width: float, height: float, weight: float) -> None:
        """Draws a rectangle with round corners around something."""
        self._take(weight)
        self._painter.drawRoundedRect(QRectF(_dots((left, top)), _dots((left + width, top + height))), _ONE, _ONE)

    def circle(
        self, middle: Spot, radius: float, weight: float = THIN, *, dashed: bool = False, fill: QColor | None = None
    ) -> None:
        """Draws a circle."""
        self._take(weight, dashed=dashed, fill=fill)
        reach = _dots((radius, radius))
        self._painter.drawEllipse(_dots(middle), reach.x(), reach.y())

    def cross(self, middle: Spot, reach: float, weight: float = THIN) -> None:
        """Draws an upright cross."""
        x, y = middle
        self.line((x - reach, y), (x + reach, y), weight)
        self.line((x, y - reach), (x, y + reach), weight)

    def shape(self, corners: Sequence[Spot], weight: float = THIN, *, fill: QColor | None = None) -> None:
        """Draws a closed outline."""
        self._take(weight, fill=fill)
        self._painter.drawPolygon(QPolygonF([_dots(corner) for corner in corners]))

    def arrow(self, start: Spot, end: Spot, weight: float = THICK) -> None:
        """Draws an upright or level arrow."""
        self.line(start, end, weight)
        (x, y), head = end, 2.0
        along_x = (end[0] > start[0]) - (end[0] < start[0])
        along_y = (end[1] > start[1]) - (end[1] < start[1])
        back = (x - along_x * head, y - along_y * head)
        aside = (along_y * head * 0.6, along_x * head * 0.6)
        corners = [end, (back[0] + aside[0], back[1] + aside[1]), (back[0] - aside[0], back[1] - aside[1])]
        self.shape(corners, weight, fill=BLACK)

    def picture(self, drawing: QSvgRenderer, left: float, top: float, height: float) -> float:
        """Paints a drawing at a height and returns its millimetres for each of its own units."""
        box = drawing.viewBoxF()
        scale = height / box.height()
        drawing.render(self._painter, QRectF(_dots((left, top)), _dots((left + box.width() * scale, top + height))))
        return scale

    def words(
        self,
        words: str,
        left: float,
        top: float,
        width: float,
        size: float,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:
        """Writes lines that break at a width and returns how high they are."""
        self._take(THIN)
        self._painter.setFont(font(size, bold=bold))
        height = self.height_of(words, width, size, bold=bold)
        # Half a point more than was measured, so that a line does not break on rounding.
        room = QRectF(_dots((left, top)), _dots((left + width, top + height + 0.2)))
        self._painter.drawText(room, int(Qt.TextFlag.TextWordWrap | align), words)
        return height

    def height_of(self, words: str, width: float, size: float, *, bold: bool = False) -> float:
        """How high some words are at a width."""
        room = QRectF(0, 0, _dots((width, 0)).x(), 1e7)
        return self._metrics(size, bold=bold).boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height() / _ONE

    def width_of(self, words: str, size: float, *, bold: bool = False) -> float:
        """How wide some words are on one line."""
        return self._metrics(size, bold=bold).horizontalAdvance(words) / _ONE

    def _metrics(self, size: float, *, bold: bool) -> QFontMetricsF:
        return QFontMetricsF(font(size, bold=bold), self._writer)

    def _take(self, weight: float, *, dashed: bool = False, fill: QColor | None = None) -> None:
        pen = QPen(BLACK, weight * _ONE)
        pen.setStyle(Qt.PenStyle.NoPen if weight == 0 else Qt.PenStyle.SolidLine)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern([1.6 / weight, 1.2 / weight])
        self._painter.setPen(pen)
        self._painter.setBrush(QBrush(fill) if fill is not None else QBrush(Qt.BrushStyle.NoBrush))


_ONE = DOTS / MM_PER_INCH


def _dots(spot: Spot) -> QPointF:
    return QPointF(spot[0] * _ONE, spot[1] * _ONE)


def font(size: float, *, bold: bool) -> QFont:
    """The letters of every paper; `size` in points."""
    made = QFont()
    made.setPointSizeF(size)
    made.setBold(bold)
    return made


@contextmanager
def paper(path: Path, page: QPageSize.PageSizeId, title: str) -> Iterator[Ink]:
    """Opens a PDF of upright pages; raises OSError where it cannot be written, and leaves none that is not whole."""
    with path.open("wb"):
        pass
    writer = QPdfWriter(str(path))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    upright = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(QPageSize(page), upright, margins, QPageLayout.Unit.Millimeter))
    writer.setResolution(DOTS)
    writer.setTitle(title)
    painter = QPainter(writer)
    whole = False
    try:
        yield Ink(writer, painter)
        whole = True
    finally:
        painter.end()
        if not whole:
            path.unlink()
