"""The call `import-temperatures`: a logger's file into the record, with every row accounted for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from anakinra_companion.diary.fridge.views import FridgeAsk, ImportProgress, ImportResult
from anakinra_companion.diary.refusals import MovedOn
from anakinra_companion.domain.fridge.rows import Tally
from anakinra_companion.exchange import logger_words as words
from anakinra_companion.exchange.loggers import (
    Answers,
    Columns,
    DateOrder,
    Question,
    Recognised,
    Refused,
    Unit,
    readings,
    recognise_file,
)
from anakinra_companion.exchange.words import syringe_name, verdict_text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

FINE, STOP, FAILED = 0, 1, 2


class Misuse(Exception):  # noqa: N818 - named for what happened
    """Something only the person can put right, in one plain sentence or two."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be done, with everything said that has to be."""

    path: Path
    found: Recognised
    place: str
    sensor: str
    zone: str


def import_temperatures(diary: Diary, options: argparse.Namespace) -> int:
    """The exit status: 1 when a syringe at home must not be used by then, 2 for a question or a file of no use."""
    try:
        wanted = _wanted(diary, options)
        if options.dry_run:
            tally = Tally()
            for chunk in readings(wanted.path, wanted.found, wanted.zone, tally):
                _show(chunk.bytes_read, wanted.path.stat().st_size)
            _end_of_line()
            print("\n".join(words.tally_lines(tally, wanted.zone)))
            print("Nothing was kept: this was a dry run.")
            return FINE
        before = {look.syringe.id: look.usable for look in diary.storage.looks()}
        result = _taken(diary.fridge.importing(wanted.place, wanted.sensor, wanted.path, wanted.found, wanted.zone))
    except Misuse as said:
        print(said, file=sys.stderr)
        return FAILED
    except MovedOn:
        print("Nothing was kept: the readings of this fridge were changed meanwhile. Try again.", file=sys.stderr)
        return FAILED
    except OSError:
        print("This file cannot be read. Check that it is there and that you may open it.", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        _end_of_line()
        print("Stopped. Nothing was kept.", file=sys.stderr)
        return FAILED
    print("\n".join([*words.result_lines(result, wanted.zone), *_excursions(diary, wanted, result.tally)]))
    return _marked(diary, wanted.place, before)


def _taken(steps: Generator[ImportProgress, None, ImportResult]) -> ImportResult:
    try:
        while True:
            step = next(steps)
            _show(step.bytes_read, step.bytes_all)
    except StopIteration as end:
        _end_of_line()
        result: ImportResult = end.value
        return result
    finally:
        steps.close()


def _show(done: int, whole: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done * 100 // max(whole, 1):3} % read", end="", file=sys.stderr, flush=True)


def _end_of_line() -> None:
    if sys.stderr.isatty():
        print(file=sys.stderr)


def _excursions(diary: Diary, wanted: _Wanted, tally: Tally) -> list[str]:
    if tally.first is None or tally.last is None:
        return []
    zone = ZoneInfo(diary.zone())
    first, last = (datetime.fromtimestamp(second, zone).date() for second in (tally.first, tally.last))
    return words.excursion_lines(diary.fridge.view(wanted.place, first, last).excursions, zone)


def _marked(diary: Diary, place: str, before: dict[str, bool]) -> int:
    """What the readings mean for the syringes at home, and what has to be asked in the window."""
    now = [look for look in diary.storage.looks() if before.get(look.syringe.id) and not look.usable]
    for look in now:
        print(f"{syringe_name(look).capitalize()}: {verdict_text(look)}. This is our stricter reading.")
    asked = [each for each in diary.fridge.questions(place) if each.matters]
    if any(each.ask is FridgeAsk.LOGGER_WAS_OUT for each in asked):
        print("The file begins or ends warm. Was the logger out of the fridge then? Say so in the window.")
    if any(each.ask is FridgeAsk.SINCE_WHEN for each in asked):
        print("It was warm once, and nobody has said since when. Say so in the window.")
    return STOP if now else FINE


def _wanted(diary: Diary, options: argparse.Namespace) -> _Wanted:
    zone = options.zone or diary.zone()
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise Misuse(f"{zone} is not the name of a time zone. Use a name such as --zone Europe/Berlin.") from None
    found = recognise_file(options.file, options.file.name, _answers(options))
    if isinstance(found, Question):
        raise Misuse(words.question(found))
    if isinstance(found, Refused):
        raise Misuse(words.refusal(found))
    return _Wanted(options.file, found, _place(diary, options.place), options.sensor, zone)


def _answers(options: argparse.Namespace) -> Answers:
    start = None
    if options.start:
        try:
            start = datetime.fromisoformat(options.start)
        except ValueError:
            raise Misuse(f"{options.start} is not a day and a time. Use --start 2026-03-02T08:00.") from None
        if start.tzinfo is not None:
            raise Misuse("The start is told by the logger's own clock. Use --start 2026-03-02T08:00, and --zone.")
    return Answers(
        unit={"c": Unit.CELSIUS, "f": Unit.FAHRENHEIT}.get(options.unit),
        order={"day-first": DateOrder.DAY_FIRST, "month-first": DateOrder.MONTH_FIRST}.get(options.dates),
        columns=_columns(options.columns),
        start=start,
        counted={"counted": True, "of-the-hour": False}.get(options.times),
    )


def _columns(said: str | None) -> Columns | None:
    if said is None:
        return None
    numbers = [int(part) - 1 if part.strip().isdecimal() else -1 for part in said.split(",")]
    if len(numbers) not in (2, 3) or min(numbers) < 0:
        raise Misuse("Give the columns by their numbers, such as --columns 1,2 or, with a date first, 1,2,3.")
    *date, time, temperature = numbers
    return Columns(time, temperature, date[0] if date else None)


def _place(diary: Diary, said: str | None) -> str:
    places = diary.fridge.places()
    if said is not None:
        return said
    if len(places) > 1:
        names = ", ".join(name or '""' for name in places)
        raise Misuse(f"Which fridge was the logger in? Say it with --place; the record knows: {names}.")
    return places[0] if places else ""
