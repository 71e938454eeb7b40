"""Two readers of a calendar file, apart from its writer: one through icalendar, one from the bare text."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

from dateutil.rrule import rrule, rruleset, rrulestr
from dateutil.tz import tzical
from icalendar import Calendar

# What the library reads, whose types are a union of all there can be.
Read = Any


Rules = list[tuple[datetime, timedelta]]


def rules_of(zone: Read) -> Rules:
    """The changes a VTIMEZONE tells, each as its instant (UTC) and the offset from then on."""
    found = []
    for part in zone.subcomponents:
        onset = part["dtstart"].dt - part["tzoffsetfrom"].td
        found.append((onset.replace(tzinfo=UTC), part["tzoffsetto"].td))
    return sorted(found)


def instant_of(wall: datetime, rules: Rules) -> datetime | None:
    """The first instant at which clocks showed a time, as the standard means it; None in a gap."""
    offsets = {offset for _, offset in rules}
    tried = sorted((wall - offset).replace(tzinfo=UTC) for offset in offsets)
    for at in tried:
        begun = [offset for since, offset in rules if since <= at]
        if begun and (at + begun[-1]).replace(tzinfo=None) == wall:
            return at
    return None


def by_icalendar(file: bytes) -> list[datetime]:
    """Every start (UTC), in the zones the file itself describes, counted on by hand."""
    calendar: Read = Calendar.from_ical(file)
    zones = {str(zone["tzid"]): rules_of(zone) for zone in calendar.walk("VTIMEZONE")}
    utc = [(datetime.min.replace(tzinfo=UTC), timedelta(0))]
    found: list[datetime] = []
    for event in calendar.walk("VEVENT"):
        rules = zones.get(event["dtstart"].params.get("TZID", ""), utc)
        wall = event["dtstart"].dt.replace(tzinfo=None)
        left_out = {each.dt.replace(tzinfo=None) for each in event["exdate"].dts} if "exdate" in event else set()
        rule = event.get("rrule", {})
        at = instant_of(wall, rules)
        until = rule["UNTIL"][0] if rule else None
        while at is not None and (until is None or at <= until):
            found += [] if wall in left_out else [at]
            if until is None:
                break
            wall += timedelta(days=rule["INTERVAL"][0] if rule else 1)
            at = instant_of(wall, rules)
    return sorted(found)


def by_text(file: bytes) -> list[datetime]:
    """Every start (UTC), from the unfolded lines and dateutil's reading of the zones and rules."""
    text = file.decode().replace("\r\n ", "").replace("\r\n", "\n")
    blocks = re.findall(r"BEGIN:VTIMEZONE\n.*?END:VTIMEZONE\n", text, re.DOTALL)
    zones = tzical(StringIO("BEGIN:VCALENDAR\n" + "".join(blocks) + "END:VCALENDAR\n")) if blocks else None
    found: list[datetime] = []
    for block in re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT\n", text, re.DOTALL):
        event = re.sub(r"BEGIN:VALARM\n.*?END:VALARM\n", "", block, flags=re.DOTALL)
        lines = {line.split(":", 1)[0].split(";")[0]: line for line in event.splitlines()}
        name = re.search(r"TZID=([^:;]+)", lines["DTSTART"])
        zone = zones.get(name[1]) if name and zones else UTC
        starts = _times(lines["DTSTART"])[0].replace(tzinfo=zone)
        days = rruleset()
        if "RRULE" in lines:
            rule = rrulestr(lines["RRULE"], dtstart=starts)
            assert isinstance(rule, rrule)
            days.rrule(rule)
        else:
            days.rdate(starts)
        for left_out in _times(lines["EXDATE"]) if "EXDATE" in lines else []:
            days.exdate(left_out.replace(tzinfo=zone))
        found.extend(each.astimezone(UTC) for each in days)
    return sorted(found)


def events(file: bytes) -> dict[str, Read]:
    """The events by their UID."""
    found: list[Read] = Calendar.from_ical(file).walk("VEVENT")
    assert len({str(event["uid"]) for event in found}) == len(found)
    return {str(event["uid"]): event for event in found}


def _times(line: str) -> list[datetime]:
    said = line.split(":", 1)[1].split(",")
    return [datetime.strptime(each.removesuffix("Z"), "%Y%m%dT%H%M%S") for each in said]  # noqa: DTZ007 - local
