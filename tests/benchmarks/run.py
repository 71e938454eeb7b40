"""The budgets as ratios measured in one run: `python -m tests.benchmarks.run` prints a table.

Window and reference take turns, so that whatever else the machine does meets both alike.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from anakinra_companion.demo import fill
from anakinra_companion.diary.doses import Given
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths
from tests.benchmarks import map_figures, skin, turning
from tests.benchmarks.figure import Figure

ROOT = Path(__file__).parents[2]
CHILD = Path(__file__).with_name("child.py")
PAIRS = 9
WRITES = 300
# A dose writes three rows: the journal's entry, the dose itself, and the last time seen.
ROWS = 3


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A screen of our own, and the environment that leads to it."""
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        number = server.stdout.readline().strip()
        # Compiled modules are kept, as on a person's computer; the first start of each kind, which makes them, is not
        # counted.
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        try:
            yield {**inherited, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        finally:
            server.terminate()


def once(environment: dict[str, str], kind: str, *rest: str) -> float:
    """One fresh process; what it printed."""
    command = [sys.executable, str(CHILD), kind, str(time.perf_counter_ns()), *rest]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return float(done.stdout.split()[0])


def pairs(environment: dict[str, str], ours: str, reference: str, folder: str, count: int) -> tuple[float, float]:
    """Medians of two kinds that take turns."""
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(count):
        found[0].append(once(environment, ours, folder))
        found[1].append(once(environment, reference, folder))
    return statistics.median(found[0]), statistics.median(found[1])


def windows(environment: dict[str, str], folder: str, count: int = PAIRS) -> list[Figure]:
    """First paint, Today with data, and memory."""
    for kind in ("frame", "empty", "today", "empty-database"):
        once(environment, kind, folder)
    frame, empty = pairs(environment, "frame", "empty", folder, count)
    today, both = pairs(environment, "today", "empty-database", folder, count)
    memory, least = pairs(environment, "memory", "empty-database-memory", folder, 3)
    return [
        Figure("first paint / empty window", frame, empty, 1.4 * empty, "ms"),
        Figure("Today with data / empty window + SQLAlchemy", today, both, 1.5 * both, "ms"),
        Figure("memory, all pages visited / empty window + SQLAlchemy", memory, least, least + 45, "MiB"),
    ]


def bare(path: Path) -> sqlite3.Connection:
    """A database that does nothing but keep rows, with the same safety."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, words TEXT)")
    return connection


def writes(folder: Path, count: int = WRITES) -> list[Figure]:
    """A dose, durable, with journal and hash, against a bare commit of as many rows in the same folder."""
    diary = open_diary(Paths.under(folder), system_clock(), list)
    connection = bare(folder / "bare.sqlite")
    ours: list[float] = []
    reference: list[float] = []
    first = date(2000, 1, 1)
    for number in range(count):
        at = diary.now()
        start = time.perf_counter_ns()
        diary.doses.record(Given(first + timedelta(days=number), at))
        middle = time.perf_counter_ns()
        connection.execute("BEGIN IMMEDIATE")
        for _ in range(ROWS):
            connection.execute("INSERT INTO kept (words) VALUES (?)", ("x" * 200,))
        connection.execute("COMMIT")
        ours.append((middle - start) / 1e6)
        reference.append((time.perf_counter_ns() - middle) / 1e6)
    diary.close()
    connection.close()
    middle_ours, middle_reference = statistics.median(ours), statistics.median(reference)
    slow = statistics.quantiles(ours, n=20)[-1]
    return [
        Figure("write a dose / bare commit", middle_ours, middle_reference, middle_reference + 1, "ms"),
        Figure("write a dose, 95th percentile / bare commit", slow, middle_reference, 10, "ms"),
    ]


def measured(count: int = PAIRS) -> list[Figure]:
    """Every figure, on a demo record of ninety days."""
    with TemporaryDirectory(prefix="anakinra-bench-") as name:
        folder = Path(name)
        fill(Paths.under(folder / "demo"), system_clock())
        with screen() as environment:
            found = windows(environment, str(folder / "demo"), count)
        found += [*writes(folder / "writes"), next_place(folder / "skin"), *turns()]
        return [*found, *map_figures.openings(folder / "map"), *map_figures.answers()]


def next_place(folder: Path, years: int = skin.YEARS) -> Figure:
    """The next place must not take longer with the years."""
    ours, reference = skin.suggestions(folder, years)
    return Figure(f"next place after {years} years / in an empty record", ours, reference, 5, "ms")


def turns(years: int = turning.YEARS) -> list[Figure]:
    """Another month and another year on show must not take longer with the years on record."""
    ours, reference = turning.measured(years), turning.measured(1)
    bounds = {"month, now": 16, "month, long ago": 16, "year": 50}
    return [
        Figure(f"another {what}, after {years} years / after one", ours[what], reference[what], bound, "ms")
        for what, bound in bounds.items()
    ]


def table(figures: list[Figure]) -> str:
    """The table of the README: ratios first."""
    lines = ["| what | ratio | ours | reference | budget | |", "|---|---|---|---|---|---|"]
    for each in figures:
        told = f"{each.ours:.1f} {each.unit} | {each.reference:.1f} {each.unit} | {each.bound:.1f} {each.unit}"
        lines.append(f"| {each.what} | {each.ratio:.2f} | {told} | {'kept' if each.holds else 'NOT KEPT'} |")
    return "\n".join(lines)


def main() -> int:
    """Prints the table, or JSON with `--json`; exit status 1 when a budget is not kept."""
    if shutil.which("Xvfb") is None:
        print("Xvfb is not installed: the windows cannot be measured.", file=sys.stderr)
        return 2
    figures = measured()
    print(json.dumps([asdict(each) for each in figures]) if "--json" in sys.argv else table(figures))
    return 0 if all(each.holds for each in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
