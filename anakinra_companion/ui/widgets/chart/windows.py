"""How much of the time a chart shows: a day, a week, a month or all, by the days as lived."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from anakinra_companion.domain.fridge.days import begin_of
from anakinra_companion.domain.fridge.readings import Span


class Zoom(StrEnum):
    """What can be chosen; `ALL` is from the first reading to the last."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"


LENGTHS = {Zoom.DAY: 1, Zoom.WEEK: 7, Zoom.MONTH: 30}


def window(zoom: Zoom, last: date, zone: str, whole: Span) -> Span:
    """The days that end with `last`, from midnight to midnight; the days of `whole` for all of it."""
    if zoom is Zoom.ALL:
        first, last = day_of(whole.start, zone), day_of(whole.end, zone)
    else:
        first = last - timedelta(days=LENGTHS[zoom] - 1)
    return Span(begin_of(first, ZoneInfo(zone)), begin_of(last + timedelta(days=1), ZoneInfo(zone)))


def step(zoom: Zoom, last: date, ways: int, zone: str, whole: Span) -> date | None:
    """The last day of the window before (-1) or after (1) this one; None where no reading is."""
    if zoom is Zoom.ALL:
        return None
    length = timedelta(days=LENGTHS[zoom])
    first_day, last_day = day_of(whole.start, zone), day_of(whole.end, zone)
    if (last - length if ways < 0 else last_day) < (first_day if ways < 0 else last + timedelta(days=1)):
        return None
    return last - length if ways < 0 else min(last + length, last_day)


def day_of(second: int, zone: str) -> date:
    """The day as lived."""
    return datetime.fromtimestamp(second, ZoneInfo(zone)).date()
