"""Where injections were before the record began, told or changed later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.questions.fortnight_question import FortnightQuestion

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.undo import Undo


class EarlierSites(Dialog):
    """The days of the last two weeks that lie before the first dose of the record."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Earlier injections"), self.tr("Keep these days"), parent)
        self._question = FortnightQuestion(diary)
        self.add(self._question)
        self.body.addStretch(1)
        self._question.focus_first()

    @property
    def undo(self) -> Undo | None:
        """Takes back what was told, if anything was."""
        return self._question.undo

    def try_accept(self) -> None:
        """Writes the days."""
        if self._question.keep():
            self.accept()
