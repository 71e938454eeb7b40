"""Dates as loggers write them, and what their order in a file tells about day and month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from anakinra_companion.exchange.loggers.kinds import DateOrder

# What lies outside is a logger's clock that was never set.
FIRST_YEAR, LAST_YEAR = 2000, 2099
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_MONTH_NAMED = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})", re.ASCII)
_DAY_NAMED = re.compile(r"(\d{1,2})\.?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})", re.ASCII)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def day_of(text: str, order: DateOrder | None) -> date | None:
    """The day a text means; None when it means none, or when its order would have to be guessed."""
    text = text.strip().rstrip(",")
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _NUMBERS.fullmatch(text):
        if order is None:
            return None
        first, second = int(match[1]), int(match[3])
        day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
        return _day(int(match[4]), month, day)
    if match := _MONTH_NAMED.fullmatch(text):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    if match := _DAY_NAMED.fullmatch(text):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    return None


def needs_order(text: str) -> bool:
    """True for a date such as 09/08/2026, of any day."""
    return _NUMBERS.fullmatch(text.strip().rstrip(",")) is not None


def _month(name: str) -> int:
    """1 to 12 for an English month's name or its beginning, 0 for anything else."""
    name = name.lower()
    return next((number for number, full in enumerate(_MONTHS, 1) if full.startswith(name) or name == "sept"), 0)


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(slots=True)
class _Steps:
    """How a file's dates move when they are read in one order."""

    possible: bool = True
    up: int = 0
    down: int = 0
    next_day: int = 0
    last: tuple[date, int] | None = None

    def take(self, day: date | None, hour: int) -> None:
        if day is None:
            self.possible = False
            return
        here = (day, hour)
        if self.last is not None and here != self.last:
            self.up += here > self.last
            self.down += here < self.last
            self.next_day += abs((day - self.last[0]).days) == 1
        self.last = here

    @property
    def steady(self) -> bool:
        return self.possible and not (self.up and self.down)


@dataclass(slots=True)
class DateEvidence:
    """Settles day and month where the file proves it: a day above 12, or rows that run one way in one order only."""

    day_first: _Steps = field(default_factory=_Steps)
    month_first: _Steps = field(default_factory=_Steps)

    def take(self, day: str, hour: int) -> None:
        """Looks at the next row; other dates than such as 09/08/2026 prove nothing."""
        if needs_order(day):
            read = day_of(day, DateOrder.DAY_FIRST), day_of(day, DateOrder.MONTH_FIRST)
            if read != (None, None):
                self.day_first.take(read[0], hour)
                self.month_first.take(read[1], hour)

    @property
    def needed(self) -> bool:
        """True when some date needs an order."""
        return self.day_first.last is not None or self.month_first.last is not None

    @property
    def mixed(self) -> bool:
        """True when neither order explains every date."""
        return not self.day_first.possible and not self.month_first.possible

    def order(self) -> DateOrder | None:
        """The order that is proved, if one is.

        Running one way is no proof by itself: two files joined can do so by chance. The days have to follow each
        other as well, more often than in the other reading.
        """
        for order, this, other in (
            (DateOrder.DAY_FIRST, self.day_first, self.month_first),
            (DateOrder.MONTH_FIRST, self.month_first, self.day_first),
        ):
            if this.possible and not other.possible:
                return order
            if this.steady and not other.steady and this.next_day > other.next_day:
                return order
        return None


def evidence(rows: Iterable[tuple[str, int]]) -> DateEvidence:
    """What the days and hours of many rows prove."""
    found = DateEvidence()
    for day, hour in rows:
        found.take(day, hour)
    return found
