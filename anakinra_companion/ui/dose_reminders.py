"""Reminds of a dose outside the window, takes the answer where the system allows, and is silent once it is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from anakinra_companion.diary.refusals import Refusal
from anakinra_companion.diary.reminders import Reminder
from anakinra_companion.domain.doses import AnswerKind
from anakinra_companion.domain.reminders import Plan
from anakinra_companion.ui import words
from anakinra_companion.ui.notifications.notifier import OPEN, Message, Notifier

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.settings import Settings

NAME = "dose"
TOOK, LATER, SKIP = "took", "later", "skip"


class DoseReminders(QObject):
    """Looks when it is told to.

    `opened`: the person wants to see Today; `took`: they say that they injected, and Today asks where and with
    which syringe. `answered` gives what was written, so that it can be undone.
    """

    opened = Signal()
    took = Signal()
    answered = Signal(object)

    def __init__(
        self, diary: Diary, notifier: Notifier, settings: Callable[[], Settings], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._diary = diary
        self._notifier = notifier
        self._settings = settings
        self._shown: date | None = None
        notifier.answered.connect(self._answer)

    def look(self) -> None:
        """Reminds if it is time, and takes a reminder back that was answered."""
        open_slot = self._diary.reminders.open_slot()
        if self._shown is not None and (open_slot is None or open_slot.day != self._shown):
            self._shown = None
            self._notifier.withdraw(NAME)
        if open_slot is None or self._settings().notices == "none":
            return
        given = self._diary.reminders.take(plan_of(self._settings()))
        if given is not None:
            self._shown = given.slot.day
            self._notifier.show_message(self._message(given))

    def _message(self, given: Reminder) -> Message:
        if self._settings().notices != "full":
            answers = ((TOOK, self.tr("Done")), (LATER, self.tr("Later")), (SKIP, self.tr("Not today")))
            return Message(NAME, self.tr("Reminder"), self.tr("Please open the program."), answers, urgent=True)
        answers = ((TOOK, self.tr("I took it")), (LATER, self.tr("Later")), (SKIP, self.tr("Skip it")))
        hour = words.when(given.slot.due, self._diary.zone(), self._diary.today())
        body = self.tr("It is due {0}.") if given.first else self.tr("It was due {0}, and nothing is recorded yet.")
        return Message(NAME, self.tr("Time for your dose"), body.format(hour), answers, urgent=True)

    def _answer(self, name: str, key: str) -> None:
        if name != NAME or self._shown is None:
            return
        slot, self._shown = self._shown, None
        self._notifier.withdraw(NAME)
        if key == LATER:
            self._diary.reminders.later(slot)
        elif key == TOOK:
            self.took.emit()
        elif key == SKIP:
            self._skip(slot)
        elif key == OPEN:
            self.opened.emit()

    def _skip(self, slot: date) -> None:
        open_slot = self._diary.reminders.open_slot()
        if open_slot is None or open_slot.day != slot:
            # Another answer, perhaps from another window, was quicker: the page shows it.
            self.opened.emit()
            return
        try:
            self.answered.emit(self._diary.doses.answer({slot: AnswerKind.SKIPPED}))
        except Refusal:
            self.opened.emit()


def plan_of(settings: Settings) -> Plan:
    """How this person wants to be reminded."""
    quiet = None
    if settings.quiet_from is not None and settings.quiet_until is not None:
        quiet = (settings.quiet_from, settings.quiet_until)
    return Plan(again=settings.again, apart=timedelta(minutes=settings.again_minutes), quiet=quiet)
