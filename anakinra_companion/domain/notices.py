"""When a person hears of a syringe's time left: each stage once for each syringe, the most urgent one only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from anakinra_companion.domain.storage import USE_SOON_LEFT, Look, State, Verdict

# Half of the 24 hours (S94): early enough to plan the evening's injection with this syringe. Our own choice.
HALF_WAY_LEFT = timedelta(hours=12)
# Where nothing is left to decide, nothing is told.
_SPOKEN_OF = frozenset({State.IN_FRIDGE, State.OUT, State.OVER_LIMIT})


class Stage(StrEnum):
    """How far a syringe's time has run: 12 hours left, 4 hours left, none left."""

    HALF_WAY = "half_way"
    SOON = "soon"
    OVER = "over"

    @property
    def leaves_window(self) -> bool:
        """False for what only the window says: nobody is called to a syringe with half a day left."""
        return self is not Stage.HALF_WAY


_ORDER = tuple(Stage)


@dataclass(frozen=True, slots=True)
class Notice:
    """One syringe and the stage that its time has newly come to."""

    look: Look
    stage: Stage

    @property
    def passed(self) -> tuple[Stage, ...]:
        """This stage and those before it: whoever missed them hears of the last one only."""
        return _ORDER[: _ORDER.index(self.stage) + 1]


def stage_of(look: Look) -> Stage | None:
    """The stage a syringe's time out has come to; None while it has time, or where its clock cannot be believed.

    A limit that a person lowered has no stage at or above its own length: a fresh syringe is not "soon".
    """
    if look.state not in _SPOKEN_OF:
        return None
    if look.over_limit:
        return Stage.OVER
    if not look.time_out or look.verdict is Verdict.CANNOT_VERIFY:
        return None
    for stage, left in ((Stage.SOON, USE_SOON_LEFT), (Stage.HALF_WAY, HALF_WAY_LEFT)):
        if left < look.limit and look.left <= left:
            return stage
    return None


def due(looks: Iterable[Look], told: Mapping[str, frozenset[Stage]]) -> tuple[Notice, ...]:
    """What is to be told now, most urgent first; `told` holds by syringe id the stages that were told before.

    Putting a syringe back and taking it out again never brings a stage back (once for each syringe).
    """
    found = [
        Notice(look, stage)
        for look in looks
        if (stage := stage_of(look)) is not None and stage not in told.get(look.syringe.id, frozenset())
    ]
    return tuple(sorted(found, key=lambda notice: (-_ORDER.index(notice.stage), notice.look.left)))


def lapsed(look: Look, told: frozenset[Stage]) -> frozenset[Stage]:
    """Stages told of a time that a correction took back: they are told again when they truly come.

    Nothing else lowers a time out, so a syringe put back keeps what was told of it.
    """
    if look.state not in _SPOKEN_OF or look.verdict is Verdict.CANNOT_VERIFY:
        return frozenset()
    stage = stage_of(look)
    reached = _ORDER[: _ORDER.index(stage) + 1] if stage is not None else ()
    return told - frozenset(reached)
