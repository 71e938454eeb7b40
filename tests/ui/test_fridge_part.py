"""The fridge: a reading typed in, a logger's file taken in, and what only the person can tell, by real windows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QProgressBar, QWidget

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.domain.storage import Verdict
from anakinra_companion.ui.dialogs.import_readings import ImportReadings
from anakinra_companion.ui.dialogs.type_reading import TypeReading
from anakinra_companion.ui.dialogs.warm_since import WarmSince
from anakinra_companion.ui.storage import fridge_part
from anakinra_companion.ui.storage.page import StoragePage
from anakinra_companion.ui.widgets.chart import ChartView
from anakinra_companion.ui.widgets.moment_field import MomentField
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose, pick, type_in
from tests.ui.shown import Shown

CELSIUS = TemperatureUnit.CELSIUS


@pytest.fixture
def fridge(diary: Diary, show: Show) -> Shown[StoragePage]:
    set_up(diary)
    diary.change_profile(temperature_unit=CELSIUS)
    shown = show(StoragePage(diary))
    shown.press("choice-fridge")
    return shown  # type: ignore[return-value]


def file_of(folder: Path, rows: list[tuple[datetime, float]], name: str = "govee.csv") -> Path:
    """A file as Govee writes it, its clock in Madrid's winter."""
    lines = [f"{(at + timedelta(hours=1)):%Y-%m-%d %H:%M:%S},{value},50" for at, value in rows]
    path = folder / name
    path.write_text("Timestamp for sample frequency every 5 min min,Temperature_Celsius,Relative_Humidity\n")
    path.write_text(path.read_text() + "\n".join(lines) + "\n")
    return path


def series(start: datetime, values: list[float]) -> list[tuple[datetime, float]]:
    return [(start + timedelta(minutes=5 * number), value) for number, value in enumerate(values)]


def waited(dialog: ImportReadings, until: Callable[[], bool]) -> None:
    """Lets the worker and the window go on until something is so."""
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    assert dialog.isVisible()


def said(dialog: QDialog) -> str:
    labels = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    return "\n".join([*labels, *(each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible())])


@pytest.fixture
def choosing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """The file the person chooses in the system's own window."""

    def chosen(path: Path) -> None:
        monkeypatch.setattr(fridge_part, "chosen_file", lambda _: path)

    return chosen


def take_in(dialog: ImportReadings) -> None:
    waited(dialog, lambda: not dialog.is_busy)
    dialog.primary.click()
    waited(dialog, lambda: not dialog.is_busy)


def test_nothing_is_known_at_first_and_that_is_said(fridge: Shown[StoragePage]) -> None:
    assert "No reading of this fridge yet." in fridge.said
    assert "None yet." in fridge.said


