"""The part of a close-up that holds still: skin, navel, rings, marks, past injections and rulers."""

from __future__ import annotations

from math import cos, hypot, pi, sin

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from anakinra_companion.domain.lattice import Patch
from anakinra_companion.domain.sites import MIN_SPACING, NAVEL_KEEPOUT, AvoidMark, Lump, Plane, SitePoint
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch import marks, ruler, shapes
from anakinra_companion.ui.widgets.patch.inks import Inks, inks
from anakinra_companion.ui.widgets.patch.projection import Projection
from anakinra_companion.ui.widgets.patch.state import ROUND_IT, Past, PatchState, reach

_tr = QCoreApplication.translate
ROUND = 14
# A point fills this share of its spacing and is never larger than this many pixels at 100 %.
POINT_SHARE, LARGEST_POINT = 0.33, 19
# The ways between the neighbours of a point, in which the signs of a past injection have room: a reaction stands
# first at the lower left, a flag at the lower right.
ROUND_ABOUT = tuple(QPointF(cos(pi * n / 12), -sin(pi * n / 12)) for n in range(24))
LEFT_FIRST = tuple(ROUND_ABOUT[n] for n in (14, 10, 18, 6))
RIGHT_FIRST = tuple(ROUND_ABOUT[n] for n in (22, 2, 6, 18))


def point_radius(view: Projection) -> float:
    """How large a point is drawn: points never touch, however small the picture."""
    return min(view.pixels(MIN_SPACING) * POINT_SHARE, theme.active().px(LARGEST_POINT))


def painted(state: PatchState, view: Projection, size: QSizeF, ratio: float) -> QPixmap:
    """The whole layer once, sharp on its screen."""
    picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    window, ink = view.window(state.box()), inks(state.tone)
    painter.save()
    _window(painter, window, ink)
    for patch in state.patches:
        _patch(painter, patch, view, ink)
    _marks(painter, state, view, ink)
    for spot in (state.last, *state.or_last):
        _last(painter, spot, view, ink)
    points = [view.pixel(dot.point.x, dot.point.y) for dot in state.dots]
    inside = window.adjusted(*(way * 3 * LARGEST_POINT for way in (1, 1, -1, -1)))
    for past in state.past:
        # Round corners cut off cost ten times as much as the ring itself, and most rings are far from them.
        painter.setClipping(not inside.contains(view.pixel(past.point.x, past.point.y)))
        _past(painter, past, view, ink, points)
    painter.setClipping(True)
    _words(painter, state, view, ink)
    painter.restore()
    _edge(painter, window)
    unit = _tr("sites", "in") if state.inches else _tr("sites", "cm")
    ruler.paint(painter, view, state.box(), inches=state.inches, unit=unit)
    painter.end()
    return picture


def _window(painter: QPainter, window: QRectF, ink: Inks) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(window, ROUND, ROUND)
    painter.fillPath(shape, ink.around)
    painter.setClipPath(shape)


