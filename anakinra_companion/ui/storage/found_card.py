""" "I found one outside the fridge": which one, and how long at most, in three presses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.storage import BoxView
from anakinra_companion.domain.storage import State
from anakinra_companion.ui import words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, column, row

# What people can say of a syringe on the counter; the longest it can have been counts.
FOUND_HOURS = (1, 4, 8, 12, 20)
# A syringe in one of these cannot be the one on the counter.
PUT_AWAY = (State.USED, State.IN_SHARPS, State.WASTED, State.HANDED_IN)


@dataclass(frozen=True, slots=True)
class Finding:
    """How far the answer is: the syringes it may be (several when nobody can tell), or that it is not on the list."""

    ids: tuple[str, ...] = ()
    not_listed: bool = False


class FoundCard(Card):
    """Asks which syringe was found and how long it can have been out; what it hears, the page records."""

    narrowed = Signal(object)
    ended_one = Signal(str)
    out_for = Signal(object)
    asked_exactly = Signal()
    unknown = Signal()
    closed = Signal()

    def __init__(self, boxes: Sequence[BoxView], finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Which syringe did you find?"), parent)
        self.tint(Tone.INFO)
        if finding.not_listed:
            self.add(FactLine(content.say("storage-not-listed"), content.sources("storage-not-listed")))
        elif finding.ids:
            self.heading.say(self.tr("How long can it have been out, at most?"))
            self.add(row(*self._lengths()))
        else:
            self.add(column(self._candidates(boxes)))
        self.add(row(named("found-cancel", self.tr("Close"), "close", self.closed.emit)))

    def _candidates(self, boxes: Sequence[BoxView]) -> list[QWidget]:
        """Every syringe that can be lying about, with what the record says of it."""
        looks = [look for box in boxes for look in box.looks if look.state not in PUT_AWAY]
        buttons: list[QWidget] = []
        for look in looks:
            id_ = look.syringe.id
            icon, state, _ = words.syringe_state(look)
            said = self.tr("{0}. By your record: {1}").format(words.capital(words.syringe(look)), state)
            # One that has ended needs no more questions: its verdict is the answer.
            narrow = partial(self.narrowed.emit, Finding((id_,)))
            then = partial(self.ended_one.emit, id_) if look.ended else narrow
            buttons.append(named(f"found-{look.syringe.position}", said, icon, then))
        ids = tuple(look.syringe.id for look in looks if not look.ended)
        if len(ids) > 1:
            several = partial(self.narrowed.emit, Finding(ids))
            buttons.append(named("found-which", self.tr("I cannot tell which"), "question-circle", several))
        unlisted = partial(self.narrowed.emit, Finding(not_listed=True))
        return [*buttons, named("found-unlisted", self.tr("It is not on this list"), "search", unlisted)]

    def _lengths(self) -> list[QWidget]:
        """Lengths to press, so that the answer is three presses away; the exact time takes one more."""
        buttons: list[QWidget] = []
        for hours in FOUND_HOURS:
            length = timedelta(hours=hours)
            said = self.tr("At most {0}").format(words.duration(length))
            buttons.append(named(f"found-{hours}h", said, "clock", partial(self.out_for.emit, length)))
        exact = named("found-since", self.tr("I know the time"), "edit", self.asked_exactly.emit)
        longer = self.tr("Longer, or I do not know")
        return [*buttons, exact, named("found-unknown", longer, "question-circle", self.unknown.emit)]
