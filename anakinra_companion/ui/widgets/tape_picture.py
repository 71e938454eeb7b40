"""Where the tape goes: a part of the person with a tape laid on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion import drawings
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.skin.tape import Measure
from anakinra_companion.ui import theme

LAYERS = ("figure", "clothes")
SIDE = 150
_THIGH = ("front", QRectF(110, 420, 260, 260))
_BELLY = ("front", QRectF(110, 235, 260, 260))
_ARM = ("back", QRectF(245, 150, 230, 230))
_HIPS = ("back", QRectF(110, 340, 260, 260))
# Which view shows it, and what of that view (its units).
SHOWN: Mapping[Measure, tuple[str, QRectF]] = {
    Measure.THIGH_LENGTH: _THIGH,
    Measure.THIGH_GIRTH: _THIGH,
    Measure.BELLY_WIDTH: _BELLY,
    Measure.BELLY_HEIGHT: _BELLY,
    Measure.ARM_LENGTH: _ARM,
    Measure.ARM_GIRTH: _ARM,
    Measure.HIP_GIRTH: _HIPS,
}


class TapePicture(QWidget):
    """A square picture of one measure; the words beside it say the same, so a screen reader passes it by."""

    def __init__(self, measure: Measure, build: Build, tone: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = measure
        self._build = build
        self._tone = tone
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def build(self) -> Build:
        """How the person is drawn."""
        return self._build

    def sizeHint(self) -> QSize:
        """Grows half as fast as the words."""
        side = theme.active().gap(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints it on white paper, as all skin of the product, whatever the theme."""
        ratio = self.devicePixelRatioF()
        size = (QSizeF(self.size()) * ratio).toSize()
        if self._picture is None or self._picture.size() != size:
            self._picture = self._drawn(size, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(theme.active().colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _drawn(self, size: QSize, ratio: float) -> QPixmap:
        view, shown = SHOWN[self._measure]
        picture = QPixmap(size)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / shown.width()
        painter.scale(scale, scale)
        painter.translate(-shown.topLeft())
        person = drawings.renderer(f"body/{view}-{self._build.value}.svg", self._tone)
        for layer in LAYERS:
            person.render(painter, layer, person.boundsOnElement(layer))
        tape = drawings.renderer(f"tape/{self._build.value}.svg", self._tone)
        tape.render(painter, self._measure.value, tape.boundsOnElement(self._measure.value))
        painter.end()
        return picture
