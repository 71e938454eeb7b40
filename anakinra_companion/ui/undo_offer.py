"""The offer below the page to take the last act back, made when something was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.undo import Undo
    from anakinra_companion.ui.widgets.undo_bar import UndoBar


class UndoOffer(QObject):
    """One act at a time; what it knows of acts and bars is imported with the first one, after the first paint."""

    def __init__(self, below: QHBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._below = below
        self._bar: UndoBar | None = None
        self._undo: Undo | None = None
        self._diary: Diary | None = None

    def offer(self, undo: Undo, diary: Diary) -> None:
        """Says what was done, and offers to take it back."""
        from anakinra_companion.ui import done_words  # see above

        self._undo, self._diary = undo, diary
        self._shown_bar().offer(done_words.done(undo.done))

    def hide(self) -> None:
        """Withdraws the offer: another page is in front."""
        if self._bar is not None:
            self._bar.hide()

    def take_back(self) -> None:
        """Takes the act back, while it is offered."""
        bar = self._bar
        if self._diary is not None and self._undo is not None and bar is not None and bar.isVisible():
            undo, self._undo = self._undo, None
            self._diary.undo(undo)
            bar.offer(self.tr("Taken back. The history shows both."), can_undo=False)

    def _shown_bar(self) -> UndoBar:
        if self._bar is None:
            from anakinra_companion.ui.widgets.undo_bar import UndoBar  # see above

            self._bar = UndoBar()
            self._bar.undone.connect(self.take_back)
            self._below.addWidget(self._bar)
        return self._bar
