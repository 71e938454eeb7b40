"""Until when something holds: a week, four weeks, a day of one's own, or for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.choice_field import ChoiceField
from anakinra_companion.ui.widgets.fields import DateField
from anakinra_companion.ui.widgets.frames import Line

FOR_GOOD, ON_A_DAY = "for-good", "on-a-day"
AHEAD = {"week": timedelta(weeks=1), "four-weeks": timedelta(weeks=4)}


class UntilField(QWidget):
    """Nothing is chosen beforehand; the last day is read back by `said`, which turns a day into a sentence."""

    changed = Signal()

    def __init__(
        self, question: str, today: date, said: Callable[[date], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._said = said
        self._earliest = today
        answers = [
            ("week", self.tr("For a week")),
            ("four-weeks", self.tr("For four weeks")),
            (ON_A_DAY, self.tr("Until a date")),
            (FOR_GOOD, self.tr("For good")),
        ]
        self.asked = ChoiceField(question, answers)
        self._day = DateField(self.tr("Its last day"), today + AHEAD["week"])
        self._read_back = Line(icon="calendar")
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(10))
        for part in (self.asked, self._day, self._read_back):
            below.addWidget(part)
        self.asked.picked.connect(self._follow)
        self._day.edit.dateChanged.connect(self._follow)
        self._follow()

    @property
    def answered(self) -> bool:
        """True once somebody chose."""
        return self.asked.value is not None

    @property
    def value(self) -> date | None:
        """The last day, or None for good."""
        if self.asked.value in AHEAD:
            return self._today + AHEAD[self.asked.value]
        return self._day.value if self.asked.value == ON_A_DAY else None

    def choose(self, until: date | None) -> None:
        """Shows what was said earlier, even if that day is over by now."""
        self.asked.choose(FOR_GOOD if until is None else ON_A_DAY)
        if until is not None:
            self._earliest = min(until, self._today)
            self._day.show_day(until)
        self._follow()

    def is_in_order(self) -> bool:
        """Says what is missing or over; True when nothing is."""
        self._day.complain("")
        if not self.answered:
            self.asked.complain(self.tr("Please say until when."))
            return False
        until = self.value
        if until is not None and until < self._earliest:
            self._day.complain(self.tr("This day is over. Choose today or a later day."))
            return False
        return True

    def _follow(self) -> None:
        self._day.setVisible(self.asked.value == ON_A_DAY)
        until = self.value
        self._read_back.setVisible(until is not None)
        if until is not None:
            self._read_back.show_state(self._said(until), "calendar", Tone.INFO)
        self.changed.emit()
