"""While both hands are busy: all four steps and all three outcomes in sight, also in the largest words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.diary import Diary
from anakinra_companion.settings import Settings
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.window import Window
from tests.people import at_inject, set_up


@pytest.fixture(params=[1.0, 1.25, 1.5, 2.0])
def window(request: pytest.FixtureRequest, qtbot: QtBot, diary: Diary, tmp_path: Path) -> Iterator[Window]:
    set_up(diary)
    at_inject(diary)
    settings = Settings(theme="light", text_scale=request.param, width=1180, height=760)
    opened = Window(settings, tmp_path / "s.toml", Pulse())
    with qtbot.waitExposed(opened):
        opened.show()
    opened.show_diary(diary)
    yield opened
    opened.close()
    opened.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_h12_all_of_the_injection_is_in_sight_at_once(window: Window) -> None:
    window.show_page("walkthrough")
    for _ in range(4):
        QApplication.processEvents()
    page = window.page
    assert page is not None
    steps = [label for label in page.findChildren(QLabel) if label.text()[:2] in ("3.", "4.", "5.", "6.")]
    outcomes = [page.findChild(Button, f"reply-{name}") for name in ("needle_out", "problem", "not_injected")]
    foot = page.footer.mapTo(window, QPoint(0, 0)).y()
    assert len(steps) == 4
    for part in steps:
        assert bottom(part, window) <= foot, part.text()
    for button in outcomes:
        assert isinstance(button, Button)
        assert button.isVisible()
        assert bottom(button, window) <= window.height()


def bottom(part: QWidget, window: QWidget) -> int:
    return part.mapTo(window, QPoint(0, part.height())).y()
