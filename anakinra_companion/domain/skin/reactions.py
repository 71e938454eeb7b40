"""What the skin did after an injection, told at any later time and as often as a person likes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

# How strong a sign is: 0 for none, 3 for the worst.
WORST = 3
# Only to catch a slip of the hand: 30 cm in 0.1 mm.
LARGEST = 3000


@dataclass(frozen=True, slots=True)
class Signs:
    """What a person tells of the skin at an injection (S73).

    Signs are 0 to 3, `size` is in 0.1 mm. `spreading` answers "hot, spreading, or feeling ill?"; None while
    nobody was asked. `lump` says that a lump or hard spot is there.
    """

    redness: int = 0
    swelling: int = 0
    bruise: int = 0
    pain: int = 0
    itch: int = 0
    size: int | None = None
    spreading: bool | None = None
    lump: bool = False
    note: str = ""

    @property
    def strengths(self) -> tuple[int, ...]:
        """The strength of every sign."""
        return self.redness, self.swelling, self.bruise, self.pain, self.itch

    @property
    def worst(self) -> int:
        """The strength of the worst sign."""
        return max(self.strengths)

    @property
    def reacted(self) -> bool:
        """True when anything is to be seen or felt."""
        return self.worst > 0 or bool(self.size) or self.lump or self.doctor_now

    @property
    def asks_spreading(self) -> bool:
        """True when "hot, spreading, or feeling ill?" has to be asked before this is recorded (S86)."""
        return self.reacted and self.spreading is None

    @property
    def doctor_now(self) -> bool:
        """True when the card "call your doctor now" is shown first, and this is recorded second (S86)."""
        return self.spreading is True

    @property
    def are_possible(self) -> bool:
        """False for a slip of the hand."""
        sized = self.size is None or 0 < self.size <= LARGEST
        return sized and all(0 <= each <= WORST for each in self.strengths)


@dataclass(frozen=True, slots=True)
class Reaction:
    """One report about one injection; `lump_id` names the lump that was told with it."""

    id: str
    dose_id: str
    at: datetime
    signs: Signs
    lump_id: str | None = None


def newest(reactions: Iterable[Reaction]) -> Mapping[str, Reaction]:
    """Give the newest report of each injection; `reactions` are in order, newest last."""
    return {reaction.dose_id: reaction for reaction in reactions}


def worst_of(reactions: Iterable[Reaction]) -> Mapping[str, int]:
    """Give the strength of the worst sign each injection was ever told with."""
    found: dict[str, int] = {}
    for reaction in reactions:
        found[reaction.dose_id] = max(found.get(reaction.dose_id, 0), reaction.signs.worst)
    return found


def ever_reacted(reactions: Iterable[Reaction]) -> frozenset[str]:
    """Name the injections that were ever told to have reacted."""
    return frozenset(reaction.dose_id for reaction in reactions if reaction.signs.reacted)
