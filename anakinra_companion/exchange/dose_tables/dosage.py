"""The history that Dosage, a reminder for the Linux desktop, writes as CSV.

Six columns, every value quoted, header and states in the person's language, times as the computer shows them and
without a zone. Only a dose that the person confirmed has the sixth, the time of it.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from anakinra_companion.domain.dose_table import DoseRow
from anakinra_companion.exchange.dose_tables.kinds import (
    Around,
    DateForm,
    DoseTable,
    LineFault,
    NotATable,
    Question,
    Said,
    SkippedLine,
    TableFormat,
    TableTrouble,
    foreign_dose,
)

_COLUMNS = 6
_DATE = re.compile(r"\D*(\d+)\D+(\d+)\D+(\d+)\D*")
_TIME = re.compile(r"(\d{1,2})[:.h](\d\d)(?:[:.]\d\d)?([ap]m)?")
_HALF_A_DAY = 12 * 60


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int
    date: str
    time: str
    name: str
    dose: str
    state: str
    confirmed: str


def is_dosage(text: str) -> bool:
    """True for a file with such a header and values in quotes."""
    head, *lines = text.splitlines()
    return head.count(",") == _COLUMNS - 1 and '"' not in head and (not lines or lines[0].startswith('"'))


def read_dosage(text: str, said: Said, around: Around) -> DoseTable:
    """The doses of one medicine; asks which one, and how its dates are meant, where the file does not tell."""
    entries, skipped = _entries(text)
    names = tuple(sorted({entry.name for entry in entries}))
    forms = _forms(entries, around)
    if entries and not forms:
        raise NotATable(TableTrouble.NOT_THAT_TABLE)
    asks = set()
    if said.medicine is None and len(names) > 1:
        asks.add(Question.MEDICINE)
    if said.dates not in forms and len(forms) > 1:
        asks.add(Question.DATES)
    if asks:
        return DoseTable(TableFormat.DOSAGE, medicines=names, asks=frozenset(asks), date_forms=forms)
    form = said.dates if said.dates in forms else next(iter(forms), DateForm.UTC)
    wanted = said.medicine if said.medicine is not None else next(iter(names), "")
    confirmed = {entry.state for entry in entries if entry.confirmed}
    rows = []
    for entry in entries:
        found = _row(entry, wanted, form, confirmed, around)
        if isinstance(found, LineFault):
            skipped.append(SkippedLine(entry.line, found))
        else:
            rows.append(found)
    ordered = tuple(sorted(skipped, key=lambda each: each.line))
    return DoseTable(TableFormat.DOSAGE, tuple(rows), ordered, names, date_forms=forms)


def _entries(text: str) -> tuple[list[_Entry], list[SkippedLine]]:
    found: list[_Entry] = []
    skipped: list[SkippedLine] = []
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader, None)
    line = reader.line_num + 1
    for cells in reader:
        if len(cells) == _COLUMNS and _DATE.fullmatch(cells[0]):
            found.append(_Entry(line, *cells))
        elif any(cells):
            skipped.append(SkippedLine(line, LineFault.UNREADABLE))
        line = reader.line_num + 1
    return found, skipped


# ---- how its days are written -------------------------------------------------------------------------------


def _forms(entries: list[_Entry], around: Around) -> tuple[DateForm, ...]:
    """Every way in which all its dates can be read and that leads to other days."""
    likely = [form for form in DateForm if all(_numbers(entry.date, form) for entry in entries)]
    told: dict[tuple[date | None, ...], DateForm] = {}
    given = [entry for entry in entries if entry.confirmed or "(" in entry.state]
    for form in likely:
        told.setdefault(tuple(_lived(entry, form, around) for entry in given), form)
    return tuple(told.values())


def _numbers(text: str, form: DateForm) -> date | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    first, second, third = found.groups()
    year_first = form in (DateForm.UTC, DateForm.YEAR_FIRST)
    if (len(first) == 4) != year_first or (form is DateForm.UTC and text != f"{first}-{second}-{third}"):
        return None
    # No language that writes a point between them begins with the month.
    if form is DateForm.MONTH_FIRST and "." in text:
        return None
    year, month, day = {
        DateForm.DAY_FIRST: (third, second, first),
        DateForm.MONTH_FIRST: (third, first, second),
    }.get(form, (first, second, third))
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _lived(entry: _Entry, form: DateForm, around: Around) -> date | None:
    """The day as lived on which a dose was confirmed; None where the time that would tell it is not there."""
    day, at = _numbers(entry.date, form), _clock(entry.confirmed)
    if day is None or form is not DateForm.UTC:
        return day
    if at is None:
        return None
    for each in (day, day + timedelta(days=1), day - timedelta(days=1)):
        instant = _instant(each, at, around)
        if instant is not None and instant.date() == day:
            return each
    return None


def _clock(text: str) -> time | None:
    # "8:05 p. m." too, with whatever kind of space a language puts there.
    bare = re.sub(r"\s", "", text.lower())
    found = _TIME.fullmatch(re.sub(r"\.(?=m)|(?<=m)\.", "", bare))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), found[3]
    if half is not None and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _instant(day: date, at: time, around: Around) -> datetime | None:
    """The instant (UTC) of a wall-clock time; None for one that summer time skipped, or that came twice."""
    local = datetime.combine(day, at, ZoneInfo(around.zone))
    found = local.astimezone(UTC)
    exists = found.astimezone(ZoneInfo(around.zone)).replace(tzinfo=None) == local.replace(tzinfo=None)
    return found if exists and local.replace(fold=1).utcoffset() == local.utcoffset() else None


# ---- its doses ----------------------------------------------------------------------------------------------


def _row(entry: _Entry, wanted: str, form: DateForm, confirmed: set[str], around: Around) -> DoseRow | LineFault:
    if entry.name != wanted:
        return LineFault.OTHER_MEDICINE
    words = (f"Dosage: {entry.name}", entry.dose)
    day = _lived(entry, form, around)
    if not entry.confirmed:
        # "Confirmed (Time Unknown)" in any language: the word that others have, and another in brackets.
        if not any(entry.state.startswith(f"{word} (") for word in confirmed):
            return LineFault.NOT_TAKEN
        if day is None:
            return LineFault.DAY_UNSURE
        return DoseRow(foreign_dose(TableFormat.DOSAGE, around, None, day, *words))
    at = _clock(entry.confirmed)
    if at is None:
        return LineFault.UNREADABLE
    taken = _instant(day, at, around) if day else None
    if day is None or taken is None:
        return LineFault.DAY_UNSURE
    return DoseRow(foreign_dose(TableFormat.DOSAGE, around, taken, _slot(entry, day, at), *words))


def _slot(entry: _Entry, day: date, at: time) -> date | None:
    """The day it was for; None where it was due around the other midnight, so that nobody can tell which."""
    due = _clock(entry.time)
    if due is None:
        return None
    apart = abs((due.hour - at.hour) * 60 + due.minute - at.minute)
    return day if apart <= _HALF_A_DAY else None
