"""Local times as instants: the hour that the clock repeats is told by the order of the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise

from anakinra_companion.domain.fridge.rows import Skip
from anakinra_companion.exchange.loggers.dates import day_of
from anakinra_companion.exchange.loggers.kinds import DateOrder, UnreadableError

EPOCH_DAY = date(1970, 1, 1).toordinal()
HOUR = 3600
REMEMBERED = 20_000
# Longer than any date and hour; the patterns need not look at more.
LONGEST_TIME = 40
DAY_AND_HOUR = re.compile(r"(.*?\S)(?:,?\s+|T)(\d{1,2})", re.ASCII | re.DOTALL)
_REST = re.compile(r"([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,9})?)?\s*", re.ASCII)
_ZONED = re.compile(r"([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,9})?)?\s*(?:(Z|UTC)|([+-])(\d\d):?(\d\d))\s*", re.ASCII)
_HALF_DAY = re.compile(r"(\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s*([AP])\.?M\.?\s*", re.IGNORECASE | re.ASCII)
_COUNTED = re.compile(r"\s*(?:(\d{1,5}):)?(\d{1,5}):([0-5]\d)(?:[.,]\d{1,9})?\s*", re.ASCII)


class OddHourError(Exception):
    """An hour with a change of the clock in it, which has to be looked at row by row."""


class _Hours(dict[str, int]):
    """An hour such as "2026-08-06 09" as the UTC second at which it began."""

    def __init__(self, zone: tzinfo, order: DateOrder | None) -> None:
        super().__init__()
        self._zone = zone
        self._order = order

    def __missing__(self, text: str) -> int:
        start = local_hour(text, self._order)
        if start is None:
            raise UnreadableError(Skip.TIME)
        ends = [offsets(start + second, self._zone) for second in (0, HOUR - 1)]
        if len({*ends[0], *ends[1]}) != 1:
            raise OddHourError
        if len(self) >= REMEMBERED:
            self.clear()
        self[text] = start - ends[0][0]
        return self[text]


class _Rests(dict[str, int]):
    """What follows the hour, such as "22:00", as seconds."""

    def __missing__(self, text: str) -> int:
        if (match := _REST.fullmatch(text)) is None:
            raise UnreadableError(Skip.TIME)
        if len(self) >= REMEMBERED:
            self.clear()
        self[text] = int(match[1]) * 60 + int(match[2] or 0)
        return self[text]


def local_hour(text: str, order: DateOrder | None) -> int | None:
    """The hour a date and hour mean, as seconds since 1970 on the wall's own clock; None when they mean none."""
    if len(text) > LONGEST_TIME or (match := DAY_AND_HOUR.fullmatch(text.lstrip())) is None or int(match[2]) > 23:
        return None
    day = day_of(match[1], order)
    return None if day is None else (day.toordinal() - EPOCH_DAY) * 24 * HOUR + int(match[2]) * HOUR


def offsets(wall: int, zone: tzinfo) -> tuple[int, int]:
    """The seconds to take away from a wall clock's second, before and after a change of the clock there."""
    local = (datetime(1970, 1, 1) + timedelta(seconds=wall)).replace(tzinfo=zone)  # noqa: DTZ001 - has its zone here
    return _seconds(local), _seconds(local.replace(fold=1))


def _seconds(local: datetime) -> int:
    return int((local.utcoffset() or timedelta(0)).total_seconds())


