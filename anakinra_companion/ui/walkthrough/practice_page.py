"""The injection as practice: the same steps on a copy that is thrown away, and every screen says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.practice import begin, practice_of
from anakinra_companion.diary.refusals import GatesShut, MayNotStart
from anakinra_companion.ui import spoken
from anakinra_companion.ui.stop_cards import guard_fact
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class PracticePage(WalkthroughPage):
    """Begins anew each time it comes to the front."""

    # What is told would be lost with the copy.
    asks_about_skin = False

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        self.setAccessibleName(self.tr("Practice"))
        self._record = diary
        self._held_back = ""

    def enter(self) -> None:
        """A fresh copy of the record, and a start on it."""
        self.leave()
        copy = practice_of(self._record, self._soon)
        self.diary, self._held_back = copy, ""
        try:
            begin(copy, helper=copy.profile().helper)
        except GatesShut:
            self._held_back = "gate-shut"
        except MayNotStart as refusal:
            self._held_back = guard_fact(refusal.guard)
        self.forget()
        super().enter()

    def leave(self) -> None:
        """The copy is thrown away."""
        if self.diary is not self._record:
            self.diary.close()
            self.diary = self._record

    def hideEvent(self, event: QHideEvent) -> None:
        """Who goes to another page has ended the practice; a minimized window has not."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.leave()

    def build(self, state: object) -> None:
        """The step, below what makes it a practice."""
        card = Card()
        card.tint(Tone.INFO)
        card.add(Line(content.say("practice"), "info", Tone.INFO, bold=True))
        self.add(card)
        if self._held_back:
            told = FactLine(content.say(self._held_back), content.sources(self._held_back))
            told.text.setObjectName(spoken.HEAD)
            card.add(told)
            self.set_footer()
            return
        super().build(state)

    def _soon(self) -> None:
        QTimer.singleShot(0, self, self.refresh)
