"""How long a part of the body map takes to open: `python -m tests.benchmarks.map_open OLD NEW PART`.

OLD and NEW are folders of records, PART is "map", "skin" or "back". It prints the milliseconds for both: medians of
windows that take turns, from the press to the last pixel, in our own processor time.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from anakinra_companion.diary.diary import Diary
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from anakinra_companion.settings import Settings
from anakinra_companion.ui import theme
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.window import Window
from tests.hand_clock import HandClock

ROUNDS = 9
NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)


def opened(application: QApplication, diary: Diary, part: str, folder: Path) -> float:
    """Milliseconds from the press on the rail, or on the part, to the last pixel."""
    window = Window(Settings(width=1180, height=900), folder / "settings.toml", Pulse())
    window.show_diary(diary)
    window.show()
    if part != "map":
        window.show_page("sites")
    for _ in range(6):
        application.processEvents()
    gc.collect()
    begun = time.process_time()
    if part == "map":
        window.show_page("sites")
    elif window.page is not None:
        window.page.point_to(part)
    for _ in range(3):
        application.processEvents()
    found = (time.process_time() - begun) * 1000
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return found


def main(old: str, new: str, part: str, rounds: int = ROUNDS) -> None:
    """Prints the medians of both records."""
    application = QApplication(sys.argv[:1])
    theme.use(theme.Theme("light", 1.0, still=True))
    folders = (Path(old), Path(new))
    diaries = [open_diary(Paths.under(each), HandClock(NOW), list) for each in folders]
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for found, diary, folder in zip(times, diaries, folders, strict=True):
            took = opened(application, diary, part, folder)
            # The first of each reads drawings that stay read.
            if number:
                found.append(took)
    print(*(statistics.median(each) for each in times))
    for diary in diaries:
        diary.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else ROUNDS)
