"""What may be typed after `export` and `import`; imports nothing that costs time, since the window reads it too."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Calls = argparse._SubParsersAction[argparse.ArgumentParser]

DAYS_AHEAD = 180


def add_calls(calls: Calls) -> None:
    """Adds both calls."""
    _add_export(calls.add_parser("export", help="write a file for a phone or a spreadsheet"))
    _add_import(calls.add_parser("import", help="bring doses in from a table"))


def _add_export(call: argparse.ArgumentParser) -> None:
    what = call.add_subparsers(dest="what", metavar="WHAT", required=True)
    ics = what.add_parser("ics", help="the coming doses as a calendar with alarms (iCalendar)")
    ics.add_argument("--days", type=_days, default=DAYS_AHEAD, metavar="N", help="how many days ahead (180)")
    ics.add_argument("--full-words", action="store_true", help='name the medicine instead of "Reminder"')
    ics.add_argument("--again", action="store_true", help="ring twice more, half an hour apart")
    csv = what.add_parser("csv", help="the doses on record as a table (CSV)")
    csv.add_argument("--from", dest="first", type=_day, metavar="DAY", help="the first day, as YYYY-MM-DD")
    csv.add_argument("--to", dest="last", type=_day, metavar="DAY", help="the last day")
    csv.add_argument("--history", action="store_true", help="also earlier versions and what was taken back")
    for each in (ics, csv):
        each.add_argument("file", nargs="?", type=Path, metavar="FILE")
        each.add_argument("--out", type=Path, metavar="PATH", help="the same as FILE")


def _add_import(call: argparse.ArgumentParser) -> None:
    what = call.add_subparsers(dest="what", metavar="WHAT", required=True)
    doses = what.add_parser("doses", help="a table of doses: ours, or one of MedTimer or Dosage")
    doses.add_argument("file", type=Path, metavar="FILE")
    doses.add_argument("--format", choices=("ours", "medtimer", "dosage"), help="whose table it is")
    doses.add_argument("--medicine", metavar="NAME", help="which medicine of the file is meant")
    doses.add_argument(
        "--dates", choices=("utc", "year_first", "day_first", "month_first"), help="how the file writes its days"
    )
    doses.add_argument("--second", action="store_true", help="keep a dose of a day that has one as a second dose")
    doses.add_argument("--dry-run", action="store_true", help="say what would be brought in, and write nothing")


def _days(text: str) -> int:
    from anakinra_companion.domain.coming import MOST_DAYS

    if not (text.isdecimal() and 1 <= int(text) <= MOST_DAYS):
        raise argparse.ArgumentTypeError(f"not a number of days from 1 to {MOST_DAYS}")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("not a day as YYYY-MM-DD") from None
