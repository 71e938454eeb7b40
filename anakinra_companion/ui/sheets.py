"""A drawing cut into sheets: what stands still is painted once, and only what moves is painted again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from anakinra_companion import drawings
from anakinra_companion.domain.profile import Build

# How far a moving layer is drawn beyond the picture, as a share of its width: as far as any of them moves.
BEYOND = 0.18
# Around what moves this much more is painted: a line's soft edge, and a place between two pixels.
HAIR = 2
# A sign, such as a tick, is never turned over: for the left hand it only changes its side.
SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Which drawing, in which skin tone, on which body, for which hand of whom."""

    name: str
    tone: int
    body: str
    mirrored: bool
    helper: bool = False
    build: Build = Build.MIDDLE

    def renderer(self) -> QSvgRenderer:
        """What draws it."""
        return drawings.renderer(self.name, self.tone, self.body, helper=self.helper, build=self.build)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Layers that lie together in the drawing, painted once: they stand still, or all move alike.

    `place` is where the picture lies in the drawing, in pixels of the screen: no larger than what its layers cover.
    """

    picture: QPixmap
    place: QRect
    moves: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said in words on a drawing `width` by `height` large, and where, in its own units."""

    width: float
    height: float
    labels: tuple[tuple[str, float, float], ...]
    side: tuple[str, QRectF] | None


# To parse a drawing takes as long as to paint it, and each picture asks for these at every paint.
@lru_cache(maxsize=32)
def marks(drawing: Drawing) -> Marks:
    """The size of a drawing, its labels and its side."""
    drawn = drawing.renderer()
    box = drawn.viewBoxF()
    labels = tuple(drawings.labels(drawn, mirrored=drawing.mirrored))
    return Marks(
        box.width(), box.height(), labels, drawings.side_label(drawn, drawing.body, mirrored=drawing.mirrored)
    )


# As many as the large sheet shows at once: nine at full size cost 39 MiB.
@lru_cache(maxsize=4)
def sheets(drawing: Drawing, size: tuple[int, int], moving: frozenset[str]) -> list[Sheet]:
    """The drawing from the back to the front, in as few sheets as its movement allows."""
    groups = [
        (moves, list(layers))
        for moves, layers in groupby(drawings.layers(drawing.name), key=lambda layer: layer in moving)
    ]
    return [_sheet(drawing, QSize(*size), layers, moves=moves) for moves, layers in groups]


def _sheet(drawn: Drawing, size: QSize, layers: list[str], *, moves: bool) -> Sheet:
    drawing = drawn.renderer()
    box = drawing.viewBoxF()
    to_pixels = QTransform()
    if drawn.mirrored:
        to_pixels.translate(size.width(), 0).scale(-1, 1)
    to_pixels.scale(size.width() / box.width(), size.height() / box.height())
    # An arm that comes in from the edge goes on beyond it.
    edge = round(size.width() * BEYOND) if moves else 0
    covered = QRectF()
    for layer in layers:
        covered = covered.united(to_pixels.mapRect(drawing.boundsOnElement(layer)))
    place = covered.toAlignedRect().adjusted(-HAIR, -HAIR, HAIR, HAIR)
    place = place.intersected(QRect(QPoint(0, 0), size).adjusted(-edge, -edge, edge, edge))
    picture = QPixmap(place.size())
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(to_pixels * QTransform.fromTranslate(-place.x(), -place.y()))
    for layer in layers:
        at = drawing.boundsOnElement(layer)
        painter.save()
        if drawn.mirrored and layer == SIGN:
            painter.translate(2 * at.center().x(), 0)
            painter.scale(-1, 1)
        drawing.render(painter, layer, at)
        painter.restore()
    painter.end()
    return Sheet(picture, place, moves)
