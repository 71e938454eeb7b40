"""The walkthrough's own figures: memory over a hundred injections, the moving pictures, and a still one.

`python -m tests.benchmarks.steps` prints their table alone.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from anakinra_companion.ui.motion import MOTIONS
from tests.benchmarks.figure import Figure
from tests.benchmarks.run import screen, table

CHILD = Path(__file__).with_name("steps_child.py")
# What the pages may hold more after a hundred injections than after ten (MiB).
FLAT = 2.0
# Sixty frames a second are aimed at; a share of one core (per cent).
FRAME_MS, BUSY = 1000 / 55, 15.0
# One frame of sixty a second, from a press to the next stage (milliseconds).
CHANGE_MS = 16.0
# What standing still for three seconds may cost more than an empty window (milliseconds of a core).
STILL_MS = 3.0


def numbers(environment: dict[str, str], kind: str, *rest: str) -> tuple[float, ...]:
    """One fresh process; what it printed."""
    command = [sys.executable, str(CHILD), kind, *rest]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=300)
    return tuple(float(each) for each in done.stdout.split())


def memory(environment: dict[str, str], last: int = 100) -> Figure:
    """By pages and by acts alone: the record grows in both, and what is left over the pages hold."""
    (pages,), (acts,) = (numbers(environment, kind, str(last)) for kind in ("pages", "acts"))
    what = f"memory grown from injection 10 to {last}, by pages / by acts alone"
    return Figure(what, pages, acts, acts + FLAT, "MiB")


def pictures(environment: dict[str, str]) -> list[Figure]:
    """Each moving picture at display scale 2, against a widget of its size that is only filled."""
    large = {**environment, "QT_SCALE_FACTOR": "2"}
    frame, busy = numbers(large, "moving", "filled")
    found = []
    for name in MOTIONS:
        between, used = numbers(large, "moving", name)
        found.append(Figure(f"{name}: from frame to frame / filling", between, frame, FRAME_MS, "ms"))
        found.append(Figure(f"{name}: share of a core while it moves / filling", used, busy, BUSY, "%"))
    return found


def still(environment: dict[str, str]) -> Figure:
    """A picture that holds still costs what an empty window costs."""
    (picture,), (empty,) = (numbers(environment, "still", kind) for kind in ("picture", "empty"))
    return Figure("a still picture for 3 s / empty window", picture, empty, empty + STILL_MS, "ms")


def change(environment: dict[str, str], injections: int = 10) -> list[Figure]:
    """From a press to the next stage on screen, the answer on disk; the median over the stages of some injections.

    And the work of the processor for the slowest of these stages, which other programs do not disturb.
    """
    changed, painted, slowest = numbers(environment, "change", str(injections))
    return [
        Figure("step change / painting the page anew", changed, painted, CHANGE_MS, "ms"),
        Figure("slowest step change, processor time / painting", slowest, painted, CHANGE_MS, "ms"),
    ]


def measured() -> list[Figure]:
    """Every figure of the walkthrough."""
    with screen() as environment:
        return [*change(environment), memory(environment), *pictures(environment), still(environment)]


if __name__ == "__main__":
    figures = measured()
    print(table(figures))
    sys.exit(0 if all(each.holds for each in figures) else 1)
