"""The injection, one thing at a time: a picture, a few large words, and the answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.refusals import GatesShut, MayNotStart, SiteRefused, SyringeRefused, TakenBack
from anakinra_companion.domain.doses import Dose
from anakinra_companion.domain.flow import ENDS, Answer, Reply, Stage, is_question
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.domain.storage import Look
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui import spoken, words
from anakinra_companion.ui.dialogs.exact_point import ask_where
from anakinra_companion.ui.sites.telling import Telling
from anakinra_companion.ui.stop_cards import guard_fact
from anakinra_companion.ui.walkthrough.ahead import Ahead
from anakinra_companion.ui.walkthrough.aids import TURNS, Reader
from anakinra_companion.ui.walkthrough.ends import nothing_open
from anakinra_companion.ui.walkthrough.hands_free import HandsFreePage
from anakinra_companion.ui.walkthrough.stage_view import ELSEWHERE, StageState, StageView
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.more_below import MoreBelow
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.undo import Undo
    from anakinra_companion.settings import Settings

TAKEN_BACK = "dose-taken-back"
# A second press this soon after a step is a slip of the hand (milliseconds).
SETTLING_MS = 400


class WalkthroughPage(HandsFreePage):
    """Shows the stage of the open walkthrough; every answer is on disk before the next stage is shown."""

    # Whether one line at the check of the skin offers to tell of an injection before.
    asks_about_skin = True

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.setAccessibleName(self.tr("Injection"))
        self._walk: Walkthrough | None = None
        self._refused: str = ""
        self._turned: frozenset[str] = frozenset()
        self._taken_back = False
        self._reader = Reader(self)
        self._telling = Telling(diary, self)
        self._telling.done.connect(self._told)
        self._telling.help_wanted.connect(partial(self.go.emit, "help"))
        self._answered: tuple[Answer, ...] | None = None
        self._ahead = Ahead(diary, self._made)
        self._at_end = False
        self._area.verticalScrollBar().rangeChanged.connect(self._show_end)
        self.below_area.addWidget(MoreBelow(self._area))
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._settling.timeout.connect(self._prepare_next)

    @property
    def stage(self) -> Stage | None:
        """Where the walkthrough on show stands."""
        return self._walk.stage if self._walk is not None else None

    @property
    def is_settled(self) -> bool:
        """False for a moment after each step, when presses are ignored."""
        return not self._settling.isActive()

    def refresh(self) -> None:
        """Shows the open walkthrough, or the end of the one just finished."""
        present = self.diary.walkthrough.open()
        if present is not None:
            self._walk = present
        elif self._walk is not None:
            self._walk = self.diary.walkthrough.get(self._walk.id)
        self._show_stage()

    def enter(self) -> None:
        """The keyboard starts at Next, or at nothing where a question has to be answered."""
        self._refused, self._turned = "", frozenset()
        if self.diary.walkthrough.open() is None:
            self._walk = None
        self.refresh()
        self._settle()

    def build(self, state: object) -> None:
        """One stage."""
        self.answers = []
        if (walk := self._walk) is None:
            self.add(nothing_open(partial(self.go.emit, "today")))
            self.set_footer()
            return
        wanted = self._state(walk)
        view = self._ahead.take(wanted) or self._made(wanted)
        self.answers = view.answers
        self.add(view)
        view.come_forward(self._reader)
        self.set_footer(*view.foot, all_in_sight=view.stage is Stage.INJECT)

    def _told(self, undo: Undo) -> None:
        self.done.emit(undo)
        self.forget()
        self._show_stage()
        # The button that had the keyboard is gone.
        self._settle()

    def _show_stage(self) -> None:
        answered = self._walk.answers if self._walk is not None else None
        afresh, self._answered = answered != self._answered, answered
        walk = self._walk
        # A dose can be taken back on another page, or in another window, while its injection waits here.
        self._taken_back = (
            walk is not None and walk.needle_out_at is not None and self.diary.walkthrough.is_taken_back(walk.id)
        )
        if self._refused == TAKEN_BACK and not self._taken_back:
            self._refused = ""
        # An end tells what is on record, and which day that was.
        told = self._ahead.record_now() if walk is not None and walk.stage in ENDS else None
        dose = self._dose()
        where = dose.point if dose else None
        self.show_state((walk, self._refused, self._turned, self._taken_back, told, where), afresh=afresh)

    def _state(self, walk: Walkthrough) -> StageState:
        return StageState(walk, self._refused, self._turned, self._taken_back)

    def _dose(self) -> Dose | None:
        """The dose on record whose spot can be named."""
        walk = self._walk
        return self.diary.walkthrough.dose(walk.id) if walk is not None and walk.stage in ELSEWHERE else None

    def _made(self, state: StageState) -> StageView:
        telling = self._telling if self.asks_about_skin else None
        view = StageView(self.diary, state, self.footer, telling)
        # Only what was made whole is put on the page.
        view.setParent(self._inner)
        view.said.connect(self.say)
        view.syringe.connect(self._syringe)
        view.place.connect(self._place)
        view.elsewhere.connect(self._elsewhere)
        view.turned.connect(self._turn)
        view.again.connect(self._start_again)
        view.left.connect(self.go)
        view.left_to.connect(self.go_to)
        if is_question(view.stage):
            # What is seldom pressed beside Next bears no number, least of all that of the usual answer before it.
            self.answers = view.answers
            self.number_answers()
        return view

    def _prepare_next(self) -> None:
        if self._walk is None or not self.isVisible():
            return
        kept = self.answers
        self._ahead.prepare(self._state(self._walk), self._inner.size())
        self.answers = kept

    # ---- what a press does ----------------------------------------------------------------------------------

    def _turn(self, what: str) -> None:
        """Opens or closes a part of the page: "asking", "sources", "large", or what can be "wrong"."""
        if what == "wrong" and not self.is_settled:
            return
        self._turned ^= {what}
        self._at_end = False
        # What was opened is heard at its button, wherever the keyboard was.
        self._focus_to_return = TURNS.get(what)
        self.refresh()
        if what in ("asking", "sources") and what in self._turned:
            # Its height is known once it is laid out, which takes Qt a few rounds.
            self._at_end = True
            QTimer.singleShot(0, self, self._show_end)
        if what == "wrong":
            self._settle()

    def _show_end(self) -> None:
        if self._at_end:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.maximum())

    def show_settings(self, settings: Settings) -> None:
        """How a step is read aloud."""
        self._reader.use(settings)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is read to from a page out of sight, and nothing waits behind it."""
        self._reader.voice.hush()
        self._ahead.drop()
        super().hideEvent(event)

    def _syringe(self, look: Look) -> None:
        self._tell(lambda walk: self.diary.walkthrough.choose_syringe(walk, look.syringe.id))

    def _place(self, point: SitePoint) -> None:
        self._tell(lambda walk: self.diary.walkthrough.choose_place(walk, point))

    def _elsewhere(self) -> None:
        dose = self._dose()
        if dose is not None and self.is_settled:
            ask_where(self.diary, dose, self, partial(self._here_instead, dose.id))

    def _here_instead(self, dose_id: str, point: SitePoint) -> None:
        self.done.emit(self.diary.sites.injected_here(dose_id, point))
        self.refresh()

    def say(self, reply: Reply) -> None:
        """Gives an answer, and shows where it led."""
        self._tell(lambda walk: self.diary.walkthrough.answer(walk, reply))

    def _tell(self, answer: Callable[[Walkthrough], Walkthrough]) -> None:
        """One answer; what holds it back is shown on the page."""
        if self._walk is None or not self.is_settled:
            return
        self._refused = ""
        try:
            self._walk = answer(self._walk)
        except SyringeRefused as refusal:
            self._refused = words.verdict_fact(refusal.look)
        except MayNotStart as refusal:
            self._refused = guard_fact(refusal.guard)
        except SiteRefused:
            self._refused = "sites-rule"
        except TakenBack:
            self._refused = TAKEN_BACK
        self._moved()

    def _start_again(self) -> None:
        if self._walk is None or not self.is_settled:
            return
        slot, helper = self._walk.slot, self._walk.helper
        try:
            self._walk = self.diary.walkthrough.start(slot, helper=helper)
            self._refused = ""
        except (MayNotStart, GatesShut):
            self.go.emit("today")
        self._moved()

    def _moved(self) -> None:
        # The large picture stays: somebody across the table goes on looking at it.
        self._turned &= {"large"}
        self._at_end = False
        # The answer itself tells where it led; whatever else changed is looked at once this is on show.
        self._show_stage()
        self._settle()

    def _settle(self) -> None:
        self._settling.start()
        self._area.verticalScrollBar().setValue(0)
        ends = self._walk is None or self._walk.stage in ENDS
        button = self.findChild(Button, "to-today" if ends else f"reply-{Reply.NEXT.value}")
        # A question has no answer chosen beforehand: its title has the keyboard until one is given.
        target = button or self.findChild(Text, spoken.HEAD)
        if isinstance(target, QWidget):
            answers = spoken.answers(self.answers, question=target is not button)
            spoken.give_focus(target, f"{spoken.words_in(self._inner, target)} {answers}".strip())
