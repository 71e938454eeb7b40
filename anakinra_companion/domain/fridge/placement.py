"""Where in the fridge: a logger lies on several spots for a day each, and which of them stayed in range is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from anakinra_companion.domain.fridge.readings import FREEZING, Reading, in_range, longest_step

# A day and a night with every opening of the door; our own choice.
SPOT_TIME = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Spot:
    """What a logger saw on one spot. `lowest` and `highest` in hundredths of a degree C, None without a reading.

    `seen` is the time without gaps, `in_range` the part of it in which both readings of a step were from 2 to 8
    degrees C (B1).
    """

    name: str
    lowest: int | None
    highest: int | None
    seen: timedelta
    in_range: timedelta

    @property
    def share(self) -> float:
        """The share of the time seen that was in range, 0 to 1."""
        return self.in_range / self.seen if self.seen else 0.0

    @property
    def complete(self) -> bool:
        """True when the spot was watched for 24 hours."""
        return self.seen >= SPOT_TIME

    @property
    def stayed_in_range(self) -> bool:
        """True when it was watched for long enough and no reading was outside."""
        if self.lowest is None or self.highest is None:
            return False
        return self.complete and in_range(self.lowest) and in_range(self.highest)

    @property
    def may_freeze(self) -> bool:
        """True when a reading was at or below 0 degrees C (B2, B6)."""
        return self.lowest is not None and self.lowest <= FREEZING


def spot(name: str, readings: Sequence[Reading]) -> Spot:
    """Judges one spot by its readings, in order."""
    longest = longest_step(readings)
    seen = inside = 0
    for (earlier, before), (later, after) in pairwise(readings):
        if later - earlier <= longest:
            seen += later - earlier
            inside += later - earlier if in_range(before) and in_range(after) else 0
    values = [value for _, value in readings]
    return Spot(
        name, min(values, default=None), max(values, default=None), timedelta(seconds=seen), timedelta(seconds=inside)
    )


def placement(spots: Mapping[str, Sequence[Reading]]) -> list[Spot]:
    """The spots, best first: stayed in range, then never at or below 0, then the largest share of time in range."""
    judged = [spot(name, readings) for name, readings in spots.items()]
    return sorted(judged, key=lambda each: (not each.stayed_in_range, each.may_freeze, -each.share))
