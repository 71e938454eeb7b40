"""Files of loggers written for a test, and their way into a diary."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.fridge.views import ImportResult
from anakinra_companion.domain.fridge.rows import Tally
from anakinra_companion.exchange.loggers import Recognised, recognise_file

HEADING = "Timestamp for sample frequency every 1 min min, Temperature_Celsius,Relative_Humidity\n"
MINUTE = timedelta(minutes=1)


def log(path: Path, first: datetime, values: Iterable[float], step: timedelta = MINUTE) -> Path:
    """A file of a logger that read these degrees C, one for each step, its clock in UTC."""
    lines = (
        f"{(first + number * step).astimezone(UTC):%Y-%m-%d %H:%M:%S},{value:.2f},53.7\n"
        for number, value in enumerate(values)
    )
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADING)
        file.writelines(lines)
    return path


def recognised(path: Path) -> Recognised:
    """What the file is; it asks nothing."""
    found = recognise_file(path, path.name)
    assert isinstance(found, Recognised)
    return found


def take_in(diary: Diary, path: Path, *, place: str = "", sensor: str = "") -> ImportResult:
    """Imports a file to its end."""
    steps = diary.fridge.importing(place, sensor, path, recognised(path), "UTC")
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            result: ImportResult = end.value
            return result
        assert isinstance(step.tally, Tally)


def second(at: datetime) -> int:
    """The UTC second of an instant."""
    return int(at.timestamp())
