"""The coming slots as a calendar file with alarms (RFC 5545), so that a phone rings too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from anakinra_companion.domain.coming import Coming, Stretch, stretches
from anakinra_companion.domain.reminders import Plan

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

# Names neither the medicine nor the illness: the file may lie in a calendar that others see.
PRODUCT = "-//Companion//Reminders 1//EN"
# Long enough to be seen in a day's view, and marked as free time.
LENGTH = timedelta(minutes=10)
# A later file has a higher number, so that it takes the place of an earlier one; counted in seconds since then.
_NUMBERED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_AT_ONCE = timedelta(0)


@dataclass(frozen=True, slots=True)
class Wording:
    """What the phone shows: neutral unless the person wants more."""

    summary: str
    description: str = ""


def calendar_file(coming: Coming, wording: Wording, again: Plan | None = None) -> bytes:
    """The file; with `again` it also rings as often again as that plan says.

    Read a second time it replaces what the phone has, and what no longer holds stops ringing.
    """
    from icalendar import Calendar

    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    told = stretches(coming)
    _add_zones(found, coming, told)
    for stretch in told:
        found.add_component(_event(coming, stretch, wording, again))
    return bytes(found.to_ical())


def _add_zones(calendar: Calendar, coming: Coming, told: list[Stretch]) -> None:
    for name in sorted({stretch.regimen.zone for stretch in told} - {"UTC"}):
        starts = [_start(coming, each).date() for each in told if each.regimen.zone == name]
        calendar.add_component(zone_rules(name, min(starts), max(*starts, coming.last)))


def _event(coming: Coming, stretch: Stretch, wording: Wording, again: Plan | None) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_OID, f"{stretch.regimen.id} {stretch.key}".strip())))
    event.add("sequence", (coming.now - _NUMBERED_FROM) // timedelta(seconds=1))
    event.add("dtstamp", coming.now.replace(microsecond=0))
    event.add("last-modified", coming.now.replace(microsecond=0))
    event.add("dtstart", _start(coming, stretch))
    event.add("duration", LENGTH)
    event.add("summary", wording.summary)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if not stretch.slots:
        event.add("status", "CONFIRMED" if stretch.over else "CANCELLED")
        return event
    if wording.description:
        event.add("description", wording.description)
    event.add("status", "CONFIRMED")
    _repeat(event, stretch)
    for after in _rings(again):
        event.add_component(_alarm(wording.summary, after))
    return event


def _start(coming: Coming, stretch: Stretch) -> datetime:
    """The first time ahead; of what is over the last one, and of what never came the time it should have been."""
    first = stretch.slots[0] if stretch.slots else stretch.over
    due = first.due if first else coming.now.replace(microsecond=0)
    return due.astimezone(ZoneInfo(stretch.regimen.zone))


def _repeat(event: Event, stretch: Stretch) -> None:
    if len(stretch.slots) == 1:
        return
    rule = {"freq": "daily", "interval": stretch.regimen.every_days, "until": stretch.slots[-1].due}
    event.add("rrule", rule)
    zone = ZoneInfo(stretch.regimen.zone)
    if stretch.left_out:
        event.add("exdate", [due.astimezone(zone) for due in stretch.left_out])


def _rings(again: Plan | None) -> list[timedelta]:
    return [_AT_ONCE] + [again.apart * (number + 1) for number in range(again.again if again else 0) if again]


def _alarm(summary: str, after: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", after)
    return alarm


# ---- the rules of a zone ------------------------------------------------------------------------------------


def zone_rules(name: str, first: date, last: date) -> Timezone:
    """A zone's changes from a day before `first` to two days after `last`, each at its exact instant.

    Found in the zone's own data: the library's list starts a change at the hour that follows it, and misses some.
    """
    from icalendar import Timezone

    zone = ZoneInfo(name)
    begin = datetime.combine(first - timedelta(days=1), time.min, UTC)
    end = datetime.combine(last + timedelta(days=2), time.min, UTC)
    changes = _changes(zone, begin, end)
    least = min(_offset(at, zone) for at in (begin, *changes))
    found = Timezone()
    found.add("tzid", name)
    found.add_component(_observance(zone, begin, _offset(begin, zone), least))
    for at in changes:
        found.add_component(_observance(zone, at, _offset(at - timedelta(seconds=1), zone), least))
    return found


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> list[datetime]:
    """The instants from which another offset counts; no zone changes twice within one hour."""
    found, step = [], timedelta(hours=1)
    at = begin
    while at < end:
        if _offset(at, zone) != _offset(at + step, zone):
            found.append(_from_when(zone, at, at + step))
        at += step
    return found


def _from_when(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if _offset(middle, zone) == _offset(before, zone):
            before = middle
        else:
            after = middle
    return after


def _observance(
    zone: ZoneInfo, at: datetime, before: timedelta, least: timedelta
) -> TimezoneDaylight | TimezoneStandard:
    from icalendar import TimezoneDaylight, TimezoneStandard

    offset = _offset(at, zone)
    part = TimezoneDaylight() if offset > least else TimezoneStandard()
    # The wall-clock time of the change as the clocks showed it before (RFC 5545, 3.6.5).
    part.add("dtstart", (at + before).replace(tzinfo=None))
    part.add("tzname", at.astimezone(zone).tzname() or zone.key)
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", offset)
    return part
