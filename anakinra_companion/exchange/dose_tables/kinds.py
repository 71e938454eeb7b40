"""What is known of a table of doses, what has to be asked, and what became of its lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from anakinra_companion.domain.dose_table import DoseRow
from anakinra_companion.domain.doses import Dose, DoseKind

# Ids of doses that have none are made from what their line says, so that the same line is never brought in twice.
LINES = UUID("6f2d1c1e-4c0a-5b6e-9a37-7f6b0f0d9d11")


class TableFormat(StrEnum):
    """Whose table it is."""

    OURS = "ours"
    MEDTIMER = "medtimer"
    DOSAGE = "dosage"


class DateForm(StrEnum):
    """How a day is written. `UTC` is the year first, the day being that of Greenwich, as Dosage's ISO dates are."""

    UTC = "utc"
    YEAR_FIRST = "year_first"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class LineFault(StrEnum):
    """Why a line was not read."""

    NOT_TAKEN = "not_taken"
    OTHER_MEDICINE = "other_medicine"
    UNREADABLE = "unreadable"
    DAY_UNSURE = "day_unsure"
    EARLIER_VERSION = "earlier_version"


class Question(StrEnum):
    """What a file does not tell and nobody may guess."""

    FORMAT = "format"
    MEDICINE = "medicine"
    DATES = "dates"


class TableTrouble(StrEnum):
    """Why a file is no table of doses at all."""

    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    NEWER = "newer"
    NO_INSTANTS = "no_instants"
    NOT_THAT_TABLE = "not_that_table"


class NotATable(Exception):  # noqa: N818 - named for what happened
    """A file from which nothing can be read; `trouble` says why."""

    def __init__(self, trouble: TableTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said about a file."""

    format: TableFormat | None = None
    medicine: str | None = None
    dates: DateForm | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What the record lends to a file that does not say it: the zone days are lived in, and now (UTC)."""

    zone: str
    now: datetime


@dataclass(frozen=True, slots=True)
class SkippedLine:
    """A line that was not read, counted from 1, and why."""

    line: int
    fault: LineFault


@dataclass(frozen=True, slots=True)
class DoseTable:
    """A file as far as it could be read; where `asks` is not empty, nothing of it may be used yet."""

    format: TableFormat
    rows: tuple[DoseRow, ...] = ()
    skipped: tuple[SkippedLine, ...] = ()
    medicines: tuple[str, ...] = ()
    asks: frozenset[Question] = field(default_factory=frozenset)
    date_forms: tuple[DateForm, ...] = ()


def foreign_dose(table: TableFormat, around: Around, at: datetime | None, slot: date | None, *words: str) -> Dose:
    """A dose from another program: a whole one by its word, its place unknown; `words` are kept as its note."""
    line = "\x1f".join([table.value, str(at), str(slot), *words])
    return Dose(
        id=uuid5(LINES, line).hex,
        slot=slot,
        kind=DoseKind.TAKEN,
        at=at,
        zone=around.zone,
        point=None,
        place=None,
        syringe=None,
        given_by="",
        flags=(),
        recorded=around.now,
        note=", ".join(word for word in words if word.strip()),
    )
