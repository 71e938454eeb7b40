"""A day of readings in a few numbers, so that no page ever has to read them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from anakinra_companion.domain.fridge.readings import FREEZING, HIGHEST, LOWEST, OVERHEATED, Reading


@dataclass(frozen=True, slots=True)
class FridgeDay:
    """One sensor on one day as lived. Temperatures in hundredths of a degree C, times in seconds.

    `seen`: the time between readings without a gap; of it `warm` (either end above 8), `cold` (either end below 2),
    `frozen` (either end at or below 0) and `overheated` (either end above 25). `gaps`: steps too long to say anything
    about, counted on the day they begin. `first` and `last` are the day's readings at its ends.
    """

    day: date
    count: int
    lowest: int
    highest: int
    seen: int
    warm: int
    cold: int
    frozen: int
    overheated: int
    gaps: int
    first: Reading
    last: Reading


def begin_of(day: date, zone: ZoneInfo) -> int:
    """The first second of a day as lived in a zone, in Unix seconds."""
    return int(datetime.combine(day, time(), zone).timestamp())


def fridge_days(readings: Iterable[Reading], longest: int, zone: str) -> list[FridgeDay]:
    """One pass over readings in order: a summary for each day that has any. `zone` is the IANA name lived in."""
    days: list[_Day] = []
    here, info = None, ZoneInfo(zone)
    last: Reading | None = None
    for reading in readings:
        if here is None or reading[0] >= here.end:
            following = _Day(reading, info)
            if here is not None and last is not None:
                _across(here, following, last, reading, longest)
            here = following
            days.append(here)
        elif last is not None:
            here.step(last, reading, reading[0] - last[0], longest)
        here.take(reading)
        last = reading
    return [each.told() for each in days]


def join(earlier: Sequence[FridgeDay], later: Sequence[FridgeDay], longest: int, zone: str) -> list[FridgeDay]:
    """The summaries of readings that follow each other, as if they had been read in one go."""
    if not earlier or not later:
        return [*earlier, *later]
    info = ZoneInfo(zone)
    before, after = _Day(earlier[-1].first, info), _Day(later[0].first, info)
    last, first = earlier[-1].last, later[0].first
    before.add(earlier[-1])
    if earlier[-1].day == later[0].day:
        before.step(last, first, first[0] - last[0], longest)
        before.add(later[0])
        return [*earlier[:-1], before.told(), *later[1:]]
    after.add(later[0])
    _across(before, after, last, first, longest)
    return [*earlier[:-1], before.told(), after.told(), *later[1:]]


def _across(here: _Day, following: _Day, last: Reading, first: Reading, longest: int) -> None:
    """A step over midnight belongs to both days, each its part."""
    if first[0] - last[0] > longest:
        here.step(last, first, first[0] - last[0], longest)
        return
    here.step(last, first, here.end - last[0], longest)
    following.step(last, first, first[0] - here.end, longest)


class _Day:
    """A day that is being gathered; `end` is the second at which the next one begins."""

    __slots__ = (
        "cold",
        "count",
        "day",
        "end",
        "first",
        "frozen",
        "gaps",
        "last",
        "overheated",
        "seen",
        "values",
        "warm",
    )

    def __init__(self, first: Reading, zone: ZoneInfo) -> None:
        self.day = datetime.fromtimestamp(first[0], zone).date()
        self.end = begin_of(self.day + timedelta(days=1), zone)
        self.count = self.seen = self.warm = self.cold = self.frozen = self.overheated = self.gaps = 0
        self.values: set[int] = set()
        self.first = self.last = first

    def take(self, reading: Reading) -> None:
        self.count += 1
        self.values.add(reading[1])
        self.last = reading

    def step(self, one: Reading, other: Reading, seconds: int, longest: int) -> None:
        if other[0] - one[0] > longest:
            self.gaps += 1
            return
        self.seen += seconds
        low, high = (one[1], other[1]) if one[1] < other[1] else (other[1], one[1])
        if low < LOWEST:
            self.cold += seconds
            self.frozen += seconds if low <= FREEZING else 0
        if high > HIGHEST:
            self.warm += seconds
            self.overheated += seconds if high > OVERHEATED else 0

    def add(self, day: FridgeDay) -> None:
        self.count += day.count
        self.values |= {day.lowest, day.highest}
        self.seen += day.seen
        self.warm += day.warm
        self.cold += day.cold
        self.frozen += day.frozen
        self.overheated += day.overheated
        self.gaps += day.gaps
        self.last = day.last

    def told(self) -> FridgeDay:
        return FridgeDay(
            self.day,
            self.count,
            min(self.values),
            max(self.values),
            self.seen,
            self.warm,
            self.cold,
            self.frozen,
            self.overheated,
            self.gaps,
            self.first,
            self.last,
        )
