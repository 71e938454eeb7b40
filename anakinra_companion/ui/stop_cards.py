"""The cards that stand in the way: a second dose, a possible dose, gates, and not being sure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.overview import Overview
from anakinra_companion.domain.flow import Reply
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.ui import care_words, theme, words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from anakinra_companion.domain.doses import Dose
    from anakinra_companion.domain.storage import Look
    from anakinra_companion.domain.walkthrough import Walkthrough


_tr = QCoreApplication.translate


def guard_fact(guard: StartGuard) -> str:
    """Which clinical sentence explains why a start is held back."""
    return {
        StartGuard.GO: "",
        StartGuard.HOLD: "help-hold",
        StartGuard.CLOCK: "dose-clock",
        StartGuard.NO_REGIMEN: "dose-label",
        StartGuard.POSSIBLE_DOSE: "dose-possible",
        StartGuard.SECOND_DOSE: "dose-second-stop",
        StartGuard.PAUSED: "dose-paused",
        StartGuard.TOO_EARLY: "dose-too-early",
    }[guard]


class PossibleDoseCard(Card):
    """The cover came off and nobody said what followed (H1): `answered` gives the reply."""

    answered = Signal(str)
    not_sure = Signal()

    def __init__(self, walk: Walkthrough, zone: str, parent: QWidget | None = None) -> None:
        started = words.clock_time(walk.cover_off_at, zone) if walk.cover_off_at else ""
        super().__init__(self.tr("Unfinished, started {0}: did you inject?").format(started), parent)
        self.tint(Tone.SOON)
        self.add(lead(content.say("dose-possible")))
        self._replies: dict[Button, Reply] = {}
        for reply, said in (
            (Reply.NEEDLE_OUT, self.tr("Yes, all of it")),
            (Reply.PART, self.tr("Part of it")),
            (Reply.NOT_INJECTED, self.tr("No, not injected")),
        ):
            button = Button(said)
            button.setObjectName(f"possible-{reply.value}")
            button.clicked.connect(self._pressed)
            self._replies[button] = reply
        unsure = Button(self.tr("I am not sure"))
        unsure.setObjectName("possible-not-sure")
        unsure.clicked.connect(self.not_sure)
        self.add(row(*self._replies, unsure), FactLine("", content.sources("dose-possible")))

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.answered.emit(self._replies[button].value)


class SecondDoseCard(Card):
    """The slot has a dose already (H1): names the first; what really happened can still be recorded."""

    used_two = Signal()
    wrong = Signal()
    for_today = Signal()

    def __init__(self, view: Overview, slot: date | None, first: Dose | None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Stop"), parent)
        self.tint(Tone.STOP)
        self.add(Line(content.say("dose-second-stop"), "stop", Tone.STOP, bold=True))
        if first is not None:
            when = words.when(first.at, view.zone, view.today) if first.at else self.tr("at a time nobody knows")
            where = words.place(first.place) if first.place else self.tr("place not recorded")
            self.add(lead(self.tr("On record: {0}, {1}.").format(when, where)))
        two = Button(self.tr("I used two by mistake"), Kind.STOP)
        two.setObjectName("used-two")
        two.clicked.connect(self.used_two)
        wrong = Button(self.tr("The record is wrong"))
        wrong.clicked.connect(self.wrong)
        buttons = [wrong, two]
        if view.day.open and slot != view.today:
            today = Button(self.tr("No, it is for today's dose"), icon="today")
            today.setObjectName("for-today")
            today.clicked.connect(self.for_today)
            buttons.insert(0, today)
            if view.since_last is not None:
                self.add(Text(self.tr("Your last dose was {0}.").format(words.ago(view.since_last)), bold=True))
        self.add(row(*buttons))


class NotSureCard(Card):
    """Not sure if a dose was injected: do not inject, count, call, with the count that should be left (H1)."""

    def __init__(self, looks: Iterable[Look], care_number: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Not sure if you injected?"), parent)
        self.tint(Tone.SOON)
        self.add(lead(content.say("dose-not-sure")))
        if care_number:
            number = Text(care_number, size=theme.TITLE, bold=True)
            number.setAccessibleName(" ".join(care_number))
            self.add(number)
        left = [look for look in looks if not look.ended]
        self.add(Text(self.tr("By your record, %n unused syringe(s) should be left.", "", len(left)), bold=True))
        for lot, positions in _by_box(left).items():
            self.add(Text(self.tr("Box {0}: {1}").format(lot, ", ".join(positions))))
        self.add(Text(self.tr("If there are fewer, one may have been used.")))
        self.add(FactLine("", content.sources("dose-not-sure")))


def _by_box(looks: Iterable[Look]) -> dict[str, list[str]]:
    """Positions by box, those that lie outside the fridge said so."""
    found: dict[str, list[str]] = {}
    for look in looks:
        where = _tr("today", "{0} (out of the fridge)") if look.is_out else "{0}"
        found.setdefault(look.syringe.box.lot, []).append(where.format(look.syringe.position))
    return found


class NotNowCard(Card):
    """Why a start is held back, with its source, and what the care team said where it is theirs."""

    def __init__(self, fact: str, care_team: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Not now"), parent)
        self.tint(Tone.SOON)
        if fact == care_words.INTERVAL:
            for said in care_team:
                self.add(Text(said, bold=True))
        self.add(FactLine(content.say(fact), content.sources(fact)))


class RefusalCard(Card):
    """What held an answer back, with its source; before the cover comes off one can start again."""

    again = Signal()

    def __init__(self, fact: str, *, can_start_again: bool, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Stop"), parent)
        self.tint(Tone.STOP)
        self.add(FactLine(content.say(fact), content.sources(fact)))
        if can_start_again:
            again = Button(self.tr("Start again with another syringe"), big=True)
            again.setObjectName("start-again")
            again.clicked.connect(self.again)
            self.add(row(again))


class ClockCard(Card):
    """The computer's clock was changed (H5): nothing is said of today until somebody confirms it."""

    confirmed = Signal()

    def __init__(self, view: Overview, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Is this date and time right?"), parent)
        self.tint(Tone.STOP)
        self.add(lead(words.capital(words.full_when(view.now, view.zone))))
        self.add(
            Text(self.tr("This computer's clock was changed. Until you confirm it, nothing is said about today."))
        )
        right = Button(self.tr("This date and time is right"), icon="check")
        right.setObjectName("confirm-clock")
        right.clicked.connect(self.confirmed)
        self.add(row(right))
        self.add(small(self.tr("If it is wrong, set it right in your computer's settings first.")))


class TakenBackCard(Card):
    """The dose of this injection was taken back: no screen says that it is on record."""

    calendar = Signal()

    def __init__(self, *, refused: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Stop") if refused else self.tr("No dose is on record"), parent)
        self.tint(Tone.STOP if refused else Tone.SOON)
        self.add(FactLine(content.say("dose-taken-back"), content.sources("dose-taken-back")))
        there = Button(self.tr("Open this day in the calendar"), icon="calendar", big=True)
        there.setObjectName("to-its-day")
        there.clicked.connect(self.calendar)
        self.add(row(there))


class GatesCard(Card):
    """The walkthrough is shut by an answer at the gates (H11)."""

    settings = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The injection steps are closed"), parent)
        self.tint(Tone.SOON)
        self.add(FactLine(content.say("gate-shut"), content.sources("gate-shut")))
        look = Button(self.tr("Look at these questions"), icon="settings")
        look.clicked.connect(self.settings)
        self.add(row(look))
