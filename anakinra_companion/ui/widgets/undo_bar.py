"""Says what was just done, and takes it back on a press; it stays until it is replaced or put away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.text import Text


class UndoBar(QFrame):
    """Shown after an act instead of "are you sure?" before it."""

    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.active()
        self.setObjectName("undo")
        across = QHBoxLayout(self)
        across.setContentsMargins(look.gap(18), look.gap(8), look.gap(8), look.gap(8))
        across.setSpacing(look.gap(12))
        self._words = Text()
        self._words.setStyleSheet(f"color: {look.tokens.ground}; background: transparent;")
        self._undo = Button(self.tr("Undo"), icon="undo")
        self._close = Button(self.tr("Close"), icon="close")
        across.addWidget(self._words, 1)
        across.addWidget(self._undo)
        across.addWidget(self._close)
        self._undo.clicked.connect(self.undone)
        self._close.clicked.connect(self.hide)
        self.hide()

    def offer(self, words: str, *, can_undo: bool = True) -> None:
        """Says what was done; a screen reader hears it too."""
        self._words.setText(words)
        self._undo.setVisible(can_undo)
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
