"""In the smallest window nobody has to guess that there is more: the answers are in sight, or a sign says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.flow import Mode, Reply, Stage
from anakinra_companion.settings import Settings
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.window import Window
from tests.people import at_inject, set_up

Opened = Callable[[float], Page]


@pytest.fixture
def smallest(qtbot: QtBot, diary: Diary, tmp_path: Path) -> Iterator[Opened]:
    """The walkthrough in the smallest window, its words as large as asked."""
    made: list[Window] = []

    def opened(scale: float) -> Page:
        settings = Settings(theme="light", text_scale=scale, width=1024, height=640)
        window = Window(settings, tmp_path / "s.toml", Pulse())
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.show_diary(diary)
        window.show_page("walkthrough")
        settle()
        assert window.page is not None
        return window.page

    yield opened
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


def sign(page: Page) -> QFrame:
    found = page.findChild(QFrame, "more-below")
    assert isinstance(found, QFrame)
    return found


def at_problem(diary: Diary) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.PROBLEM)


def at_glass(diary: Diary) -> None:
    set_up(diary)
    diary.change_profile(mode=Mode.FIRST_TIME)
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    assert diary.walkthrough.answer(walk, Reply.FINE).stage is Stage.GLASS


def test_what_went_wrong_can_be_answered_without_scrolling(diary: Diary, smallest: Opened) -> None:
    at_problem(diary)
    page = smallest(1.0)
    edge = sign(page).mapTo(page, QPoint(0, 0)).y()
    answers = [each for each in page.findChildren(Button) if each.objectName().startswith("reply-")]
    asked = [each for each in answers if each.objectName() != "reply-back"]
    assert len(asked) == 6
    for answer in asked:
        assert answer.mapTo(page, QPoint(0, answer.height())).y() <= edge, answer.text()


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_with_large_words_a_sign_says_that_there_is_more_until_the_end(
    diary: Diary, smallest: Opened, scale: float
) -> None:
    at_glass(diary)
    page = smallest(scale)
    bar = page.findChild(QScrollArea).verticalScrollBar()  # type: ignore[union-attr]
    assert sign(page).isVisible()
    bar.setValue(bar.maximum())
    settle()
    assert not sign(page).isVisible()
    help_row = page.findChild(Button, "ask")
    assert isinstance(help_row, Button)
    assert help_row.mapTo(page, QPoint(0, help_row.height())).y() <= page.footer.y()


def test_a_press_on_the_sign_shows_more_and_answers_nothing(diary: Diary, smallest: Opened) -> None:
    at_glass(diary)
    walk = diary.walkthrough.open()
    assert walk is not None
    page = smallest(2.0)
    bar = page.findChild(QScrollArea).verticalScrollBar()  # type: ignore[union-attr]
    QTest.mouseClick(sign(page), Qt.MouseButton.LeftButton)
    settle()
    assert bar.value() > 0
    assert diary.walkthrough.get(walk.id) == walk


def test_where_everything_is_in_sight_no_sign_says_otherwise(diary: Diary, smallest: Opened) -> None:
    set_up(diary)
    page = smallest(1.0)
    assert not sign(page).isVisible()
