"""The coming slots as another calendar needs them: stretches that one rule describes exactly, and what has ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from anakinra_companion.domain.regimen import (
    Pause,
    Regimen,
    Slot,
    due_instant,
    governing,
    is_paused,
    slot_on,
    slots_between,
)

# How far ahead another calendar is filled unless the person says otherwise, and at most: no clinical numbers.
DAYS_AHEAD = 180
MOST_DAYS = 730


@dataclass(frozen=True, slots=True)
class Coming:
    """What is needed to tell the coming days; `answered` are slots that need no reminder any more."""

    now: datetime
    today: date
    days: int
    regimens: tuple[Regimen, ...]
    pauses: tuple[Pause, ...] = ()
    answered: frozenset[date] = frozenset()

    @property
    def last(self) -> date:
        """The last day that is told."""
        return self.today + timedelta(days=self.days - 1)

    def slots(self) -> list[Slot]:
        """The slots still ahead that no pause covers and nothing was recorded for."""
        ahead = slots_between(self.regimens, self.today, self.last, self.pauses)
        return [slot for slot in ahead if slot.due > self.now and slot.day not in self.answered]


# A version's id, and the name of a stretch of it.
_Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Slots of one version at one wall-clock time, every `regimen.every_days` days but for those left out.

    `key` names it among the stretches of its version, whenever it is looked at: a summer-time gap that swallows the
    wall-clock time cuts a version in pieces, and the one slot that moves is a stretch of its own. One without
    slots is over: `over` is the last slot it had, None when it never came to any.
    """

    regimen: Regimen
    key: str
    slots: tuple[Slot, ...]
    left_out: tuple[datetime, ...] = ()
    over: Slot | None = None


def stretches(coming: Coming) -> list[Stretch]:
    """The stretches that have slots ahead; then those another calendar may still ring for, which are over."""
    meant: dict[_Name, list[Slot]] = {}
    names: dict[tuple[str, date], _Name] = {}
    by_id = {regimen.id: regimen for regimen in coming.regimens}
    for regimen in coming.regimens:
        if _ended(coming.regimens, regimen) >= coming.today - timedelta(days=MOST_DAYS):
            for key, slot in _keyed(regimen, coming.last):
                names[regimen.id, slot.day] = (regimen.id, key)
                meant.setdefault((regimen.id, key), []).append(slot)
    kept: dict[_Name, list[Slot]] = {}
    for slot in coming.slots():
        kept.setdefault(names[_governing(coming, slot.day), slot.day], []).append(slot)
    alive = [_alive(by_id[name[0]], name[1], slots, meant[name]) for name, slots in kept.items()]
    dead = [name for name in meant if name not in kept and meant[name][-1].due > coming.now]
    return alive + [Stretch(by_id[name[0]], name[1], (), over=_over(coming, name[0], meant[name])) for name in dead]


def _alive(regimen: Regimen, key: str, slots: Sequence[Slot], meant: Sequence[Slot]) -> Stretch:
    days = {slot.day for slot in slots}
    between = [slot for slot in meant if slots[0].day <= slot.day <= slots[-1].day]
    return Stretch(regimen, key, tuple(slots), tuple(slot.due for slot in between if slot.day not in days))


def _over(coming: Coming, id_: str, meant: Sequence[Slot]) -> Slot | None:
    past = [slot for slot in meant if slot.due <= coming.now and not is_paused(coming.pauses, slot.day)]
    return next((slot for slot in reversed(past) if _governing(coming, slot.day) == id_), None)


def _governing(coming: Coming, day: date) -> str:
    """The id of the version that counts on a day, "" for none."""
    found = governing(coming.regimens, day)
    return found.id if found else ""


def _ended(regimens: Sequence[Regimen], regimen: Regimen) -> date:
    """The day on which a newer version took over; the end of time for the newest."""
    later = regimens[regimens.index(regimen) + 1 :]
    return min((each.starts for each in later), default=date.max)


def _keyed(regimen: Regimen, last: date) -> Iterator[tuple[str, Slot]]:
    """Every slot that a version alone would have, with the name of its stretch."""
    key, zone = "", ZoneInfo(regimen.zone)
    day = regimen.starts
    while day <= last:
        slot = slot_on((regimen,), day) or Slot(day, due_instant(day, regimen.at, regimen.zone))
        if slot.due.astimezone(zone).time() == regimen.at:
            yield key, slot
        else:
            yield f"on {day}", slot
            key = f"after {day}"
        day += timedelta(days=regimen.every_days)
