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
    add_calls(calls)
    tour = calls.add_parser("tour", help="draw every page of the demo record into pictures")
    tour.add_argument("folder", type=Path, metavar="DIR")
    tour.add_argument("--theme", choices=("light", "dark", "high_contrast"), action="append")
    tour.add_argument("--scale", type=int, choices=(100, 125, 150, 200), action="append")
    return found


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
