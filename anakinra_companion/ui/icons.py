"""Our icons in the colour of the theme, sharp at every size."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from anakinra_companion import resources


@cache
def _drawing(name: str) -> str:
    return resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("#000000", colour).encode()))


def paint(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    """Paints an icon into a square."""
    _renderer(name, colour.name()).render(painter, rect)


def pixmap(name: str, colour: QColor, size: int) -> QPixmap:
    """An icon as a picture for a label; `size` in logical pixels."""
    return _pixmap(name, colour.name(), size, QGuiApplication.primaryScreen().devicePixelRatio())


# The same picture each time: Qt keeps a copy of every one that it paints, until there are ten MiB of them.
@lru_cache(maxsize=128)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    paint(painter, name, QColor(colour), QRectF(0, 0, size, size))
    painter.end()
    return picture
