"""The events that MedTimer, a reminder for Android, writes as CSV.

Nine columns between semicolons, nothing quoted, the header in the phone's language. The last two are the instants
(UTC, ISO 8601) of the reminder and of the dose; only a dose that was taken has the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from anakinra_companion.domain.dose_table import DoseRow
from anakinra_companion.exchange.dose_tables.kinds import (
    Around,
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

_INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z"
_END = re.compile(rf";({_INSTANT});({_INSTANT})?$")
_COLUMNS = 9
# The note is the seventh column and may run over several lines; what stands before it does not.
_BEFORE_NOTE = 6


@dataclass(frozen=True, slots=True)
class _Event:
    line: int
    text: str
    reminded: str
    taken: str | None

    @property
    def columns(self) -> list[str]:
        return self.text.split(";")

    @property
    def is_clear(self) -> bool:
        """False where a name or a note has a semicolon of its own, so that nobody can tell the columns apart."""
        return len(self.columns) == _COLUMNS - 2


def is_medtimer(text: str) -> bool:
    """True for a file with such a header, and with such an event where it has any."""
    head, *lines = text.splitlines()
    return head.count(";") == _COLUMNS - 1 and (not lines or any(_END.search(line) for line in lines[:50]))


def read_medtimer(text: str, said: Said, around: Around) -> DoseTable:
    """The doses of one medicine; asks which one where the file has several."""
    events, skipped = _events(text)
    if not any(isinstance(each, _Event) for each in events) and skipped:
        # Files of early versions have no instants, only times in the phone's own language.
        raise NotATable(TableTrouble.NO_INSTANTS)
    names = tuple(sorted({event.columns[1] for event in events if event.is_clear}))
    if said.medicine is None and len(names) > 1:
        return DoseTable(TableFormat.MEDTIMER, medicines=names, asks=frozenset({Question.MEDICINE}))
    wanted = said.medicine if said.medicine is not None else next(iter(names), "")
    rows = []
    for event in events:
        found = _row(event, wanted, names, around)
        if isinstance(found, LineFault):
            skipped.append(SkippedLine(event.line, found))
        else:
            rows.append(found)
    return DoseTable(TableFormat.MEDTIMER, tuple(rows), tuple(sorted(skipped, key=lambda each: each.line)), names)


def _events(text: str) -> tuple[list[_Event], list[SkippedLine]]:
    found: list[_Event] = []
    skipped: list[SkippedLine] = []
    for line, whole in _whole_lines(text):
        end = _END.search(whole)
        if end is None:
            skipped.append(SkippedLine(line, LineFault.UNREADABLE))
        else:
            found.append(_Event(line, whole[: end.start()], end[1], end[2]))
    return found, skipped


def _whole_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each event with the lines of its note joined; one that is cut off stands alone."""
    begun, held = 0, ""
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n")[1:], start=2):
        if held and held.count(";") < _BEFORE_NOTE:
            yield begun, held
            held = ""
        begun, held = (begun, f"{held}\n{line}") if held else (number, line)
        if _END.search(held):
            yield begun, held
            held = ""
    if held.strip():
        yield begun, held


def _row(event: _Event, wanted: str, names: tuple[str, ...], around: Around) -> DoseRow | LineFault:
    after_time = event.text.split(";", 1)[-1]
    if not after_time.startswith(wanted + ";"):
        other = any(after_time.startswith(name + ";") for name in names)
        return LineFault.OTHER_MEDICINE if other else LineFault.UNREADABLE
    if event.taken is None:
        return LineFault.NOT_TAKEN
    try:
        reminded, taken = (datetime.fromisoformat(each).astimezone(UTC) for each in (event.reminded, event.taken))
    except ValueError:
        return LineFault.UNREADABLE
    slot = reminded.astimezone(ZoneInfo(around.zone)).date()
    said = [event.columns[2], event.columns[6]] if event.is_clear else [after_time[len(wanted) + 1 :]]
    return DoseRow(foreign_dose(TableFormat.MEDTIMER, around, taken, slot, f"MedTimer: {wanted}", *said))
