"""Paints the still part of a chart: band, lines, times out of range, curves, and what is written beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap

from anakinra_companion.domain.fridge.readings import FREEZING, HIGHEST, LOWEST
from anakinra_companion.ui import icons, theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.chart import curves, degrees
from anakinra_companion.ui.widgets.chart.axes import Scale, limits, temperature_ticks, time_ticks
from anakinra_companion.ui.widgets.chart.state import ChartState, Shade, ShadeKind

# A time out of range is at least so wide (pixels), however short it was.
NARROWEST, PATTERNED = 4.0, 8.0
_PATTERNS = {
    ShadeKind.FROZEN: (Qt.BrushStyle.DiagCrossPattern, Tone.STOP, "snowflake"),
    ShadeKind.COLD: (Qt.BrushStyle.FDiagPattern, Tone.INFO, "snowflake"),
    ShadeKind.WARM: (Qt.BrushStyle.BDiagPattern, Tone.SOON, "sun"),
    ShadeKind.HOT: (Qt.BrushStyle.CrossPattern, Tone.STOP, "sun"),
}


def icon_side() -> int:
    """How large the icon above a time out of range is."""
    return theme.active().px(20)


def shade_box(on: Scale, shade: Shade) -> QRectF:
    """Where a time out of range lies."""
    left, right = (
        min(max(on.x(each), on.area.left()), on.area.right()) for each in (shade.span.start, shade.span.end)
    )
    middle, half = (left + right) / 2, max(right - left, NARROWEST) / 2
    return QRectF(middle - half, on.area.top(), 2 * half, on.area.height())


def painted(state: ChartState, on: Scale, size: QSizeF, ratio: float) -> QPixmap:
    """All of it, at the sharpness of the screen."""
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    look = theme.active()
    picture.fill(look.colour("surface"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _band(painter, on)
    _axes(painter, state, on)
    for shade in state.shades:
        paint_sign(shade.kind, painter, shade_box(on, shade))
    painter.save()
    painter.setClipRect(on.area)
    for number, curve in enumerate(state.curves):
        curves.paint(painter, on, curve, number)
    painter.restore()
    _icons(painter, on, state.shades)
    painter.setPen(QPen(look.colour("strong_border"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(on.area)
    painter.end()
    return picture


def _band(painter: QPainter, on: Scale) -> None:
    top, bottom = on.y(HIGHEST), on.y(LOWEST)
    painter.fillRect(QRectF(on.area.left(), top, on.area.width(), bottom - top), theme.active().colour("taken_soft"))


def _axes(painter: QPainter, state: ChartState, on: Scale) -> None:
    look = theme.active()
    font = look.font(theme.SMALL)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    line, area, grid = metrics.height(), on.area, QColor(look.colour("border"))
    # White on black it would be louder than the curves.
    grid.setAlphaF(0.3 if look.name == "high_contrast" else 1.0)
    for tick in temperature_ticks(on, state.unit, line):
        y = on.y(tick.at)
        painter.setPen(QPen(grid, 1))
        painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.setPen(look.colour("text" if tick.strong else "muted"))
        where = QRectF(0, y - line / 2, area.left() - look.gap(8), line)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.words)
    for tick in time_ticks(on, state.zone, metrics.horizontalAdvance):
        x = on.x(tick.at)
        painter.setPen(QPen(grid, 1))
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        painter.setPen(QPen(look.colour("strong_border"), 1.5))
        painter.drawLine(QLineF(x, area.bottom(), x, area.bottom() + look.gap(5)))
        painter.setPen(look.colour("text" if tick.strong else "muted"))
        _below(painter, area, x, metrics.horizontalAdvance(tick.words), tick.words)
    _limit_lines(painter, on)
    painter.setPen(look.colour("muted"))
    unit = QRectF(0, area.top() - line - look.gap(2), area.left() - look.gap(8), line)
    painter.drawText(unit, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, degrees.sign(state.unit))


def _below(painter: QPainter, area: QRectF, x: float, wide: float, words: str) -> None:
    """Below the picture, and never beyond its ends."""
    look, height = theme.active(), painter.fontMetrics().height()
    left = min(max(x - wide / 2, area.left() - look.gap(6)), area.right() + look.gap(6) - wide)
    painter.drawText(QPointF(left, area.bottom() + look.gap(6) + height * 0.8), words)


def _limit_lines(painter: QPainter, on: Scale) -> None:
    look = theme.active()
    for limit in limits(on):
        in_band = limit in (LOWEST, HIGHEST)
        colour = look.colour(Tone.TAKEN.value) if in_band else look.colour(Tone.STOP.value)
        style = Qt.PenStyle.SolidLine if in_band else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 1.5 if in_band else 2, style))
        painter.drawLine(QLineF(on.area.left(), on.y(limit), on.area.right(), on.y(limit)))
    side = theme.active().px(16)
    # The dashed line is told by its sign, too.
    mark = QRectF(on.area.left() + look.gap(4), on.y(FREEZING) + 1, side, side)
    if mark.bottom() < on.area.bottom():
        icons.paint(painter, "snowflake", look.colour(Tone.STOP.value), mark)


def paint_sign(kind: ShadeKind, painter: QPainter, box: QRectF) -> None:
    """The pattern of a time out of range, with its edges."""
    style, tone, _ = _PATTERNS[kind]
    look = theme.active()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    wash = QColor(look.tokens.wash(tone))
    wash.setAlphaF(0.75)
    painter.fillRect(box, wash)
    # On less there is no pattern to be seen, and many short times would take long to paint.
    if box.width() >= PATTERNED:
        ink = QColor(look.tokens.ink(tone))
        ink.setAlphaF(0.55)
        painter.fillRect(box, QBrush(ink, style))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(look.tokens.ink(tone)), 1.5))
    for x in (box.left(), box.right()):
        painter.drawLine(QLineF(x, box.top(), x, box.bottom()))


def _icons(painter: QPainter, on: Scale, shades: Sequence[Shade]) -> None:
    """Above each time out of range its sign; where they crowd, the first of them."""
    look, side, right = theme.active(), icon_side(), float("-inf")
    for shade in shades:
        _, tone, icon = _PATTERNS[shade.kind]
        left = shade_box(on, shade).center().x() - side / 2
        if left >= right:
            box = QRectF(left, on.area.top() - side - look.gap(6), side, side)
            icons.paint(painter, icon, QColor(look.tokens.ink(tone)), box)
            right = left + side + 2
