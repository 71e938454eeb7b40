"""What is known of a logger's file, what has to be asked, and what became of its rows."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from anakinra_companion.domain.fridge.rows import Chunk, Skip, Tally


class Unit(StrEnum):
    """The unit in which a file gives its temperatures."""

    CELSIUS = "celsius"
    FAHRENHEIT = "fahrenheit"


class DateOrder(StrEnum):
    """How 09/08/2026 is meant. Dates that begin with the year or name the month need none of it."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Maker(StrEnum):
    """Whose file it is; `TABLE` is any other one with columns."""

    GOVEE = "govee"
    SWITCHBOT = "switchbot"
    SENSORPUSH = "sensorpush"
    LOGTAG = "logtag"
    TEMPNOTE = "tempnote"
    MULTICON = "multicon"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table is what, counted from 0; `date` when the day has a column of its own."""

    time: int
    temperature: int
    date: int | None = None
    sensor: int | None = None
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A column of temperatures: the sensor's name, as far as the file tells, and the unit, None if each row says."""

    column: int
    name: str
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said about the file. `start`: local time at which a recording that counts from 0 began.

    `counted`: True when minutes and seconds count from that start, False when they are those of the hour.
    """

    unit: Unit | None = None
    order: DateOrder | None = None
    columns: Columns | None = None
    start: datetime | None = None
    counted: bool | None = None


@dataclass(frozen=True, slots=True)
class Recognised:
    """All it takes to read a file. `lines` are two of its rows, to be shown.

    A row has from `fewest` to `most` cells that hold something, as a rule `width` with the empty ones. `skip`: how
    many lines stand before the first row. `start`: the local time from which the time column counts, None when it
    tells the time itself. `pointed`: a temperature without a decimal point is not one.
    """

    maker: Maker
    encoding: str
    separator: str
    width: int
    fewest: int
    most: int
    skip: int
    header: tuple[str, ...]
    time: int
    channels: tuple[Channel, ...]
    lines: tuple[str, ...]
    date: int | None = None
    sensor: int | None = None
    unit: int | None = None
    order: DateOrder | None = None
    start: datetime | None = None
    pointed: bool = False

    @property
    def made_by(self) -> str:
        """Whose file it is, for the record."""
        return self.maker.value

    def named(self, said: str, name: str) -> str:
        """What a sensor is called: by the person, by the file where it has several, else by its maker."""
        if len(self.channels) == 1 and self.sensor is None:
            return said or name.strip() or self.made_by
        return f"{said} {name}".strip() or self.made_by

    def read(self, file: Path, zone: str, tally: Tally) -> Generator[Chunk, None, None]:
        """Its readings, see `readings`."""
        from anakinra_companion.exchange.loggers.reading import readings  # which knows this module

        return readings(file, self, zone, tally)


class Ask(StrEnum):
    """What only the person can tell."""

    UNIT = "unit"
    DATE_ORDER = "date_order"
    COLUMNS = "columns"
    START = "start"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask before the file can be read: its choices, and two lines of the file that show why.

    For `COLUMNS`, `cells` are the first lines taken apart, and `proposed` is what their headings suggest.
    """

    ask: Ask
    choices: tuple[str, ...]
    lines: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...] = ()
    proposed: Columns | None = None


class Refusal(StrEnum):
    """Why a file cannot be read at all."""

    EMPTY = "empty"
    NOT_TEXT = "not_text"
    SPREADSHEET = "spreadsheet"
    PDF = "pdf"
    NO_TABLE = "no_table"
    NO_TEMPERATURE = "no_temperature"
    NO_ROWS = "no_rows"
    MIXED_DATES = "mixed_dates"
    TIME_UNCLEAR = "time_unclear"


@dataclass(frozen=True, slots=True)
class Refused:
    """The file is left alone. `lines`: up to two of its lines, where it is text."""

    why: Refusal
    lines: tuple[str, ...] = ()


class UnreadableError(Exception):
    """A cell is not what its column should hold."""

    def __init__(self, why: Skip) -> None:
        super().__init__(why.value)
        self.why = why
