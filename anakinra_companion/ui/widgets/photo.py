"""A photo on a page: small to press, or large to look at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from anakinra_companion.ui import icons, theme

SIDE = 104

# Gives the picture for a room of so many device pixels.
Source = Callable[[QSize], QPixmap]


class Thumbnail(QAbstractButton):
    """A photo to press; its picture is decoded when it is first painted, so that a long page need not wait."""

    def __init__(self, name: str, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._picture: QPixmap | None = None
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square larger than any target."""
        side = theme.active().gap(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the middle of the photo with round corners, and the focus ring."""
        look = theme.active()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        outline = QPainterPath()
        outline.addRoundedRect(frame, look.px(8), look.px(8))
        painter.save()
        painter.setClipPath(outline)
        self._paint_picture(painter, frame)
        painter.restore()
        painter.setPen(QPen(look.colour("strong_border"), 1.5))
        painter.drawPath(outline)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), look.px(10), look.px(10))
        painter.end()

    def _paint_picture(self, painter: QPainter, frame: QRectF) -> None:
        painter.fillRect(frame, theme.active().colour("raised"))
        if self._picture is None:
            # The shorter side fills the square.
            side = round(2 * frame.width() * self.devicePixelRatioF())
            self._picture = self._source(QSize(side, side))
        if self._picture.isNull():
            size = theme.active().px(32)
            where = QRectF(0, 0, size, size)
            where.moveCenter(frame.center())
            icons.paint(painter, "eye", theme.active().colour("muted"), where)
            return
        whole = self._picture.size().scaled(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        where = QRectF(0, 0, whole.width(), whole.height())
        where.moveCenter(frame.center())
        painter.drawPixmap(where, self._picture, QRectF(self._picture.rect()))


class LargePhoto(QLabel):
    """A photo as large as there is room; a label with a picture is a graphic for a screen reader."""

    def __init__(self, name: str, source: Source, room: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ratio = self.devicePixelRatioF()
        shown = source((room.toSizeF() * ratio).toSize())
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
