"""When doses are due, as copied from the prescription label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# Looking ahead ends here when every coming day is paused or the regimen has ended.
LOOK_AHEAD = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class Regimen:
    """A version of the label: every day or every second day (C13), at a wall-clock time, one full syringe."""

    id: str
    every_days: int
    at: time
    zone: str
    starts: date
    recorded: datetime
    reason: str = ""
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which a doctor said not to inject; `last` is None while the end is not known."""

    id: str
    first: date
    last: date | None
    who: str

    def covers(self, day: date) -> bool:
        """True for a day of this pause."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Slot:
    """The day a dose is for, and the instant it is due (UTC). Slots never slide (S69)."""

    day: date
    due: datetime


def due_instant(day: date, at: time, zone: str) -> datetime:
    """The instant of a wall-clock time; one that summer time skips falls on the first minute after the gap."""
    local = datetime.combine(day, at, ZoneInfo(zone))
    back = local.astimezone(UTC).astimezone(ZoneInfo(zone))
    if back.replace(tzinfo=None) == local.replace(tzinfo=None):
        return local.astimezone(UTC)
    # In the gap the offset of before gives an instant after it, and that of after one before it.
    before = local.replace(fold=0).utcoffset() or timedelta(0)
    after = local.replace(fold=1).utcoffset() or timedelta(0)
    minutes = range(int(abs(after - before).total_seconds() // 60) + 1)
    moved = (local + timedelta(minutes=minute) for minute in minutes)
    return next(each for each in moved if _exists(each)).astimezone(UTC)


def _exists(local: datetime) -> bool:
    back = local.astimezone(UTC).astimezone(local.tzinfo)
    return back.replace(tzinfo=None) == local.replace(tzinfo=None)


def governing(regimens: Sequence[Regimen], day: date) -> Regimen | None:
    """The version that counts on a day: the newest of those that had begun; `regimens` in the order recorded."""
    newest = next((each for each in reversed(regimens) if each.starts <= day), None)
    if newest is None or (newest.ends is not None and day > newest.ends):
        return None
    return newest


@dataclass(frozen=True, slots=True)
class Span:
    """A version with the last day it counts on: None while no later one takes its place."""

    regimen: Regimen
    last: date | None

    @property
    def never_counted(self) -> bool:
        """True where another version took its place before it began."""
        return self.last is not None and self.last < self.regimen.starts


def spans(regimens: Sequence[Regimen]) -> list[Span]:
    """Every version in the order recorded, each with its last day."""
    found = []
    for place, regimen in enumerate(regimens):
        later = [each.starts for each in regimens[place + 1 :]]
        found.append(Span(regimen, min(later) - timedelta(days=1) if later else regimen.ends))
    return found


def slot_on(regimens: Sequence[Regimen], day: date) -> Slot | None:
    """The slot of a day, if the label has one then; pauses are not looked at."""
    regimen = governing(regimens, day)
    if regimen is None or (day - regimen.starts).days % regimen.every_days:
        return None
    return Slot(day, due_instant(day, regimen.at, regimen.zone))


def is_paused(pauses: Sequence[Pause], day: date) -> bool:
    """True when a doctor's pause covers the day."""
    return any(pause.covers(day) for pause in pauses)


def slots_between(regimens: Sequence[Regimen], first: date, last: date, pauses: Sequence[Pause] = ()) -> list[Slot]:
    """Every slot of these days that no pause covers, in order."""
    return [slot for slot in _slots(regimens, first, last) if not is_paused(pauses, slot.day)]


def next_slots(regimens: Sequence[Regimen], after: date, count: int, pauses: Sequence[Pause] = ()) -> list[Slot]:
    """The next slots after a day, at most `count`; read back to the person before a label is recorded (H20)."""
    found: list[Slot] = []
    for slot in _slots(regimens, after + timedelta(days=1), after + LOOK_AHEAD):
        if len(found) == count:
            break
        if not is_paused(pauses, slot.day):
            found.append(slot)
    return found


def next_slot_after(regimens: Sequence[Regimen], instant: datetime, pauses: Sequence[Pause] = ()) -> Slot | None:
    """The first slot that is due after an instant."""
    start = instant.date() - timedelta(days=2)
    for slot in _slots(regimens, start, start + LOOK_AHEAD):
        if slot.due > instant and not is_paused(pauses, slot.day):
            return slot
    return None


def _slots(regimens: Sequence[Regimen], first: date, last: date) -> Iterator[Slot]:
    if not regimens:
        return
    day = max(first, min(each.starts for each in regimens))
    while day <= last:
        if (slot := slot_on(regimens, day)) is not None:
            yield slot
        day += timedelta(days=1)
