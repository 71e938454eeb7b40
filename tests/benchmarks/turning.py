"""The calendar after forty years of daily doses: another month, another year, the figures."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.regimen import Label
from anakinra_companion.domain.doses import Dose, DoseKind
from anakinra_companion.opening import open_store
from anakinra_companion.paths import Paths
from anakinra_companion.store import doses
from tests.hand_clock import HandClock

NOW = datetime(2026, 3, 2, 21, tzinfo=UTC)
TIMES = 15
YEARS = 40


def lived(folder: Path, days: int) -> Diary:
    """A record of so many daily doses, each a little late, every fiftieth not recorded."""
    clock = HandClock(NOW, "UTC")
    store = open_store(Paths.under(folder))
    diary = Diary(store, clock, list)
    first = NOW.date() - timedelta(days=days)
    diary.regimen.copy_label(Label(1, NOW.time().replace(hour=20), "UTC", first))
    for number in range(days):
        day = first + timedelta(days=number)
        at = datetime.combine(day, NOW.time(), UTC) + timedelta(minutes=number % 50)
        dose = Dose(f"d{number:029}", day, DoseKind.TAKEN, at, "UTC", None, None, None, "", (), at)
        if number % 50:
            # An act of its own each, as in life: what is looked up in the journal must not grow with it.
            with store.act("live", "", clock.reading(), durable=False) as act:
                doses.put_dose(act, dose)
    return diary


def slowest(acts: list[Callable[[], object]]) -> float:
    """The median of our own processor time over some acts, in milliseconds, after one to warm up."""
    acts[0]()
    found = []
    for act in acts[1:]:
        start = time.process_time_ns()
        act()
        found.append((time.process_time_ns() - start) / 1e6)
    return sorted(found)[len(found) // 2]


def turns(folder: Path, years: int) -> dict[str, float]:
    """Milliseconds to turn to another month or year, shown and painted, now and long ago; and for the figures."""
    from PySide6.QtWidgets import QApplication, QWidget

    from anakinra_companion.ui.calendar.figures_part import FiguresPart
    from anakinra_companion.ui.calendar.page import CalendarPage
    from anakinra_companion.ui.calendar.year_part import YearPart

    diary = lived(folder, round(years * 365.25))
    page = CalendarPage(diary)
    page.resize(1000, 700)
    page.show()
    page.refresh()

    def click(name: str, inside: QWidget) -> None:
        getattr(inside.findChild(QWidget, name), "click")()  # noqa: B009 - found by name, so of no known type
        QApplication.processEvents()

    found = {}
    for name, start in (("now", NOW.date()), ("long ago", NOW.date() - timedelta(days=round(years * 350)))):
        page.point_to(start.isoformat())
        QApplication.processEvents()
        found[f"month, {name}"] = slowest([lambda: click("month-before", page)] * TIMES)
    page.point_to("year")
    QApplication.processEvents()
    year = page.findChild(YearPart)
    assert year is not None
    found["year, now"] = slowest([lambda: click("year-before", year)] * 2)
    found["year"] = slowest([lambda: click("year-before", year)] * min(TIMES, max(years - 5, 3)))
    page.point_to(date(NOW.year, 1, 1).isoformat())
    found["figures"] = slowest([lambda: FiguresPart(diary).deleteLater()] * TIMES)
    page.close()
    page.deleteLater()
    diary.close()
    return found


def measured(years: int) -> dict[str, float]:
    """The same from a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.benchmarks.turning", str(years)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=300)
    lines = [line.rpartition(": ") for line in done.stdout.splitlines()]
    return {what: float(found.removesuffix(" ms")) for what, _, found in lines}


def main() -> None:
    """Prints the figures of as many years as are given, or of forty."""
    years = int(sys.argv[1]) if len(sys.argv) > 1 else YEARS
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    with TemporaryDirectory(prefix="anakinra-calendar-") as name:
        for what, found in turns(Path(name), years).items():
            print(f"{what}: {found:.2f} ms")
    application.quit()


if __name__ == "__main__":
    main()
