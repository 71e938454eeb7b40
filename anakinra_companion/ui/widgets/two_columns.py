"""Two parts beside each other where there is room, and below each other where not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from anakinra_companion.ui import theme

# From this width on (pixels at 100 %; large words wrap, so it grows half as fast) they stand beside each other.
WIDE = 780


class TwoColumns(QWidget):
    """The first part keeps the top, whichever way they stand."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._second = second
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.active().gap(16))
        self._grid.addWidget(first, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(second, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follows the room."""
        super().resizeEvent(event)
        wide = self.width() >= theme.active().gap(WIDE)
        row, column = (0, 1) if wide else (1, 0)
        if self._grid.itemAtPosition(row, column) is not None:
            return
        self._grid.removeWidget(self._second)
        self._grid.addWidget(self._second, row, column, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 1 if wide else 0)
        self._grid.setHorizontalSpacing(theme.active().gap(16) if wide else 0)