def test_a_reading_is_typed_in_by_keys_alone(fridge: Shown[StoragePage], diary: Diary) -> None:
    button = fridge.find("type-reading")
    assert button is not None
    button.setFocus()

    def typed(dialog: TypeReading) -> None:
        focused = dialog.focusWidget()
        assert isinstance(focused, QWidget)
        QTest.keyClicks(focused, "5,4")
        QTest.keyClick(dialog.primary, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    with answering(TypeReading, typed):
        QTest.keyClick(button, Qt.Key.Key_Space)
    fridge.refresh()
    assert "5.4 °C, in range" in fridge.said
    assert [each.hundredths for each in diary.fridge.typed(fridge_name(diary))] == [540]
    assert len(fridge.undos) == 1
    diary.undo(fridge.undos[0])
    fridge.refresh()
    assert "No reading of this fridge yet." in fridge.said


def fridge_name(diary: Diary) -> str:
    return next(iter(diary.fridge.places()), "Fridge at home")


def test_a_value_that_condemns_is_read_back_with_its_unit_before_it_is_kept(
    fridge: Shown[StoragePage], diary: Diary
) -> None:
    place = fridge_name(diary)

    def frost(dialog: TypeReading) -> None:
        type_in(dialog, "Temperature now", "-1")
        dialog.primary.click()
        assert dialog.isVisible()
        assert "You typed -1.0 °C." in said(dialog)
        assert "7 syringe(s) may have frozen" in said(dialog)
        assert "is the unit °C?" in said(dialog)
        # Another number is read back anew.
        field = next(each for each in dialog.findChildren(QLabel) if each.text() == "Temperature now")
        assert field.isVisible()
        dialog.reject()

    with answering(TypeReading, frost):
        fridge.press("type-reading")
    assert not diary.fridge.typed(place)
    assert not fridge.undos

    def really(dialog: TypeReading) -> None:
        type_in(dialog, "Temperature now", "-1")
        dialog.primary.click()
        dialog.primary.click()
        assert not dialog.isVisible()

    with answering(TypeReading, really):
        fridge.press("type-reading")
    assert all(look.verdict is Verdict.DO_NOT_USE for look in diary.storage.looks())
    assert "may have frozen" in fridge.said
    assert "stricter reading" in fridge.said
    diary.undo(fridge.undos[0])
    assert all(look.usable for look in diary.storage.looks())
    assert whole(diary)


def test_the_unit_is_asked_and_a_number_in_the_other_one_is_not_taken(
    fridge: Shown[StoragePage], diary: Diary
) -> None:
    def mixed(dialog: TypeReading) -> None:
        type_in(dialog, "Temperature now", "41 °F")
        dialog.primary.click()
        assert "other unit" in said(dialog)
        choose(dialog, "fahrenheit")
        dialog.primary.click()
        assert not dialog.isVisible()

    with answering(TypeReading, mixed):
        fridge.press("type-reading")
    assert diary.fridge.typed(fridge_name(diary))[0].hundredths == 500
    assert "41.0 °F, in range" in fridge.said


@pytest.mark.parametrize(
    ("now", "lowest", "highest", "complaint"),
    [
        ("", "", "", "Please type what the thermometer shows."),
        ("cold", "", "", "Please type a number, such as 4.5."),
        ("90", "", "", "No fridge is like this."),
        ("5", "6", "", "The lowest cannot be above"),
        ("5", "", "4", "The highest cannot be below"),
    ],
)
def test_what_cannot_be_is_named_at_its_field_and_nothing_is_lost(
    fridge: Shown[StoragePage], diary: Diary, now: str, lowest: str, highest: str, complaint: str
) -> None:
    def odd(dialog: TypeReading) -> None:
        for name, value in (("Temperature now", now), ("Lowest", lowest), ("Highest", highest)):
            label = next(
                each for each in dialog.findChildren(QWidget) if each.accessibleName().startswith(name)
            ).accessibleName()
            type_in(dialog, label, value)
        dialog.primary.click()
        assert dialog.isVisible()
        assert complaint in said(dialog)

    with answering(TypeReading, odd):
        fridge.press("type-reading")
    assert not diary.fridge.typed(fridge_name(diary))


def test_a_loggers_file_is_taken_in_and_shown_and_removed_again(
    fridge: Shown[StoragePage], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
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
    fridge: Shown[StoragePage], tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
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
    fridge: Shown[StoragePage], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
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
    fridge: Shown[StoragePage], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None]
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
    fridge: Shown[StoragePage], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
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


def test_a_lone_warm_reading_asks_since_when_and_the_answer_counts(
    fridge: Shown[StoragePage], diary: Diary, clock: HandClock
) -> None:
    clock.pass_time(hours=5)
    diary.fridge.type_in(fridge_name(diary), 1200)
    fridge.refresh()
    assert "Since when was it warm?" in fridge.said

    def told(dialog: WarmSince) -> None:
        when = dialog.findChild(MomentField)
        assert isinstance(when, MomentField)
        when.day.edit.setDate(when.day.edit.date().addDays(-1))
        when.time.edit.setTime(QTime(22, 0))
        dialog.primary.click()
        assert not dialog.isVisible()

    with answering(WarmSince, told):
        fridge.press("since-0")
    assert "Since when was it warm?" not in fridge.said
    assert {look.exposure.warm_seconds for look in diary.storage.looks()} == {7200}
    assert "2 h 0 min warm, counted as time out" in fridge.said
    assert len(fridge.undos) == 1


def test_a_warm_end_of_a_file_asks_whether_the_logger_was_out(
    fridge: Shown[StoragePage], diary: Diary, tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
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
    fridge: Shown[StoragePage], tmp_path: Path, choosing: Callable[[Path], None], clock: HandClock
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


def test_another_fridge_has_its_own_readings(fridge: Shown[StoragePage], diary: Diary) -> None:
    diary.fridge.type_in("Office", 400)
    diary.fridge.type_in(fridge_name(diary), 500)
    fridge.refresh()
    assert "5.0 °C, in range" in fridge.said
    listed = fridge.page.findChild(QComboBox, "fridge-place")
    assert isinstance(listed, QComboBox)
    listed.setCurrentIndex(listed.findText("Office"))
    fridge.settle()
    assert "4.0 °C, in range" in fridge.said


def test_the_chart_is_not_built_anew_while_somebody_walks_on_it(
    fridge: Shown[StoragePage], diary: Diary, clock: HandClock
) -> None:
    for value in (500, 600):
        clock.pass_time(minutes=10)
        diary.fridge.type_in(fridge_name(diary), value)
    fridge.refresh()
    chart = fridge.page.findChild(ChartView)
    assert isinstance(chart, ChartView)
    chart.reader.setFocus()
    QTest.keyClick(chart.reader, Qt.Key.Key_Home)
    clock.pass_time(minutes=3)
    fridge.refresh()
    assert chart.isVisible()
    assert chart.reader.hasFocus()
    assert "5.0 °C" in chart.reader.accessibleName()


def test_the_unit_that_is_shown_can_be_changed(fridge: Shown[StoragePage], diary: Diary) -> None:
    diary.fridge.type_in(fridge_name(diary), 500)
    fridge.refresh()
    fridge.press("choice-fahrenheit")
    assert "41.0 °F, in range" in fridge.said
    assert diary.profile().temperature_unit is TemperatureUnit.FAHRENHEIT
