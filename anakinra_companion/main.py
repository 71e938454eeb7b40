"""The command line: the window by default, or one of the calls that need no screen."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from anakinra_companion import __version__
from anakinra_companion.file_options import add_calls

FAILED = 2
# What there is a dot template of; a test holds it to the body map, which is not read before the first paint.
PLACES = ("belly", "thigh-left", "thigh-right", "arm-left", "arm-right", "buttock-left", "buttock-right")


def parser() -> argparse.ArgumentParser:
    """What may be typed."""
    found = argparse.ArgumentParser(
        prog="anakinra-companion",
        description="An offline companion for people who inject anakinra at home.",
    )
    found.add_argument("--version", action="version", version=__version__)
    found.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything in this folder")
    found.add_argument("--demo", action="store_true", help="open a throw-away record with a believable 90 days")
    found.add_argument("--in-background", action="store_true", help="start without a window, to remind")
    found.add_argument("--debug", action="store_true", help="log more of what the program does")
    calls = found.add_subparsers(dest="call", metavar="CALL")
    status = calls.add_parser("status", help="today's dose, the next place, each syringe")
    status.add_argument("--json", action="store_true", help="the same for programs")
    calls.add_parser("check", help="is the record whole, and what to do if not")
    _add_import(calls.add_parser("import-temperatures", help="take the readings of a fridge from a logger's file"))
    add_calls(calls)
    tour = calls.add_parser("tour", help="draw every page of the demo record into pictures")
    tour.add_argument("folder", type=Path, metavar="DIR")
    tour.add_argument("--theme", choices=("light", "dark", "high_contrast"), action="append")
    tour.add_argument("--scale", type=int, choices=(100, 125, 150, 200), action="append")
    _papers(calls.add_parser("paper", help="write a paper of the body map as a PDF"))
    return found


def _papers(paper: argparse.ArgumentParser) -> None:
    kinds = paper.add_subparsers(dest="paper", metavar="PAPER", required=True)
    dots = kinds.add_parser("dots", help="the points of one place at real size, to cut out and lay on")
    dots.add_argument("--place", choices=PLACES, required=True, help="left and right are those of the person")
    rotation = kinds.add_parser("rotation", help="the sheet for the fridge door: where next, four weeks")
    for kind in (dots, rotation):
        kind.add_argument("--out", type=Path, metavar="FILE", required=True, help="where to save the PDF")
        kind.add_argument(
            "--page", choices=("a4", "letter"), help="the paper in the printer; the country's by default"
        )
        kind.add_argument("--helper", action="store_true", help="somebody else injects")
        kind.add_argument("--json", action="store_true", help="what was written, for programs")


def _add_import(call: argparse.ArgumentParser) -> None:
    call.add_argument("file", type=Path, metavar="FILE")
    call.add_argument("--place", metavar="NAME", help="which fridge; needed when you have several")
    call.add_argument("--sensor", metavar="NAME", default="", help="what you call the logger")
    call.add_argument("--zone", metavar="IANA", help="where the logger's clock was set, such as Europe/Berlin")
    call.add_argument("--unit", choices=("c", "f"), help="what the file's numbers are")
    call.add_argument("--dates", choices=("day-first", "month-first"), help="how 09/08/2026 is meant")
    call.add_argument("--columns", metavar="TIME,TEMPERATURE", help="numbers of these columns, counted from 1")
    call.add_argument("--start", metavar="DATETIME", help="when the recording began, such as 2026-03-02T08:00")
    call.add_argument(
        "--times", choices=("counted", "of-the-hour"), help="whether minutes and seconds count from the start"
    )
    call.add_argument("--dry-run", action="store_true", help="read the file, but keep nothing")


def hold_collector() -> None:
    """Until Today is shown: importing makes hardly any garbage, and looking for it takes a tenth of the start."""
    gc.disable()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one call and returns its exit status: 0, 1 for a stop-level finding, 2 for misuse or failure."""
    options = parser().parse_args(arguments)
    # Each call imports what it needs and no more: `status` needs no Qt, the window paints before SQLAlchemy.
    if options.call is None:
        hold_collector()
        from anakinra_companion.screen import why_no_window

        if (sentence := why_no_window()) is not None:
            print(sentence, file=sys.stderr)
            return FAILED
        from anakinra_companion.app import run

        return run(options.data_dir, demo=options.demo, debug=options.debug, in_background=options.in_background)
    from anakinra_companion import commands

    return commands.run(options)
