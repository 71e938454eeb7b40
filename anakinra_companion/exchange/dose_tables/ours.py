"""Our own table of doses: RFC 4180, UTF-8, ISO 8601, a fixed header, and back again without a loss."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from uuid import uuid5
from zoneinfo import ZoneInfo

from anakinra_companion.domain.dose_table import DoseRow, FromBox, Standing, box_of, is_box_flag
from anakinra_companion.domain.doses import AnswerKind, Dose, DoseKind, SlotAnswer
from anakinra_companion.domain.sites import TYPICAL, Place, SitePoint
from anakinra_companion.exchange.dose_tables.cells import guarded, unguarded
from anakinra_companion.exchange.dose_tables.kinds import (
    LINES,
    Around,
    DoseTable,
    LineFault,
    NotATable,
    SkippedLine,
    TableFormat,
    TableTrouble,
)

# The head of the first column names the table, and its cells the version of its form.
MARK = "anakinra_companion_doses"
VERSION = 1
COLUMNS = (
    MARK,
    "kind",
    "slot",
    "due_at",
    "taken_at",
    "zone",
    "place",
    "x_tenths_mm",
    "y_tenths_mm",
    "sizes",
    "syringe_lot",
    "syringe_position",
    "syringe_expires",
    "syringe",
    "given_by",
    "flags",
    "note",
    "day",
    "recorded_at",
    "id",
    "standing",
    "written_at",
)
# A plain number is no formula, and a minus sign before it must stay a number's.
_NUMBERS = frozenset({MARK, "x_tenths_mm", "y_tenths_mm", "syringe_position"})
# No body is wider: a larger number is a slip, and must not reach the map.
_MOST_TENTHS = 20_000
_FIRST_DAY = date(1900, 1, 1)


def write_table(rows: Iterable[DoseRow]) -> bytes:
    """The whole file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        cells = _cells(row)
        writer.writerow(
            [cells[name] if name in _NUMBERS else guarded(cells[name]) for name in COLUMNS],
        )
    return text.getvalue().encode("utf-8")


def _cells(row: DoseRow) -> dict[str, str]:
    told = row.told
    cells = dict.fromkeys(COLUMNS, "") | {
        MARK: str(VERSION),
        "kind": told.kind.value,
        "slot": _text(told.slot),
        "recorded_at": told.recorded.isoformat(),
        "id": told.id,
        "standing": row.standing.value,
        "written_at": _text(row.written),
    }
    if isinstance(told, SlotAnswer):
        return cells | {"note": told.reason, "due_at": _text(row.due)}
    zone, point = ZoneInfo(told.zone), told.point
    box = row.box if row.box != FromBox() else box_of(told.flags) or FromBox()
    return cells | {
        "due_at": _text(row.due.astimezone(zone) if row.due else None),
        "taken_at": _text(told.at.astimezone(zone) if told.at else None),
        "zone": told.zone,
        "place": told.place.value if told.place else "",
        "x_tenths_mm": str(point.x) if point else "",
        "y_tenths_mm": str(point.y) if point else "",
        "sizes": told.calibration,
        "syringe_lot": box.lot,
        "syringe_position": _text(box.position),
        "syringe_expires": _text(box.expires),
        "syringe": told.syringe or "",
        "given_by": told.given_by,
        "flags": " ".join(flag for flag in told.flags if not is_box_flag(flag)),
        "note": told.note,
        "day": _text(told.day),
        "recorded_at": told.recorded.astimezone(zone).isoformat(),
    }


def _text(value: date | int | None) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


# ---- back again ---------------------------------------------------------------------------------------------


def is_ours(first_line: str) -> bool:
    """True for the header of this table, whatever a spreadsheet has put between its columns."""
    return first_line.lstrip('"').startswith(MARK)


