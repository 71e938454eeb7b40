"""A logger's file into a real record: rows a second, memory, and Today before and after.

Run it: `.venv/bin/python -m tests.benchmarks.fridge_store [READINGS]`.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from anakinra_companion.diary.diary import Diary
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.fridges import log, take_in
from tests.hand_clock import HandClock

READINGS = 1_000_000
NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of our own processor time, and MiB beyond what the process had; `parts` are pages afterwards."""

    imported: float
    again: float
    memory: float
    today_before: float
    today_after: float
    parts: dict[str, float]


def values(count: int) -> Iterator[float]:
    """A fridge of minutes that is warm for half an hour every second day."""
    return (9.0 if n % 2880 < 30 else 5.0 + n % 7 / 10 for n in range(count))


def measured(folder: Path, count: int) -> Measured:
    """Imports a file of so many minutes, twice."""
    diary = open_diary(Paths.under(folder / "data"), HandClock(NOW), list)
    diary.storage.add_box("A1", date(2040, 1, 31), received=NOW.date() - timedelta(days=20))
    path = log(folder / "log.csv", NOW - timedelta(minutes=count), values(count))
    today_before = _usual(diary.overview)
    had = _most()
    imported = _seconds(lambda: take_in(diary, path))
    memory = _most() - had
    result = Measured(
        imported,
        _seconds(lambda: take_in(diary, path)),
        memory,
        today_before,
        _usual(diary.overview),
        _pages(diary),
    )
    diary.close()
    return result


def _pages(diary: Diary) -> dict[str, float]:
    last, month, year = NOW.date(), timedelta(days=30), timedelta(days=365)
    return {
        "a month": _usual(lambda: diary.fridge.view("", last - month, last)),
        "curve of a day": _usual(lambda: diary.fridge.curve("", NOW - timedelta(days=1), NOW, 800)),
        "curve of a month": _usual(lambda: diary.fridge.curve("", NOW - month, NOW, 800)),
        "curve of a year": _usual(lambda: diary.fridge.curve("", NOW - year, NOW, 800)),
        "questions": _usual(lambda: diary.fridge.questions("")),
        "meaning": _usual(lambda: diary.fridge.would_mean("", -100)),
    }


def _most() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _seconds(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def _usual(act: Callable[[], object]) -> float:
    act()
    return median(_seconds(act) for _ in range(9))


def main() -> None:
    """Prints it all."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else READINGS
    with TemporaryDirectory() as folder:
        found = measured(Path(folder), count)
    print(f"imported        {found.imported:8.2f} s {count / found.imported:12,.0f} rows/s")
    print(f"again           {found.again:8.2f} s")
    print(f"memory          {found.memory:8.1f} MiB")
    print(f"Today           {found.today_before * 1000:8.1f} ms before, {found.today_after * 1000:.1f} ms after")
    for name, seconds in found.parts.items():
        print(f"{name:16}{seconds * 1000:8.1f} ms")


if __name__ == "__main__":
    main()
