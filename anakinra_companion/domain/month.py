"""A month of days in whole weeks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from anakinra_companion.domain.doses import Day, DoseRecord, days_between


@dataclass(frozen=True, slots=True)
class Month:
    """Weeks of seven days; the first and last may hold days of the neighbouring months."""

    year: int
    number: int
    weeks: tuple[tuple[Day, ...], ...]

    def holds(self, on: date) -> bool:
        """True for a day of this month itself."""
        return (on.year, on.month) == (self.year, self.number)


def month(record: DoseRecord, year: int, number: int, now: datetime, today: date, first_weekday: int = 0) -> Month:
    """One month with the state of each day; `first_weekday` 0 is Monday, 6 Sunday."""
    start, count = _weeks(year, number, first_weekday)
    days = days_between(record, start, start + timedelta(days=7 * count - 1), now, today)
    return _laid_out({each.day: each for each in days}, year, number, first_weekday)


def year(record: DoseRecord, number: int, now: datetime, today: date, first_weekday: int = 0) -> tuple[Month, ...]:
    """The twelve months of a year; a day is judged once, also where two months show it."""
    first, last = date(number, 1, 1) - timedelta(days=7), date(number, 12, 31) + timedelta(days=7)
    known = {each.day: each for each in days_between(record, first, last, now, today)}
    return tuple(_laid_out(known, number, month, first_weekday) for month in range(1, 13))


def _laid_out(known: Mapping[date, Day], year: int, number: int, first_weekday: int) -> Month:
    start, count = _weeks(year, number, first_weekday)
    days = [known[start + timedelta(days=each)] for each in range(7 * count)]
    return Month(year, number, tuple(tuple(days[7 * week : 7 * week + 7]) for week in range(count)))


def _weeks(year: int, number: int, first_weekday: int) -> tuple[date, int]:
    """The first day of whole weeks that hold a month, and how many weeks they are."""
    first = date(year, number, 1)
    start = first - timedelta(days=(first.weekday() - first_weekday) % 7)
    following = date(year + number // 12, number % 12 + 1, 1)
    return start, -(-(following - start).days // 7)
