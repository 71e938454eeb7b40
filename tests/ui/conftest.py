"""Pages shown one at a time, each on a real record."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from anakinra_companion.ui.page import Page
from tests.ui.shown import Shown

Show = Callable[[Page], Shown[Page]]


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
