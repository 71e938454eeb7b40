"""The fridge, its windows and the trip at every text size: nothing clipped, targets large, every control named."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from anakinra_companion.demo import PastClock, fill
from anakinra_companion.diary.diary import Diary
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from anakinra_companion.settings import Settings
from anakinra_companion.ui.gallery_fridge import states
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.window import SMALLEST, Window
from tests.ui.test_pages import TARGET, clipped

CLOCK = PastClock(datetime(2026, 5, 14, 15, 21, tzinfo=UTC), "America/New_York")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    fill(Paths.under(folder), PastClock(datetime(2026, 5, 14, 15, 20, tzinfo=UTC), "America/New_York"))
    return folder


@pytest.fixture
def lived(record: Path, tmp_path: Path) -> Iterator[Diary]:
    shutil.copytree(record, tmp_path / "copy")
    opened = open_diary(Paths.under(tmp_path / "copy"), CLOCK, list)
    yield opened
    opened.close()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_state_fits(scale: float, lived: Diary, tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(theme="light", text_scale=scale, width=SMALLEST[0], height=SMALLEST[1])
    window = Window(settings, tmp_path / "settings.toml", Pulse())
    with qtbot.waitExposed(window):
        window.show()
    window.show_diary(lived)
    for name, shown in states(lived, window, tmp_path):
        for _ in range(4):
            QApplication.processEvents()
        widgets = [each for each in shown.findChildren(QWidget) if each.isVisible()]
        assert clipped(widgets) == [], name
        assert [each for each in widgets if is_small(each)] == [], name
        assert [each for each in widgets if is_nameless(each)] == [], name
        content = shown.findChild(QWidget, "content")
        assert isinstance(content, QWidget)
        assert content.minimumSizeHint().width() <= shown.width(), name
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def is_small(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton | QLineEdit) or widget.objectName().startswith("qt_"):
        return False
    # A line inside a list or a number is part of a larger target.
    inside = widget.parentWidget() is not None and isinstance(widget, QLineEdit)
    return not inside and min(widget.width(), widget.height()) < TARGET


def is_nameless(widget: QWidget) -> bool:
    reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.objectName().startswith("qt_")
    return bool(reached) and not (widget.accessibleName() or str(widget.property("text") or "")).strip()
