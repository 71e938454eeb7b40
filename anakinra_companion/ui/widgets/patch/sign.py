"""The sign of a mark or a lump as the map draws it, for a list beside the map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion.domain.sites import AvoidMark, Lump
from anakinra_companion.ui.widgets.patch import marks
from anakinra_companion.ui.widgets.patch.inks import inks


class MarkSign(QWidget):
    """Only a picture: the words beside it say the same, so a screen reader passes it by."""

    def __init__(self, what: AvoidMark | Lump, tone: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as on the map."""
        side = round(2 * marks.sign_radius()) + 4
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the sign on its badge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, middle, radius = inks(self._tone), QPointF(self.width() / 2, self.height() / 2), marks.sign_radius()
        if isinstance(self._what, Lump) and self._what.checked:
            marks.checked(painter, middle, ink)
        else:
            marks.badge(painter, middle, radius, ink)
            if isinstance(self._what, Lump):
                marks.padlock(painter, middle, radius * 0.6, ink)
            else:
                marks.sign(painter, middle, radius * 0.62, self._what.reason, ink)
        painter.end()
