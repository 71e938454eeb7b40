"""Today: did I inject, when is the next dose, where, with which syringe."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from anakinra_companion.diary.alerts import Alert, AlertCode
from anakinra_companion.diary.overview import Overview
from anakinra_companion.diary.refusals import GatesShut, MayNotStart, SecondDose
from anakinra_companion.domain.doses import AnswerKind
from anakinra_companion.domain.flow import Reply, replies_at
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.ui import care_words, spoken, today_cards, words
from anakinra_companion.ui.hold_card import HoldCard
from anakinra_companion.ui.open_days_card import OpenDaysCard
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.retelling import retell, timeless
from anakinra_companion.ui.stop_cards import (
    ClockCard,
    GatesCard,
    NotNowCard,
    NotSureCard,
    PossibleDoseCard,
    SecondDoseCard,
    guard_fact,
)
from anakinra_companion.ui.today_alerts import alert_lines, leads_to
from anakinra_companion.ui.widgets.buttons import Button, Kind, named
from anakinra_companion.ui.widgets.frames import row
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from collections.abc import Callable

    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.undo import Undo
    from anakinra_companion.domain.doses import Dose
    from anakinra_companion.ui.dialogs.record_dose import Prefilled


class TodayPage(Page):
    """Answers the question people really have, and offers one next step."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.setAccessibleName(self.tr("Today"))
        self._parts: list[QWidget] = []
        # What was told but for the time that runs on.
        self._told: tuple[Overview, str, bool] | None = None
        self._card: str = ""
        self._all_alerts = False
        # The dose that stands in the way of another, and the act that records that one all the same.
        self._first: Dose | None = None
        self._second: Callable[[], Undo] | None = None

    def refresh(self) -> None:
        """Looks at everything again; where only time has passed, only words change, in their places."""
        view = self.diary.overview()
        state = (view, self._card, self._all_alerts)
        before, self._told = self._told, (timeless(view), self._card, self._all_alerts)
        if self._shown is None or before != self._told or not self._retold(view):
            self.show_state(state)
        self._shown = state

    def point_to(self, id_: str) -> None:
        """ "already": the person says that they injected, and is asked for the rest."""
        if id_ == "already":
            self.later(self._already)

    def enter(self) -> None:
        """A card that was asked for earlier is not shown again."""
        self._card, self._all_alerts = "", False
        super().enter()

    def focus_first(self) -> None:
        """The keyboard starts at the one primary button; where a question is open no answer has it beforehand."""
        if (target := self._at_first()) is not None:
            spoken.give_focus(target, spoken.words_in(self._inner, target))

    def build(self, state: object) -> None:
        """The whole page."""
        if not isinstance(state, tuple) or not isinstance(view := state[0], Overview):
            return
        self._parts = self._made_parts(view)
        self.add(*self._parts)
        self._add_footer(view)

    def _retold(self, view: Overview) -> bool:
        fresh = self._made_parts(view)
        done = retell(self._parts, fresh)
        for part in fresh:
            part.deleteLater()
        target = self._at_first()
        # At each minute's words somebody with the keyboard there would hear all of them.
        if done and target is not None and not target.hasFocus():
            target.setAccessibleDescription(spoken.words_in(self._inner, target))
        return done

    def _at_first(self) -> QWidget | None:
        primary = self.findChild(Button, "start")
        return primary if isinstance(primary, Button) and primary.isVisible() else self.findChild(Text, spoken.HEAD)

    def _return_to(self, name: str, place: int) -> None:
        """Somebody at the first control is told there what has changed."""
        first = name in ("start", spoken.HEAD)
        super()._return_to("" if first else name, place)
        target = self._at_first()
        if first and target is not None and not target.hasFocus():
            self.focus_first()

    def _made_parts(self, view: Overview) -> list[QWidget]:
        now = small(words.capital(words.full_when(view.now, view.zone)))
        now.setObjectName(spoken.HEAD)
        parts: list[QWidget] = [now]
        if not view.clock_trusted:
            doubted = ClockCard(view)
            doubted.confirmed.connect(self.diary.confirm_clock)
            parts.append(doubted)
        if view.hold is not None:
            held = HoldCard(self.diary, view.hold)
            held.done.connect(self.done)
            parts.append(held)
        possible = view.waiting is not None and view.waiting.is_possible_dose
        if not possible:
            parts.append(today_cards.headline(view, not_sure=self._card == "not_sure"))
        if view.pause is not None:
            look = partial(self.go_to.emit, "calendar", "pauses")
            parts.append(row(named("to-pauses", self.tr("Look at the pause"), "pause", look)))
        parts += self._asked_cards(view)
        if view.asked_first is not None and not possible:
            parts.append(self._open_days(view))
        parts += alert_lines(view, self._act_on, None if self._all_alerts else self._show_all)
        if not possible:
            # What comes next depends on the answer; until then nothing is said of it.
            parts.append(today_cards.facts(view))
        if view.open_days and view.asked_first is None and not possible:
            parts.append(self._open_days(view))
        return parts

    # ---- the parts ------------------------------------------------------------------------------------------

    def _asked_cards(self, view: Overview) -> list[QWidget]:
        """A possible dose is asked about unasked; other cards come on request."""
        cards: list[QWidget] = []
        if view.waiting is not None and view.waiting.is_possible_dose:
            card = PossibleDoseCard(view.waiting, view.zone)
            card.answered.connect(partial(self._possible_dose, view.waiting.id))
            card.not_sure.connect(partial(self._show_card, "not_sure"))
            cards.append(card)
        if self._card == "not_sure":
            cards.append(NotSureCard(view.looks, self.diary.profile().care_number))
        elif self._card == "second":
            stop = SecondDoseCard(view, view.start_slot, self._first)
            stop.used_two.connect(self._used_two)
            stop.for_today.connect(partial(self._start, view.today))
            stop.wrong.connect(partial(self.go.emit, "calendar"))
            cards.append(stop)
        elif self._card == "gates":
            gates = GatesCard()
            gates.settings.connect(partial(self.go.emit, "settings"))
            cards.append(gates)
        elif self._card:
            cards.append(NotNowCard(self._card, care_words.early(view)))
        return cards

    def _open_days(self, view: Overview) -> QWidget:
        card = OpenDaysCard(view)
        card.took.connect(self._took)
        card.answered.connect(self._answer_day)
        card.started.connect(self._start)
        card.see_all.connect(partial(self.go.emit, "calendar"))
        return card

    def _add_footer(self, view: Overview) -> None:
        if view.regimen is None:
            copy = Button(self.tr("Copy your label"), Kind.PRIMARY, icon="edit")
            copy.clicked.connect(partial(self.go.emit, "settings"))
            self.set_footer(copy)
            return
        if view.waiting is not None and view.waiting.is_possible_dose:
            # What happened is asked above; nothing here may invite a second dose (H1).
            self.set_footer()
            return
        already = Button(self.tr("I have already injected"))
        already.setObjectName("already")
        already.clicked.connect(self._already)
        unsure = Button(self.tr("I am not sure if I injected"), Kind.QUIET)
        unsure.setObjectName("unsure")
        unsure.clicked.connect(partial(self._show_card, "not_sure"))
        not_sure = self._card == "not_sure"
        if not_sure:
            unsure.say(self.tr("I know now"))
        # Whoever is not sure is not shown a way to inject; and yesterday's dose may have been given and not
        # recorded, so that comes before another start (H1).
        asked_first = view.asked_first is not None and view.waiting is None
        held_back = not view.clock_trusted or not_sure or asked_first or view.held_back
        self.set_footer(already, unsure, *(() if held_back else (self._primary(view),)))

    def _primary(self, view: Overview) -> Button:
        waiting = view.waiting
        if waiting is not None and not waiting.is_possible_dose:
            primary = Button(self.tr("Go on where you stopped"), Kind.PRIMARY, icon="forward")
            primary.clicked.connect(partial(self.go.emit, "walkthrough"))
        else:
            primary = Button(today_cards.start_words(view), Kind.PRIMARY, icon="syringe")
            primary.clicked.connect(partial(self._start, view.start_slot))
        primary.setObjectName("start")
        return primary

    # ---- what a press does ----------------------------------------------------------------------------------

    def _start(self, slot: date | None) -> None:
        try:
            self.diary.walkthrough.start(slot, helper=self.diary.profile().helper)
        except GatesShut:
            self._show_card("gates")
        except MayNotStart as refusal:
            self._first = self.diary.walkthrough.start_view(slot).first
            self._second = None
            self._show_card(self._why_not(refusal.guard))
        else:
            self._card = ""
            self.go.emit("walkthrough")

    def _why_not(self, guard: StartGuard) -> str:
        if guard is StartGuard.SECOND_DOSE:
            return "second"
        return care_words.INTERVAL if care_words.is_interval(guard, self.diary.overview()) else guard_fact(guard)

    def _already(self) -> None:
        from anakinra_companion.ui.dialogs.record_dose import Prefilled  # Today need not wait for a small window

        view = self.diary.overview()
        slot = self.diary.doses.proposed_slot()
        upcoming = view.next_syringe.syringe.id if view.next_syringe else None
        point = view.suggestion.point if view.suggestion else None
        self._record(Prefilled(slot.day if slot else None, view.now, point, None, upcoming))

    def _took(self, day: date) -> None:
        from anakinra_companion.ui.dialogs.record_dose import Prefilled  # as above

        self._record(Prefilled(day, None))

    def _record(self, begin: Prefilled) -> None:
        from anakinra_companion.ui.dialogs.record_dose import RecordDose  # as above

        dialog = RecordDose(self.diary, begin, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            self.done.emit(self.diary.doses.record(dialog.given))
        except SecondDose as refusal:
            # What was entered is kept: one press records it after all.
            self._first = refusal.first
            self._second = partial(self.diary.doses.record, dialog.given, second=True)
            self._show_card("second")

    def _answer_day(self, day: date, kind: AnswerKind) -> None:
        self.done.emit(self.diary.doses.answer({day: kind}))

    def _possible_dose(self, id_: str, reply: str) -> None:
        walk = self.diary.walkthrough.get(id_)
        self.diary.walkthrough.tell(walk, Reply(reply), at=walk.cover_off_at)
        self.go.emit("walkthrough")

    def _used_two(self) -> None:
        from anakinra_companion.ui.dialogs.record_dose import Prefilled, RecordDose  # as above

        if self._second is not None:
            self.done.emit(self._second())
            self._second = None
            self._show_card("dose-used-two")
            return
        view = self.diary.overview()
        syringe = view.next_syringe.syringe.id if view.next_syringe else None
        dialog = RecordDose(self.diary, Prefilled(view.start_slot, view.now, None, None, syringe), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.done.emit(self.diary.doses.record(dialog.given, second=True))
            self._show_card("dose-used-two")

    def _act_on(self, alert: Alert) -> None:
        if alert.code is AlertCode.SHARPS and alert.walkthrough is not None:
            walk = self.diary.walkthrough.get(alert.walkthrough)
            if Reply.IN_SHARPS in replies_at(walk.stage):
                self.diary.walkthrough.answer(walk, Reply.IN_SHARPS)
            else:
                self.go.emit("walkthrough")
        elif target := leads_to(alert):
            self.go_to.emit("storage", target)

    def _show_card(self, name: str) -> None:
        self._card = "" if self._card == name else name
        self.refresh()

    def _show_all(self) -> None:
        self._all_alerts = True
        self.refresh()
