"""The figures of the body map for the table of all budgets: forty years against a record that is new."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import SELF_PLACES, typical
from tests.benchmarks import skin
from tests.benchmarks.figure import MAP_ANSWER_MS, Figure

# Opening a page after forty years may take at most so much longer (a ratio).
LONGER = 1.2
SEASON = 90
QUICK = ("hover", "focus", "selection", "cross-hair")


def told(module: str, *rest: str, scale: str = "1") -> list[str]:
    """One fresh process without a screen; the lines it printed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *rest]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=300)
    return done.stdout.splitlines()


def openings(folder: Path, years: int = skin.YEARS, *rest: str) -> list[Figure]:
    """Each part of the page; looking back is empty in an empty record, so it stands against one season."""
    points = sum(len(lattice(place, typical())) for place in SELF_PLACES)
    # The next point lies on the first place, which an empty record shows too: a belly has twice as many points.
    days = {"old": round(years * 365.25) // points * points + skin.MOLES + 2, "empty": 0, "season": SEASON}
    for name, count in days.items():
        skin.lived(folder / name, count).close()
    found = []
    for part, reference in (("map", "empty"), ("skin", "empty"), ("back", "season")):
        (line,) = told("map_open", str(folder / "old"), str(folder / reference), part, *rest)
        ours, new = map(float, line.split())
        what = f"body map, {part}: open after {years} years / in a record of {days[reference]} days"
        found.append(Figure(what, ours, new, LONGER * new, "ms"))
    return found


def answers() -> list[Figure]:
    """Hover, focus and selection at display scale 2, against everything painted anew."""
    medians = dict(line.split("\t") for line in told("map_speed", "--numbers", scale="2"))
    whole = float(medians["everything painted anew"])
    return [
        Figure(f"body map at 2x: {what} / all painted anew", float(medians[what]), whole, MAP_ANSWER_MS, "ms")
        for what in QUICK
    ]
