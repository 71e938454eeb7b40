"""The injection, one thing at a time: a picture, a few large words, and the answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.refusals import GatesShut, MayNotStart, SiteRefused, SyringeRefused
from anakinra_companion.domain.flow import ENDS, POSSIBLE, Answer, Mode, Reply, Stage, is_question, replies_at
from anakinra_companion.domain.profile import Hand
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.domain.storage import Look
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui import spoken, theme, walkthrough_notes, walkthrough_words, words
from anakinra_companion.ui.aids import TURNS, Aids, Reader
from anakinra_companion.ui.hands_free import HandsFreePage
from anakinra_companion.ui.step_help import help_card, sources_card
from anakinra_companion.ui.stop_cards import RefusalCard, guard_fact
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.walkthrough_parts import (
    HowDrawn,
    end_card,
    large_picture,
    nothing_open,
    place_choice,
    sheet,
    syringe_choice,
    told,
)
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.settings import Settings

# A second press this soon after a step is a slip of the hand (milliseconds).
SETTLING_MS = 400


class WalkthroughPage(HandsFreePage):
    """Shows the stage of the open walkthrough; every answer is on disk before the next stage is shown."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.setAccessibleName(self.tr("Injection"))
        self._walk: Walkthrough | None = None
        self._refused: str = ""
        self._turned: frozenset[str] = frozenset()
        self._reader = Reader(self)
        self._answered: tuple[Answer, ...] | None = None
        self._at_end = False
        self._area.verticalScrollBar().rangeChanged.connect(self._show_end)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)

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
        afresh = (self._walk.answers if self._walk is not None else None) != self._answered
        self._answered = self._walk.answers if self._walk is not None else None
        self.show_state((self._walk, self._refused, self._turned), afresh=afresh)

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
        stage = walk.stage
        step = content.step(stage)
        # While both hands are busy everything has to be in sight, also in the largest words.
        tight = stage is Stage.INJECT and theme.active().scale >= theme.LARGE
        heads = []
        if stage not in ENDS:
            heads.append(Text(walkthrough_words.progress(stage, walk.mode), tone=Tone.MUTED, bold=True))
        if not tight:
            heads.append(Text(step.title, size=theme.TITLE, bold=True))
        self.add(*heads)
        heads[-1].setObjectName(spoken.HEAD)
        if stage not in ENDS and (chosen := walkthrough_notes.chosen(self.diary, walk)):
            self.add(Text(chosen, size=theme.SMALL if tight else theme.BODY, bold=True))
        if self._refused:
            by_syringe = self._refused.startswith("storage") and self._refused != "storage-cannot-verify"
            refusal = RefusalCard(self._refused, can_start_again=stage is Stage.COVER and by_syringe)
            refusal.again.connect(self._start_again)
            self.add(refusal)
        self.add(self._middle(walk))
        if stage not in ENDS:
            aids = self._aids(walk)
            self.add(aids, *self._asked(walk, aids))
        self._add_footer(walk)

    # ---- the parts ------------------------------------------------------------------------------------------

    def _middle(self, walk: Walkthrough) -> QWidget:
        profile = self.diary.profile()
        place = walk.point.place if walk.point is not None else None
        how = HowDrawn(profile.skin_tone, profile.hand is Hand.LEFT, place, helper=bool(walk.helper))
        if walk.stage is Stage.SYRINGE:
            when = walkthrough_notes.for_when(self.diary, walk)
            part = syringe_choice(self.diary.walkthrough.syringes(), when, walk.mode, self._syringe)
        elif walk.stage is Stage.PLACE:
            map_ = self.diary.sites.map(helper=bool(walk.helper))
            part = place_choice(map_, self._place, with_skin=walk.mode is Mode.PRACTISED)
        elif walk.stage is Stage.INJECT:
            part = sheet(content.step(walk.stage), how)
        elif walk.stage in ENDS:
            part = end_card(self.diary, walk, how)
        else:
            step = content.step(walk.stage)
            notes, choices = walkthrough_notes.known(self.diary, walk), self._choices(walk.stage)
            if "large" in self._turned and step.picture and walk.stage not in POSSIBLE:
                part = large_picture(step, choices, notes, how)
            else:
                part = told(step, walk.mode, choices, notes, how)
        if walk.stage in (Stage.SYRINGE, Stage.PLACE):
            self.answers = part.findChildren(Button)
            for number, button in enumerate(self.answers[:9], start=1):
                button.setObjectName(f"answer-{number}")
        return part

    def _aids(self, walk: Walkthrough) -> Aids:
        """Ask about the step, hear it, see its picture alone."""
        step = content.step(walk.stage)
        pictured = bool(step.picture) and walk.stage not in POSSIBLE
        texts = [text for text in self._inner.findChildren(Text) if text.text()]
        large = "large" in self._turned
        said = (
            [step.title, *(each.text for each in step.told(walk.mode))] if large else [text.text() for text in texts]
        )
        aids = Aids(self._reader, said, texts, has_picture=pictured, large=large)
        aids.asked.connect(partial(self._turn, "asking"))
        aids.picture_only.connect(partial(self._turn, "large"))
        aids.sources.connect(partial(self._turn, "sources"))
        return aids

    def _asked(self, walk: Walkthrough, aids: Aids) -> list[QWidget]:
        """What was asked about the step, each in a card that comes into sight."""
        cards: list[QWidget] = []
        if "asking" in self._turned:
            cards.append(aids.opened("ask", help_card(self.diary, walk)))
        if "sources" in self._turned:
            cards.append(aids.opened("sources", sources_card(content.step(walk.stage), walk.mode)))
        return cards

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
        """Nobody is read to from a page out of sight."""
        self._reader.voice.hush()
        super().hideEvent(event)

    def _choices(self, stage: Stage) -> list[Button]:
        """The answers of a stage; many things that can be wrong wait behind one button."""
        replies = [reply for reply in replies_at(stage) if self._is_choice(stage, reply)]
        if stage is not Stage.LOOK or "wrong" in self._turned:
            return [self._answer(reply) for reply in replies]
        usual = self._answer(replies[0])
        wrong = Button(self.tr("Something is wrong, or I am not sure"), big=True)
        wrong.setObjectName("something-wrong")
        wrong.clicked.connect(partial(self._turn, "wrong"))
        self.answers.append(wrong)
        return [usual, wrong]

    def _answer(self, reply: Reply, *, big: bool = True) -> Button:
        button = self._foot(reply, "", Kind.SECONDARY, big=big)
        self.answers.append(button)
        return button

    def _is_choice(self, stage: Stage, reply: Reply) -> bool:
        return reply not in (Reply.NEXT, Reply.BACK, Reply.STOP, Reply.IN_SHARPS, Reply.OTHER_ONE) and (
            is_question(stage) or stage in (Stage.FOAM, Stage.BANDAGE)
        )

    def _add_footer(self, walk: Walkthrough) -> None:
        stage = walk.stage
        replies = replies_at(stage)
        left: list[QWidget] = []
        if Reply.BACK in replies:
            left.append(self._foot(Reply.BACK, "back", Kind.QUIET))
        if Reply.OTHER_ONE in replies:
            left.append(self._foot(Reply.OTHER_ONE, "search", Kind.QUIET))
        if Reply.STOP in replies:
            left.append(self._foot(Reply.STOP, "close", Kind.QUIET))
        if stage in ENDS or stage in (Stage.SHARPS, Stage.PART_SHARPS, Stage.WASTED_SHARPS):
            away = Button(self.tr("To Today"), Kind.PRIMARY if stage in ENDS else Kind.QUIET, icon="today", big=True)
            away.setObjectName("to-today")
            away.clicked.connect(partial(self.go.emit, "today"))
            left.append(away)
        if stage in (Stage.DONE, Stage.CALL):
            correct = Button(self.tr("Something of this is wrong"), Kind.QUIET, icon="edit", big=True)
            correct.setObjectName("correct")
            correct.clicked.connect(partial(self.go_to.emit, "calendar", walk.slot.isoformat()))
            left.insert(0, correct)
        if stage is Stage.INJECT:
            big = theme.active().scale < theme.LARGE
            others = [self._answer(reply, big=big) for reply in (Reply.NOT_INJECTED, Reply.PROBLEM)]
            left.extend(others)
            self.answers.insert(0, done := self._foot(Reply.NEEDLE_OUT))
            left.append(done)
        elif Reply.NEXT in replies:
            left.append(self._foot(Reply.NEXT))
        elif Reply.IN_SHARPS in replies:
            self.answers.insert(0, done := self._foot(Reply.IN_SHARPS))
            left.append(done)
        self.set_footer(*left, all_in_sight=stage is Stage.INJECT)
        self.number_answers()

    def _foot(self, reply: Reply, icon: str = "forward", kind: Kind = Kind.PRIMARY, *, big: bool = True) -> Button:
        stage = self._walk.stage if self._walk else Stage.STOPPED
        button = Button(walkthrough_words.reply(reply, stage), kind, icon=icon, big=big)
        button.setObjectName(f"reply-{reply.value}")
        button.clicked.connect(partial(self.say, reply))
        return button

    # ---- what a press does ----------------------------------------------------------------------------------

    def _syringe(self, look: Look) -> None:
        self._tell(lambda walk: self.diary.walkthrough.choose_syringe(walk, look.syringe.id))

    def _place(self, point: SitePoint) -> None:
        self._tell(lambda walk: self.diary.walkthrough.choose_place(walk, point))

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
        self.refresh()
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
