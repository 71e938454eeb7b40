"""A picture of a widget that grows out of a small place to where the widget is."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from anakinra_companion.ui import theme

MILLISECONDS = 300


def picture_of(shown: QWidget) -> QPixmap:
    """A widget as it looks now, without a ground of its own, sharp on its screen."""
    ratio = shown.devicePixelRatioF()
    picture = QPixmap(round(shown.width() * ratio), round(shown.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    shown.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture


class Zoom(QWidget):
    """Lies over its owner for a moment and is gone; nobody can press it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._begin, self._end = QRectF(), QRectF()
        self._before, self._picture = QPixmap(), QPixmap()
        self._share = 0.0
        self._way = QVariantAnimation(self)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.setDuration(MILLISECONDS)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.valueChanged.connect(self._moved)
        self._way.finished.connect(self.stop)
        self.hide()

    @property
    def is_running(self) -> bool:
        """True while it grows."""
        return self._way.state() is QVariantAnimation.State.Running

    @property
    def at(self) -> QRectF:
        """Where the picture is now, on the owner."""
        one, other, share = self._begin, self._end, self._share
        return QRectF(
            one.x() + (other.x() - one.x()) * share,
            one.y() + (other.y() - one.y()) * share,
            one.width() + (other.width() - one.width()) * share,
            one.height() + (other.height() - one.height()) * share,
        )

    def start(self, before: QPixmap, picture: QPixmap, begin: QRect, end: QRect) -> None:
        """Begins to grow from one place of the owner to another, over the picture that was there before."""
        self.stop()
        self._before, self._picture = before, picture
        self._begin, self._end, self._share = QRectF(begin), QRectF(end), 0.0
        owner = self.parentWidget()
        self.setGeometry(owner.rect() if owner is not None else end)
        self.raise_()
        self.show()
        self._way.start()

    def stop(self) -> None:
        """Is gone at once; the widget itself stands where the picture was going."""
        self._way.stop()
        self._before, self._picture = QPixmap(), QPixmap()
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing moves."""
        self._way.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture on a plain ground, in a frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        look = theme.active()
        painter.fillRect(self._end, look.colour("surface"))
        painter.setOpacity(1 - self._share)
        painter.drawPixmap(self._end.topLeft(), self._before)
        painter.setOpacity(0.35 + 0.65 * self._share)
        painter.fillRect(self.at, look.colour("surface"))
        painter.drawPixmap(self.at, self._picture, QRectF(self._picture.rect()))
        painter.setPen(QPen(look.colour("primary"), 2))
        painter.drawRect(self.at)
        painter.end()

    def _moved(self, share: float) -> None:
        before = self.at
        self._share = share
        self.update(before.united(self.at).united(self._end).toAlignedRect().adjusted(-3, -3, 3, 3))
