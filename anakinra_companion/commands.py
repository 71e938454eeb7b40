"""The calls of the command line that need no screen; errors are one plain sentence each."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from anakinra_companion.opening import existing_record, open_diary, system_clock
from anakinra_companion.paths import DEMO, Paths
from anakinra_companion.store.trouble import RecordTrouble
from anakinra_companion.troubles import sentence

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.overview import Overview

FINE, STOP, FAILED = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Runs one call; the exit status is 0, 1 for a stop-level finding, 2 for misuse or failure."""
    calls: dict[str, Callable[[argparse.Namespace], int]] = {
        "status": _status,
        "check": _check,
        "tour": _tour,
        "paper": _paper,
        "import-temperatures": _import_temperatures,
        "export": _export,
        "import": _import,
    }
    try:
        return calls[options.call](options)
    except RecordTrouble as trouble:
        print(sentence(trouble), file=sys.stderr)
        return FAILED


def paths_for(data_dir: Path | None) -> Paths:
    """Where everything is kept."""
    return Paths.under(data_dir) if data_dir else Paths.for_user()


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Diary]:
    """The record of `--data-dir`, or a throw-away one for `--demo`."""
    if options.demo:
        from anakinra_companion.demo import fill

        with TemporaryDirectory(prefix=DEMO) as folder:
            fill(Paths.under(Path(folder)), system_clock())
            with _closing(open_diary(Paths.under(Path(folder)), system_clock(), _quiet)) as diary:
                yield diary
        return
    with _closing(open_diary(paths_for(options.data_dir), system_clock(), _quiet)) as diary:
        yield diary


@contextmanager
def _closing(diary: Diary) -> Iterator[Diary]:
    try:
        yield diary
    finally:
        diary.close()


def _quiet() -> None:
    """Nobody looks at a page here."""


def _status(options: argparse.Namespace) -> int:
    from anakinra_companion.diary.alerts import Level
    from anakinra_companion.exchange.status import status

    with opened(options) as diary:
        diary.look_at_clock()
        view = diary.overview()
    if options.json:
        print(json.dumps(status(view), indent=2, ensure_ascii=False))
    else:
        print("\n".join(_lines(view)))
    return STOP if any(alert.level is Level.STOP for alert in view.alerts) else FINE


def _lines(view: Overview) -> list[str]:
    from anakinra_companion.exchange import words

    zone = ZoneInfo(view.zone)
    lines = [f"It is {view.now.astimezone(zone):%A, %d %B %Y, %H:%M} by this computer ({view.zone})."]
    if not view.clock_trusted:
        lines.append("This computer's clock cannot be trusted, so nothing is said about today.")
    else:
        lines.append(f"Today's dose: {words.DAYS[view.day.state]}.")
    if view.last is not None and view.last.at is not None:
        lines.append(f"Last dose: {view.last.at.astimezone(zone):%A, %d %B %Y, %H:%M}.")
    if view.next_slot is not None:
        lines.append(f"Next dose due: {view.next_slot.due.astimezone(zone):%A, %d %B %Y, %H:%M}.")
    if view.suggestion is not None:
        lines.append(f"Next place: {words.PLACES[view.suggestion.point.place]}.")
    for look in view.looks:
        out = words.duration(look.time_out)
        lines.append(f"{words.syringe_name(look).capitalize()}: {words.verdict_text(look)} (out {out}).")
        if look.exposure.warm_seconds and not look.ended:
            warm = words.duration(timedelta(seconds=look.exposure.warm_seconds))
            lines.append(f"  Of that, {warm} in a fridge above 8 °C (46 °F), which is our stricter reading.")
    for fridge in view.fridges:
        name, when = words.fridge_name(fridge.place), words.when(fridge.at, zone)
        lines.append(f"{name}: {words.temperature(fridge.hundredths)}, {when}.")
    lines.append(f"Syringes you may look at: {view.supply.usable}.")
    lines.extend(f"{alert.level.value.upper()}: {words.alert_text(alert, zone)}" for alert in view.alerts)
    return lines


def _check(options: argparse.Namespace) -> int:
    from anakinra_companion.checking import check_record

    paths = paths_for(options.data_dir)
    if existing_record(paths) is None:
        print("There is no record yet. Nothing is lost: the window makes one when you first open it.")
        return FINE
    findings = check_record(paths)
    print("\n".join(findings.lines))
    return FINE if findings.whole else STOP


def _paper(options: argparse.Namespace) -> int:
    from anakinra_companion.paper_call import write_paper

    with opened(options) as diary:
        return write_paper(diary, options)


def _export(options: argparse.Namespace) -> int:
    from anakinra_companion.file_commands import run_export

    return run_export(options)


def _import(options: argparse.Namespace) -> int:
    from anakinra_companion.file_commands import run_import

    return run_import(options)


def _tour(options: argparse.Namespace) -> int:
    from anakinra_companion.tour import draw

    return draw(options.folder, themes=options.theme, scales=options.scale)


def _import_temperatures(options: argparse.Namespace) -> int:
    from anakinra_companion.import_temperatures import import_temperatures

    with opened(options) as diary:
        return import_temperatures(diary, options)
