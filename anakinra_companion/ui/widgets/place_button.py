"""One place on the figure as a control, as it lies on the skin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.sites import Place
from anakinra_companion.ui.widgets import heat
from anakinra_companion.ui.widgets.heat import Heat
from anakinra_companion.ui.widgets.patch.controls import SkinControl
from anakinra_companion.ui.widgets.patch.inks import inks
from anakinra_companion.ui.widgets.patch.shapes import star

STAR = 10.0


class PlaceButton(SkinControl):
    """One place on the figure: a light wash, a frame when it is looked at, a star when it comes next."""

    def __init__(self, place: Place, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.place = place
        self.suggested = False
        self.shape_ = QPainterPath()
        self.tone = 2
        # How the skin took its injections, where the figure is asked about that.
        self.heat: Heat | None = None
        self.setCheckable(True)
        self.setObjectName(f"place-{place.value}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the place as it lies on the skin."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = inks(self.tone)
        if self.heat is not None:
            heat.paint(painter, self.shape_, self.heat.grade, ink, chosen=self.isChecked())
        else:
            self._paint_place(painter)
        if self.suggested:
            self._paint_star(painter)
        if self.hasFocus():
            box = self.shape_.boundingRect().adjusted(-5, -5, 5, 5) & QRectF(self.rect()).adjusted(2, 2, -2, -2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((ink.halo, 6.0), (ink.focus, 3.0)):
                painter.setPen(QPen(colour, width))
                painter.drawRoundedRect(box, 8, 8)
        painter.end()

    def _paint_place(self, painter: QPainter) -> None:
        ink = inks(self.tone)
        wash = QColor(ink.accent)
        wash.setAlphaF(0.62 if self.isChecked() else 0.34 if self.under else 0.16)
        frame = 3.5 if self.isChecked() else 2.0
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.halo, frame + 3))
        painter.drawPath(self.shape_)
        painter.setBrush(wash)
        style = Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DashLine
        painter.setPen(QPen(ink.accent, frame, style))
        painter.drawPath(self.shape_)

    def _paint_star(self, painter: QPainter) -> None:
        ink = inks(self.tone)
        middle = self.shape_.boundingRect().center()
        painter.setPen(QPen(ink.accent, 2))
        painter.setBrush(ink.dot)
        painter.drawEllipse(middle, STAR + 1, STAR + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.accent)
        painter.drawPolygon(star(middle, STAR * 0.82))
