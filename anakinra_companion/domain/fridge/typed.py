"""Readings of a thermometer that a person types in, with the lowest and highest it saw in between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from anakinra_companion.domain.fridge.course import Course, Stretch, course
from anakinra_companion.domain.fridge.readings import FREEZING, HIGHEST, OVERHEATED, longest_step

# What a thermometer for a fridge can show, in hundredths of a degree C; anything else is a slip of the hand.
COLDEST, HOTTEST = -3000, 6000


@dataclass(frozen=True, slots=True)
class TypedReading:
    """What a thermometer showed at a UTC second, in hundredths of a degree C.

    `lowest` and `highest`: the least and the most since the reading before, where the thermometer keeps them.
    """

    id: str
    second: int
    hundredths: int
    lowest: int | None = None
    highest: int | None = None
    note: str = ""

    @property
    def low(self) -> int:
        """The coldest that this reading tells of."""
        return self.hundredths if self.lowest is None else min(self.lowest, self.hundredths)

    @property
    def high(self) -> int:
        """The warmest that this reading tells of."""
        return self.hundredths if self.highest is None else max(self.highest, self.hundredths)


def typed_course(readings: Iterable[TypedReading]) -> Course:
    """What typed readings tell; of two for one second the later one in order counts.

    A lowest at or below 0 degrees C may have been at any time since the reading before, and so may a highest above
    25; without a reading before, at any time at all, told as the second 0. A highest above 8 asks since when.
    """
    known = sorted({each.second: each for each in readings}.values(), key=lambda each: each.second)
    told = course(
        [(each.second, each.hundredths) for each in known], longest_step((each.second, 0) for each in known)
    )
    frozen, overheated, lone = list(told.frozen), list(told.overheated), set(told.lone)
    before = 0
    for each in known:
        since = Stretch(before, each.second, before, each.second, each.low, each.high)
        if each.low < each.hundredths and each.low <= FREEZING:
            frozen.append(since)
        if each.high > each.hundredths and each.high > OVERHEATED:
            overheated.append(since)
        if each.high > each.hundredths and each.high > HIGHEST:
            lone.add(each.second)
        before = each.second
    return replace(told, frozen=_sorted(frozen), overheated=_sorted(overheated), lone=tuple(sorted(lone)))


def _sorted(found: list[Stretch]) -> tuple[Stretch, ...]:
    return tuple(sorted(found, key=lambda each: each.start))
