"""What the readings of one sensor tell: warm and frozen stretches, holes, and what has to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from anakinra_companion.domain.fridge.readings import FREEZING, HIGHEST, OVERHEATED, Reading, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time outside a limit: `start` to `end` are counted, `first` and `last` are the readings outside.

    `lowest` and `highest` are theirs, in hundredths of a degree C; all times are UTC seconds.
    """

    start: int
    end: int
    first: int
    last: int
    lowest: int
    highest: int

    @property
    def seconds(self) -> int:
        """How long it counts."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Course:
    """All that matters in the readings, in few values: a year of them can be forgotten.

    `warm`: above 8 degrees C; a step between two readings counts whole when either is above, which is our stricter
    reading, and counts as time at room temperature (S94). `frozen`: readings at or below 0 without a gap between
    them; `overheated`: the same above 25. `lone`: warm readings with a gap on both sides, so that nobody knows since
    when: to be asked, never counted by themselves. `gaps`: where no line is drawn.
    """

    warm: tuple[Stretch, ...] = ()
    frozen: tuple[Stretch, ...] = ()
    overheated: tuple[Stretch, ...] = ()
    lone: tuple[int, ...] = ()
    gaps: tuple[Span, ...] = ()
    first: Reading | None = None
    last: Reading | None = None

    @property
    def warm_seconds(self) -> int:
        """The time above 8 degrees C, all stretches together."""
        return sum(each.seconds for each in self.warm)


class Outside:
    """Gathers the stretches of one limit. `around`: steps count when either of their readings is outside."""

    def __init__(self, *, around: bool) -> None:
        self.found: list[Stretch] = []
        self.is_open = False
        self._around = around
        self._start = self._first = self._last = self._lowest = self._highest = 0

    def take(self, second: int, value: int, before: int | None) -> None:
        """A reading outside; `before` is the reading to which a line may be drawn, None after a gap."""
        self._last = second
        if self.is_open:
            self._lowest, self._highest = min(self._lowest, value), max(self._highest, value)
            return
        self.is_open = True
        self._start = before if before is not None and self._around else second
        self._first, self._lowest, self._highest = second, value, value

    def close(self, back: int | None) -> None:
        """A reading inside at `back`, or a gap (None)."""
        if self.is_open:
            self.is_open = False
            end = back if back is not None and self._around else self._last
            self.found.append(Stretch(self._start, end, self._first, self._last, self._lowest, self._highest))


def course(readings: Iterable[Reading], longest: int) -> Course:
    """One pass over readings in order; a step longer than `longest` seconds is a gap."""
    warm, frozen, overheated = Outside(around=True), Outside(around=False), Outside(around=False)
    gaps: list[Span] = []
    first = last = None
    for reading in readings:
        second, value = reading
        if last is None:
            first, before = reading, None
        elif second - last[0] > longest:
            gaps.append(Span(last[0], second))
            before = None
            for each in (warm, frozen, overheated):
                each.close(None)
        else:
            before = last[0]
        last = reading
        if value > HIGHEST:
            warm.take(second, value, before)
        elif warm.is_open:
            warm.close(second)
        _mark(frozen, reading, before, outside=value <= FREEZING)
        _mark(overheated, reading, before, outside=value > OVERHEATED)
    for each in (warm, frozen, overheated):
        each.close(None)
    counted = tuple(each for each in warm.found if each.seconds)
    lone = tuple(each.first for each in warm.found if not each.seconds)
    return Course(counted, tuple(frozen.found), tuple(overheated.found), lone, tuple(gaps), first, last)


def _mark(limit: Outside, reading: Reading, before: int | None, *, outside: bool) -> None:
    if outside:
        limit.take(*reading, before)
    elif limit.is_open:
        limit.close(reading[0])


class FileEnd(StrEnum):
    """Which end of a file."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class WarmEnd:
    """A file that begins or ends above 8 degrees C: was the logger out of the fridge then?

    `span`: the readings asked about; `highest` in hundredths of a degree C.
    """

    end: FileEnd
    span: Span
    highest: int


def warm_ends(told: Course) -> tuple[WarmEnd, ...]:
    """The ends of a file that have to be asked about; a yes leaves their readings out (see `without`)."""
    found = []
    for end, reading in ((FileEnd.FIRST, told.first), (FileEnd.LAST, told.last)):
        if reading is not None and reading[1] > HIGHEST:
            found.append(WarmEnd(end, *_asked_about(told.warm, reading)))
    return tuple(found)


def _asked_about(warm: Sequence[Stretch], reading: Reading) -> tuple[Span, int]:
    for each in warm:
        if each.first <= reading[0] <= each.last:
            return Span(each.first, each.last), each.highest
    return Span(reading[0], reading[0]), reading[1]
