"""One day of the calendar in detail: its state in words, each dose, and what can still be said of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.dose_syringes import AGAINST, OVER_LIMIT
from anakinra_companion.diary.doses import SECOND
from anakinra_companion.domain.dose_table import box_of
from anakinra_companion.domain.doses import AnswerKind, Day, DayState, Dose
from anakinra_companion.domain.regimen import Pause
from anakinra_companion.domain.skin.truth import site_flags
from anakinra_companion.domain.storage import Reason
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.calendar.day_acts import DayActs
from anakinra_companion.ui.sites import spot_words
from anakinra_companion.ui.sites.reaction_words import About
from anakinra_companion.ui.sites.skin_after import SkinAfter
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, divider, row
from anakinra_companion.ui.widgets.text import Text, small


class DayCard(Card):
    """Made anew for each look at a day; what its buttons do is done by `acts`."""

    def __init__(self, day: Day, acts: DayActs, parent: QWidget | None = None) -> None:
        super().__init__(words.capital(words.long_day(day.day)), parent)
        self._acts, self.diary, self._on = acts, acts.diary, day.day
        self._fill(day)

    def _fill(self, day: Day) -> None:
        icon, word, tone = words.day_state(day.state)
        self.add(Line(word, icon, tone, size=theme.LEAD, bold=True))
        zone = self.diary.zone()
        if day.slot is not None:
            self.add(small(self.tr("Due at {0}.").format(words.clock_time(day.slot.due, zone))))
        for dose in day.doses:
            self.add(self._dose(dose, zone))
        if day.answer is not None and day.answer.reason:
            self.add(Text(self.tr("Why: {0}").format(day.answer.reason)))
        for pause in self._pauses(day):
            self.add(Text(words.pause_days(pause.first, pause.last)))
            self.add(small(self.tr("{0} said so.").format(pause.who)))
        if self._acts.second is not None:
            self.add(*self._second())
        if day.state is DayState.UNFINISHED:
            answer = Button(self.tr("Say what happened"), icon="forward")
            answer.setObjectName("to-today")
            answer.clicked.connect(partial(self._acts.go.emit, "today"))
            self.add(row(answer))
        elif day.day <= self.diary.today():
            self.add(row(*self._actions(day)))
        if day.state is DayState.NOT_RECORDED:
            self.add(FactLine(content.say("dose-past-day"), content.sources("dose-past-day")))

    def _pauses(self, day: Day) -> list[Pause]:
        """The pauses that a paused day lies in."""
        pauses = self.diary.regimen.pauses() if day.state is DayState.PAUSED else ()
        return [pause for pause in pauses if pause.covers(day.day)]

    def _second(self) -> list[QWidget]:
        stop = Line(content.say("dose-second-stop"), "stop", Tone.STOP, bold=True)
        two = Button(self.tr("I used two by mistake: record both"), Kind.STOP)
        two.setObjectName("record-both")
        two.clicked.connect(self._acts.record_both)
        return [stop, row(two), FactLine(content.say("dose-used-two"), content.sources("dose-used-two"))]

    def _dose(self, dose: Dose, zone: str) -> QWidget:
        card = Card()
        at = words.clock_time(dose.at, zone) if dose.at else self.tr("time not known")
        where = words.place(dose.place) if dose.place else self.tr("place not known")
        card.add(Text(self.tr("{0}, {1}").format(words.capital(at), where), bold=True))
        flags = site_flags(dose.flags)
        if instead := spot_words.here_instead(flags):
            card.add(small(instead))
        for sentence in spot_words.against(flags):
            card.add(Line(sentence, "warning", Tone.SOON))
        if dose.syringe is not None:
            card.add(small(words.capital(words.syringe(self.diary.storage.look(dose.syringe)))))
        if box := box_of(dose.flags):
            said = self.tr("Syringe {0} of lot {1}, from another record.")
            card.add(small(said.format(box.position or "?", box.lot or "?")))
        if OVER_LIMIT in dose.flags:
            card.add(Line(self.tr("The syringe was over its limit."), "warning", Tone.SOON))
        for flag in dose.flags:
            if flag.startswith(AGAINST):
                why = words.reason(Reason(flag.removeprefix(AGAINST)))
                said = self.tr("By the record this syringe should not have been used: {0}.").format(why)
                card.add(Line(said, "warning", Tone.SOON))
        if SECOND in dose.flags:
            card.add(Line(self.tr("A second dose for this day."), "warning", Tone.SOON))
        if dose.given_by:
            card.add(small(self.tr("Given by {0}.").format(dose.given_by)))
        if dose.note:
            card.add(Text(dose.note))
        correct = Button(self.tr("Correct"), icon="edit")
        correct.setObjectName(f"correct-{dose.id}")
        correct.clicked.connect(partial(self._acts.correct, dose))
        back = Button(self.tr("Take it back"), Kind.QUIET, icon="undo")
        back.setObjectName(f"withdraw-{dose.id}")
        back.clicked.connect(partial(self._acts.withdraw, dose))
        elsewhere = Button(self.tr("It was at another spot"), icon="bodymap")
        elsewhere.setObjectName(f"elsewhere-{dose.id}")
        elsewhere.clicked.connect(partial(self._acts.elsewhere, dose))
        card.add(row(correct, elsewhere, back), divider(), self._skin_after(dose))
        if (count := self.diary.doses.versions(dose.id)) > 1:
            card.add(small(self.tr("Changed %n time(s); the history keeps every version.", "", count - 1)))
        return card

    def _skin_after(self, dose: Dose) -> QWidget:
        number = self.diary.sites.number(dose.point) if dose.point is not None else None
        about = About(dose.id, dose.place, dose.point, words.short_day(self._on), number)
        told = self.diary.reactions.after([dose.id])[dose.id]
        head = Text(self.tr("The skin afterwards"), bold=True)
        return SkinAfter(self.diary, about, told, self._acts.telling, head=head, narrow=True, with_flags=False)

    def _actions(self, day: Day) -> list[QWidget]:
        record = Button(self.tr("Record a dose"), Kind.SECONDARY, icon="plus")
        record.setObjectName("record")
        record.clicked.connect(partial(self._acts.record, day))
        actions: list[QWidget] = [record]
        if day.open and not day.doses:
            ahead = day.slot is not None and self.diary.now() < day.slot.due
            for kind, said in (
                (AnswerKind.MISSED, self.tr("I missed it")),
                (AnswerKind.SKIPPED, self.tr("I will skip it") if ahead else self.tr("I skipped it")),
            ):
                if ahead and kind is AnswerKind.MISSED:
                    continue
                button = Button(said)
                button.setObjectName(f"answer-{kind.value}")
                button.clicked.connect(partial(self._acts.answer, day, kind))
                actions.append(button)
        return actions
