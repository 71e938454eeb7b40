"""A logger's file is taken in: its questions, how far it is, Cancel, and what it means for the fridge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from anakinra_companion.diary.diary import Diary
from anakinra_companion.ui.dialogs.import_readings import ImportReadings
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.storage import fridge_part
from anakinra_companion.ui.widgets.chart import ChartView
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.ui.dialogs import answering, choose, pick
from tests.ui.fridge_files import file_of, fridge_name, said, series, take_in, waited
from tests.ui.shown import Shown


@pytest.fixture
def choosing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """The file the person chooses in the system's own window."""

    def chosen(path: Path) -> None:
        monkeypatch.setattr(fridge_part, "chosen_file", lambda _: path)

    return chosen


def test_a_loggers_file_is_taken_in_and_shown_and_removed_again(
    fridge: Shown[Page], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
) -> None:
    clock.pass_time(hours=10)
    begin = datetime(2026, 3, 2, 19, tzinfo=UTC)
    choosing(file_of(tmp_path, series(begin, [5.0] * 40 + [9.5] * 12 + [5.0] * 20)))

    def answer(dialog: ImportReadings) -> None:
        waited(dialog, lambda: not dialog.is_busy)
        assert "A file of Govee" in said(dialog)
        take_in(dialog)
        assert "Readings taken in: 72" in said(dialog)
        dialog.primary.click()
        assert not dialog.isVisible()

    with answering(ImportReadings, answer):
        fridge.press("import-readings")
    assert len(fridge.undos) == 1
    assert "5.0 °C, in range" in fridge.said
    assert "Too warm" in fridge.said
    assert "warm, counted as time out" in fridge.said
    chart = fridge.page.findChild(ChartView)
    assert isinstance(chart, ChartView)
    assert [each.shade.words.partition(":")[0] for each in chart.shades] == ["Too warm"]
    fridge.press("remove-0")
    assert "Removed, counts no more" in fridge.said
    assert "counted as time out" not in fridge.said
    assert whole(diary)


def test_a_file_that_was_taken_in_before_adds_nothing(
    fridge: Shown[Page], tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
) -> None:
    clock.pass_time(hours=10)
    choosing(file_of(tmp_path, series(datetime(2026, 3, 2, 19, tzinfo=UTC), [5.0] * 30)))

    def first(dialog: ImportReadings) -> None:
        take_in(dialog)
        dialog.primary.click()

    def again(dialog: ImportReadings) -> None:
        take_in(dialog)
        assert "Nothing new" in said(dialog)
        assert "On record already: 30" in said(dialog)
        dialog.primary.click()
        assert not dialog.isVisible()

    for answer in (first, again):
        with answering(ImportReadings, answer):
            fridge.press("import-readings")
    assert len(fridge.undos) == 1


def test_the_questions_of_a_file_come_one_after_the_other(
    fridge: Shown[Page], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
) -> None:
    clock.pass_time(hours=10)
    file = tmp_path / "unknown.csv"
    file.write_text("when;what;more\n03.02.2026 20:00;5.1;x\n03.02.2026 20:05;5.2;y\nbroken;5;z\n")
    choosing(file)

    def answer(dialog: ImportReadings) -> None:
        waited(dialog, lambda: not dialog.is_busy)
        assert "Which column is what?" in said(dialog)
        dialog.primary.click()
        assert "Please choose a column." in said(dialog)
        pick(dialog, "The time, or the date with the time", "0")
        pick(dialog, "The temperature", "0")
        dialog.primary.click()
        assert "One column cannot be two things" in said(dialog)
        pick(dialog, "The temperature", "1")
        dialog.primary.click()
        waited(dialog, lambda: not dialog.is_busy)
        assert "Celsius or Fahrenheit?" in said(dialog)
        assert "03.02.2026 20:00;5.1;x" in said(dialog)
        dialog.primary.click()
        assert "Please choose an answer." in said(dialog)
        choose(dialog, "celsius")
        dialog.primary.click()
        waited(dialog, lambda: not dialog.is_busy)
        assert "the day or the month?" in said(dialog)
        choose(dialog, "month_first")
        dialog.primary.click()
        take_in(dialog)
        assert "Readings taken in: 2" in said(dialog)
        assert "the time could not be read" in said(dialog)
        assert "Line 4" in said(dialog)
        dialog.primary.click()

    with answering(ImportReadings, answer):
        fridge.press("import-readings")
    (batch,) = diary.fridge.batches(fridge_name(diary))
    assert (batch.first.month, batch.first.day) == (3, 2)


def test_a_file_that_cannot_be_read_says_what_to_do(
    fridge: Shown[Page], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None]
) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF-1.4 something")
    choosing(file)

    def answer(dialog: ImportReadings) -> None:
        waited(dialog, lambda: not dialog.is_busy)
        assert "This is a PDF." in said(dialog)
        assert "Nothing was taken from it." in said(dialog)
        assert not dialog.primary.isVisible()

    with answering(ImportReadings, answer):
        fridge.press("import-readings")
    assert not diary.fridge.batches(fridge_name(diary))


