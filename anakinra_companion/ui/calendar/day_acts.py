"""What is done about a day: a dose recorded, corrected, moved or taken back, or said not to have been."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from anakinra_companion.diary.refusals import SecondDose
from anakinra_companion.domain.doses import AnswerKind, Day, Dose
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.ui.dialogs.exact_point import ask_where
from anakinra_companion.ui.dialogs.record_dose import Prefilled, RecordDose
from anakinra_companion.ui.sites.telling import Telling

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.undo import Undo


class DayActs(QObject):
    """Belongs to the page, not to the card of a day, which is made anew under an open window.

    `done` gives what was written; after each act the page looks again at `looked`. `second` waits for a person to
    say that a day really had two doses.
    """

    done = Signal(object)
    looked = Signal()
    go = Signal(str)

    def __init__(self, diary: Diary, page: QWidget) -> None:
        super().__init__(page)
        self.diary = diary
        self._page = page
        self.second: Callable[[], Undo] | None = None
        self.telling = Telling(diary, page)
        self.telling.done.connect(self.done)
        self.telling.erased.connect(self.looked)
        self.telling.help_wanted.connect(partial(self.go.emit, "help"))

    def record(self, day: Day) -> None:
        """Asks for a dose of this day."""
        view, zone = self.diary.overview(), ZoneInfo(self.diary.zone())
        recent = day.day == view.today
        at = view.now if recent else None
        if not recent and day.slot is not None:
            at = min(day.slot.due, view.now)
        elif not recent:
            at = datetime.combine(day.day, view.now.astimezone(zone).time(), zone)
        syringe = view.next_syringe.syringe.id if view.next_syringe and recent else None
        point = view.suggestion.point if view.suggestion and recent else None
        begin = Prefilled(day.day if day.slot else None, at, point, None, syringe)
        dialog = RecordDose(self.diary, begin, self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            record = partial(self.diary.doses.record, dialog.given)
            self._keep(record, partial(record, second=True))

    def correct(self, dose: Dose) -> None:
        """Asks what was wrong with a dose on record."""
        begin = Prefilled(
            dose.slot, dose.at, dose.point, dose.place, dose.syringe, dose.kind, dose.note, correcting=dose
        )
        dialog = RecordDose(self.diary, begin, self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            correct = partial(self.diary.doses.correct, dose.id, dialog.given)
            self._keep(correct, partial(correct, second=True))

    def elsewhere(self, dose: Dose) -> None:
        """It was at another spot: asks where."""
        ask_where(self.diary, dose, self._page, partial(self._here_instead, dose.id))

    def record_both(self) -> None:
        """The day really had two doses."""
        if self.second is not None:
            self._keep(self.second)

    def withdraw(self, dose: Dose) -> None:
        """Takes a dose back."""
        self.done.emit(self.diary.doses.withdraw(dose.id))

    def answer(self, day: Day, kind: AnswerKind) -> None:
        """Says that the day had no dose."""
        self.done.emit(self.diary.doses.answer({day.day: kind}))

    def _here_instead(self, dose_id: str, point: SitePoint) -> None:
        self._keep(partial(self.diary.sites.injected_here, dose_id, point))

    def _keep(self, act: Callable[[], Undo], if_second: Callable[[], Undo] | None = None) -> None:
        self.second = None
        try:
            self.done.emit(act())
        except SecondDose:
            self.second = if_second
        self.looked.emit()
