"""Pages shown one at a time, each on a real record."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.storage.page import StoragePage
from tests.people import set_up
from tests.ui.shown import Shown

if sys.platform.startswith("linux"):
    from anakinra_companion.ui.notifications.bus import BusNotifier
    from tests.ui.notification_service import NotificationService

Show = Callable[[Page], Shown[Page]]
Spoken = Callable[[], list[str]]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows a page, and puts away the one before."""
    made: list[Page] = []

    def shown(page: Page) -> Shown[Page]:
        for old in made:
            old.close()
            old.deleteLater()
        made[:] = [page]
        found = Shown(page)
        with qtbot.waitExposed(page):
            page.show()
        return found

    yield shown
    for old in made:
        old.close()
        old.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spoken:
    """A voice on this computer that writes down what it says."""
    heard = tmp_path / "heard"
    program = tmp_path / "spd-say"
    program.write_text(f'#!/bin/sh\nfor last; do :; done\nprintf "%s\\n" "$last" >> {heard}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return lambda: heard.read_text().splitlines() if heard.exists() else []


@pytest.fixture(scope="session")
def bus() -> Iterator[str]:
    """The address of a session bus nobody else is on."""
    daemon = shutil.which("dbus-daemon")
    assert daemon is not None, "Install this first: sudo apt-get install dbus-daemon"
    with subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.fixture
def service(qapp: QApplication, bus: str) -> Iterator[NotificationService]:
    found = NotificationService(bus)
    found.setParent(qapp)
    yield found
    found.close()


@pytest.fixture
def notifier(service: NotificationService, bus: str) -> Iterator[BusNotifier]:
    found = BusNotifier(bus)
    yield found
    assert service.is_open
    found.close()


@pytest.fixture
def fridge(diary: Diary, show: Show) -> Shown[Page]:
    """The fridge of somebody set up, in Celsius."""
    set_up(diary)
    diary.change_profile(temperature_unit=TemperatureUnit.CELSIUS)
    shown = show(StoragePage(diary))
    shown.press("choice-fridge")
    return shown
