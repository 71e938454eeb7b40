"""The calendar: a month of days, one day in detail, and saying what really happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.diary.dose_syringes import AGAINST, OVER_LIMIT
from anakinra_companion.diary.doses import SECOND
from anakinra_companion.diary.refusals import SecondDose
from anakinra_companion.domain.doses import AnswerKind, Day, DayState, Dose
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.domain.skin.truth import site_flags
from anakinra_companion.domain.storage import Reason
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.calendar.month_table import MonthTable
from anakinra_companion.ui.dialogs.exact_point import ask_where
from anakinra_companion.ui.dialogs.record_dose import Prefilled, RecordDose
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites import spot_words
from anakinra_companion.ui.sites.reaction_words import About
from anakinra_companion.ui.sites.skin_after import SkinAfter
from anakinra_companion.ui.sites.telling import Telling
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Flow, Line, divider, row
from anakinra_companion.ui.widgets.text import Text, heading, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.undo import Undo


class CalendarPage(Page):
    """The month stays; only its facts and the day beside it change."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.title.say(self.tr("Calendar"))
        self.setAccessibleName(self.tr("Calendar"))
        self._on = diary.today()
        self._month = (self._on.year, self._on.month)
        # What is recorded when the person says that a day really had two doses.
        self._second: Callable[[], Undo] | None = None
        self._telling = Telling(diary, self)
        self._telling.done.connect(self.done)
        self._telling.erased.connect(self.refresh)
        self._telling.help_wanted.connect(partial(self.go.emit, "help"))
        self._name = heading()
        self._table = MonthTable()
        self._table.chosen.connect(self._choose)
        self._detail = QWidget()
        self._below = QVBoxLayout(self._detail)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._lay_out()

    def refresh(self) -> None:
        """Looks at the month and the day again."""
        first = QLocale().firstDayOfWeek().value - 1
        month = self.diary.doses.month(*self._month, first_weekday=first)
        self._name.setText(QLocale().toString(QDate(*self._month, 1), "MMMM yyyy"))
        self._table.show_month(month, self.diary.today(), self._on)
        self._show_day(self.diary.doses.day(self._on))

    def point_to(self, id_: str) -> None:
        """Shows one day, named as YYYY-MM-DD."""
        self._choose(date.fromisoformat(id_))
        self.refresh()

    def _lay_out(self) -> None:
        left = QWidget()
        below = QVBoxLayout(left)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(10))
        back = Button(self.tr("Month before"), icon="back")
        back.setObjectName("month-before")
        back.clicked.connect(partial(self._turn, -1))
        after = Button(self.tr("Month after"), icon="forward")
        after.setObjectName("month-after")
        after.clicked.connect(partial(self._turn, 1))
        today = Button(self.tr("Today"), Kind.QUIET, icon="today")
        today.setObjectName("this-month")
        today.clicked.connect(self._to_today)
        below.addWidget(self._name)
        below.addWidget(row(back, after, today))
        below.addWidget(self._table)
        below.addWidget(self._legend())
        below.addStretch(1)
        holder = QWidget()
        narrow = theme.active().scale >= 1.4
        both: QHBoxLayout | QVBoxLayout = QVBoxLayout(holder) if narrow else QHBoxLayout(holder)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.active().gap(20))
        both.addWidget(left, 7)
        both.addWidget(self._detail, 4)
        self.add(holder)
        self.body.addStretch(1)

    def _legend(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder)
        for state in DayState:
            icon, word, tone = words.day_state(state)
            if icon:
                line = Line(word, icon, tone, size=theme.SMALL)
                line.text.setWordWrap(False)
                flow.addWidget(line)
        return holder

    def _show_day(self, day: Day) -> None:
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        while self._below.count():
            item = self._below.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._below.addWidget(self._day_card(day))
        self._below.addStretch(1)
        again = self._detail.findChild(Button, name) if name else None
        if isinstance(again, Button):
            again.setFocus()

    def _day_card(self, day: Day) -> QWidget:
        card = Card(words.capital(words.long_day(day.day)))
        icon, word, tone = words.day_state(day.state)
        card.add(Line(word, icon, tone, size=theme.LEAD, bold=True))
        zone = self.diary.zone()
        if day.slot is not None:
            card.add(small(self.tr("Due at {0}.").format(words.clock_time(day.slot.due, zone))))
        for dose in day.doses:
            card.add(self._dose(dose, zone))
        if day.answer is not None and day.answer.reason:
            card.add(Text(self.tr("Why: {0}").format(day.answer.reason)))
        if self._second is not None:
            card.add(Line(content.say("dose-second-stop"), "stop", Tone.STOP, bold=True))
            two = Button(self.tr("I used two by mistake: record both"), Kind.STOP)
            two.setObjectName("record-both")
            two.clicked.connect(partial(self._keep, self._second))
            card.add(row(two), FactLine(content.say("dose-used-two"), content.sources("dose-used-two")))
        if day.state is DayState.UNFINISHED:
            answer = Button(self.tr("Say what happened"), icon="forward")
            answer.setObjectName("to-today")
            answer.clicked.connect(partial(self.go.emit, "today"))
            card.add(row(answer))
        elif day.day <= self.diary.today():
            card.add(row(*self._actions(day)))
        if day.state is DayState.NOT_RECORDED:
            card.add(FactLine(content.say("dose-missed", "dose-never-double"), content.sources("dose-missed")))
        return card

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
        correct.clicked.connect(partial(self._correct, dose))
        back = Button(self.tr("Take it back"), Kind.QUIET, icon="undo")
        back.setObjectName(f"withdraw-{dose.id}")
        back.clicked.connect(partial(self._withdraw, dose))
        elsewhere = Button(self.tr("It was at another spot"), icon="bodymap")
        elsewhere.setObjectName(f"elsewhere-{dose.id}")
        elsewhere.clicked.connect(partial(self._elsewhere, dose))
        card.add(row(correct, elsewhere, back), divider(), self._skin_after(dose))
        if len(history := self.diary.doses.history(dose.id)) > 1:
            card.add(small(self.tr("Changed %n time(s); the history keeps every version.", "", len(history) - 1)))
        return card

    def _skin_after(self, dose: Dose) -> QWidget:
        number = self.diary.sites.number(dose.point) if dose.point is not None else None
        about = About(dose.id, dose.place, dose.point, words.short_day(self._on), number)
        told = self.diary.reactions.after([dose.id])[dose.id]
        head = Text(self.tr("The skin afterwards"), bold=True)
        return SkinAfter(self.diary, about, told, self._telling, head=head, narrow=True, with_flags=False)

    def _actions(self, day: Day) -> list[QWidget]:
        record = Button(self.tr("Record a dose"), Kind.SECONDARY, icon="plus")
        record.setObjectName("record")
        record.clicked.connect(partial(self._record, day))
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
                button.clicked.connect(partial(self._answer, day, kind))
                actions.append(button)
        return actions

    # ---- what a press does ----------------------------------------------------------------------------------

    def _choose(self, on: date) -> None:
        self._on, self._second = on, None
        if (on.year, on.month) != self._month:
            self._month = (on.year, on.month)
            self.refresh()
        else:
            self._show_day(self.diary.doses.day(on))

    def _turn(self, months: int) -> None:
        year, number = self._month
        moved = year * 12 + number - 1 + months
        self._month = (moved // 12, moved % 12 + 1)
        self._on = date(*self._month, 1)
        self._second = None
        self.refresh()

    def _to_today(self) -> None:
        self._choose(self.diary.today())
        self.refresh()

    def _record(self, day: Day) -> None:
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
        dialog = RecordDose(self.diary, begin, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            record = partial(self.diary.doses.record, dialog.given)
            self._keep(record, partial(record, second=True))

    def _correct(self, dose: Dose) -> None:
        begin = Prefilled(
            dose.slot, dose.at, dose.point, dose.place, dose.syringe, dose.kind, dose.note, correcting=dose
        )
        dialog = RecordDose(self.diary, begin, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            correct = partial(self.diary.doses.correct, dose.id, dialog.given)
            self._keep(correct, partial(correct, second=True))

    def _elsewhere(self, dose: Dose) -> None:
        ask_where(self.diary, dose, self, partial(self._here_instead, dose.id))

    def _here_instead(self, dose_id: str, point: SitePoint) -> None:
        self._keep(partial(self.diary.sites.injected_here, dose_id, point))

    def _keep(self, act: Callable[[], Undo], if_second: Callable[[], Undo] | None = None) -> None:
        self._second = None
        try:
            self.done.emit(act())
        except SecondDose:
            self._second = if_second
        self.refresh()

    def _withdraw(self, dose: Dose) -> None:
        self.done.emit(self.diary.doses.withdraw(dose.id))

    def _answer(self, day: Day, kind: AnswerKind) -> None:
        self.done.emit(self.diary.doses.answer({day.day: kind}))