class Instants:
    """Reads a file's times in one zone and one order of dates."""

    def __init__(self, zone: tzinfo, order: DateOrder | None) -> None:
        self.hours = _Hours(zone, order)
        self.rests = _Rests()
        # True once a time with am or pm was met: the others will be alike.
        self.halved = False
        self._halves: dict[tuple[str, bool], str] = {}
        self._zone = zone
        self._order = order

    def both(self, text: str) -> tuple[int, int]:
        """The UTC second a time means, twice; two of them, the earlier first, in the hour that comes twice.

        Raises `UnreadableError` for what is no time, and for one that the clock leaves out.
        """
        head, _, rest = text.partition(":")
        if self.halved and rest[-1:] in ("M", "m"):
            return self._unusual(head, rest)
        try:
            return self._same(self.hours[head] + self.rests[rest])
        except OddHourError:
            if _REST.fullmatch(rest):
                return self._odd(local_hour(head, self._order), self.rests[rest])
            return self._unusual(head, rest)
        except UnreadableError:
            return self._unusual(head, rest)

    def _unusual(self, head: str, rest: str) -> tuple[int, int]:
        """Times with am and pm, and times that name their own offset."""
        if half := _HALF_DAY.fullmatch(rest):
            self.halved = True
            hour = self._halved(head, noon=half[2] in "Pp")
            try:
                return self._same(self.hours[hour] + self.rests[half[1]])
            except OddHourError:
                return self._odd(local_hour(hour, None), self.rests[half[1]])
        zoned, start = _ZONED.fullmatch(rest), local_hour(head, self._order)
        if zoned is None or start is None:
            raise UnreadableError(Skip.TIME)
        return self._same(start + int(zoned[1]) * 60 + int(zoned[2] or 0) - _offset(zoned))

    def _halved(self, head: str, *, noon: bool) -> str:
        """The hour of 24 that one of 12 means, as in "2026-08-06 14"."""
        if (known := self._halves.get((head, noon))) is not None:
            return known
        start = local_hour(head, self._order)
        if start is None or not 1 <= start // HOUR % 24 <= 12:
            raise UnreadableError(Skip.TIME)
        day, hour = date.fromordinal(start // (24 * HOUR) + EPOCH_DAY), start // HOUR % 12 + 12 * noon
        if len(self._halves) >= REMEMBERED:
            self._halves.clear()
        self._halves[head, noon] = f"{day} {hour:02}"
        return self._halves[head, noon]

    def _odd(self, hour: int | None, rest: int) -> tuple[int, int]:
        if hour is None:
            raise UnreadableError(Skip.TIME)
        before, after = offsets(hour + rest, self._zone)
        if before < after:
            raise UnreadableError(Skip.NO_SUCH_TIME)
        return hour + rest - before, hour + rest - after

    def _same(self, second: int) -> tuple[int, int]:
        return second, second


def _offset(zoned: re.Match[str]) -> int:
    if zoned[3]:
        return 0
    return (int(zoned[5]) * HOUR + int(zoned[6]) * 60) * (-1 if zoned[4] == "-" else 1)


def counted(text: str) -> int | None:
    """Seconds of a time such as 41:08.4 (minutes) or 01:30:00 (hours); None when it is none."""
    if (match := _COUNTED.fullmatch(text)) is None:
        return None
    hours, minutes = int(match[1] or 0), int(match[2])
    return None if match[1] and minutes > 59 else hours * HOUR + minutes * 60 + int(match[3])


def settle(pairs: Sequence[tuple[int, int]], before: int | None, after: int | None) -> tuple[list[int], int]:
    """Which of its two instants each row of a repeated hour is, and how many of them nothing tells.

    The rows stand in the order of the file, `before` and `after` are the instants around them. The clock went back
    once: up to there a row is the first of its two, from there on the second. Taken is the turn that keeps the rows
    in order and leaves the smallest hole; between two that are alike the earlier instants, and those rows count as
    doubtful.
    """
    rising = _rises(pairs, before, after)
    ordered = list(pairs) if rising else [*reversed(pairs)]
    start, end = (before, after) if rising else (after, before)
    ranked = sorted((_cost(ordered, turn, start, end), -turn) for turn in range(len(ordered) + 1))
    turn = -ranked[0][1]
    chosen = [pair[0] if number < turn else pair[1] for number, pair in enumerate(ordered)]
    alike = [-each for cost, each in ranked if cost == ranked[0][0]]
    doubtful = turn - min(alike)
    return (chosen if rising else chosen[::-1]), doubtful


def _rises(pairs: Sequence[tuple[int, int]], before: int | None, after: int | None) -> bool:
    start = pairs[0][0] if before is None else before
    end = pairs[-1][0] if after is None else after
    if before is None and after is None:
        steps = [later[0] - earlier[0] for earlier, later in pairwise(pairs)]
        return sum(step > 0 for step in steps) >= sum(step < 0 for step in steps)
    return end >= start


def _cost(pairs: Sequence[tuple[int, int]], turn: int, start: int | None, end: int | None) -> tuple[int, int]:
    """How often the order breaks at a turn, and the largest hole there or at the ends; the rest is alike."""
    first = pairs[0][0 if turn else 1]
    last = pairs[-1][0 if turn == len(pairs) else 1]
    steps = [] if start is None else [first - start]
    if end is not None:
        steps.append(end - last)
    broken = 0
    if 0 < turn < len(pairs):
        steps.append(pairs[turn][1] - pairs[turn - 1][0])
        broken = -(pairs[turn][0] <= pairs[turn - 1][0])
    return broken + sum(step <= 0 for step in steps), max(steps, default=0)


def zoned_second(local: datetime, zone: tzinfo) -> int:
    """The UTC second of a local time as a person says it; one that comes twice is the earlier."""
    return int(local.replace(tzinfo=zone).astimezone(UTC).timestamp())
