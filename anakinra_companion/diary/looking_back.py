"""Looking back: a year of days at a glance, and what became of the doses in figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from anakinra_companion.diary.days import dose_record
from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.domain.doses import Day, days_between
from anakinra_companion.domain.figures import LOOK_BACK, Figures, by_month, figures
from anakinra_companion.domain.month import Month, year

if TYPE_CHECKING:
    from sqlalchemy import Connection

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Review:
    """The last 90 days, and the last twelve months, the newest first; months before the label are left out."""

    recent: Figures
    months: tuple[Figures, ...]


class LookingBack:
    """Everything about the time behind; what it costs does not grow with the years on record."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def year(self, number: int, *, first_weekday: int = 0) -> tuple[Month, ...]:
        """The twelve months of a year, in whole weeks; 0 is Monday."""
        first, last = date(number, 1, 1) - timedelta(days=10), date(number, 12, 31) + timedelta(days=10)
        with self._record.reading() as connection:
            known = dose_record(connection, first, last)
            today = self._record.today(connection)
        return year(known, number, self._record.now(), today, first_weekday)

    def review(self) -> Review:
        """What became of the doses until now."""
        with self._record.reading() as connection:
            today = self._record.today(connection)
            days = self._days(connection, _first_of(today, MONTHS - 1), today)
        recent = [day for day in days if (today - day.day).days < LOOK_BACK]
        months = [each for each in by_month(days) if each.slots or each.extra]
        return Review(figures(recent), tuple(reversed(months)))

    def _days(self, connection: Connection, first: date, today: date) -> list[Day]:
        known = dose_record(connection, first, today)
        return days_between(known, first, today, self._record.now(), today)


def _first_of(day: date, months: int) -> date:
    """The first day of a month so many months before that of a day."""
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)
