"""When something cannot be done: the person is told the truth about what was kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import NotInTime
from anakinra_companion.settings import Settings
from anakinra_companion.store.trouble import RecordTrouble, Trouble
from anakinra_companion.ui.crash import LastNet
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.window import Window
from tests.hand_clock import HandClock
from tests.people import TODAY, at_inject, set_up


@pytest.fixture
def window(qtbot: QtBot, diary: Diary, tmp_path: Path) -> Iterator[Window]:
    set_up(diary)
    before = sys.excepthook
    opened = Window(Settings(), tmp_path / "settings.toml", Pulse())
    LastNet(opened).spread()
    with qtbot.waitExposed(opened):
        opened.show()
    opened.show_diary(diary)
    yield opened
    sys.excepthook = before
    for box in opened.findChildren(QMessageBox):
        box.close()
    opened.close()
    opened.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def fallen(window: Window, error: BaseException) -> str:
    """What is told of an error that a slot let through."""
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)
    return told(window)


def told(window: Window) -> str:
    for _ in range(4):
        QApplication.processEvents()
    boxes = [box for box in window.findChildren(QMessageBox, "failure") if box.isVisible()]
    return " ".join(f"{box.text()} {box.informativeText()}" for box in boxes)


def test_a_write_that_failed_is_said_not_to_be_saved(window: Window, diary: Diary) -> None:
    walk = at_inject(diary)
    engine = diary._record.store._engine
    for connection in (engine.connect(), engine.connect()):
        connection.exec_driver_sql("PRAGMA query_only=ON")
        connection.close()
    with pytest.raises(RecordTrouble) as caught:
        diary.doses.record(Given(TODAY - timedelta(days=1), diary.now()))
    said = fallen(window, caught.value)
    assert said.startswith("This was not saved.")
    assert "is saved" not in said
    assert diary.walkthrough.get(walk.id).is_possible_dose


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_a_sentence_that_says_what_to_do(window: Window, trouble: Trouble) -> None:
    said = fallen(window, RecordTrouble(trouble, Path("record.sqlite")))
    assert said.startswith("This was not saved.")
    assert said.count(".") >= 2


def test_a_refusal_says_why(window: Window) -> None:
    assert "still ahead" in fallen(window, NotInTime("ahead"))


def test_a_mistake_of_ours_promises_nothing(window: Window) -> None:
    said = fallen(window, ValueError("ours"))
    assert "went wrong" in said
    assert "saved" not in said


def test_a_worker_that_falls_into_the_net_shows_it_in_the_window(window: Window, qtbot: QtBot) -> None:
    error = ValueError("in a worker")
    worker = Thread(target=lambda: sys.excepthook(type(error), error, None))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: "went wrong" in told(window))


def test_a_minute_that_cannot_be_kept_is_said_once(window: Window, diary: Diary, clock: HandClock) -> None:
    engine = diary._record.store._engine

    def stop_writing(connection: object, _: object) -> None:
        connection.execute("PRAGMA query_only=ON")  # type: ignore[attr-defined]

    engine.dispose()
    event.listen(engine, "connect", stop_writing)
    clock.pass_time(minutes=1)
    with pytest.raises(RecordTrouble):
        window._tick()
    clock.pass_time(minutes=1)
    window._tick()
