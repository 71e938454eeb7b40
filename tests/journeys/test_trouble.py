"""A record that cannot be opened or was changed: the window says so calmly, and help stays within reach."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from anakinra_companion.app import Companion
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    diary = open_diary(Paths.under(tmp_path), system_clock(), list)
    diary.change_profile(country="US", first_run="done")
    diary.close()
    return tmp_path


@pytest.fixture
def companion(qtbot: QtBot, folder: Path, request: pytest.FixtureRequest) -> Iterator[Companion]:
    request.param(next(folder.glob("people/*/record.sqlite")))
    opened = Companion(Paths.under(folder), demo=False)
    with qtbot.waitExposed(opened.window):
        opened.show()
    yield opened
    opened.window.close()
    opened.close()
    opened.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def make_a_letter(record: Path) -> None:
    record.write_text("dear doctor", encoding="utf-8")


def change_an_entry(record: Path) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE journal SET utc = replace(utc, '20', '19') WHERE sequence = 1")
    connection.close()


def words_of(companion: Companion) -> str:
    return "\n".join(label.text() for label in companion.window.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("companion", [make_a_letter], indirect=True)
def test_a_file_that_is_no_record_is_said_plainly_and_help_works(
    qtbot: QtBot, companion: Companion, folder: Path
) -> None:
    qtbot.waitUntil(lambda: "not a record of this program" in words_of(companion), timeout=5_000)
    before = sorted(path.name for path in folder.rglob("*"))
    companion.window.show_page("help")
    qtbot.waitUntil(lambda: "Call now" in words_of(companion), timeout=5_000)
    qtbot.keyClick(companion.window, Qt.Key.Key_Escape)
    assert sorted(path.name for path in folder.rglob("*")) == before
    assert "logs" not in before


@pytest.mark.parametrize("companion", [change_an_entry], indirect=True)
def test_h21_an_entry_changed_from_outside_is_said_above_every_page(qtbot: QtBot, companion: Companion) -> None:
    qtbot.waitUntil(lambda: "changed from outside" in words_of(companion), timeout=5_000)
    companion.window.show_page("storage")
    assert "Do not use any syringe by this record" in words_of(companion)
