"""Excursions, as vaccine stores count them: too cold or too hot, at one time or all times together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from anakinra_companion.domain.fridge.course import Outside, Stretch
from anakinra_companion.domain.fridge.readings import FREEZING, HIGHEST, LOWEST, OVERHEATED, Reading
from anakinra_companion.domain.storage import ROOM_LIMIT


class Side(StrEnum):
    """Which way out of range."""

    COLD = "cold"
    HOT = "hot"


class Manner(StrEnum):
    """Whether each time outside is held against the threshold, or all of them together."""

    CONSECUTIVE = "consecutive"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True)
class Threshold:
    """Outside `hundredths` of a degree C for so long. `touching`: the limit itself is outside, too.

    Kept with each excursion as it was, so that a later change of the thresholds leaves the past alone.
    """

    side: Side
    manner: Manner
    hundredths: int
    lasting: timedelta
    touching: bool = False

    def outside(self, value: int) -> bool:
        """True for a reading on the wrong side."""
        if self.touching and value == self.hundredths:
            return True
        return value < self.hundredths if self.side is Side.COLD else value > self.hundredths


# For reports and charts, never a verdict: what studies of home fridges counted. Out of 2-8 degrees C for 30 minutes
# (de Jong 2018), at or below 0 for two hours (Vlieland 2016, B6), any reading that freezes (B2) or overheats (B3),
# and above 8 for as long as a syringe may be warm (S94).
THRESHOLDS = (
    Threshold(Side.COLD, Manner.CONSECUTIVE, LOWEST, timedelta(minutes=30)),
    Threshold(Side.COLD, Manner.CONSECUTIVE, FREEZING, timedelta(0), touching=True),
    Threshold(Side.COLD, Manner.CUMULATIVE, FREEZING, timedelta(hours=2), touching=True),
    Threshold(Side.HOT, Manner.CONSECUTIVE, HIGHEST, timedelta(minutes=30)),
    Threshold(Side.HOT, Manner.CONSECUTIVE, OVERHEATED, timedelta(0)),
    Threshold(Side.HOT, Manner.CUMULATIVE, HIGHEST, ROOM_LIMIT),
)


@dataclass(frozen=True, slots=True)
class Excursion:
    """One time outside, or all of them: its threshold as it was, from when until when (UTC seconds), how far.

    `end` is None while the last reading of all is outside. `duration` counts steps of which either reading is
    outside; gaps are never counted, so it may be less than the time from start to end. `lowest` and `highest` are
    those of the readings outside, in hundredths of a degree C.
    """

    threshold: Threshold
    start: int
    end: int | None
    lowest: int
    highest: int
    duration: timedelta


def excursions(
    readings: Iterable[Reading], longest: int, thresholds: Sequence[Threshold] = THRESHOLDS
) -> list[Excursion]:
    """One pass over readings in order; each excursion reaches its threshold's time, to the second."""
    limits = [(threshold, Outside(around=True)) for threshold in thresholds]
    colds = [each.hundredths for each in thresholds if each.side is Side.COLD]
    hots = [each.hundredths for each in thresholds if each.side is Side.HOT]
    calm_from, calm_to = max(colds, default=-(1 << 30)), min(hots, default=1 << 30)
    last, busy = None, False
    for second, value in readings:
        before = last if last is not None and second - last <= longest else None
        if busy or not calm_from < value < calm_to:
            busy = _step(limits, (second, value), before)
        last = second
    return [each for threshold, limit in limits for each in _found(threshold, limit, last)]


def _step(limits: Sequence[tuple[Threshold, Outside]], reading: Reading, before: int | None) -> bool:
    """Shows a reading to every threshold; True while one of them is outside."""
    second, value = reading
    for threshold, limit in limits:
        if before is None:
            limit.close(None)
        if threshold.outside(value):
            limit.take(second, value, before)
        elif limit.is_open:
            limit.close(second)
    return any(limit.is_open for _, limit in limits)


def _found(threshold: Threshold, limit: Outside, last: int | None) -> list[Excursion]:
    still_out = limit.is_open
    limit.close(None)
    if not limit.found:
        return []
    groups = [[each] for each in limit.found]
    if threshold.manner is Manner.CUMULATIVE:
        groups = [limit.found]
    found = [_excursion(threshold, group, last if still_out else None) for group in groups]
    return [each for each in found if each.duration >= threshold.lasting]


def _excursion(threshold: Threshold, stretches: Sequence[Stretch], still_at: int | None) -> Excursion:
    end = stretches[-1].end
    return Excursion(
        threshold,
        stretches[0].start,
        None if end == still_at else end,
        min(each.lowest for each in stretches),
        max(each.highest for each in stretches),
        timedelta(seconds=sum(each.seconds for each in stretches)),
    )
