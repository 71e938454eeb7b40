"""Readings of one sensor, the limits they are held against, and how long a line may be drawn between two of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise

# All in hundredths of a degree C. A syringe belongs between 2 and 8 degrees C (B1), both of them in range.
LOWEST, HIGHEST = 200, 800
# At or below 0 it may have frozen (S92, B2, B6), above 25 it was overheated (B3): our stricter reading.
FREEZING, OVERHEATED = 0, 2500
# A line is drawn over three usual steps at most, and never over more than an hour: what happened in a longer hole
# nobody saw, not even with a logger that reads so seldom.
USUAL_STEPS = 3
LONGEST_STEP = 3600

# The instant in UTC seconds since 1970, and hundredths of a degree C. Always in order, no second twice.
Reading = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """From one UTC second to another, both included."""

    start: int
    end: int


@dataclass(slots=True)
class Steps:
    """Counts how far readings lie apart; two of them can be put together."""

    counts: Counter[int] = field(default_factory=Counter)

    def take(self, seconds: Iterable[int]) -> None:
        """Counts the steps of readings in order, given by their seconds."""
        self.counts.update(min(later - earlier, LONGEST_STEP + 1) for earlier, later in pairwise(seconds))

    def __add__(self, other: Steps) -> Steps:
        return Steps(self.counts + other.counts)

    @property
    def usual(self) -> int | None:
        """The median step in seconds, the lower of two; None without two readings. Over an hour all are alike."""
        middle = (self.counts.total() + 1) // 2
        for step in sorted(self.counts):
            middle -= self.counts[step]
            if middle <= 0:
                return step
        return None

    @property
    def longest(self) -> int:
        """The longest step, in seconds, that is no gap: the smaller of three usual ones and an hour."""
        return LONGEST_STEP if self.usual is None else min(USUAL_STEPS * self.usual, LONGEST_STEP)


def longest_step(readings: Iterable[Reading]) -> int:
    """The longest step between these readings, in seconds, that is no gap."""
    steps = Steps()
    steps.take(second for second, _ in readings)
    return steps.longest


def without(readings: Iterable[Reading], left_out: Sequence[Span]) -> Iterator[Reading]:
    """The readings but for those of spans in which the logger was told to be out of the fridge."""
    for second, value in readings:
        if not any(span.start <= second <= span.end for span in left_out):
            yield second, value


def in_range(value: int) -> bool:
    """True from 2.00 to 8.00 degrees C (B1)."""
    return LOWEST <= value <= HIGHEST


def instant(second: int) -> datetime:
    """A UTC second as the aware instant that the other rules speak of."""
    return datetime.fromtimestamp(second, UTC)
