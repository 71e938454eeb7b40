"""What is said of a fridge: values for pages and the command line, without words."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.fridge.course import FileEnd
from anakinra_companion.domain.fridge.days import FridgeDay
from anakinra_companion.domain.fridge.excursions import Excursion
from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.domain.fridge.rows import Chunk, Tally
from anakinra_companion.domain.fridge.syringes import Exposure
from anakinra_companion.domain.storage import Look


class LoggerFile(Protocol):
    """A file that was recognised, so that its readings can be taken."""

    @property
    def made_by(self) -> str:
        """Whose file it is."""
        ...

    def named(self, said: str, name: str) -> str:
        """What a sensor is called: `name` is what the file says, `said` what the person says."""
        ...

    def read(self, file: Path, zone: str, tally: Tally) -> Generator[Chunk, None, None]:
        """Its readings in its order; raises ZoneInfoNotFoundError for a zone that does not exist."""
        ...


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is; `tally` grows with it."""

    bytes_read: int
    bytes_all: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import came to. `batch_id` and `undo` are None when the file held nothing new.

    `known`: readings whose sensor and second were on record already; `differing`: those of them that said another
    temperature. What was there first stays.
    """

    batch_id: str | None
    tally: Tally
    new_rows: int
    known: int
    differing: int
    undo: Undo | None


@dataclass(frozen=True, slots=True)
class BatchView:
    """One file that was imported; `first` and `last` are its readings' instants, `rows` were taken."""

    id: str
    place: str
    maker: str
    sensor: str
    first: datetime
    last: datetime
    rows: int
    skipped: int
    recorded: datetime
    removed: bool


class FridgeAsk(StrEnum):
    """What only the person can tell: since when was it warm, and was the logger out of the fridge then."""

    SINCE_WHEN = "since_when"
    LOGGER_WAS_OUT = "logger_was_out"


@dataclass(frozen=True, slots=True)
class FridgeQuestion:
    """One thing to ask of a fridge.

    `since_when` asks about the reading at `second` (answer with `answer_since`); `logger_was_out` about the readings
    of `span` at an end of the file `batch_id` (answer with `logger_was_out` or `logger_was_in`). `highest` is in
    hundredths of a degree C. `matters`: a syringe that is at home was there then.
    """

    ask: FridgeAsk
    place: str
    sensor: str
    second: int
    highest: int
    span: Span
    matters: bool
    batch_id: str | None = None
    end: FileEnd | None = None


@dataclass(frozen=True, slots=True)
class Affected:
    """A syringe that is or was in a fridge in some days, and what it met there in them."""

    look: Look
    exposure: Exposure


@dataclass(frozen=True, slots=True)
class FridgeView:
    """Some days of a fridge, all sensors together.

    A day has the lowest and highest of all sensors and, of each kind of time, what the worst of them saw. `gaps`:
    where no sensor saw anything. `latest`: the newest reading of all, in hundredths of a degree C.
    """

    days: tuple[FridgeDay, ...]
    excursions: tuple[Excursion, ...]
    gaps: tuple[Span, ...]
    latest: tuple[datetime, int] | None
    affected: tuple[Affected, ...]


Point = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Curve:
    """One sensor as a picture draws it; `sensor` is empty for what was typed in.

    A point is (second, lowest, highest) of one column; None between two of them: no line is drawn.
    """

    sensor: str
    points: tuple[Point | None, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a reading would mean, before it is kept: how many syringes at home it would speak against.

    `frozen`, `overheated` and `since_when` are syringes that it would mark, `unusable` those that could be looked at
    until now and could not any more; `warm` is the most that it would add to one.
    """

    frozen: int = 0
    overheated: int = 0
    since_when: int = 0
    warm: timedelta = timedelta(0)
    unusable: int = 0

    @property
    def condemns(self) -> bool:
        """True when it has to be read back first."""
        return bool(self.frozen or self.overheated or self.unusable)


@dataclass(frozen=True, slots=True)
class FridgeNow:
    """The newest reading of a fridge, in hundredths of a degree C."""

    place: str
    at: datetime
    hundredths: int


@dataclass(frozen=True, slots=True)
class LiesOn:
    """The spot on which the logger lies, and since when."""

    name: str
    since: datetime
