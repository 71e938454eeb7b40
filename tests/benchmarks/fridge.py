"""How long a million readings take to be judged, in our own processor time.

Run it: `.venv/bin/python -m tests.benchmarks.fridge [READINGS]`. It is done once, when an import closes; no page ever
does it, each reads the days' summaries.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from random import Random

from anakinra_companion.domain.fridge.course import course
from anakinra_companion.domain.fridge.days import fridge_days
from anakinra_companion.domain.fridge.excursions import excursions
from anakinra_companion.domain.fridge.readings import Reading, longest_step
from anakinra_companion.domain.fridge.syringes import Stay, conditions, exposure

READINGS = 1_000_000
START = 1_700_000_000


def fridge(count: int) -> list[Reading]:
    """A fridge of minutes that is in range but for an hour or so every day."""
    chance = Random(1)
    return [
        (
            START + 60 * number,
            (-50, 950)[number // 1440 % 2] if number % 1440 < 70 else 500 + chance.randrange(-250, 250),
        )
        for number in range(count)
    ]


def judged(readings: list[Reading]) -> dict[str, float]:
    """Seconds for each rule."""
    longest = longest_step(readings)
    met = conditions([course(readings, longest)])
    stays = [Stay(START + day * 86_400, START + day * 86_400 + 50_000) for day in range(14)]
    rules: dict[str, Callable[[], object]] = {
        "usual step": lambda: longest_step(readings),
        "course": lambda: course(readings, longest),
        "excursions": lambda: excursions(readings, longest),
        "days": lambda: fridge_days(readings, longest, "Europe/Berlin"),
        "fourteen syringes": lambda: [exposure(stays, met) for _ in range(14)],
    }
    found = {}
    for name, rule in rules.items():
        start = time.process_time_ns()
        rule()
        found[name] = (time.process_time_ns() - start) / 1e9
    return found


def main() -> None:
    """Prints a line for each rule."""
    for name, seconds in judged(fridge(int(sys.argv[1]) if len(sys.argv) > 1 else READINGS)).items():
        print(f"{name:20} {seconds * 1000:8.1f} ms")


if __name__ == "__main__":
    main()