def read_table(text: str, around: Around) -> DoseTable:
    """Every line that can be read; versions that no longer count are skipped, since the record keeps its own."""
    rows: list[DoseRow] = []
    skipped: list[SkippedLine] = []
    for line, cells in _lines(text):
        try:
            row = _row(cells, around)
        except (ValueError, KeyError, OverflowError):
            skipped.append(SkippedLine(line, LineFault.UNREADABLE))
            continue
        if row.standing is Standing.COUNTS:
            rows.append(row)
        else:
            skipped.append(SkippedLine(line, LineFault.EARLIER_VERSION))
    return DoseTable(TableFormat.OURS, tuple(rows), tuple(skipped))


def read_rows(text: str, around: Around) -> list[DoseRow]:
    """Every row, also those of the history; raises ValueError for the first that cannot be read."""
    return [_row(cells, around) for _, cells in _lines(text)]


def _lines(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each line's number and its cells by their column."""
    head = text.split("\n", 1)[0]
    between = max(",;\t", key=head.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between)
    columns = next(reader, [])
    if not {MARK, "kind", "slot", "taken_at"} <= set(columns):
        raise NotATable(TableTrouble.NOT_THAT_TABLE)
    line = reader.line_num + 1
    for cells in reader:
        if any(cells):
            named = dict(zip(columns, cells, strict=False))
            if named[MARK].isdecimal() and int(named[MARK]) > VERSION:
                raise NotATable(TableTrouble.NEWER)
            yield line, _plain(named)
        line = reader.line_num + 1


def _plain(named: Mapping[str, str]) -> Mapping[str, str]:
    told = {name: cell if name in _NUMBERS else unguarded(cell) for name, cell in named.items()}
    return dict.fromkeys(COLUMNS, "") | told


def _row(cells: Mapping[str, str], around: Around) -> DoseRow:
    if int(cells[MARK]) != VERSION:
        raise ValueError("not a version of this table")
    standing = Standing(cells["standing"] or Standing.COUNTS.value)
    box = FromBox(cells["syringe_lot"], _number(cells["syringe_position"]), _day(cells["syringe_expires"]))
    due, written = _instant(cells["due_at"]), _instant(cells["written_at"])
    return DoseRow(_told(cells, around), box, due, standing, written)


def _told(cells: Mapping[str, str], around: Around) -> Dose | SlotAnswer:
    recorded = _instant(cells["recorded_at"]) or around.now
    slot = _day(cells["slot"])
    id_ = cells["id"] or uuid5(LINES, "\x1f".join(cells[name] for name in COLUMNS)).hex
    if cells["kind"] in set(AnswerKind):
        if slot is None:
            raise ValueError("an answer is about a day")
        return SlotAnswer(id_, slot, AnswerKind(cells["kind"]), cells["note"], recorded)
    zone = cells["zone"] or around.zone
    ZoneInfo(zone)
    place, point = _where(cells)
    dose = Dose(
        id=id_,
        slot=slot,
        kind=DoseKind(cells["kind"]),
        at=_instant(cells["taken_at"]),
        zone=zone,
        point=point,
        place=place,
        syringe=cells["syringe"] or None,
        given_by=cells["given_by"],
        flags=tuple(cells["flags"].split()),
        recorded=recorded,
        note=cells["note"],
        calibration=cells["sizes"] or TYPICAL.id,
        day=_day(cells["day"]),
    )
    if not (cells["id"] or dose.slot or dose.at):
        raise ValueError("nobody knows when this was")
    return dose


def _where(cells: Mapping[str, str]) -> tuple[Place | None, SitePoint | None]:
    place = Place(cells["place"]) if cells["place"] else None
    x, y = _number(cells["x_tenths_mm"]), _number(cells["y_tenths_mm"])
    if x is None and y is None:
        return place, None
    if place is None or x is None or y is None or max(abs(x), abs(y)) > _MOST_TENTHS:
        raise ValueError("half a point")
    return place, SitePoint(place, x, y)


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _day(cell: str) -> date | None:
    if not cell:
        return None
    found = date.fromisoformat(cell)
    if found < _FIRST_DAY:
        raise ValueError("before any of this")
    return found


def _instant(cell: str) -> datetime | None:
    if not cell:
        return None
    found = datetime.fromisoformat(cell)
    if found.tzinfo is None:
        raise ValueError("an instant needs its offset")
    return found.astimezone(UTC)
