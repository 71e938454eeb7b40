"""The calendar's other parts: a year at a glance, figures, pauses; with keys alone, and for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.doses import AnswerKind, DayState, DoseKind
from anakinra_companion.domain.figures import Outcome
from anakinra_companion.ui.calendar.month_table import MonthTable
from anakinra_companion.ui.calendar.page import CalendarPage
from anakinra_companion.ui.calendar.small_month import SmallMonth
from anakinra_companion.ui.dialogs.pause import PauseDialog
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.widgets.outcome_bar import LOOKS, OutcomeBar
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose, type_in
from tests.ui.shown import Shown
from tests.ui.windows import press

Key = Qt.Key


@pytest.fixture
def language() -> Iterator[None]:
    """Weeks and dates of another place, put back afterwards."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


def year(diary: Diary, show: Show) -> Shown[Page]:
    shown = show(CalendarPage(diary))
    shown.press("choice-year")
    return shown


def small(shown: Shown[Page], number: int) -> SmallMonth:
    found = shown.page.findChild(SmallMonth, f"month-{number}")
    assert isinstance(found, SmallMonth)
    return found


def at(shown: Shown[Page]) -> str:
    """The day that the keyboard is at, as a screen reader is told of it."""
    table = shown.page.focusWidget()
    assert isinstance(table, SmallMonth), table
    return str(table.model().data(table.currentIndex(), Qt.ItemDataRole.AccessibleTextRole))


def keys(shown: Shown[Page], *pressed: Qt.Key) -> None:
    for key in pressed:
        table = shown.page.focusWidget()
        assert table is not None
        QTest.keyClick(table, key)
        shown.settle()


