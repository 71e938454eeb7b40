"""Says what a file is, asks what it does not tell, or refuses it: never guesses a unit or a date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from anakinra_companion.exchange.loggers.dates import FIRST_YEAR, LAST_YEAR, DateEvidence, evidence, needs_order
from anakinra_companion.exchange.loggers.instants import DAY_AND_HOUR, LONGEST_TIME, counted
from anakinra_companion.exchange.loggers.kinds import (
    Answers,
    Ask,
    DateOrder,
    Maker,
    Question,
    Recognised,
    Refusal,
    Refused,
    Unit,
)
from anakinra_companion.exchange.loggers.lines import HEAD, blocks, cells_of, encoding_of, head_lines
from anakinra_companion.exchange.loggers.makers import Shape, shape_of
from anakinra_companion.exchange.loggers.tables import is_time, table_of

# Of so many rows one at least has a time that can be read.
TRIED = 50
NOTHING_SAID = Answers()
_MAGIC = {b"PK\x03\x04": Refusal.SPREADSHEET, b"\xd0\xcf\x11\xe0": Refusal.SPREADSHEET, b"%PDF": Refusal.PDF}
_START = re.compile(r"(?<!\d)(\d{8})_(\d{6})(?!\d)", re.ASCII)


def recognise_file(file: Path | BinaryIO, name: str, said: Answers = NOTHING_SAID) -> Recognised | Question | Refused:
    """Like `recognise`; dates such as 09/08/2026 are looked at through the whole file before anybody is asked.

    The file is left at its beginning.
    """
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return recognise_file(opened, name, said)
    found = recognise(name, file.read(HEAD), said)
    file.seek(0)
    asked_order = isinstance(found, Question) and found.ask is Ask.DATE_ORDER
    if asked_order or (isinstance(found, Recognised) and found.order is not None):
        found = _through(file, name, said)
        file.seek(0)
    return found


def _through(file: BinaryIO, name: str, said: Answers) -> Recognised | Question | Refused:
    head = file.read(HEAD)
    drafted = _drafted(name, head, said)
    if not isinstance(drafted, Recognised):
        return drafted
    file.seek(0)
    lines = (line for block in blocks(file, drafted.encoding) for line in block.lines)
    return _ordered(drafted, evidence(_days(lines, drafted)), said)


def recognise(name: str, head: bytes, said: Answers = NOTHING_SAID) -> Recognised | Question | Refused:
    """What a file is, by its name and its first 64 kB; a question comes back until all of it is `said`."""
    drafted = _drafted(name, head, said)
    if not isinstance(drafted, Recognised):
        return drafted
    return _ordered(drafted, evidence(_days(head_lines(head, drafted.encoding), drafted)), said)


def _drafted(name: str, head: bytes, said: Answers) -> Recognised | Question | Refused:
    """Everything but the order of the dates."""
    if not head.strip():
        return Refused(Refusal.EMPTY)
    if (magic := _MAGIC.get(head[:4])) is not None:
        return Refused(magic)
    if (encoding := encoding_of(head)) is None:
        return Refused(Refusal.NOT_TEXT)
    lines = head_lines(head, encoding)
    known = shape_of(lines) if said.columns is None else None
    several = known is not None and len(known.channels) > 1 and known.maker is not Maker.MULTICON
    shape = table_of(lines, said.columns) if known is None or several else known
    return _shaped(name, shape, encoding, lines, said) if isinstance(shape, Shape) else shape


def _shaped(
    name: str, shape: Shape, encoding: str, lines: Sequence[str], said: Answers
) -> Recognised | Question | Refused:
    rows = _rows(lines, shape)
    shown = tuple(line for line, _ in rows[:2])
    if not shape.channels:
        return Refused(Refusal.NO_TEMPERATURE, tuple(lines[:2]))
    if not rows:
        return Refused(Refusal.NO_ROWS, tuple(lines[:2]))
    unitless = shape.unit is None and any(channel.unit is None for channel in shape.channels)
    if unitless and said.unit is None:
        return Question(Ask.UNIT, tuple(Unit), shown)
    found = _found(shape, encoding, rows, said.unit if unitless else None)
    if any(is_time(_time(shape, cells)) for _, cells in rows[:TRIED]):
        return found
    if shape.maker is not Maker.MULTICON:
        return Refused(Refusal.TIME_UNCLEAR, shown)
    start = _start(name, shape, rows, said)
    return replace(found, start=start) if isinstance(start, datetime) else start


def _found(shape: Shape, encoding: str, rows: Sequence[_Row], unit: Unit | None) -> Recognised:
    fewest, most = _span(shape, [cells for _, cells in rows])
    return Recognised(
        maker=shape.maker,
        encoding=encoding,
        separator=shape.separator,
        width=len(rows[0][1]),
        fewest=fewest,
        most=most,
        skip=shape.at + 1,
        header=shape.header,
        time=shape.time,
        channels=tuple(replace(each, unit=each.unit or unit) for each in shape.channels),
        lines=tuple(line for line, _ in rows[:2]),
        date=shape.date,
        sensor=shape.sensor,
        unit=shape.unit,
        pointed=shape.maker is Maker.LOGTAG,
    )


_Row = tuple[str, list[str]]


def _rows(lines: Sequence[str], shape: Shape) -> list[_Row]:
    """The lines after the headings that look like rows, with their cells."""
    last = max(shape.time, shape.date or 0, *(channel.column for channel in shape.channels), 0)
    found = []
    for line in lines[shape.at + 1 :]:
        cells = cells_of(line, shape.separator)
        if len(cells) > last and any(letter.isdigit() for letter in cells[shape.time]) and "\0" not in line:
            found.append((line, cells))
    return found


def _time(shape: Shape | Recognised, cells: Sequence[str]) -> str:
    return cells[shape.time] if shape.date is None else f"{cells[shape.date]} {cells[shape.time]}"


def _span(shape: Shape, rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How few and how many cells of a row may hold something; LogTag has no headings, but room for a remark."""
    if shape.maker is Maker.LOGTAG:
        widths = Counter(len(_filled(row)) for row in rows)
        usual = min(width for width, count in widths.items() if count == max(widths.values()))
        fewest = max(usual, shape.channels[0].column + 1)
        return fewest, max(fewest + 1, 6)
    if not shape.header:
        width = len(rows[0])
        return width, width
    width = len(_filled(shape.header))
    return width, width


