"""Where a person stands in an injection, worked out from the answers they gave.

A walkthrough is nothing but its recorded answers. The stage is folded from them, so a program that was
killed opens at the very place it was left, and no second copy of the place can disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from anakinra_companion.domain.flow import (
    ENDS,
    PARTS,
    POSSIBLE,
    WHOLES,
    Answer,
    Mode,
    Reply,
    Stage,
    path,
    replies_at,
)
from anakinra_companion.domain.sites import SitePoint


@dataclass(frozen=True, slots=True)
class Walkthrough:
    """One injection from Start to the sharps box; `slot` is the day its dose is for."""

    id: str
    mode: Mode
    slot: date
    started: datetime
    syringe: str | None = None
    point: SitePoint | None = None
    helper: str = ""
    answers: tuple[Answer, ...] = ()

    @property
    def stage(self) -> Stage:
        """The screen to show now."""
        return path(self.mode, self.answers)[-1]

    @property
    def replies(self) -> tuple[Reply, ...]:
        """What can be answered now."""
        return replies_at(self.stage, self.answers[-1].reply if self.answers else None)

    @property
    def cover_off_at(self) -> datetime | None:
        """When the needle cover came off, if it has: from then on this may be a dose."""
        return _first(self.answers, Stage.COVER, Reply.NEXT)

    @property
    def needle_out_at(self) -> datetime | None:
        """When the needle came out after a whole or a part dose."""
        ended = (each.at for each in self.answers if each.stage in POSSIBLE and each.reply in PARTS | WHOLES)
        return next(ended, None)

    @property
    def is_possible_dose(self) -> bool:
        """True from cover off until somebody says what happened (H1)."""
        return self.stage in POSSIBLE

    @property
    def is_open(self) -> bool:
        """True until an end is reached."""
        return self.stage not in ENDS

    def answered(self, reply: Reply, at: datetime) -> Walkthrough:
        """The walkthrough with one more answer; raises ValueError for a reply this stage does not take."""
        stage = self.stage
        if reply not in self.replies:
            raise ValueError(f"{stage} does not take {reply}")
        return replace(self, answers=(*self.answers, Answer(stage, reply, at)))


def _first(answers: tuple[Answer, ...], stage: Stage, reply: Reply) -> datetime | None:
    return next((answer.at for answer in answers if answer.stage is stage and answer.reply is reply), None)
