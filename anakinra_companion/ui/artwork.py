"""Our layered drawings: in the person's skin tone, for the left or right hand, sharp at every scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion import drawings
from anakinra_companion.domain.sites import Place
from anakinra_companion.ui import theme
from anakinra_companion.ui.motion import MOTIONS

# How far a moving layer is drawn beyond the picture, as a share of its width: as far as any of them moves.
BEYOND = 0.18
# A sign, such as a tick, is never turned over: for the left hand it only changes its side.
SIGN = "sign"
OBJECT_INK = "#1d2b30"
# How much of its room the word for a side is high, where the picture is large.
SIDE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Drawing:
    """Which drawing, in which skin tone, on which body, for which hand of whom."""

    name: str
    tone: int
    body: str
    mirrored: bool
    helper: bool

    def renderer(self) -> QSvgRenderer:
        """What draws it."""
        return drawings.renderer(self.name, self.tone, self.body, helper=self.helper)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Layers that lie together in the drawing, painted once: they stand still, or all move alike."""

    picture: QPixmap
    moves: bool


# As many as the large sheet shows at once: nine at full size cost 39 MiB.
@lru_cache(maxsize=4)
def _sheets(drawing: Drawing, size: tuple[int, int], moving: frozenset[str]) -> list[Sheet]:
    """The drawing from the back to the front, in as few sheets as its movement allows."""
    groups = [
        (moves, list(layers))
        for moves, layers in groupby(drawings.layers(drawing.name), key=lambda layer: layer in moving)
    ]
    return [Sheet(_sheet(drawing, QSize(*size), layers, moves=moves), moves) for moves, layers in groups]


def _sheet(drawn: Drawing, size: QSize, layers: list[str], *, moves: bool) -> QPixmap:
    # An arm that comes in from the edge goes on beyond it.
    edge = round(size.width() * BEYOND) if moves else 0
    picture = QPixmap(size.width() + 2 * edge, size.height() + 2 * edge)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(edge, edge)
    if drawn.mirrored:
        painter.translate(size.width(), 0)
        painter.scale(-1, 1)
    drawing = drawn.renderer()
    box = drawing.viewBoxF()
    painter.scale(size.width() / box.width(), size.height() / box.height())
    for layer in layers:
        at = drawing.boundsOnElement(layer)
        painter.save()
        if drawn.mirrored and layer == SIGN:
            painter.translate(2 * at.center().x(), 0)
            painter.scale(-1, 1)
        drawing.render(painter, layer, at)
        painter.restore()
    painter.end()
    return picture


