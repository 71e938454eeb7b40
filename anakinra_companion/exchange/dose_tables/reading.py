"""Any table of doses: whose it is, and what can be read of it."""

from __future__ import annotations

import csv

from anakinra_companion.exchange.dose_tables import dosage, medtimer, ours
from anakinra_companion.exchange.dose_tables.kinds import (
    Around,
    DoseTable,
    NotATable,
    Said,
    TableFormat,
    TableTrouble,
)

# Forty years of daily doses with long notes take less.
MOST_BYTES = 64 * 1024 * 1024


def read_doses(data: bytes, said: Said, around: Around) -> DoseTable:
    """What a file tells, and what it leaves open; raises `NotATable` where it is no table of doses."""
    if len(data) > MOST_BYTES:
        raise NotATable(TableTrouble.TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotATable(TableTrouble.NOT_TEXT) from None
    format_ = said.format or recognised(text)
    try:
        if format_ is TableFormat.OURS:
            return ours.read_table(text, around)
        if format_ is TableFormat.MEDTIMER and medtimer.is_medtimer(text or "\n"):
            return medtimer.read_medtimer(text, said, around)
        if format_ is TableFormat.DOSAGE and dosage.is_dosage(text or "\n"):
            return dosage.read_dosage(text, said, around)
    except csv.Error:
        raise NotATable(TableTrouble.NOT_THAT_TABLE) from None
    raise NotATable(TableTrouble.NOT_THAT_TABLE)


def recognised(text: str) -> TableFormat | None:
    """Whose table it is by its header; None for one nobody here knows."""
    if not text.strip():
        return None
    if ours.is_ours(text):
        return TableFormat.OURS
    if medtimer.is_medtimer(text):
        return TableFormat.MEDTIMER
    return TableFormat.DOSAGE if dosage.is_dosage(text) else None
