"""How fast the temperature chart answers at a screen scale of 2: `python -m tests.benchmarks.chart_speed`.

A year of readings every minute is shown, reduced to columns, with forty times out of range.
"""

from __future__ import annotations

import os
import random
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "2"

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.chart import ChartState, ChartView, Curve, Shade, ShadeKind
from tests.benchmarks.map_speed import ROUNDS, Figure, settle, timed

YEAR, COLUMNS, SHADES = 365 * 24 * 3600, 900, 40


def year(seed: int) -> ChartState:
    """A year of columns; another seed gives another one."""
    chance = random.Random(seed)
    points = tuple(
        (at * YEAR // COLUMNS, 300 + chance.randint(0, 80), 500 + chance.randint(0, 250)) for at in range(COLUMNS)
    )
    starts = [at * YEAR // SHADES for at in range(SHADES)]
    shades = tuple(Shade(ShadeKind.WARM, Span(start, start + 5000), "Too warm") for start in starts)
    return ChartState(Span(0, YEAR), "Europe/Madrid", (Curve("Shelf", points),), shades)


def measured(application: QApplication) -> list[Figure]:
    view = ChartView("Temperatures")
    view.resize(900, 320)
    view.show_state(year(0))
    view.show()
    view.reader.setFocus()
    settle(application)
    walk = [timed(application, lambda: QTest.keyClick(view.reader, Qt.Key.Key_Left)) for _ in range(ROUNDS)]
    places = [QPoint(80 + 10 * number, 200) for number in range(ROUNDS)]
    hover = [timed(application, lambda at=at: QTest.mouseMove(view, at)) for at in places]  # type: ignore[misc]
    whole = [timed(application, view.repaint) for _ in range(ROUNDS)]
    states = [year(number) for number in range(1, 10)]
    other = [timed(application, lambda state=state: view.show_state(state)) for state in states]  # type: ignore[misc]
    view.close()
    return [
        Figure("a key", walk),
        Figure("the pointer", hover),
        Figure("everything painted anew", whole),
        Figure("another year", other, None),
    ]


def main() -> None:
    """Prints the table; the exit status says whether the budgets were kept."""
    application = QApplication([])
    theme.use(theme.Theme("light", 1.0, still=True))
    figures = measured(application)
    print(f"{'':<34}{'median':>8}{'max':>8}")
    print("\n".join(each.line() for each in figures))
    sys.exit(not all(each.holds for each in figures))


if __name__ == "__main__":
    main()