def _filled(row: Sequence[str]) -> Sequence[str]:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]


def _start(name: str, shape: Shape, rows: Sequence[_Row], said: Answers) -> datetime | Question | Refused:
    """When a recording began whose times count from its beginning, as far as the name or the person tells.

    Programs that show a sheet write 12:41:08.4 as 41:08.4, which looks the same: so what does not begin near zero
    is asked about, and what runs back is refused.
    """
    shown = tuple(line for line, _ in rows[:2])
    passed = [counted(cells[shape.time]) for _, cells in rows]
    known = [each for each in passed if each is not None]
    if not known or any(later < earlier for earlier, later in pairwise(known)):
        return Refused(Refusal.TIME_UNCLEAR, shown)
    step = known[1] - known[0] if len(known) > 1 else 0
    if known[0] > step:
        if said.counted is None:
            return Question(Ask.COUNTED, ("counted", "of_the_hour"), shown)
        if not said.counted:
            return Refused(Refusal.TIME_UNCLEAR, shown)
    start = said.start or _start_in(name)
    return start if start is not None and FIRST_YEAR <= start.year <= LAST_YEAR else Question(Ask.START, (), shown)


def _start_in(name: str) -> datetime | None:
    """The time in a name such as 20260901_120100."""
    for match in _START.finditer(name):
        with suppress(ValueError):
            return datetime.strptime(match[1] + match[2], "%Y%m%d%H%M%S")  # noqa: DTZ007 - local, zone asked later
    return None


def _days(lines: Iterable[str], found: Recognised) -> Iterator[tuple[str, int]]:
    """The day and hour of each row; none when the first needs no order: then others have no place in the file."""
    last = ""
    for number, line in enumerate(lines):
        if number < found.skip or not line:
            continue
        cells = cells_of(line, found.separator)
        if len(cells) < found.fewest or "\0" in line:
            continue
        text = _time(found, cells)
        head = text.partition(":")[0]
        if head != last and len(head) <= LONGEST_TIME and (match := DAY_AND_HOUR.fullmatch(head.strip())):
            if not last and not needs_order(match[1]):
                return
            last = head
            half, hour = text.strip()[-2:].lower(), int(match[2])
            yield match[1], hour % 12 + 12 * (half == "pm") if half in ("am", "pm") else hour


def _ordered(found: Recognised, proof: DateEvidence, said: Answers) -> Recognised | Question | Refused:
    """Adds the order of the dates: the file's own proof first, then what the person said."""
    if found.start is not None or not proof.needed:
        return found
    if proof.mixed:
        return Refused(Refusal.MIXED_DATES, found.lines)
    order = proof.order() or said.order
    if order is None:
        return Question(Ask.DATE_ORDER, tuple(DateOrder), found.lines)
    return replace(found, order=order)
