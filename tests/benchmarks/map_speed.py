"""How fast the map answers at a screen scale of 2: `python -m tests.benchmarks.map_speed` prints median and max.

`--numbers` prints the medians alone, for the table of all budgets.

Forty years of daily injections are handed in. Each figure is the time from the event to the last pixel of its paint.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "2"

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from anakinra_companion.domain.sites import Place, Plane
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.body_map import BodyMap, MapState, MapWords
from anakinra_companion.ui.widgets.patch import Past, worth_painting
from tests.benchmarks.figure import MAP_ANSWER_MS
from tests.ui.skins import figure, lived_in

DAYS = 40 * 365
ROUNDS = 60


@dataclass(frozen=True)
class Figure:
    """One thing that was measured, in milliseconds; `bound` is None where there is no budget."""

    what: str
    times: Sequence[float]
    bound: float | None = MAP_ANSWER_MS

    @property
    def holds(self) -> bool:
        return self.bound is None or statistics.median(self.times) <= self.bound

    def line(self) -> str:
        told = "" if self.bound is None else "kept" if self.holds else "BROKEN"
        return f"{self.what:<34}{statistics.median(self.times):8.2f}{max(self.times):8.2f} ms  {told}"


def life(plane: Plane) -> tuple[Past, ...]:
    """Forty years of days, each near some point, as people inject."""
    chance, points = random.Random(1), [dot.point for dot in lived_in(plane).dots]
    spots = (chance.choice(points) for _ in range(DAYS))
    return tuple(
        Past(
            replace(spot, x=spot.x + chance.randint(-40, 40), y=spot.y + chance.randint(-40, 40)),
            day,
            chance.choice((0, 0, 0, 1, 2, 3)),
        )
        for day, spot in enumerate(spots)
    )


def settle(application: QApplication) -> None:
    """What was put off is done, and no garbage is left that Python would look for in the middle of a figure."""
    for _ in range(6):
        application.processEvents()
    gc.collect()
    gc.freeze()


def opened(shown: BodyMap, state: MapState) -> None:
    shown.show_state(state)
    shown.show()


def timed(application: QApplication, act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    application.processEvents()
    return (time.perf_counter() - begin) * 1000


def measured(application: QApplication) -> list[Figure]:
    """Every figure on one map, its events in the order in which a person causes them."""
    shown = BodyMap(MapWords("Front", "Back"))
    shown.resize(1100, 860)
    past = life(Plane.BELLY)
    worth = [timed(application, lambda: worth_painting(past, Plane.BELLY)) for _ in range(9)]
    skin = replace(lived_in(Plane.BELLY), past=worth_painting(past, Plane.BELLY))
    # As on the page, the suggestion is framed from the start.
    state = MapState(figure(Place.BELLY_LEFT), skin, "Belly", skin.dots[0].point)
    first = [timed(application, lambda: opened(shown, state))]
    shown.activateWindow()
    view, points = shown.patch, list(shown.patch.points)
    turns = [points[(7 * turn) % len(points)] for turn in range(ROUNDS)]
    centres = [view.points[point].mapTo(shown, view.points[point].rect().center()) for point in turns]
    window = shown.windowHandle()
    settle(application)
    hover = [timed(application, lambda at=at: QTest.mouseMove(window, at)) for at in centres]  # type: ignore[misc]
    focus = [timed(application, lambda point=point: view.focus_point(point)) for point in turns]  # type: ignore[misc]
    select = [timed(application, lambda point=point: shown.select(point)) for point in turns]  # type: ignore[misc]
    view.show_spot(points[0])
    settle(application)
    moves = [
        timed(application, lambda at=at: QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at))  # type: ignore[misc]
        for at in (QPoint(60 + 6 * turn, 120 + 4 * turn) for turn in range(ROUNDS))
    ]
    view.show_spot(None)
    settle(application)
    other = replace(state, figure=figure(Place.THIGH_LEFT), patch=lived_in(Plane.THIGH_LEFT))
    place = [timed(application, lambda each=each: shown.show_state(each)) for each in (other, state) * 5]  # type: ignore[misc]
    whole = [timed(application, shown.repaint) for _ in range(20)]
    shown.close()
    return [
        Figure("hover", hover),
        Figure("focus", focus),
        Figure("selection", select),
        Figure("cross-hair", moves),
        Figure("everything painted anew", whole, None),
        Figure("another place", place, None),
        Figure(f"what matters of {DAYS} days", worth, None),
        Figure("first paint", first, None),
    ]


def main() -> None:
    """Prints the table; the exit status says whether the budgets were kept."""
    application = QApplication([])
    theme.use(theme.Theme("light", 1.0, still=True))
    figures = measured(application)
    if "--numbers" in sys.argv:
        print("\n".join(f"{each.what}\t{statistics.median(each.times)}" for each in figures))
        return
    print(f"{'':<34}{'median':>8}{'max':>8}")
    print("\n".join(each.line() for each in figures))
    sys.exit(not all(each.holds for each in figures))


if __name__ == "__main__":
    main()
