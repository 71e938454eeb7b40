"""Doses and answers as rows of a table that leaves the record, or comes into one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from anakinra_companion.domain.doses import Dose, SlotAnswer

# Kept with a dose that came from another record, whose syringes this one does not know.
_LOT = "lot_"
_LOT_FLAG = re.compile(r"lot_(\d*)/(\d{4}-\d\d-\d\d|)/(.*)", re.DOTALL)


class Standing(StrEnum):
    """Whether a row counts: it does, a later version took its place, or it was taken back."""

    COUNTS = "counts"
    EARLIER = "earlier"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class FromBox:
    """Which syringe it was, as printed on its box: what a recall asks for."""

    lot: str = ""
    position: int | None = None
    expires: date | None = None

    def flag(self) -> str:
        """How a dose carries it."""
        return f"{_LOT}{self.position or ''}/{self.expires or ''}/{self.lot}"


@dataclass(frozen=True, slots=True)
class DoseRow:
    """One dose, or what was said of a day without one; `due` is for readers, `written` the instant of its act."""

    told: Dose | SlotAnswer
    box: FromBox = FromBox()
    due: datetime | None = None
    standing: Standing = Standing.COUNTS
    written: datetime | None = None

    @property
    def day(self) -> date | None:
        """The day it is for; None where nobody knows."""
        if isinstance(self.told, SlotAnswer):
            return self.told.slot
        return day_of(self.told)


def day_of(dose: Dose) -> date | None:
    """The day a dose is for: its slot, else the day as lived on which it was given."""
    if dose.slot is not None:
        return dose.slot
    return dose.at.astimezone(ZoneInfo(dose.zone)).date() if dose.at else dose.day


def box_of(flags: Iterable[str]) -> FromBox | None:
    """The box that a dose from another record came from, if its flags tell."""
    for flag in flags:
        if found := _LOT_FLAG.fullmatch(flag):
            position, expires, lot = found.groups()
            return FromBox(lot, int(position) if position else None, date.fromisoformat(expires) if expires else None)
    return None


def is_box_flag(flag: str) -> bool:
    """True for a flag that names a box."""
    return flag.startswith(_LOT)
