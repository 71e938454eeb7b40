"""One part of a page that has several: cards below each other, and what they write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.diary.undo import Undo
from anakinra_companion.ui import theme

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class Part(QWidget):
    """Made for one look at the record.

    `done` gives what was written, so that the page can offer to undo it and look again; `into_sight` a control that
    the keyboard came to; `go_to` the name of a page and the id of what to show there.
    """

    done = Signal(object)
    into_sight = Signal(QWidget)
    go_to = Signal(str, str)

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diary = diary
        self._cards = QVBoxLayout(self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme.active().gap(16))

    def add(self, *widgets: QWidget) -> None:
        """Puts cards below each other."""
        for widget in widgets:
            self._cards.addWidget(widget)

    def look_again(self) -> None:
        """Shows what changed meanwhile; a part that shows nothing of the record has nothing to do."""

    def clear(self) -> None:
        """Takes every card away, to build them anew."""
        while self._cards.count():
            item = self._cards.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def focused_name(self) -> str:
        """The control in it that the keyboard is at, also while a small window is just closing over it; or none."""
        focused = self.window().focusWidget()
        return focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""

    def give_back(self, name: str, otherwise: str = "") -> None:
        """The keyboard returns to the control it was at, or to another where that one is gone."""
        QTimer.singleShot(0, self, partial(self._give_back, name, otherwise))

    def _give_back(self, name: str, otherwise: str) -> None:
        for each in (name, otherwise):
            again = self.findChild(QWidget, each) if each else None
            if isinstance(again, QWidget):
                again.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def do(self, act: Callable[[], Undo]) -> None:
        """Writes, and lets the page offer to undo it."""
        self.done.emit(act())
