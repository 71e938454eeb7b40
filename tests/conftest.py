"""A clock moved by hand, a real record in a temporary folder, and a check that nothing is left behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from anakinra_companion.diary.diary import Diary
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.hand_clock import HandClock

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> HandClock:
    """Monday evening, 2 March 2026, 18:00 UTC."""
    return HandClock(START)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The folders of one person, empty."""
    return Paths.under(tmp_path / "data")


@pytest.fixture
def rings() -> list[str]:
    """One entry for each time the diary announced a change."""
    return []


@pytest.fixture
def diary(paths: Paths, clock: HandClock, rings: list[str]) -> Iterator[Diary]:
    """An open, empty diary on a real file."""
    opened = open_diary(paths, clock, lambda: rings.append("changed"))
    yield opened
    opened.close()


class _Strays(QObject):
    """Notes every part of a page that is shown as a window of its own: on a desktop it would flash up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            own = isinstance(watched, QMainWindow | QDialog | QMenu) or watched.objectName().startswith("test")
            if not own and not watched.inherits("QComboBoxPrivateContainer") and not watched.inherits("QTipLabel"):
                self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """No stray window during a test that uses Qt, no running timer and no open window after it."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    strays = _Strays()
    application.installEventFilter(strays)
    yield
    application.removeEventFilter(strays)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    timers = [timer for widget in QApplication.topLevelWidgets() for timer in widget.findChildren(QTimer)]
    running = [timer for timer in timers if timer.isActive() and not timer.isSingleShot()]
    assert strays.seen == []
    assert left == []
    assert running == []
