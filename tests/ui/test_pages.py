"""Every page at every text size: names for a screen reader, large targets, nothing clipped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from anakinra_companion.demo import PastClock, fill
from anakinra_companion.diary.diary import Diary
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from anakinra_companion.settings import Settings
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.widgets.patch_view import PointButton
from anakinra_companion.ui.window import SMALLEST, Window

NOW = datetime(2026, 5, 14, 15, 20, tzinfo=UTC)
PAGES = ("today", "sites", "storage", "calendar", "settings", "help")
TARGET = 44


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    fill(Paths.under(folder), PastClock(NOW, "America/New_York"))
    return folder


@pytest.fixture
def lived(record: Path) -> Iterator[Diary]:
    opened = open_diary(Paths.under(record), PastClock(NOW, "America/New_York"), list)
    yield opened
    opened.close()


@pytest.fixture(params=[1.0, 2.0], ids=["100", "200"])
def window(request: pytest.FixtureRequest, qtbot: QtBot, lived: Diary, tmp_path: Path) -> Iterator[Window]:
    settings = Settings(theme="light", text_scale=request.param, width=SMALLEST[0], height=SMALLEST[1])
    opened = Window(settings, tmp_path / "settings.toml", Pulse())
    opened.show()
    qtbot.waitExposed(opened)
    opened.show_diary(lived)
    yield opened
    opened.close()
    opened.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shown(window: Window, name: str) -> list[QWidget]:
    window.show_page(name)
    for _ in range(4):
        QApplication.processEvents()
    return [child for child in window.findChildren(QWidget) if child.isVisible()]


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name_that_does_not_repeat_its_role(window: Window, name: str) -> None:
    for control in shown(window, name):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.objectName().startswith("qt_"):
            said = control.accessibleName() or str(control.property("text") or "")
            assert said.strip(), (name, control)
            assert not said.lower().endswith((" button", " checkbox")), said


@pytest.mark.parametrize("name", PAGES)
def test_every_target_is_at_least_44_pixels(window: Window, name: str) -> None:
    for control in shown(window, name):
        # The points of the map lie as far apart as they do on the skin; each is in the list beside it as well.
        if isinstance(control, QAbstractButton) and not isinstance(control, PointButton):
            if control.objectName().startswith("qt_") or control.inherits("QTableCornerButton"):
                continue
            assert min(control.width(), control.height()) >= TARGET, (name, control, control.size())


@pytest.mark.parametrize("name", PAGES)
def test_no_words_are_clipped(window: Window, name: str) -> None:
    for label in shown(window, name):
        if isinstance(label, QLabel) and label.text() and label.pixmap().isNull():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, (name, label.text(), label.size(), needed)
            assert label.width() >= label.minimumSizeHint().width() or label.wordWrap(), (name, label.text())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_scrolls_down_only(window: Window, name: str) -> None:
    shown(window, name)
    page = window.page
    assert page is not None
    content = page.findChild(QWidget, "content")
    assert isinstance(content, QWidget)
    assert content.minimumSizeHint().width() <= page.width(), (content.minimumSizeHint().width(), page.width())


def test_the_window_keeps_to_its_smallest_size(window: Window) -> None:
    for name in PAGES:
        shown(window, name)
        assert (window.width(), window.height()) == SMALLEST, name


def test_the_title_says_nothing_about_health(window: Window) -> None:
    for name in PAGES:
        shown(window, name)
        assert window.windowTitle() == "Anakinra Companion"
