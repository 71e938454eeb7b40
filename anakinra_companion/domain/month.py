"""A month of days in whole weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from anakinra_companion.domain.doses import Day, DoseRecord, day


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
    first = date(year, number, 1)
    start = first - timedelta(days=(first.weekday() - first_weekday) % 7)
    following = date(year + number // 12, number % 12 + 1, 1)
    weeks = []
    while start < following:
        weeks.append(tuple(day(record, start + timedelta(days=n), now, today) for n in range(7)))
        start += timedelta(days=7)
    return Month(year, number, tuple(weeks))
