"""One syringe close by: what may be said of it, what can be done with it, and what happened to it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.storage import Look, Reason, SetAsideReason, State, Verdict
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.storage import cards
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, column, row
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_SETTLED = (State.USED, State.IN_SHARPS, State.WASTED, State.LOST, State.HANDED_IN)


class Asked(StrEnum):
    """What the panel asks its page for; anything else is the id of an entry that was of another syringe."""

    ASIDE = "aside"
    TOOK_OUT_AT = "took-out-at"
    SINCE = "since"
    ELSEWHERE = "elsewhere"


class SyringePanel(Card):
    """`acted` gives what to write, `asked` what the page has to ask first. `other`: the entry that is being moved."""

    acted = Signal(object)
    asked = Signal(str)

    def __init__(
        self, diary: Diary, look: Look, *, setting_aside: bool, other: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(words.capital(words.syringe(look)), parent)
        self._diary, self._look = diary, look
        icon, word, tone = words.syringe_state(look)
        self.tint(tone if tone in (Tone.STOP, Tone.SOON) else Tone.INFO)
        self.add(Line(word, icon, tone, size=theme.LEAD, bold=True))
        self._tell()
        self.add(row(*self._actions()))
        if setting_aside:
            self.add(self._reasons())
        if look.is_out and not look.ended:
            self.add(Text(content.say("storage-put-back"), size=theme.SMALL, tone=Tone.MUTED))
        self.others: QWidget | None = None
        self._correct(other)
        self.add(cards.history(diary, look))

    def _tell(self) -> None:
        look, zone = self._look, self._diary.zone()
        if look.time_out:
            out = self.tr("Out {0} by your record, {1} left.")
            self.add(lead(out.format(words.duration(look.time_out), words.duration(look.left))))
        if look.is_out and look.usable:
            over = words.when(self._diary.now() + look.left, zone, self._diary.today())
            self.add(Text(self.tr("Its time is over {0}.").format(over), bold=True))
        fact = words.verdict_fact(look)
        if look.state not in _SETTLED:
            self.add(FactLine(content.say(fact), content.sources(fact)))
        if look.syringe.kept_in and not look.is_out and not look.ended:
            self.add(small(self.tr("Kept in: {0}").format(look.syringe.kept_in)))
        now = words.full_when(self._diary.now(), zone)
        self.add(small(self.tr("By this computer it is {0}.").format(now)))

    def _actions(self) -> list[QWidget]:
        storage, look, id_ = self._diary.storage, self._look, self._look.syringe.id
        if look.state is State.IN_FRIDGE and not look.is_out and not look.ended:
            first = [
                self._button("take-out", self.tr("I took it out just now"), "out", partial(storage.take_out, id_)),
                self._ask(Asked.TOOK_OUT_AT, self.tr("I took it out earlier"), "clock"),
            ]
        elif look.is_out and not look.ended:
            doubted = look.verdict is Verdict.CANNOT_VERIFY and look.reason is Reason.CLOCK
            said = self.tr("Say since when it was out") if doubted else self.tr("It came out earlier than that")
            first = [
                self._button("put-back", self.tr("Back in the fridge"), "in", partial(storage.put_back, id_)),
                self._ask(Asked.ELSEWHERE, self.tr("Back in another fridge"), "in"),
                self._ask(Asked.SINCE, said, "clock"),
            ]
        else:
            return self._after_the_end()
        unknown = partial(storage.mark_unknown, id_)
        return [
            *first,
            self._ask(Asked.ASIDE, self.tr("Something is wrong with it"), "stop"),
            self._button("unknown", self.tr("I do not know how long it was out"), "question-circle", unknown),
        ]

    def _after_the_end(self) -> list[QWidget]:
        storage, id_ = self._diary.storage, self._look.syringe.id
        if self._look.state in (State.COVER_OFF, State.USED, State.WASTED):
            sharps = partial(storage.drop_in_sharps, id_)
            return [self._button("in-sharps", self.tr("It is in the sharps box"), "sharps", sharps)]
        if self._look.state is State.LOST:
            found = partial(self._diary.corrections.found_again, id_)
            return [self._button("found-again", self.tr("I found it again"), "search", found)]
        if self._look.state in (State.IN_SHARPS, State.HANDED_IN):
            return []
        return [
            self._button("hand-in", self.tr("Given to the pharmacist"), "people", partial(storage.hand_in, id_)),
            self._button("lose", self.tr("It is lost"), "search", partial(storage.lose, id_)),
        ]

    def _reasons(self) -> QWidget:
        reasons = {
            SetAsideReason.FROZEN: (self.tr("Frozen, or touched ice"), "snowflake"),
            SetAsideReason.OVERHEATED: (self.tr("Too warm: car, sun, heater"), "sun"),
            SetAsideReason.DROPPED: (self.tr("Dropped"), "down"),
            SetAsideReason.CRACKED: (self.tr("Cracked"), "close"),
            SetAsideReason.CLOUDY: (self.tr("Cloudy"), "drop"),
            SetAsideReason.COLOURED: (self.tr("It has a color"), "drop"),
            SetAsideReason.FLOATING: (self.tr("Something floats in it"), "drop"),
            SetAsideReason.OTHER: (self.tr("Something else"), "question-circle"),
        }
        buttons = []
        for reason, (said, icon) in reasons.items():
            act = partial(self._diary.storage.set_aside, self._look.syringe.id, reason)
            buttons.append(self._button(f"aside-{reason.value}", said, icon, act))
        return row(*buttons)

    def _correct(self, other: str | None) -> None:
        """The newest entry that can be of another syringe; while it is moved, the syringes it can be of."""
        movable = self._diary.corrections.movable(self._look.syringe.id)
        if not movable:
            return
        newest = movable[-1]
        said = self.tr("It was another syringe that was {0}").format(words.event(newest.kind))
        self.add(row(named("was-another", said, "edit", partial(self.asked.emit, newest.id))))
        if other == newest.id:
            self.others = column([Text(self.tr("Which one was it really?"), bold=True), *self._others(newest.id)])
            self.add(self.others)

    def _others(self, event_id: str) -> list[QWidget]:
        here = self._look.syringe.id
        looks = [look for look in self._diary.storage.looks() if not look.ended and not look.is_out]
        move = self._diary.corrections.was_another
        found: list[QWidget] = [
            self._button(
                f"other-{look.syringe.id}",
                words.capital(words.syringe(look)),
                "fridge",
                partial(move, here, event_id, look.syringe.id),
            )
            for look in looks
            if look.syringe.id != here
        ]
        return found or [Text(self.tr("No other syringe is in the fridge by your record."))]

    def _button(self, name: str, said: str, icon: str, act: Callable[[], Undo]) -> Button:
        return named(name, said, icon, partial(self.acted.emit, act))

    def _ask(self, what: Asked, said: str, icon: str) -> Button:
        return named(what.value, said, icon, partial(self.asked.emit, what.value))
