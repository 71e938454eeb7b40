"""The calendar: saying what really happened, and correcting it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.doses import DayState, DoseKind
from anakinra_companion.domain.sites import Place
from anakinra_companion.ui.calendar.month_table import MonthTable
from anakinra_companion.ui.calendar.page import CalendarPage
from anakinra_companion.ui.dialogs.record_dose import RecordDose
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, at_inject, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose

TOMORROW = TODAY + timedelta(days=1)


def test_a_dose_is_recorded_for_the_day_on_show(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(CalendarPage(diary))
    assert "Due" in shown.said

    def answer(dialog: RecordDose) -> None:
        choose(dialog, "thigh_left")
        dialog.primary.click()

    with answering(RecordDose, answer):
        shown.press("record")
    day = diary.doses.day(TODAY)
    assert day.state is DayState.TAKEN
    assert day.doses[0].place is Place.THIGH_LEFT
    assert "Your left thigh".lower() in shown.said.lower()


def test_h14_where_it_was_is_always_asked(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(CalendarPage(diary))

    def answer(dialog: RecordDose) -> None:
        dialog.primary.click()
        assert dialog.isVisible()
        choose(dialog, "unknown")
        dialog.primary.click()

    with answering(RecordDose, answer):
        shown.press("record")
    assert diary.doses.day(TODAY).doses[0].place is None


def test_h1_a_second_dose_is_asked_about_and_then_kept_as_entered(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now(), place=Place.THIGH_RIGHT))
    clock.pass_time(minutes=5)
    shown = show(CalendarPage(diary))

    def answer(dialog: RecordDose) -> None:
        choose(dialog, "belly_left")
        dialog.primary.click()

    with answering(RecordDose, answer):
        shown.press("record")
    assert "Do not inject a second one" in shown.said
    assert len(diary.doses.day(TODAY).doses) == 1
    shown.press("record-both")
    assert [dose.place for dose in diary.doses.day(TODAY).doses] == [Place.THIGH_RIGHT, Place.BELLY_LEFT]
    assert "Call your care team today" not in shown.said or shown.find("record-both") is None


def test_a_dose_is_corrected_and_the_correction_taken_back(diary: Diary, show: Show) -> None:
    set_up(diary)
    undo = diary.doses.record(Given(TODAY, diary.now(), place=Place.THIGH_RIGHT))
    shown = show(CalendarPage(diary))

    def answer(dialog: RecordDose) -> None:
        choose(dialog, "part")
        dialog.primary.click()

    with answering(RecordDose, answer):
        shown.press(f"correct-{undo.doses[0]}")
    (dose,) = diary.doses.day(TODAY).doses
    assert (dose.kind, dose.place) == (DoseKind.PART, Place.THIGH_RIGHT)
    assert "Changed 1 time" in shown.said
    diary.undo(shown.undos[-1])
    assert diary.doses.day(TODAY).doses[0].kind is DoseKind.TAKEN
    assert whole(diary)


def test_a_dose_is_taken_back(diary: Diary, show: Show) -> None:
    set_up(diary)
    undo = diary.doses.record(Given(TODAY, diary.now()))
    shown = show(CalendarPage(diary))
    shown.press(f"withdraw-{undo.doses[0]}")
    assert diary.doses.day(TODAY).doses == ()


def test_before_it_is_due_a_dose_can_be_skipped_but_not_missed(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    shown = show(CalendarPage(diary))
    assert "I will skip it" in shown.said
    assert shown.find("answer-missed") is None
    clock.pass_time(hours=2)
    shown.refresh()
    shown.press("answer-missed")
    assert diary.doses.day(TODAY).state is DayState.MISSED


def test_h1_an_unfinished_day_is_answered_on_today(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_inject(diary)
    shown = show(CalendarPage(diary))
    assert shown.find("record") is None
    shown.press("to-today")
    assert shown.went == [("today",)]


def test_days_are_walked_with_the_arrows_and_months_by_buttons(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(CalendarPage(diary))
    table = shown.page.findChild(MonthTable)
    assert isinstance(table, MonthTable)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Right)
    shown.settle()
    assert "3 March 2026" in shown.said
    shown.press("month-before")
    assert "February 2026" in shown.said
    shown.press("month-after")
    shown.press("month-after")
    assert "April 2026" in shown.said
    shown.press("this-month")
    assert "2 March 2026" in shown.said


def test_a_day_is_opened_from_another_page(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(CalendarPage(diary))
    shown.page.point_to("2026-02-14")
    shown.settle()
    assert "14 February 2026" in shown.said


def test_a_syringe_the_record_spoke_against_is_named_with_the_dose(diary: Diary, show: Show) -> None:
    set_up(diary)
    syringe = diary.storage.looks()[0].syringe.id
    diary.storage.mark_unknown(syringe)
    diary.doses.record(Given(TODAY, diary.now(), syringe=syringe))
    shown = show(CalendarPage(diary))
    assert "should not have been used: nobody knows how long it was out" in shown.said
