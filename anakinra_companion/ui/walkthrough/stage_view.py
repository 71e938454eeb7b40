"""One stage of an injection as it is shown: what it says, its picture, its answers, and the buttons at the foot.

It can be made ahead, while the person still reads the stage before: then a press only brings it to the front.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.domain.flow import ENDS, ORDER, POSSIBLE, Reply, Stage, is_question
from anakinra_companion.domain.profile import Hand
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui import spoken, theme
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.stop_cards import RefusalCard, TakenBackCard
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.walkthrough import notes as walkthrough_notes
from anakinra_companion.ui.walkthrough import words as walkthrough_words
from anakinra_companion.ui.walkthrough.aids import Aids, Reader
from anakinra_companion.ui.walkthrough.choices import place_choice, syringe_choice
from anakinra_companion.ui.walkthrough.ends import end_card
from anakinra_companion.ui.walkthrough.parts import HowDrawn, large_picture, sheet, told
from anakinra_companion.ui.walkthrough.step_help import help_card, sources_card
from anakinra_companion.ui.walkthrough.told_line import told_line
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.patch import PatchView
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.ui.sites.telling import Telling

# Replies that stand at the foot of the page, or lead elsewhere, and are no answers to what it asks.
_AT_THE_FOOT = frozenset({Reply.NEXT, Reply.BACK, Reply.STOP, Reply.IN_SHARPS, Reply.OTHER_ONE})
_OFFERS_ANSWERS = frozenset({Stage.FOAM, Stage.BANDAGE})
# The needle is out, and it can be said that it was in another spot; where it bleeds there is enough to do.
ELSEWHERE = frozenset({Stage.BANDAGE, Stage.SHARPS, Stage.DONE})
_SHARPS = frozenset({Stage.SHARPS, Stage.PART_SHARPS, Stage.WASTED_SHARPS})


@dataclass(frozen=True, slots=True)
class StageState:
    """What a stage is made from; `turned` names the parts of it that were opened.

    `taken_back`: the dose that this injection recorded no longer counts.
    """

    walk: Walkthrough
    refused: str = ""
    turned: frozenset[str] = frozenset()
    taken_back: bool = False

    @property
    def looks_like(self) -> tuple[object, ...]:
        """All that is seen of it: when an answer was given is not."""
        walk = self.walk
        told = walk.id, walk.stage, walk.replies, walk.mode, walk.slot, walk.syringe, walk.point
        return *told, self.refused, self.turned, self.taken_back


class StageView(QWidget):
    """Made for one state and never changed; `foot` is what the page puts in sight below it."""

    said = Signal(object)
    syringe = Signal(object)
    place = Signal(object)
    elsewhere = Signal()
    turned = Signal(str)
    again = Signal()
    left = Signal(str)
    left_to = Signal(str, str)

    def __init__(self, diary: Diary, state: StageState, foot_parent: QWidget, telling: Telling | None = None) -> None:
        super().__init__()
        self.state = state
        self.answers: list[Button] = []
        self.foot: list[Button] = []
        self._diary = diary
        self._step = content.step(state.walk.stage)
        self._foot_parent = foot_parent
        self._aids: Aids | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(theme.active().gap(16))
        self._add_head()
        self._body.addWidget(self._middle())
        if self.stage not in ENDS:
            self._add_aids()
        # Below all that is read aloud, and none of the answers.
        if telling is not None and (line := told_line(diary, state.walk, telling)) is not None:
            self._body.addWidget(line)
        self._add_foot()

    @property
    def stage(self) -> Stage:
        """Which stage it shows."""
        return self.state.walk.stage

    def come_forward(self, reader: Reader) -> None:
        """It is shown from now on, and can be read aloud."""
        self.show()
        if self._aids is not None:
            self._aids.use(reader)
        else:
            reader.forget()

    def make_ready(self, width: int, height: int) -> None:
        """Does ahead what Qt would do when it is first shown: styles, places, and the pictures at their size."""
        self.hide()
        self.resize(width, height)
        self.ensurePolished()
        for widget in (self, *self.findChildren(QWidget)):
            widget.ensurePolished()
            if (layout := widget.layout()) is not None:
                layout.activate()
        for picture in self.findChildren(Artwork):
            picture.make_ready()
        for skin in self.findChildren(PatchView):
            skin.make_ready()

    # ---- the parts ------------------------------------------------------------------------------------------

    def _add_head(self) -> None:
        state, stage = self.state, self.stage
        # While both hands are busy everything has to be in sight, also in the largest words.
        tight = stage is Stage.INJECT and theme.active().scale >= theme.LARGE
        heads = []
        if stage not in ENDS:
            progress = walkthrough_words.progress(stage, state.walk.mode)
            heads.append(Text(progress, tone=Tone.MUTED, bold=True))
        if not tight:
            heads.append(Text(self._step.title, size=theme.TITLE, bold=True))
        heads[-1].setObjectName(spoken.HEAD)
        for head in heads:
            self._body.addWidget(head)
        if stage not in ENDS and (chosen := walkthrough_notes.chosen(self._diary, state.walk)):
            self._body.addWidget(Text(chosen, size=theme.SMALL if tight else theme.BODY, bold=True))
        if state.taken_back:
            card = TakenBackCard(refused=bool(state.refused))
            card.calendar.connect(partial(self.left_to.emit, "calendar", state.walk.slot.isoformat()))
            self._body.addWidget(card)
        elif state.refused:
            by_syringe = state.refused.startswith("storage") and state.refused != "storage-cannot-verify"
            refusal = RefusalCard(state.refused, can_start_again=stage is Stage.COVER and by_syringe)
            refusal.again.connect(self.again)
            self._body.addWidget(refusal)

    def _middle(self) -> QWidget:
        walk, stage = self.state.walk, self.stage
        if stage in (Stage.SYRINGE, Stage.PLACE):
            part = self._choice()
            self.answers = part.findChildren(Button)
            for number, button in enumerate(self.answers[:9], start=1):
                button.setObjectName(f"answer-{number}")
            return part
        how = self._how()
        if stage is Stage.INJECT:
            return sheet(self._step, how)
        if stage in ENDS:
            return end_card(self._diary, walk, how, taken_back=self.state.taken_back)
        notes = walkthrough_notes.known(self._diary, walk, taken_back=self.state.taken_back)
        choices = self._choices()
        if self._is_large:
            if is_question(stage) or stage is Stage.COVER:
                # What is asked, and what must not be touched, stays in words however large the picture.
                notes = [*(each.text for each in self._step.told(walk.mode)), *notes]
            return large_picture(self._step, choices, notes, how)
        # What went wrong has to be found at once; the picture of what is done already can wait.
        return told(self._step, walk.mode, choices, notes, how, answers_first=stage is Stage.PROBLEM)

    def _how(self) -> HowDrawn:
        profile, walk = self._diary.profile(), self.state.walk
        place = walk.point.place if walk.point is not None else None
        helper = bool(walk.helper)
        return HowDrawn(profile.skin_tone, profile.hand is Hand.LEFT, place, helper=helper, build=profile.build)

    def _choice(self) -> QWidget:
        walk = self.state.walk
        if self.stage is Stage.SYRINGE:
            when = walkthrough_notes.for_when(self._diary, walk)
            return syringe_choice(self._diary.storage.looks(), when, walk.mode, self.syringe.emit)
        map_ = self._diary.sites.map(helper=bool(walk.helper))
        # Somebody practised says of the skin in the same press that it looks normal.
        with_skin, tone = Stage.SKIN not in ORDER[walk.mode], self._diary.profile().skin_tone
        return place_choice(map_, self.place.emit, with_skin=with_skin, tone=tone)

    @property
    def _has_picture(self) -> bool:
        return bool(self._step.picture) and self.stage not in POSSIBLE

    @property
    def _is_large(self) -> bool:
        return "large" in self.state.turned and self._has_picture

    def _add_aids(self) -> None:
        """Ask about the step, hear it, see its picture alone; and what was asked, each in a card."""
        texts = [text for text in self.findChildren(Text) if text.text()]
        said = [text.text() for text in texts]
        if "large" in self.state.turned:
            said = [self._step.title, *(each.text for each in self._step.told(self.state.walk.mode))]
        self._aids = aids = Aids(said, texts, has_picture=self._has_picture, large="large" in self.state.turned)
        aids.asked.connect(partial(self.turned.emit, "asking"))
        aids.picture_only.connect(partial(self.turned.emit, "large"))
        aids.sources.connect(partial(self.turned.emit, "sources"))
        self._body.addWidget(aids)
        if "asking" in self.state.turned:
            told = help_card(self._diary, self.state.walk, taken_back=self.state.taken_back)
            self._body.addWidget(aids.opened("ask", told))
        if "sources" in self.state.turned:
            self._body.addWidget(aids.opened("sources", sources_card(self._step, self.state.walk.mode)))

    def _choices(self) -> list[Button]:
        """The answers of a stage; many things that can be wrong wait behind one button."""
        stage = self.stage
        offers = is_question(stage) or stage in _OFFERS_ANSWERS
        replies = [reply for reply in self.state.walk.replies if offers and reply not in _AT_THE_FOOT]
        if stage is not Stage.LOOK or "wrong" in self.state.turned:
            return [self._answer(reply) for reply in replies]
        usual = self._answer(replies[0])
        wrong = Button(self.tr("Something is wrong, or I am not sure"), big=True)
        wrong.setObjectName("something-wrong")
        wrong.clicked.connect(partial(self.turned.emit, "wrong"))
        self.answers.append(wrong)
        return [usual, wrong]

    def _answer(self, reply: Reply, *, big: bool = True) -> Button:
        button = self._button(reply, "", Kind.SECONDARY, big=big)
        self.answers.append(button)
        return button

    # ---- the foot -------------------------------------------------------------------------------------------

    def _add_foot(self) -> None:
        stage, replies = self.stage, self.state.walk.replies
        if stage in (Stage.DONE, Stage.CALL):
            correct = self._leave(self.tr("Something of this is wrong"), "correct", "edit", Kind.QUIET)
            correct.clicked.connect(partial(self.left_to.emit, "calendar", self.state.walk.slot.isoformat()))
        for reply, icon in ((Reply.BACK, "back"), (Reply.OTHER_ONE, "search"), (Reply.STOP, "close")):
            if reply in replies:
                self.foot.append(self._button(reply, icon, Kind.QUIET))
        if stage in ELSEWHERE:
            # No answer: neither Next nor a number presses it.
            spot = self._leave(self.tr("I injected at another spot"), "elsewhere", "bodymap", Kind.QUIET)
            spot.clicked.connect(self.elsewhere)
        if stage in ENDS or stage in _SHARPS:
            kind = Kind.PRIMARY if stage in ENDS else Kind.QUIET
            away = self._leave(self.tr("To Today"), "to-today", "today", kind)
            away.clicked.connect(partial(self.left.emit, "today"))
        if stage is Stage.INJECT:
            big = theme.active().scale < theme.LARGE
            self.foot += [self._answer(reply, big=big) for reply in (Reply.NOT_INJECTED, Reply.PROBLEM)]
        for reply in (Reply.NEEDLE_OUT, Reply.NEXT, Reply.IN_SHARPS):
            if reply in replies:
                self.foot.append(done := self._button(reply, "forward", Kind.PRIMARY))
                if reply is not Reply.NEXT:
                    self.answers.insert(0, done)
        for button in self.foot:
            button.setParent(self._foot_parent)

    def _leave(self, said: str, name: str, icon: str, kind: Kind) -> Button:
        button = Button(said, kind, icon=icon, big=True)
        button.setObjectName(name)
        self.foot.append(button)
        return button

    def _button(self, reply: Reply, icon: str, kind: Kind, *, big: bool = True) -> Button:
        button = Button(walkthrough_words.reply(reply, self.stage), kind, icon=icon, big=big)
        button.setObjectName(f"reply-{reply.value}")
        button.clicked.connect(partial(self.said.emit, reply))
        return button
