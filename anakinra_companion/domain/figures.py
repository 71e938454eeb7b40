"""What became of the doses of a time, counted: for the person, and for the doctor's ten minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from anakinra_companion.domain.doses import Day, DayState

# How many days the short look back takes in, today included.
LOOK_BACK = 90
# Where the spans of the distribution end, in hours after the dose was due. Ours, for the eye only: no source says
# what is late, and nothing follows from them (C1).
SPAN_HOURS = (0, 1, 3, 6, 12)


class Outcome(StrEnum):
    """What became of a slot; every slot up to today has exactly one."""

    TAKEN = "taken"
    PART = "part"
    SKIPPED = "skipped"
    MISSED = "missed"
    NOT_RECORDED = "not_recorded"
    PAUSED = "paused"
    OPEN = "open"


_OUTCOMES = {
    DayState.TAKEN: Outcome.TAKEN,
    DayState.TIME_UNKNOWN: Outcome.TAKEN,
    DayState.PART: Outcome.PART,
    DayState.SKIPPED: Outcome.SKIPPED,
    DayState.MISSED: Outcome.MISSED,
    DayState.NOT_RECORDED: Outcome.NOT_RECORDED,
    DayState.PAUSED: Outcome.PAUSED,
    DayState.DUE: Outcome.OPEN,
    DayState.UNFINISHED: Outcome.OPEN,
}


@dataclass(frozen=True, slots=True)
class Lateness:
    """How long after it was due each dose of a known time was given; earlier ones count below zero.

    `spans` counts them: before the due time, then up to each of `SPAN_HOURS` but the first, then later than all.
    """

    middle: timedelta | None
    spans: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many doses it tells of."""
        return sum(self.spans)


@dataclass(frozen=True, slots=True)
class Figures:
    """The slots of some days by what became of them; `extra` doses had no slot of their own."""

    first: date
    last: date
    counts: dict[Outcome, int]
    extra: int
    lateness: Lateness

    @property
    def slots(self) -> int:
        """How many slots there were."""
        return sum(self.counts.values())

    @property
    def planned(self) -> int:
        """The slots that no doctor's pause covers, and that do not still wait."""
        return self.slots - self.counts[Outcome.PAUSED] - self.counts[Outcome.OPEN]


def figures(days: Sequence[Day]) -> Figures:
    """Counts some days, at least one; days ahead and days without a slot count for nothing."""
    counts = dict.fromkeys(Outcome, 0)
    for day in days:
        if day.slot is not None and day.state in _OUTCOMES:
            counts[_OUTCOMES[day.state]] += 1
    extra = sum(_extra(day) for day in days)
    return Figures(days[0].day, days[-1].day, counts, extra, lateness(days))


def by_month(days: Iterable[Day]) -> list[Figures]:
    """The same for each month that the days touch, oldest first."""
    months: dict[tuple[int, int], list[Day]] = {}
    for day in days:
        months.setdefault((day.day.year, day.day.month), []).append(day)
    return [figures(months[month]) for month in sorted(months)]


def lateness(days: Iterable[Day]) -> Lateness:
    """How late the first dose of each slot was given, where its time is known."""
    late = [found for day in days if (found := _late(day)) is not None]
    spans = [0] * (len(SPAN_HOURS) + 1)
    for each in late:
        spans[_span(each)] += 1
    middle = timedelta(seconds=median(each.total_seconds() for each in late)) if late else None
    return Lateness(middle, tuple(spans))


def _span(late: timedelta) -> int:
    """On the line it counts for the later span."""
    return next((place for place, hours in enumerate(SPAN_HOURS) if late < timedelta(hours=hours)), len(SPAN_HOURS))


def _late(day: Day) -> timedelta | None:
    if day.slot is None:
        return None
    given = next((dose.at for dose in day.doses if dose.at is not None), None)
    return None if given is None else given - day.slot.due


def _extra(day: Day) -> int:
    """Doses beyond the one that the day's slot is for."""
    return max(len(day.doses) - (day.slot is not None), 0)
