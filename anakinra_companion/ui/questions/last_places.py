"""The last injection before the record, and the two weeks before it for whoever wants to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.questions.fortnight_question import FortnightQuestion
from anakinra_companion.ui.questions.person import NEVER, LastPlaceQuestion, Part
from anakinra_companion.ui.widgets.frames import column
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate


class LastPlaces(Part):
    """Both questions on one screen: the second comes once the first has an answer, and can be passed by."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        self._last = LastPlaceQuestion(diary)
        self._before = FortnightQuestion(diary, folded=True)
        title = Text(_tr("questions", "And before that? (if you like)"), size=theme.LEAD, bold=True)
        self._more = column([title, self._before])
        self._last.changed.connect(self._follow)
        self._before.into_sight.connect(self.into_sight)
        self.add(self._last, self._more)
        self._follow()

    def keep(self) -> bool:
        """Writes both; of somebody who never injected there is nothing more to tell."""
        self._last.keep()
        return True if self._last.answer == NEVER else self._before.keep()

    def _follow(self) -> None:
        answer = self._last.answer
        self._more.setHidden(answer in ("", NEVER) or not self._before.has_days)
        if answer not in ("", NEVER):
            self._before.show_last(answer)
