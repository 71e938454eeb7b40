"""Take it along: a calendar file for the phone, a table out, and doses in after a look at them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLabel

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.dose_tables import Fate, Preview
from anakinra_companion.diary.doses import SECOND, Given
from anakinra_companion.diary.undo import Done
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.sites import Place
from anakinra_companion.exchange.dose_tables.kinds import DateForm, LineFault, SkippedLine, TableTrouble
from anakinra_companion.exchange.files import FileFault
from anakinra_companion.ui import table_words
from anakinra_companion.ui.calendar.page import CalendarPage
from anakinra_companion.ui.dialogs.bring_in import BringIn
from anakinra_companion.ui.dialogs.save_calendar import SaveCalendar
from tests.diary.test_dose_tables import foreign
from tests.exchange.calendar_readers import by_text, events
from tests.exchange.test_foreign_tables import MEDTIMER_HEAD, OTHER, TAKEN
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import choose
from tests.ui.shown import Shown

FEBRUARY = TODAY - timedelta(days=3)
Answer = Callable[[QDialog], None]


def answering_all(*answers: tuple[type[QDialog], Answer]) -> list[str]:
    """Answers the windows that open one after the other; gives the names of those that did."""
    opened: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        kind, answer = answers[len(opened)]
        assert isinstance(dialog, kind), dialog
        opened.append(kind.__name__)
        # The next one opens inside the press that closes this one.
        if len(opened) < len(answers):
            QTimer.singleShot(0, act)
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    return opened


def to(path: Path) -> tuple[type[QDialog], Answer]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()

    return QFileDialog, answer


def agree(*choices: str) -> Answer:
    def answer(dialog: QDialog) -> None:
        for name in choices:
            choose(dialog, name)
        assert isinstance(dialog, BringIn | SaveCalendar)
        dialog.primary.click()

    return answer


def words(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


@pytest.fixture
def page(diary: Diary, show: Show) -> Shown[CalendarPage]:
    set_up(diary)
    shown = show(CalendarPage(diary))
    shown.press("choice-along")
    return shown  # type: ignore[return-value]


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "events.csv"
    path.write_text(text, "utf-8", newline="")
    return path


def test_the_calendar_file_says_reminder_and_rings_once_unless_more_is_wanted(
    page: Shown[CalendarPage], diary: Diary, tmp_path: Path
) -> None:
    path = tmp_path / "reminders.ics"
    opened = answering_all((SaveCalendar, agree()), to(path))
    page.press("save-calendar")
    assert opened == ["SaveCalendar", "QFileDialog"]
    file = path.read_bytes()
    assert by_text(file) == [slot.due for slot in diary.regimen.coming().slots()]
    assert all(event["summary"] == "Reminder" for event in events(file).values())
    assert file.count(b"BEGIN:VALARM") == 1
    assert "Saved. Now open it on your phone" in page.said
    answering_all((SaveCalendar, agree("full", "again")), to(tmp_path / "full.ics"))
    page.press("save-calendar")
    full = (tmp_path / "full.ics").read_bytes()
    assert b"SUMMARY:Anakinra injection" in full
    assert full.count(b"BEGIN:VALARM") == 3


def test_what_the_file_holds_and_that_it_must_be_opened_is_said_first(page: Shown[CalendarPage]) -> None:
    def look(dialog: QDialog) -> None:
        said = words(dialog)
        assert "Reminders in this file: 180." in said
        assert "2 March 2026" in said
        assert "only once you have opened this file on it" in said

    assert answering_all((SaveCalendar, look)) == []
    page.press("save-calendar")
    assert "Saved" not in page.said


def test_h5_with_a_clock_in_doubt_no_file_is_made(page: Shown[CalendarPage], diary: Diary, clock: HandClock) -> None:
    diary.look_at_clock()
    clock.set_wall(clock.now() - timedelta(days=2))
    page.press("save-calendar")
    assert "clock cannot be trusted" in page.said


def test_without_a_label_it_says_what_to_do(diary: Diary, show: Show) -> None:
    shown = show(CalendarPage(diary))
    shown.press("choice-along")
    shown.press("save-calendar")
    assert "Copy yours in Settings first" in shown.said


def test_the_table_is_saved_and_comes_back_as_nothing_new(
    page: Shown[CalendarPage], diary: Diary, tmp_path: Path
) -> None:
    diary.doses.record(Given(TODAY, diary.now(), place=Place.THIGH_LEFT))
    path = tmp_path / "doses.csv"
    answering_all(to(path))
    page.press("save-table")
    assert "Saved." in page.said
    assert path.read_text("utf-8").count("thigh_left") == 1

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, BringIn)
        assert "Nothing in this file is new" in words(dialog)
        assert "In your record already: 1." in words(dialog)
        assert not dialog.primary.isEnabled()

    answering_all(to(path), (BringIn, look))
    page.press("bring-in")
    assert page.undos == []


def test_a_place_that_cannot_serve_is_said_and_the_record_is_left_alone(
    page: Shown[CalendarPage], diary: Diary
) -> None:
    target = diary.path.with_name("doses.csv")
    answering_all(to(target))
    page.press("save-table")
    assert "Your record itself is in that folder" in page.said
    assert not target.exists()


def test_doses_of_another_program_come_in_after_a_look_and_are_undone_whole(
    page: Shown[CalendarPage], diary: Diary, tmp_path: Path
) -> None:
    path = table(tmp_path, MEDTIMER_HEAD + TAKEN + "broken\n")

    def look(dialog: QDialog) -> None:
        said = words(dialog)
        assert "New doses: 1." in said
        assert '"Kineret"' in said
        assert "Could not be read: 1 (line 3)." in said
        assert diary.dose_tables.rows() == []
        agree()(dialog)

    answering_all(to(path), (BringIn, look))
    page.press("bring-in")
    (undo,) = page.undos
    assert undo.done is Done.DOSES_BROUGHT_IN
    day = diary.doses.day(FEBRUARY)
    assert day.state is DayState.TAKEN
    assert day.doses[0].at == datetime(2026, 2, 27, 19, 7, 12, tzinfo=UTC)
    assert day.doses[0].place is None
    diary.undo(undo)
    assert diary.doses.day(FEBRUARY).state is DayState.NONE
    assert whole(diary)


def test_which_medicine_is_asked_and_nothing_comes_in_before(
    page: Shown[CalendarPage], diary: Diary, tmp_path: Path
) -> None:
    path = table(tmp_path, MEDTIMER_HEAD + TAKEN + OTHER)

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, BringIn)
        dialog.primary.click()
        assert dialog.isVisible()
        assert "Choose one first." in words(dialog)
        agree("Kineret")(dialog)

    answering_all(to(path), (BringIn, answer))
    page.press("bring-in")
    assert [row.day for row in diary.dose_tables.rows()] == [FEBRUARY]


def test_h1_a_day_with_a_dose_keeps_it_alone_unless_the_person_says_otherwise(
    diary: Diary, show: Show, tmp_path: Path
) -> None:
    set_up(diary, starts=FEBRUARY)
    diary.doses.record(Given(FEBRUARY, diary.now() - timedelta(days=3)))
    shown = show(CalendarPage(diary))
    shown.press("choice-along")
    path = table(tmp_path, MEDTIMER_HEAD + TAKEN)

    def look(dialog: QDialog) -> None:
        assert "something of its own on these days: Fri 27 Feb" in words(dialog)
        agree()(dialog)

    answering_all(to(path), (BringIn, look))
    shown.press("bring-in")
    assert len(diary.doses.day(FEBRUARY).doses) == 1
    assert "Nothing in this file is new" in shown.said
    answering_all(to(path), (BringIn, agree("second")))
    shown.press("bring-in")
    assert [SECOND in dose.flags for dose in diary.doses.day(FEBRUARY).doses].count(True) == 1


def test_a_file_that_is_no_table_is_said_so(page: Shown[CalendarPage], tmp_path: Path) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    answering_all(to(path))
    page.press("bring-in")
    assert "Nothing was brought in. This file is not a table." in page.said


@pytest.mark.usefixtures("qtbot")
def test_words_exist_for_everything_that_can_become_of_a_file() -> None:
    said = [table_words.file_fault(each) for each in FileFault]
    said += [table_words.trouble(each) for each in TableTrouble]
    assert all(each.endswith(".") for each in said)
    assert len({table_words.date_form(each) for each in DateForm}) == len(DateForm)
    assert len(said) == len(set(said))
    left_out = table_words.skipped([SkippedLine(7, fault) for fault in LineFault])
    assert len(set(left_out)) == len(LineFault)
    told_apart = set(Fate) - {Fate.NEW, Fate.SECOND, Fate.CONFLICT}
    row = foreign(FEBRUARY)
    assert len(table_words.left_out(Preview((row,) * len(told_apart), tuple(told_apart)))) == len(told_apart)


def test_every_control_has_a_name_and_room_for_stiff_hands(page: Shown[CalendarPage]) -> None:
    for name in ("save-calendar", "save-table", "bring-in"):
        button = page.find(name)
        assert isinstance(button, QAbstractButton)
        assert button.text()
        assert button.height() >= 44
