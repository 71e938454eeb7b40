""" "What happened on these days?": past slots nobody spoke for, each answered by one press (H2)."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.overview import Overview
from anakinra_companion.domain.doses import AnswerKind, Day, DayState
from anakinra_companion.ui import care_words, words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text

SHOWN_DAYS = 3
MISSED = ("dose-missed", "dose-never-double", "dose-almost")


class OpenDaysCard(Card):
    """A line of answers for each day; the one just past can still be started while it is its turn."""

    took = Signal(object)
    answered = Signal(object, object)
    started = Signal(object)
    see_all = Signal()

    def __init__(self, view: Overview, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What happened on these days?"), parent)
        for day in view.open_days[:SHOWN_DAYS]:
            self.add(Line(words.capital(words.short_day(day.day)), "question-circle", Tone.SOON, bold=True))
            answers = [*self._answers(day.day)]
            if view.asked_first == day and view.start_slot == day.day and not view.held_back:
                start = Button(self.tr("Not yet: start it now"), icon="syringe")
                start.setObjectName("start-open-day")
                start.clicked.connect(partial(self.started.emit, day.day))
                answers.append(start)
            self.add(row(*answers))
        if len(view.open_days) > SHOWN_DAYS:
            rest = Button(self.tr("See all in the calendar"), Kind.QUIET, icon="calendar")
            rest.clicked.connect(self.see_all)
            self.add(row(rest))
        ids = _facts(None if view.held_back else view.asked_first)
        if ids == MISSED:
            for said in care_words.missed(view):
                self.add(Text(said))
        self.add(FactLine(content.say(*ids), content.sources(ids[0])))

    def _answers(self, day: date) -> list[Button]:
        took = Button(self.tr("I injected"), icon="check")
        took.clicked.connect(partial(self.took.emit, day))
        missed = Button(self.tr("I missed it"))
        missed.clicked.connect(partial(self.answered.emit, day, AnswerKind.MISSED))
        skipped = Button(self.tr("I skipped it"))
        skipped.clicked.connect(partial(self.answered.emit, day, AnswerKind.SKIPPED))
        buttons = {"took": took, "missed": missed, "skipped": skipped}
        for name, button in buttons.items():
            button.setObjectName(f"{name}-{day.isoformat()}")
        return list(buttons.values())


def _facts(asked_first: Day | None) -> tuple[str, ...]:
    """The rule of a missed dose is for one that is still its turn; a day that has passed asks for no injection."""
    if asked_first is not None and asked_first.state is DayState.DUE:
        return MISSED
    return ("dose-past-day",)
