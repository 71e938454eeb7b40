"""The calls of the command line that write a file for other programs, or bring doses in from one."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from anakinra_companion.commands import FAILED, FINE, opened
from anakinra_companion.diary.dose_tables import Fate, Preview
from anakinra_companion.diary.refusals import ClockDoubted
from anakinra_companion.domain.reminders import Plan
from anakinra_companion.exchange.dose_tables.kinds import (
    Around,
    DateForm,
    DoseTable,
    LineFault,
    NotATable,
    Question,
    Said,
    TableFormat,
    TableTrouble,
)
from anakinra_companion.exchange.dose_tables.ours import write_table
from anakinra_companion.exchange.dose_tables.reading import read_doses
from anakinra_companion.exchange.files import FileFault, FileTrouble, read_in, write_out
from anakinra_companion.exchange.icalendar_out import Wording, calendar_file

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

NEUTRAL = Wording("Reminder")
FULL = Wording("Anakinra injection", "Time for your injection. Say in Anakinra Companion that you had it.")
# So many lines of a file are named for each reason.
EXAMPLES = 5

FILES = {
    FileFault.MISSING: "there is no such file: check its name",
    FileFault.NO_FOLDER: "its folder does not exist: make it, or choose another one",
    FileFault.A_FOLDER: "this is a folder: name a file in it",
    FileFault.THE_RECORD: "that is the folder of your record: choose another one",
    FileFault.NOT_ALLOWED: "this may not be read or written: choose another place",
    FileFault.DISK_FULL: "the disk is full: make room and try again",
    FileFault.OTHER: "this cannot be read or written: check the disk it is on",
}
TABLES = {
    TableTrouble.NOT_TEXT: "this is not text in UTF-8: export it again as CSV",
    TableTrouble.TOO_LARGE: "this is larger than any table of doses: choose another file",
    TableTrouble.NEWER: "a newer version of this program wrote it: install that version to read it",
    TableTrouble.NO_INSTANTS: "it has no times that are the same everywhere: update MedTimer and export again",
    TableTrouble.NOT_THAT_TABLE: "this is no table of doses that this program knows: name another with --format, or"
    " choose another file",
}
FAULTS = {
    LineFault.NOT_TAKEN: "not confirmed as taken",
    LineFault.OTHER_MEDICINE: "another medicine",
    LineFault.UNREADABLE: "cannot be read",
    LineFault.DAY_UNSURE: "its day or time can mean two things",
    LineFault.EARLIER_VERSION: "an earlier version, or taken back",
}
FATES = {
    Fate.NEW: "new",
    Fate.SECOND: "second doses of a day, on purpose",
    Fate.HERE_ALREADY: "in your record already",
    Fate.CONFLICT: "left out, their day has something on record (--second keeps such doses as second ones)",
    Fate.TAKEN_BACK: "left out, you took them back here",
    Fate.AHEAD: "left out, their time is still ahead",
    Fate.STRANGE: "left out, a newer version may know what they mean",
}


def run_export(options: argparse.Namespace) -> int:
    """Writes one file; exit status 0, or 2 with one sentence."""
    path: Path | None = options.out or options.file
    if path is None or (options.out and options.file):
        return _failed("Name the file to write once: export ics FILE, or export csv FILE.")
    try:
        with opened(options) as diary:
            said = _ics(diary, path, options) if options.what == "ics" else _csv(diary, path, options)
    except FileTrouble as trouble:
        return _failed(f"{trouble.path}: {FILES[trouble.fault]}; nothing was written.")
    except ClockDoubted:
        return _failed("This computer's clock cannot be trusted: confirm date and time in the window first.")
    if said is None:
        return _failed("No prescription label is on record: copy yours in the window first.")
    print(said)
    return FINE


def _ics(diary: Diary, path: Path, options: argparse.Namespace) -> str | None:
    coming = diary.regimen.coming(options.days)
    if not coming.regimens:
        return None
    again = Plan() if options.again else None
    write_out(path, calendar_file(coming, FULL if options.full_words else NEUTRAL, again), diary.path)
    return (
        f"{path}: {len(coming.slots())} reminders up to {coming.last}. A phone rings once it has imported this file."
    )


def _csv(diary: Diary, path: Path, options: argparse.Namespace) -> str:
    rows = diary.dose_tables.rows(options.first, options.last, history=options.history)
    write_out(path, write_table(rows), diary.path)
    return f"{path}: doses and answers written: {len(rows)}."


def run_import(options: argparse.Namespace) -> int:
    """Brings doses in, or says with `--dry-run` what that would do; exit status 0, or 2 with one sentence."""
    format_ = TableFormat(options.format) if options.format else None
    said = Said(format_, options.medicine, DateForm(options.dates) if options.dates else None)
    try:
        data = read_in(options.file)
        with opened(options) as diary:
            table = read_doses(data, said, Around(diary.zone(), diary.now()))
            if table.asks:
                return _failed(_question(table))
            found = _brought(diary, table, options)
    except FileTrouble as trouble:
        return _failed(f"{trouble.path}: {FILES[trouble.fault]}; nothing was brought in.")
    except NotATable as trouble:
        return _failed(f"{options.file}: {TABLES[trouble.trouble]}; nothing was brought in.")
    print("\n".join(_report(table, found, dry=options.dry_run)))
    return FINE


def _brought(diary: Diary, table: DoseTable, options: argparse.Namespace) -> Preview:
    own = table.format is TableFormat.OURS
    if options.dry_run:
        return diary.dose_tables.preview(table.rows, second=options.second, own=own)
    return diary.dose_tables.bring_in(table.rows, second=options.second, own=own)[1]


def _question(table: DoseTable) -> str:
    if Question.MEDICINE in table.asks:
        names = ", ".join(f'"{name}"' for name in table.medicines)
        return f"The file has several medicines: name yours with --medicine, one of {names}."
    forms = ", ".join(form.value for form in table.date_forms)
    return f"The dates of the file can mean different days: say how with --dates, one of {forms}."


def _report(table: DoseTable, found: Preview, *, dry: bool) -> list[str]:
    lines = [f"Lines read: {len(found.rows)}, skipped: {len(table.skipped)}."]
    for fault in LineFault:
        numbers = [each.line for each in table.skipped if each.fault is fault]
        if numbers:
            shown = ", ".join(str(number) for number in numbers[:EXAMPLES]) + (", ..." * (len(numbers) > EXAMPLES))
            lines.append(f"Skipped, {FAULTS[fault]}: {len(numbers)} (line {shown}).")
    counts: Counter[Fate] = found.counts
    lines += [f"{counts[fate]} {FATES[fate]}." for fate in Fate if counts[fate]]
    for row in found.of(Fate.CONFLICT)[:EXAMPLES]:
        lines.append(f"  {row.day}")
    if found.span:
        lines.append(f"First day {found.span[0]}, last day {found.span[1]}.")
    if table.format is not TableFormat.OURS and found.kept:
        lines.append(f"Medicine: {', '.join(table.medicines)}. Each counts as a whole dose; no place is known.")
    lines.append("Nothing was written (--dry-run)." if dry else f"Brought in: {len(found.kept)}.")
    return lines


def _failed(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return FAILED