def test_cancel_leaves_nothing_and_the_window_stays_awake_meanwhile(
    fridge: Shown[Page], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
) -> None:
    clock.pass_time(hours=24 * 365)
    choosing(file_of(tmp_path, series(datetime(2026, 3, 2, 19, tzinfo=UTC), [5.0] * 60_000)))
    awake: list[int] = []

    def answer(dialog: ImportReadings) -> None:
        waited(dialog, lambda: not dialog.is_busy)
        dialog.primary.click()
        (bar,) = (each for each in dialog.findChildren(QProgressBar) if each.isVisible())
        bar.valueChanged.connect(awake.append)
        waited(dialog, lambda: bool(awake))
        assert bar.accessibleName()
        assert dialog.is_busy
        dialog.cancel.click()
        assert not dialog.isVisible()

    with answering(ImportReadings, answer):
        fridge.press("import-readings")
    assert awake
    assert not diary.fridge.batches(fridge_name(diary))
    assert not fridge.undos
    assert whole(diary)


def test_a_warm_end_of_a_file_asks_whether_the_logger_was_out(
    fridge: Shown[Page], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
) -> None:
    clock.pass_time(hours=10)
    choosing(file_of(tmp_path, series(datetime(2026, 3, 2, 19, tzinfo=UTC), [21.0] * 6 + [5.0] * 40)))

    def answer(dialog: ImportReadings) -> None:
        take_in(dialog)
        dialog.primary.click()

    with answering(ImportReadings, answer):
        fridge.press("import-readings")
    assert "Was the logger out of the fridge then?" in fridge.said
    assert "counted as time out" in fridge.said
    fridge.press("was-out-0")
    assert "Was the logger out of the fridge then?" not in fridge.said
    assert "counted as time out" not in fridge.said
    diary.undo(fridge.undos[-1])
    fridge.refresh()
    fridge.press("was-in-0")
    assert "counted as time out" in fridge.said


def test_the_placement_test_says_where_the_logger_lies_and_what_it_saw(
    fridge: Shown[Page], tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
) -> None:
    fridge.press("spot-middle")
    assert "The logger lies here now: Middle shelf" in fridge.said
    begin = clock.now()
    clock.pass_time(hours=25)
    fridge.refresh()
    fridge.press("spot-door")
    values = [5.0] * (12 * 25 + 1) + [9.0] * 12
    choosing(file_of(tmp_path, series(begin, values)))
    clock.pass_time(hours=2)

    def answer(dialog: ImportReadings) -> None:
        take_in(dialog)
        dialog.primary.click()

    with answering(ImportReadings, answer):
        fridge.press("import-readings")
    assert "Middle shelf: 5.0 °C. It stayed in range." in fridge.said
    assert "In the door: 5.0 to 9.0 °C in 1 h 0 min. Watch it 23 h 0 min longer." in fridge.said


def key(dialog: ImportReadings, pressed: Qt.Key) -> None:
    focused = dialog.focusWidget()
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, pressed)
    QApplication.processEvents()


def test_a_file_with_a_question_is_taken_in_by_keys_alone(
    fridge: Shown[Page], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
) -> None:
    clock.pass_time(hours=10)
    file = tmp_path / "logtag.csv"
    file.write_text("".join(f"{at},03/02/2026,20:{5 * at:02}:00,5.1,50\n" for at in range(1, 8)))
    choosing(file)

    def answer(dialog: ImportReadings) -> None:
        waited(dialog, lambda: not dialog.is_busy)
        while "Take its readings" not in said(dialog):
            assert "the day or the month?" in said(dialog) or "Celsius or Fahrenheit?" in said(dialog)
            months = "the day or the month?" in said(dialog)
            if months:
                key(dialog, Qt.Key.Key_Down)
            key(dialog, Qt.Key.Key_Space)
            while dialog.focusWidget() is not dialog.primary:
                key(dialog, Qt.Key.Key_Tab)
            key(dialog, Qt.Key.Key_Return)
            waited(dialog, lambda: not dialog.is_busy)
        assert dialog.focusWidget() is dialog.primary
        key(dialog, Qt.Key.Key_Return)
        waited(dialog, lambda: not dialog.is_busy)
        assert "Readings taken in: 7" in said(dialog)
        key(dialog, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    button = fridge.find("import-readings")
    assert button is not None
    button.setFocus()
    with answering(ImportReadings, answer):
        QTest.keyClick(button, Qt.Key.Key_Return)
    (batch,) = diary.fridge.batches(fridge_name(diary))
    assert (batch.first.month, batch.first.day, batch.rows) == (3, 2, 7)


def test_a_file_that_went_away_is_said_and_nothing_is_lost(
    fridge: Shown[Page], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None]
) -> None:
    choosing(tmp_path / "gone.csv")

    def answer(dialog: ImportReadings) -> None:
        waited(dialog, lambda: not dialog.is_busy)
        assert "The file is not there any more." in said(dialog)

    with answering(ImportReadings, answer):
        fridge.press("import-readings")
    assert not diary.fridge.batches(fridge_name(diary))
