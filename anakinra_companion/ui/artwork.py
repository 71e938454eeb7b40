"""Our layered drawings: in the person's skin tone, for the left or right hand, sharp at every scale."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion import resources
from anakinra_companion.ui import theme

# The colours the drawings are made in, and what becomes of them: base, shade, light, nail, outline.
DRAWN = ("#e8b998", "#d19a76", "#f4cfb3", "#f3d3c0", "#5b3a29")
TONES = (
    ("#f5d6c2", "#e0b399", "#fce8dc", "#f9e2d8", "#6b4634"),
    ("#edc4a4", "#d6a380", "#f7d9c0", "#f5dac8", "#5b3a29"),
    DRAWN,
    ("#c08a63", "#a06c48", "#d3a27d", "#dcb59a", "#4a2d1d"),
    ("#8a5a3c", "#6d432b", "#a3714f", "#bf9177", "#2f1a10"),
    ("#5f3d2b", "#472b1d", "#77503a", "#9b7460", "#22140d"),
)
# Where the words at an angle's mark stand, so that they cover neither hand nor syringe.
OBJECT_INK = "#1d2b30"
LABELS = {"anchor-90": ("90°", -34.0, -14.0), "anchor-45": ("45°", 40.0, 6.0)}


@cache
def _source(name: str) -> str:
    return resources.path(name).read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def renderer(name: str, tone: int) -> QSvgRenderer:
    """A drawing in a skin tone (0 to 5, light to dark)."""
    drawing = _source(name)
    for drawn, wanted in zip(DRAWN, TONES[tone % len(TONES)], strict=True):
        drawing = drawing.replace(drawn, wanted)
    return QSvgRenderer(QByteArray(drawing.encode()))


# Two step pictures at most are kept: nine of them cost 39 MiB.
@lru_cache(maxsize=2)
def _picture(name: str, tone: int, width: int, height: int, mirrored: bool) -> QPixmap:
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(width, 0)
        painter.scale(-1, 1)
    renderer(name, tone).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture


class Artwork(QWidget):
    """One drawing that fills its width and keeps its shape."""

    def __init__(
        self, name: str, words: str, *, tone: int = 2, mirrored: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._mirrored = mirrored
        self.setAccessibleName(words)
        box = renderer(name, tone).viewBoxF()
        self._ratio = box.height() / box.width() if box.width() else 0.75
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(120)

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
        picture = _picture(self._name, self._tone, round(width * ratio), round(height * ratio), self._mirrored)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        painter.drawPixmap(QRectF(left, top, width, height), picture, QRectF(picture.rect()))
        self._paint_labels(painter, left, top, width)
        painter.setPen(theme.active().colour("border"))
        painter.drawRect(QRectF(left, top, width - 1, height - 1))
        painter.end()

    def _paint_labels(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """The two angles of the guide (S44), unmirrored whichever hand is shown."""
        drawing = renderer(self._name, self._tone)
        scale = width / drawing.viewBoxF().width()
        painter.setFont(theme.active().font(theme.SMALL, bold=True))
        painter.setPen(QColor(OBJECT_INK))
        for name, (words, dx, dy) in LABELS.items():
            if not drawing.elementExists(name):
                continue
            at = drawing.boundsOnElement(name).center()
            x = (drawing.viewBoxF().width() - at.x() if self._mirrored else at.x()) + (-dx if self._mirrored else dx)
            box = QRectF(left + x * scale - 40, top + (at.y() + dy) * scale - 14, 80, 28)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
