"""Pages shown one at a time, each on a real record."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from anakinra_companion.ui.page import Page
from tests.ui.shown import Shown

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
        qtbot.waitExposed(page)
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
