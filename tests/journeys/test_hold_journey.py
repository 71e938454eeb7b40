"""Signs of an emergency: help with one key, a hold, and the way out of it; the real window with keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.diary import Diary
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths
from tests.journal_check import whole
from tests.journeys.person import Person
from tests.people import set_up


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    diary = reopened(tmp_path)
    set_up(diary, starts=diary.today() - timedelta(days=1), at=time(0, 1))
    diary.close()
    opened = Person(qtbot, tmp_path / "data")
    yield opened
    opened.quit()


def reopened(folder: Path) -> Diary:
    return open_diary(Paths.under(folder / "data"), system_clock(), list)


def type_the_doctor(dialog: QDialog) -> None:
    for letter in "Dr Rivas":
        focused = dialog.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)
    for _ in range(20):
        focused = dialog.focusWidget()
        assert focused is not None
        if focused.objectName() == "dialog-primary":
            QTest.keyClick(focused, Qt.Key.Key_Return)
            return
        QTest.keyClick(focused, Qt.Key.Key_Tab)


def test_a_hold_from_the_help_page_to_a_doctors_word(person: Person, tmp_path: Path) -> None:
    person.at("today")
    person.key(Qt.Key.Key_F1)
    person.at("help")
    person.tab_to("set-hold")
    person.key(Qt.Key.Key_Return)
    person.see("hold-noted")
    person.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    person.at("today")
    assert "Do not inject again until a doctor says so." in person.words()
    assert "Start injection" not in person.words()
    person.tab_to("lift-hold")
    person.in_dialog(lambda: person.key(Qt.Key.Key_Return), type_the_doctor)
    assert "Do not inject again" not in person.words()
    diary = reopened(tmp_path)
    (hold,) = diary.hold.every()
    assert (hold.lifted_by, hold.lifted_on) == ("Dr Rivas", diary.today())
    assert whole(diary)
    diary.close()
