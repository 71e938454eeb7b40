"""The running program: what closing means, what the settings of reminders change, and a start without a window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QAbstractButton, QApplication, QTimeEdit
from pytestqt.qtbot import QtBot

from anakinra_companion import autostart
from anakinra_companion.diary.diary import Diary
from anakinra_companion.settings import Settings
from anakinra_companion.ui.dialogs.on_close import OnClose
from anakinra_companion.ui.dose_reminders import plan_of
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.questions.notices_question import NoticesQuestion
from anakinra_companion.ui.reminding import Reminding
from anakinra_companion.ui.widgets.alert_line import AlertLine
from anakinra_companion.ui.window import Window
from tests.people import set_up
from tests.ui.dialogs import answering

Open = Callable[[str], tuple[Window, Reminding, list[str]]]


@pytest.fixture
def opened(diary: Diary, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """The window of somebody set up, with everything that speaks up by itself."""
    made: list[tuple[Window, Reminding]] = []
    set_up(diary)

    def opening(on_close: str) -> tuple[Window, Reminding, list[str]]:
        window, ended = Window(Settings(on_close=on_close), tmp_path / "settings.toml", Pulse()), list[str]()
        with qtbot.waitExposed(window):
            window.show()
        window.show_diary(diary)
        reminding = Reminding(window, diary, Pulse())
        reminding.ended.connect(lambda: ended.append("ended"))
        made.append((window, reminding))
        return window, reminding, ended

    yield opening
    for window, reminding in made:
        reminding.close()
        window.close()
        window.deleteLater()


def is_away(window: Window) -> bool:
    """Hidden, or in the task bar where there is neither a tray nor a service that could speak for it."""
    return not window.isVisible() or window.isMinimized()


def press_end(dialog: OnClose) -> None:
    button = dialog.findChild(QAbstractButton, "end-program")
    assert isinstance(button, QAbstractButton)
    button.click()


def test_the_first_close_asks_and_staying_hides_the_window(opened: Open, tmp_path: Path) -> None:
    window, _, ended = opened("ask")
    with answering(OnClose, lambda dialog: dialog.primary.click()):
        window.close()
    assert is_away(window)
    assert ended == []
    assert Settings.read(tmp_path / "settings.toml").on_close == "stay"
    window.bring()
    assert not is_away(window)
    window.close()
    assert is_away(window)


def test_ending_is_one_press_too_and_is_not_asked_again(opened: Open, tmp_path: Path) -> None:
    window, _, ended = opened("ask")
    with answering(OnClose, press_end):
        window.close()
    assert ended == ["ended"]
    assert Settings.read(tmp_path / "settings.toml").on_close == "quit"


def test_cancel_leaves_the_window_open_and_asks_again_next_time(opened: Open) -> None:
    window, _, ended = opened("ask")
    for _ in range(2):
        with answering(OnClose, lambda dialog: dialog.cancel.click()):
            window.close()
        assert window.isVisible()
    assert ended == []


def test_a_notice_that_is_pressed_brings_the_page_but_never_leaves_an_injection(opened: Open, diary: Diary) -> None:
    window, _, _ = opened("stay")
    window.close()
    window.bring("storage")
    assert (window.isVisible(), window.name) == (True, "storage")
    diary.walkthrough.start()
    window.show_page("walkthrough")
    window.bring("storage")
    assert window.name == "walkthrough"


class Asking:
    """The question, with what was said to it."""

    def __init__(self, qtbot: QtBot, record: Path) -> None:
        self._qtbot, self._record = qtbot, record
        self.shown: list[NoticesQuestion] = []
        self.said: dict[str, object] = {}

    def ask(self, settings: Settings) -> NoticesQuestion:
        question = NoticesQuestion(settings, self._record)
        question.setObjectName("test-question")
        self.said = {}
        question.changed.connect(self.said.update)
        self.shown.append(question)
        with self._qtbot.waitExposed(question):
            question.show()
        return question


@pytest.fixture
def asking(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Asking]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    made = Asking(qtbot, tmp_path / "data/people/p/record.sqlite")
    yield made
    for question in made.shown:
        question.close()
        question.deleteLater()


def press(question: NoticesQuestion, name: str) -> None:
    button = question.findChild(QAbstractButton, f"choice-{name}")
    assert isinstance(button, QAbstractButton), name
    button.click()


@pytest.mark.parametrize(
    ("name", "setting", "value"),
    [
        ("notice-full", "notices", "full"),
        ("again-5", "again", 5),
        ("apart-60", "again_minutes", 60),
        ("close-quit", "on_close", "quit"),
    ],
)
def test_each_answer_changes_its_setting(asking: Asking, name: str, setting: str, value: object) -> None:
    press(asking.ask(Settings()), name)
    assert asking.said == {setting: value}
    assert setting in Settings.__slots__


def test_quiet_hours_are_chosen_and_changed_and_given_up(asking: Asking) -> None:
    press(asking.ask(Settings()), "quiet-yes")
    assert asking.said == {"quiet_from": time(22, 0), "quiet_until": time(7, 0)}
    question = asking.ask(Settings(quiet_from=time(22, 0), quiet_until=time(7, 0)))
    first = question.findChildren(QTimeEdit)[0]
    first.setTime(QTime(21, 30))
    first.editingFinished.emit()
    assert asking.said == {"quiet_from": time(21, 30), "quiet_until": time(7, 0)}
    press(question, "quiet-no")
    assert asking.said == {"quiet_from": None, "quiet_until": None}
    assert plan_of(Settings(quiet_from=time(21, 30), quiet_until=time(7, 0))).quiet == (time(21, 30), time(7, 0))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere it would change this very computer")
def test_starting_at_log_in_is_turned_on_where_it_is_asked(asking: Asking, tmp_path: Path) -> None:
    question = asking.ask(Settings())
    press(question, "login-yes")
    assert autostart.is_on()
    (entry,) = (tmp_path / "autostart").iterdir()
    # The very record that reminds now, not an empty one in the usual place.
    assert f"--data-dir {tmp_path / 'data'}" in entry.read_text(encoding="utf-8")
    press(question, "login-no")
    assert not autostart.is_on()


def test_the_demo_does_not_offer_to_start_at_log_in(qtbot: QtBot, tmp_path: Path) -> None:
    question = NoticesQuestion(Settings(), tmp_path / "anakinra-demo-x/people/p/record.sqlite")
    question.setObjectName("test-question")
    with qtbot.waitExposed(question):
        question.show()
    assert question.findChild(QAbstractButton, "choice-login-yes") is None
    assert question.findChild(QAbstractButton, "choice-close-stay") is not None
    question.close()
    question.deleteLater()


def test_h2_a_hidden_window_that_no_notice_can_speak_for_is_seen_again(opened: Open) -> None:
    window, reminding, _ = opened("stay")
    window.hide()
    reminding.notifier.failed.emit(None)
    assert window.isVisible()
    assert window.isMinimized()


def test_ending_from_the_tray_ends_and_does_not_hide_the_window_first(opened: Open) -> None:
    window, reminding, ended = opened("stay")
    reminding.tray.ended.emit()
    window.close()
    assert ended == ["ended"]
    assert not window.isVisible()


def test_a_change_of_colours_waits_until_a_small_window_is_closed(opened: Open, qtbot: QtBot) -> None:
    window, _, _ = opened("quit")
    page = window.page
    dialog = OnClose(window)
    dialog.show()
    assert QApplication.activeModalWidget() is dialog
    assert page is not None
    page.settings_changed.emit({"theme": "dark"})
    for _ in range(5):
        QApplication.processEvents()
    assert window.page is page
    dialog.close()
    qtbot.waitUntil(lambda: window.page is not page, timeout=5000)
    dialog.deleteLater()


def test_a_record_changed_from_outside_is_still_said_after_a_change_of_colours(opened: Open) -> None:
    window, _, _ = opened("quit")
    window.show_damage(3)
    window.change_settings(theme="dark")
    for _ in range(3):
        QApplication.processEvents()
    lines = [line for line in window.findChildren(AlertLine) if line.isVisible()]
    assert len(lines) >= 1
