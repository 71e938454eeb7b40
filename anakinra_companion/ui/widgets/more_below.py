"""The sign that a page goes on below its edge; it covers nothing, and pressed it brings that into sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea

from anakinra_companion.ui import theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.frames import Line

# What is left out of sight below is less than a line of words: nothing to tell of (pixels at 100 %).
MARGIN = 36
# How much of what is in sight a press goes on by, so that a line is seen again.
ON_BY = 0.8


class MoreBelow(QFrame):
    """A low strip below an area, there while the area has more below. Keys need it not: the page follows them."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self.setObjectName("more-below")
        self._area = area
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 2, 0, 4)
        line = Line(self.tr("More below"), "down", Tone.MUTED, size=theme.SMALL, bold=True)
        line.text.setWordWrap(False)
        across.addStretch(1)
        across.addWidget(line)
        across.addStretch(1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._look)
        bar.rangeChanged.connect(self._look)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press here is for this strip: on the page it would be an answer."""
        event.accept()
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(self._area.viewport().height() * ON_BY))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two presses, and each goes on."""
        self.mousePressEvent(event)

    def _look(self) -> None:
        bar = self._area.verticalScrollBar()
        self.setVisible(bar.maximum() - bar.value() > theme.active().px(MARGIN))
