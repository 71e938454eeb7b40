"""Any other file with columns: the person says which column is what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC

from anakinra_companion.exchange.loggers.instants import Instants
from anakinra_companion.exchange.loggers.kinds import (
    Ask,
    Channel,
    Columns,
    DateOrder,
    Maker,
    Question,
    Refusal,
    Refused,
    UnreadableError,
)
from anakinra_companion.exchange.loggers.lines import SEPARATORS, cells_of, stripped
from anakinra_companion.exchange.loggers.makers import HEADINGS_WITHIN, Shape, temperature_columns
from anakinra_companion.exchange.loggers.temperatures import unit_of

SHOWN = 6


def table_of(lines: Sequence[str], columns: Columns | None) -> Shape | Question | Refused:
    """The shape of a table when its `columns` are told, else the question which they are."""
    lines = [line for line in lines[:HEADINGS_WITHIN] if "\0" not in line]
    if (separated := _separated(lines)) is None:
        return Refused(Refusal.NO_TABLE, tuple(lines[:2]))
    separator, width = separated
    rows = [stripped(cells_of(line, separator)) for line in lines]
    if columns is None or not _within(columns, width):
        shown = tuple(row for row in rows if len(row) == width)[:SHOWN]
        return Question(Ask.COLUMNS, (), tuple(lines[:2]), shown, _proposed(shown[0]))
    at = next((at for at, row in enumerate(rows) if len(row) == width and _is_row(row, columns)), None)
    if at is None:
        return Refused(Refusal.NO_ROWS, tuple(lines[:2]))
    header = rows[at - 1] if at and len(rows[at - 1]) == width else ()
    unit = unit_of(header[columns.temperature]) if header and columns.unit is None else None
    channel = Channel(columns.temperature, "", unit)
    return Shape(
        Maker.TABLE, separator, at - 1, header, columns.time, (channel,), columns.date, columns.sensor, columns.unit
    )


def _separated(lines: Sequence[str]) -> tuple[str, int] | None:
    """The separator that parts most lines alike, and into how many cells."""
    best = (0, 0, "")
    for separator in SEPARATORS:
        widths = Counter(len(cells_of(line, separator)) for line in lines if line.strip())
        for width, count in widths.items():
            if width > 1:
                best = max(best, (count, width, separator))
    return (best[2], best[1]) if best[0] else None


def _within(columns: Columns, width: int) -> bool:
    told = (columns.time, columns.temperature, columns.date, columns.sensor, columns.unit)
    return all(0 <= column < width for column in told if column is not None)


def _is_row(row: Sequence[str], columns: Columns) -> bool:
    text = row[columns.time] if columns.date is None else f"{row[columns.date]} {row[columns.time]}"
    return is_time(text) and any(letter.isdigit() for letter in row[columns.temperature])


def is_time(text: str) -> bool:
    """True when a text means a day and a time of day, in whatever order."""
    for order in DateOrder:
        try:
            Instants(UTC, order).both(text)
        except UnreadableError:
            continue
        return True
    return False


def _proposed(header: Sequence[str]) -> Columns | None:
    """What headings suggest, to be confirmed by the person; None unless they name one time and one temperature."""
    names = [cell.lower() for cell in header]
    dates = [column for column, name in enumerate(names) if name.startswith("date")]
    times = [column for column, name in enumerate(names) if name.startswith("time")]
    temperatures = temperature_columns(names)
    if len(temperatures) != 1 or len(dates) > 1 or len(times) > 1 or not (dates or times):
        return None
    return Columns((times or dates)[0], temperatures[0], dates[0] if dates and times else None)
