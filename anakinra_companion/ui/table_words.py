"""What becomes of a table of doses, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from anakinra_companion.diary.dose_tables import Fate, Preview
from anakinra_companion.domain.doses import SlotAnswer
from anakinra_companion.exchange.dose_tables.kinds import DateForm, LineFault, SkippedLine, TableTrouble
from anakinra_companion.exchange.files import FileFault
from anakinra_companion.ui import words

_tr = QCoreApplication.translate
# So many days or lines are named for each reason.
NAMED = 6


def file_fault(fault: FileFault) -> str:
    """What is wrong with a place or a file, and what to do."""
    return {
        FileFault.MISSING: _tr("table", "There is no such file. Check its name."),
        FileFault.NO_FOLDER: _tr("table", "That folder does not exist. Choose another one."),
        FileFault.A_FOLDER: _tr("table", "That is a folder. Choose a file in it."),
        FileFault.THE_RECORD: _tr("table", "Your record itself is in that folder. Choose another one."),
        FileFault.NOT_ALLOWED: _tr("table", "This computer does not allow it there. Choose another folder."),
        FileFault.DISK_FULL: _tr("table", "The disk is full. Make room, then do it again."),
        FileFault.OTHER: _tr("table", "It did not work there. Check the disk, or choose another folder."),
    }[fault]


def trouble(found: TableTrouble) -> str:
    """Why nothing can be read of a file, and what to do."""
    return {
        TableTrouble.NOT_TEXT: _tr("table", "This file is not a table. Export it again as CSV."),
        TableTrouble.TOO_LARGE: _tr("table", "This file is larger than any table of doses. Choose another one."),
        TableTrouble.NEWER: _tr("table", "A newer version of this program wrote it. Install that version first."),
        TableTrouble.NO_INSTANTS: _tr("table", "An early MedTimer wrote it. Update MedTimer and export again."),
        TableTrouble.NOT_THAT_TABLE: _tr(
            "table", "This program does not know this kind of table. Choose one of its own, of MedTimer or of Dosage."
        ),
    }[found]


def date_form(form: DateForm) -> str:
    """How days are written in a file."""
    return {
        DateForm.UTC: _tr("table", 'Saved with the choice "ISO dates"'),
        DateForm.YEAR_FIRST: _tr("table", "Saved without that choice"),
        DateForm.DAY_FIRST: _tr("table", "The day comes first"),
        DateForm.MONTH_FIRST: _tr("table", "The month comes first"),
    }[form]


def comes_in(found: Preview) -> str:
    """How much is new, and of which days."""
    answers = sum(isinstance(row.told, SlotAnswer) for row in found.kept)
    doses = len(found.kept) - answers
    if not found.kept:
        return _tr("table", "Nothing in this file is new to your record.")
    told = [QCoreApplication.translate("table", "New doses: %n.", "", doses)]
    if answers:
        told.append(QCoreApplication.translate("table", "New days without a dose: %n.", "", answers))
    if found.span:
        first, last = (words.long_day(day) for day in found.span)
        told.append(_tr("table", "The first day is {0}, the last {1}.").format(first, last))
    return " ".join(told)


def left_out(found: Preview) -> list[str]:
    """What does not come in, and why."""
    said = {
        Fate.HERE_ALREADY: _tr("table", "In your record already: {0}."),
        Fate.TAKEN_BACK: _tr("table", "You took these back here, so they stay out: {0}."),
        Fate.AHEAD: _tr("table", "Their time is still ahead, so they stay out: {0}."),
        Fate.STRANGE: _tr("table", "A newer version wrote these, so they stay out: {0}."),
    }
    counts = found.counts
    return [words_.format(counts[fate]) for fate, words_ in said.items() if counts[fate]]


def conflicts(days: Sequence[date]) -> str:
    """The days on which something is on record already."""
    told = _listed([words.short_day(day) for day in days])
    return _tr("table", "Your record has something of its own on these days: {0}.").format(told)


def skipped(lines: Sequence[SkippedLine]) -> list[str]:
    """Which lines were not read, and why."""
    said = {
        LineFault.NOT_TAKEN: _tr("table", "Not confirmed as taken: {0} (line {1})."),
        LineFault.OTHER_MEDICINE: _tr("table", "Another medicine: {0} (line {1})."),
        LineFault.UNREADABLE: _tr("table", "Could not be read: {0} (line {1})."),
        LineFault.DAY_UNSURE: _tr("table", "The day or the time can mean two things: {0} (line {1})."),
        LineFault.EARLIER_VERSION: _tr("table", "Earlier versions, or taken back: {0} (line {1})."),
    }
    told = []
    for fault, words_ in said.items():
        numbers = [QLocale().toString(each.line) for each in lines if each.fault is fault]
        if numbers:
            told.append(words_.format(len(numbers), _listed(numbers)))
    return told


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:NAMED])
    return _tr("table", "{0} and others").format(shown) if len(names) > NAMED else shown
