"""Every page at every text size: names for a screen reader, large targets, nothing clipped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from anakinra_companion.demo import PastClock, fill
from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.flow import Mode, Reply, Stage
from anakinra_companion.domain.sites import Place
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from anakinra_companion.settings import Settings
from anakinra_companion.ui.dialogs.earlier_sites import EarlierSites
from anakinra_companion.ui.first_run_page import SCREENS
from anakinra_companion.ui.gallery import onward
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.patch import PointButton
from anakinra_companion.ui.window import SMALLEST, Window

NOW = datetime(2026, 5, 14, 15, 20, tzinfo=UTC)
# A page, or one part of it after a colon.
PAGES = ("today", "sites", "sites:skin", "sites:back", "storage", "calendar", "settings", "help")
TARGET, BIG_TARGET = 44, 56


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


@pytest.fixture(params=[1.0, 1.25, 1.5, 2.0], ids=["100", "125", "150", "200"])
def window(request: pytest.FixtureRequest, qtbot: QtBot, lived: Diary, tmp_path: Path) -> Iterator[Window]:
    settings = Settings(theme="light", text_scale=request.param, width=SMALLEST[0], height=SMALLEST[1])
    opened = Window(settings, tmp_path / "settings.toml", Pulse())
    with qtbot.waitExposed(opened):
        opened.show()
    opened.show_diary(lived)
    yield opened
    opened.close()
    opened.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shown(window: Window, name: str) -> list[QWidget]:
    page, _, part = name.partition(":")
    window.show_page(page)
    if part and window.page is not None:
        window.page.point_to(part)
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


def clipped(widgets: list[QWidget]) -> list[str]:
    """Every label and button that is smaller than its words."""
    found = []
    for widget in widgets:
        if isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
            high = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            wide = 0 if widget.wordWrap() else widget.minimumSizeHint().width()
        elif isinstance(widget, Button):
            high, wide = widget.heightForWidth(widget.width()), widget.minimumSizeHint().width()
        else:
            continue
        if widget.height() < high or widget.width() < wide:
            found.append(f"{widget.text()}: {widget.width()} x {widget.height()} for {wide} x {high}")
    return found


@pytest.mark.parametrize("name", PAGES)
def test_no_words_are_clipped(window: Window, name: str) -> None:
    assert clipped(shown(window, name)) == []


def test_no_words_are_clipped_at_first_run(window: Window, lived: Diary) -> None:
    done = lived.profile().first_run
    for screen in SCREENS:
        lived.change_profile(first_run=screen)
        assert clipped(shown(window, "first_run")) == [], screen
    lived.change_profile(first_run=done)


@pytest.mark.parametrize("mode", Mode)
def test_no_words_are_clipped_and_targets_are_large_on_the_way_through_an_injection(
    window: Window, lived: Diary, mode: Mode
) -> None:
    walk = lived.walkthrough.start(lived.today(), mode=mode)
    while walk.stage is not Stage.COVER:
        widgets = shown(window, "walkthrough")
        assert clipped(widgets) == [], walk.stage
        for control in widgets:
            if isinstance(control, Button) and window.page is not None and window.page.isAncestorOf(control):
                assert control.height() >= BIG_TARGET, control.text()
        walk = onward(lived, walk)
    lived.walkthrough.answer(walk, Reply.STOP)


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


def test_your_sizes_fit_at_every_text_size(window: Window, lived: Diary) -> None:
    shown(window, "sites")
    page = window.page
    assert page is not None
    page.point_to("sizes")
    widgets = shown(window, "sites")
    assert clipped(widgets) == []
    for control in widgets:
        if isinstance(control, QAbstractButton | QLineEdit) and not control.objectName().startswith("qt_"):
            assert min(control.width(), control.height()) >= TARGET, (control, control.size())
    content = page.findChild(QWidget, "content")
    assert isinstance(content, QWidget)
    assert content.minimumSizeHint().width() <= page.width()
    assert len(lived.sizes.versions()) > 1


def test_the_last_two_weeks_fit_at_every_text_size(window: Window, tmp_path: Path) -> None:
    new = open_diary(Paths.under(tmp_path / "new"), PastClock(NOW, "America/New_York"), list)
    new.doses.before_record(Place.THIGH_LEFT)
    new.change_profile(first_run="last")
    window.show_diary(new)
    shown(window, "first_run")
    button = window.findChild(QAbstractButton, "two-weeks")
    assert isinstance(button, QAbstractButton)
    button.click()
    widgets = shown(window, "first_run")
    days = [each for each in widgets if each.objectName().startswith("day-")]
    assert len(days) == 14
    assert all(min(each.width(), each.height()) >= TARGET for each in days)
    assert clipped(widgets) == []
    page = window.page
    assert page is not None
    content = page.findChild(QWidget, "content")
    assert isinstance(content, QWidget)
    assert content.minimumSizeHint().width() <= page.width()
    dialog = EarlierSites(new, window)
    dialog.show()
    for _ in range(4):
        QApplication.processEvents()
    assert clipped([child for child in dialog.findChildren(QWidget) if child.isVisible()]) == []
    dialog.close()
    new.close()