def _edge(painter: QPainter, window: QRectF) -> None:
    painter.setPen(QPen(theme.active().colour("strong_border"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(window, ROUND, ROUND)


def _patch(painter: QPainter, patch: Patch, view: Projection, ink: Inks) -> None:
    shape = QPainterPath()
    shape.addPolygon(QPolygonF([view.pixel(x, y) for x, y in patch.outline]))
    shape.closeSubpath()
    if patch.keepout:
        ring = QPainterPath()
        ring.addEllipse(view.pixel(0, 0), view.pixels(patch.keepout), view.pixels(patch.keepout))
        shape = shape.subtracted(ring)
    painter.setBrush(ink.patch)
    for colour, width in ((ink.halo, 5.0), (ink.accent, 2.0)):
        painter.setPen(QPen(colour, width))
        painter.drawPath(shape)
    if patch.keepout:
        _navel(painter, view, ink)


def _navel(painter: QPainter, view: Projection, ink: Inks) -> None:
    """The navel itself, and the ring about it that belongs to no place (D5)."""
    middle, ring = view.pixel(0, 0), view.pixels(NAVEL_KEEPOUT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((ink.halo, 5.0), (ink.accent, 2.0)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(middle, ring, ring)
    wide, high = view.pixels(70), view.pixels(95)
    painter.setPen(QPen(ink.line, 2))
    painter.setBrush(ink.shade)
    painter.drawEllipse(middle, wide, high)
    fold = QPainterPath(middle + QPointF(-wide * 0.6, -high * 0.2))
    fold.quadTo(middle + QPointF(0, -high * 0.75), middle + QPointF(wide * 0.6, -high * 0.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(fold)


def _words(painter: QPainter, state: PatchState, view: Projection, ink: Inks) -> None:
    """What lies above and below, where there is room between the patch and the edge of the picture."""
    look, window = theme.active(), view.window(state.box())
    high = look.px(theme.SMALL) + 8.0
    if view.pixels(ROUND_IT) < high + 6:
        return
    painter.setFont(look.font(theme.SMALL))
    for words, top in ((state.head_words, window.top() + 2), (state.foot_words, window.bottom() - high - 2)):
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + 16
        place = QRectF(window.center().x() - wide / 2, top, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.around)
        painter.drawRoundedRect(place, 6, 6)
        painter.setPen(ink.line)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _marks(painter: QPainter, state: PatchState, view: Projection, ink: Inks) -> None:
    for avoid in state.avoid:
        mark = avoid.mark
        radius = view.pixels(mark.radius)
        sign = sign_place(state, mark, mark.radius, view)
        marks.avoid(painter, view.pixel(mark.x, mark.y), radius, mark.reason, ink, sign)
    for hard in state.lumps:
        lump = hard.lump
        sign = sign_place(state, lump, reach(hard), view)
        if reach(hard):
            marks.locked(painter, view.pixel(lump.x, lump.y), view.pixels(reach(hard)), ink, sign)
        else:
            marks.checked(painter, sign, ink)


def sign_place(state: PatchState, what: AvoidMark | Lump, far: int, view: Projection) -> QPointF:
    """Where the sign of a mark stands: in its middle, or on its edge where a point would cover it."""
    middle = view.pixel(what.x, what.y)
    points = [view.pixel(dot.point.x, dot.point.y) for dot in state.dots]
    room = point_radius(view) + marks.sign_radius()
    away = max(view.pixels(far), room)

    def free(at: QPointF) -> float:
        return min((hypot(at.x() - one.x(), at.y() - one.y()) for one in points), default=room)

    if free(middle) >= room:
        return middle
    turns = (QPointF(cos(pi * n / 4), -sin(pi * n / 4)) for n in (1, 3, 2, 0, 4, 5, 7, 6))
    # Clear of the words above and below, and not cut off by the edge.
    edge = theme.active().px(theme.SMALL) + 10.0 + marks.sign_radius()
    window = view.window(state.box()).adjusted(edge, edge, -edge, -edge)
    return max((middle + turn * away for turn in turns), key=lambda at: (window.contains(at), min(free(at), room)))


def _last(painter: QPainter, last: SitePoint | None, view: Projection, ink: Inks) -> None:
    """The ring that is too near the last injection (S29)."""
    if last is None:
        return
    near = QColor(ink.line)
    near.setAlphaF(0.12)
    painter.setBrush(near)
    for colour, width in ((ink.halo, 5.0), (ink.line, 2.5)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.DashLine if width < 5 else Qt.PenStyle.SolidLine))
        painter.drawEllipse(view.pixel(last.x, last.y), view.pixels(MIN_SPACING), view.pixels(MIN_SPACING))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _past(painter: QPainter, past: Past, view: Projection, ink: Inks, points: list[QPointF]) -> None:
    at, radius = view.pixel(past.point.x, past.point.y), point_radius(view)
    shapes.rest(painter, at, radius + 5, past.days, ink)
    size = max(radius * 0.62, 10.0)
    away, room = max(view.pixels(MIN_SPACING) * 0.52, radius + size * 0.6), radius + size * 0.85
    if past.grade:
        sign = _beside(at, away, points, room, LEFT_FIRST)
        shapes.reaction(painter, sign, size, past.grade, ink)
        points = [*points, sign]
    if past.instead:
        shapes.flag(painter, _beside(at, away, points, room, RIGHT_FIRST), size * 0.8, ink)


def _beside(at: QPointF, away: float, points: list[QPointF], room: float, ways: tuple[QPointF, ...]) -> QPointF:
    """Where a sign of a past injection stands: at the first spot about it that no point covers."""

    def free(spot: QPointF) -> float:
        return min((hypot(spot.x() - one.x(), spot.y() - one.y()) for one in points), default=room)

    first = next((at + way * away for way in ways if free(at + way * away) >= room), None)
    if first is not None or free(at) < 1:
        return first or at + ways[0] * away
    # Where an injection lies between the points it takes a longer look.
    return max((at + way * away * share for share in (1.0, 1.2, 0.8, 0.6) for way in ROUND_ABOUT), key=free)


def keeps_free(plane: Plane) -> bool:
    """True where the navel keeps a ring of skin free."""
    return plane is Plane.BELLY