class Artwork(QWidget):
    """One drawing that fills its width and keeps its shape."""

    def __init__(
        self,
        name: str,
        words: str,
        *,
        tone: int = 2,
        mirrored: bool = False,
        moves: bool = False,
        place: Place | None = None,
        helper: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # Turned over for the left hand, the drawing of the one side shows the other.
        body = place.value if place is not None else ""
        self._drawn = Drawing(name, tone, drawings.other_side(body) if mirrored else body, mirrored, helper)
        self._motion = MOTIONS.get(Path(name).stem) if moves and not theme.active().still else None
        self._share = 1.0
        self._moving: QVariantAnimation | None = None
        self.setAccessibleName(words)
        box = self._drawn.renderer().viewBoxF()
        self._ratio = box.height() / box.width() if box.width() else 0.75
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(120)

    @property
    def is_moving(self) -> bool:
        """True while the picture moves by itself."""
        return self._moving is not None and self._moving.state() is QVariantAnimation.State.Running

    @property
    def body(self) -> str:
        """The drawing of the body that is shown, before it is turned over for the left hand."""
        return self._drawn.body

    @property
    def helper(self) -> bool:
        """True where the hands are somebody else's."""
        return self._drawn.helper

    @property
    def mirrored(self) -> bool:
        """True for the left hand."""
        return self._drawn.mirrored

    def hold_at(self, share: float) -> None:
        """Stops at a share of the movement."""
        self._stop()
        self._share = share
        self.update()

    def hold_still(self) -> None:
        """Shows the picture as it was drawn, and moves no more."""
        self._motion, self._share = None, 1.0
        self._stop()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Only what is in sight moves."""
        super().showEvent(event)
        if self._motion is not None and self._moving is None:
            moving = QVariantAnimation(self)
            moving.setStartValue(0.0)
            moving.setEndValue(1.0)
            moving.setDuration(round(self._motion.seconds * 1000))
            moving.setLoopCount(-1)
            moving.valueChanged.connect(self._moved)
            moving.start()
            self._moving = moving

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing moves."""
        self._stop()
        super().hideEvent(event)

    def _stop(self) -> None:
        if self._moving is not None:
            self._moving.stop()
            self._moving = None

    def _moved(self, share: float) -> None:
        before, self._share = self._share, share
        # While it holds still at the end of its way there is nothing to paint.
        if self._motion is not None and self._motion.at(before) != self._motion.at(share):
            self.update()

    def hasHeightForWidth(self) -> bool:
        """The shape is kept."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the drawing is at this width."""
        return round(width * self._ratio)

    def sizeHint(self) -> QSize:
        """A comfortable size to look at from arm's length."""
        return QSize(460, self.heightForWidth(460))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the drawing in the middle, its corners rounded like a card's."""
        ratio = self.devicePixelRatioF()
        width = min(self.width(), round(self.height() / self._ratio))
        height = round(width * self._ratio)
        layers = self._motion.layers if self._motion is not None else frozenset()
        sheets = _sheets(self._drawn, (round(width * ratio), round(height * ratio)), layers)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        place = QRectF(left, top, width, height)
        painter.setClipRect(place)
        x, y = self._offset(width)
        for sheet in sheets:
            edge = width * BEYOND
            at = place.adjusted(-edge, -edge, edge, edge).translated(x, y) if sheet.moves else place
            painter.drawPixmap(at, sheet.picture, QRectF(sheet.picture.rect()))
        self._paint_labels(painter, left, top, width)
        self._paint_side(painter, left, top, width)
        painter.setPen(theme.active().colour("border"))
        painter.drawRect(QRectF(left, top, width - 1, height - 1))
        painter.end()

    def _offset(self, width: float) -> tuple[float, float]:
        """Where the moving layers are, in pixels from their own place."""
        if self._motion is None:
            return 0.0, 0.0
        x, y = self._motion.at(self._share)
        scale = width / self._drawn.renderer().viewBoxF().width()
        return (-x if self._drawn.mirrored else x) * scale, y * scale

    def _paint_labels(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """The two angles of the guide (S44), unmirrored whichever hand is shown."""
        drawing = self._drawn.renderer()
        scale = width / drawing.viewBoxF().width()
        painter.setFont(theme.active().font(theme.SMALL, bold=True))
        painter.setPen(QColor(OBJECT_INK))
        for words, x, y in drawings.labels(drawing, mirrored=self._drawn.mirrored):
            box = QRectF(left + x * scale - 40, top + y * scale - 14, 80, 28)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_side(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """The person's own side below the small figure, in a word."""
        drawing = self._drawn.renderer()
        side = drawings.side_label(drawing, self._drawn.body, mirrored=self._drawn.mirrored)
        if side is None:
            return
        words, room = side
        scale = width / drawing.viewBoxF().width()
        box = QTransform.fromTranslate(left, top).scale(scale, scale).mapRect(room)
        font = theme.active().font(theme.SMALL, bold=True)
        font.setPixelSize(max(1, round(max(box.height() * SIDE_SHARE, min(font.pixelSize(), box.height() * 0.8)))))
        painter.setFont(drawings.narrowed(painter, font, words, box.width()))
        painter.setPen(QColor(OBJECT_INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)
