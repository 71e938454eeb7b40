"""One part of the page of the body map: the map, your skin, looking back, sizes and papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.diary.undo import Undo
from anakinra_companion.ui import theme

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class Part(QWidget):
    """Cards below each other, made for one look at the record.

    `done` gives what was written, so that the page can offer to undo it and look again; `into_sight` a control that
    the keyboard came to; `go_to` the name of a page and the id of what to show there.
    """

    done = Signal(object)
    into_sight = Signal(QWidget)
    go_to = Signal(str, str)

    def __init__(self, diary: Diary, map_: SiteMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diary = diary
        self.map = map_
        # What stays in sight below the page, the primary button last.
        self.foot: tuple[QWidget, ...] = ()
        self._cards = QVBoxLayout(self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme.active().gap(16))

    def add(self, *widgets: QWidget) -> None:
        """Puts cards below each other."""
        for widget in widgets:
            self._cards.addWidget(widget)

    def do(self, act: Callable[[], Undo]) -> None:
        """Writes, and lets the page offer to undo it."""
        self.done.emit(act())
