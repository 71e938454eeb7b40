"""An answer that is a picture with a word below it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from anakinra_companion import drawings
from anakinra_companion.domain.profile import Build
from anakinra_companion.ui import icons, theme
from anakinra_companion.ui.widgets.buttons import Button, Kind

# What of the person is shown (units of the drawing): all of them, or the head for the skin alone.
WHOLE = QRectF(34, 8, 412, 884)
HEAD = QRectF(168, 8, 144, 166)
LAYERS = ("figure", "clothes")


class PictureButton(Button):
    """Shows a part of the person in a build and a skin tone; the chosen one has a frame, a ground and a tick."""

    def __init__(self, words: str, shown: QRectF, height: int, parent: QWidget | None = None) -> None:
        super().__init__(words, Kind.CHOICE, parent=parent)
        self._shown = shown
        self._high = theme.active().gap(height)
        self._build, self._tone = Build.MIDDLE, 2
        self._picture: QPixmap | None = None

    def draw(self, build: Build, tone: int) -> None:
        """Draws another person."""
        if (build, tone) != (self._build, self._tone):
            self._build, self._tone = build, tone
            self._picture = None
            self.update()

    def sizeHint(self) -> QSize:
        """Picture and word below each other."""
        look = theme.active()
        metrics = QFontMetrics(self.font())
        words = self._mark_side() + look.gap(8) + metrics.horizontalAdvance(self.text()) + 2
        width = max(self._picture_size().width(), words, look.px(theme.TARGET)) + 2 * look.gap(12)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it wraps."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """The same at every width."""
        look = theme.active()
        return self._high + max(QFontMetrics(self.font()).height(), self._mark_side()) + look.gap(34)

    def _picture_size(self) -> QSize:
        return QSize(round(self._high * self._shown.width() / self._shown.height()), self._high)

    def _mark_side(self) -> int:
        return theme.active().px(22)

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        look = theme.active()
        size, ratio = self._picture_size(), self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatioF() != ratio:
            self._picture = self._drawn(size, ratio)
        painter.drawPixmap((self.width() - size.width()) // 2, look.gap(12), self._picture)
        self._paint_caption(painter, ink, look.gap(12) + size.height() + look.gap(10))

    def _paint_caption(self, painter: QPainter, ink: QColor, top: int) -> None:
        look, side = theme.active(), self._mark_side()
        metrics = QFontMetrics(self.font())
        high = max(metrics.height(), side)
        whole = side + look.gap(8) + metrics.horizontalAdvance(self.text())
        left = (self.width() - whole) // 2
        mark = "check-circle" if self.isChecked() else "empty-circle"
        colour = look.colour("primary") if self.isChecked() else ink
        icons.paint(painter, mark, colour, QRectF(left, top + (high - side) / 2, side, side))
        painter.setPen(ink)
        painter.setFont(self.font())
        room = QRect(left + side + look.gap(8), top, whole, high)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())

    def _drawn(self, size: QSize, ratio: float) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = size.height() / self._shown.height()
        painter.scale(scale, scale)
        painter.translate(-self._shown.topLeft())
        drawing: QSvgRenderer = drawings.renderer(f"body/front-{self._build.value}.svg", self._tone)
        for layer in LAYERS:
            drawing.render(painter, layer, drawing.boundsOnElement(layer))
        painter.end()
        return picture