def test_twelve_months_each_a_table_of_its_own_with_named_days(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = year(diary, show)
    names = [small(shown, number).accessibleName() for number in range(1, 13)]
    assert names[0] == "January 2026"
    assert names[11] == "December 2026"
    table = small(shown, 3)
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() is QAccessible.Role.Table
    assert "2 March 2026: Due" in str(table.model().data(table.currentIndex(), Qt.ItemDataRole.AccessibleTextRole))
    header = table.model().headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert header in ("Sunday", "Monday")


def test_days_of_other_months_are_not_told_twice(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = year(diary, show)
    for number in range(1, 13):
        model = small(shown, number).model()
        cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(7)]
        told = [model.data(cell, Qt.ItemDataRole.AccessibleTextRole) for cell in cells]
        days = [each for each in told if each]
        assert len(days) == (date(2026 + number // 12, number % 12 + 1, 1) - date(2026, number, 1)).days


@pytest.mark.parametrize(
    ("pressed", "day"),
    [
        ((Key.Key_Right,), "3 March 2026"),
        ((Key.Key_Left, Key.Key_Left), "28 February 2026"),
        ((Key.Key_Up,), "23 February 2026"),
        ((Key.Key_Down,), "9 March 2026"),
        ((Key.Key_Home,), "1 March 2026"),
        ((Key.Key_End,), "31 March 2026"),
        ((Key.Key_PageUp,), "2 February 2026"),
        ((Key.Key_PageDown,), "2 April 2026"),
        ((Key.Key_End, Key.Key_PageUp), "28 February 2026"),
        ((Key.Key_PageUp,) * 3, "2 December 2025"),
        ((Key.Key_PageDown,) * 10, "2 January 2027"),
    ],
)
def test_keys_walk_over_days_months_and_years(
    diary: Diary, show: Show, pressed: tuple[Qt.Key, ...], day: str
) -> None:
    set_up(diary)
    shown = year(diary, show)
    small(shown, 3).setFocus()
    keys(shown, *pressed)
    assert day in at(shown)
    assert day.rsplit(maxsplit=1)[-1] in shown.said


def test_only_the_month_of_the_chosen_day_is_come_to_with_tab(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = year(diary, show)
    by_tab = [n for n in range(1, 13) if small(shown, n).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert by_tab == [3]


def test_enter_opens_the_month_at_that_day(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = year(diary, show)
    small(shown, 3).setFocus()
    keys(shown, Key.Key_PageUp, Key.Key_Right, Key.Key_Return)
    assert "Tuesday, 3 February 2026" in shown.said
    assert shown.page.findChild(SmallMonth) is None or not small(shown, 1).isVisible()
    table = shown.page.findChild(MonthTable)
    assert isinstance(table, MonthTable)
    assert table.isVisible()


def test_a_click_on_a_day_opens_it_and_one_on_a_name_opens_the_month(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = year(diary, show)
    table = small(shown, 5)
    where = table.visualRect(table.model().index(2, 3)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    shown.settle()
    assert "May 2026" in shown.said
    shown.press("choice-year")
    shown.press("open-month-7")
    assert "1 July 2026" in shown.said
    shown.press("choice-year")
    shown.press("open-month-3")
    assert "2 March 2026" in shown.said


def test_years_are_turned_and_today_comes_back(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = year(diary, show)
    for _ in range(40):
        shown.press("year-before")
    assert "1986" in shown.said
    shown.press("year-after")
    assert "1987" in shown.said
    shown.press("this-year")
    assert "2026" in shown.said


def test_a_dose_recorded_elsewhere_shows_in_the_year_and_the_day_stays(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = year(diary, show)
    small(shown, 3).setFocus()
    diary.doses.record(Given(TODAY, diary.now()))
    shown.refresh()
    assert "2 March 2026: Taken" in at(shown)


@pytest.mark.parametrize(("name", "first"), [("en_US", "Sunday"), ("de_DE", "Montag"), ("ar_EG", "السبت")])
@pytest.mark.usefixtures("language")
def test_weeks_begin_as_they_do_where_the_person_lives(diary: Diary, show: Show, name: str, first: str) -> None:
    QLocale.setDefault(QLocale(name))
    set_up(diary)
    shown = year(diary, show)
    told = small(shown, 3).model().headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert told == first


@pytest.mark.usefixtures("language")
def test_where_people_read_from_the_right_the_left_arrow_goes_on(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = year(diary, show)
    shown.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    small(shown, 3).setFocus()
    keys(shown, Key.Key_Left)
    assert "3 March 2026" in at(shown)


# ---- figures ------------------------------------------------------------------------------------------------


def messy(diary: Diary, clock: HandClock) -> None:
    """Ten days with something of everything."""
    set_up(diary)
    for ahead in range(10):
        day = TODAY + timedelta(days=ahead)
        clock.pass_time(hours=3)
        if ahead in (2, 3):
            diary.doses.answer({day: AnswerKind.MISSED if ahead == 2 else AnswerKind.SKIPPED})
        elif ahead == 5:
            diary.doses.record(Given(day, diary.now(), kind=DoseKind.PART))
        elif ahead not in (4, 9):
            diary.doses.record(Given(day, diary.now()))
        clock.pass_time(hours=21)
    diary.regimen.pause(TODAY + timedelta(days=9), TODAY + timedelta(days=9), "Dr. Rivas")


def figures(diary: Diary, show: Show) -> Shown[Page]:
    shown = show(CalendarPage(diary))
    shown.press("choice-figures")
    return shown


def test_the_first_sentence_says_it_all_and_every_bar_is_said_in_words(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    messy(diary, clock)
    shown = figures(diary, show)
    assert "5 of 9 doses taken" in shown.said.splitlines()
    for said in ("Part of a dose: 1", "Skipped: 1", "Missed: 1", "Not recorded: 1", "Paused by a doctor: 1"):
        assert said in shown.said
    texts = [label.text() for label in shown.page.findChildren(QLabel)]
    for bar in shown.page.findChildren(OutcomeBar):
        told = bar.accessibleName().split(": ", 1)[-1]
        assert any(told in text or text in bar.accessibleName() for text in texts if text), told


def test_how_late_is_said_without_a_judgement(diary: Diary, show: Show, clock: HandClock) -> None:
    messy(diary, clock)
    shown = figures(diary, show)
    assert "The middle dose: 2 h 0 min after it was due" in shown.said
    assert "1 to 3 hours" in shown.said
    for scolding in ("poor", "bad", "only ", "failed", "adherence", "compliance", "%", "too late", "should"):
        assert scolding not in shown.said.lower().replace("only doses whose", "")


def test_an_empty_record_has_nothing_to_count(diary: Diary, show: Show) -> None:
    shown = figures(diary, show)
    assert "No doses to count yet" in shown.said


def test_figures_follow_what_is_recorded_meanwhile(diary: Diary, show: Show, clock: HandClock) -> None:
    messy(diary, clock)
    shown = figures(diary, show)
    diary.doses.record(Given(TODAY + timedelta(days=4), None))
    shown.refresh()
    assert "6 of 9 doses taken" in shown.said


def test_each_outcome_has_a_look_of_its_own_without_its_colour() -> None:
    assert set(LOOKS) == set(Outcome)
    assert len({pattern for _, pattern in LOOKS.values()}) == len(Outcome)


# ---- pauses -------------------------------------------------------------------------------------------------


def test_a_pause_is_told_from_the_calendar_and_its_days_name_who_said_so(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(CalendarPage(diary))
    shown.page.point_to("pauses")
    shown.settle()

    def answer(dialog: PauseDialog) -> None:
        type_in(dialog, "Who said so?", "Dr. Rivas")
        choose(dialog, "open")
        press(dialog)

    with answering(PauseDialog, answer):
        shown.press("pause-new")
    assert diary.doses.day(TODAY).state is DayState.PAUSED
    shown.press("choice-month")
    assert "Paused" in shown.said
    assert "Dr. Rivas said so." in shown.said
    assert shown.find("record") is not None


def test_a_day_gone_by_does_not_ask_for_an_injection(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    clock.pass_time(days=2)
    shown = show(CalendarPage(diary))
    shown.page.point_to(TODAY.isoformat())
    shown.settle()
    assert "do not inject for it now" in shown.said
    assert "Use it when you remember" not in shown.said
    QApplication.processEvents()
