"""A hold, a pause and the care team's numbers on Today and on the help page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.hold import HoldReason
from anakinra_companion.ui.dialogs.lift_hold import LiftHold
from anakinra_companion.ui.dialogs.record_dose import RecordDose
from anakinra_companion.ui.help_page import HelpPage
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.today_page import TodayPage
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose, type_in
from tests.ui.shown import Shown
from tests.ui.windows import press, said

Opened = Callable[[], Shown[Page]]
HELD = "Do not inject again until a doctor says so."
NURSE = "Nurse Ana said: leave a missed dose out if the next one is due in less than 8"


@pytest.fixture
def today(show: Show, diary: Diary) -> Opened:
    return lambda: show(TodayPage(diary))


def test_the_help_page_notes_a_hold_with_one_key_and_says_so(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(HelpPage(diary))
    button = shown.find("set-hold")
    assert button is not None
    button.setFocus()
    shown.key(Qt.Key.Key_Return)
    shown.refresh()
    hold = diary.hold.standing()
    assert hold is not None
    assert hold.reason is HoldReason.EMERGENCY_SIGN
    assert "The Today page says so too" in shown.said
    assert shown.find("set-hold") is None
    diary.undo(shown.undos[-1])
    shown.refresh()
    assert shown.find("set-hold") is not None


def test_help_without_a_record_offers_no_hold(show: Show) -> None:
    assert show(HelpPage(None)).find("set-hold") is None


def test_h2_in_a_hold_nothing_on_today_invites_a_dose(diary: Diary, today: Opened, clock: HandClock) -> None:
    set_up(diary)
    clock.pass_time(days=1)
    diary.hold.set(HoldReason.EMERGENCY_SIGN)
    clock.pass_time(hours=2)
    shown = today()
    assert HELD in shown.said
    assert "after signs of an emergency" in shown.said
    for name in ("start", f"start-open-day-{TODAY}", "start-open-day"):
        assert shown.find(name) is None
    for inviting in ("Use it when you remember", "It was due", "Start injection", "not yet", "The next dose is due"):
        assert inviting not in shown.said
    assert "Not before a doctor says so" in shown.said


def test_a_dose_given_in_a_hold_is_recorded_from_today(diary: Diary, today: Opened) -> None:
    set_up(diary)
    diary.hold.set(HoldReason.EMERGENCY_SIGN)
    shown = today()

    def answer(dialog: RecordDose) -> None:
        choose(dialog, "thigh_left")
        dialog.primary.click()

    with answering(RecordDose, answer):
        shown.press("already")
    assert diary.doses.day(TODAY).state is DayState.TAKEN
    assert HELD in shown.said


def test_a_hold_ends_only_with_a_doctors_name_and_a_day_that_fits(
    diary: Diary, today: Opened, clock: HandClock
) -> None:
    set_up(diary)
    diary.hold.set(HoldReason.EMERGENCY_SIGN)
    clock.pass_time(days=2)
    shown = today()

    def answer(dialog: LiftHold) -> None:
        press(dialog)
        assert "Please write which doctor said so." in said(dialog)
        type_in(dialog, "Which doctor?", "Dr. Rivas")
        edit = dialog.findChild(QDateEdit)
        assert isinstance(edit, QDateEdit)
        for day, wrong in ((1, "That was before you stopped."), (5, "This day is still ahead.")):
            edit.setDate(QDate(2026, 3, day))
            press(dialog)
            assert wrong in said(dialog)
        edit.setDate(QDate(2026, 3, 3))
        press(dialog)

    with answering(LiftHold, answer):
        shown.press("lift-hold")
    assert diary.hold.standing() is None
    assert [(each.lifted_by, each.lifted_on) for each in diary.hold.every()] == [("Dr. Rivas", date(2026, 3, 3))]
    assert HELD not in shown.said
    diary.undo(shown.undos[-1])
    shown.refresh()
    assert HELD in shown.said


def test_a_paused_day_says_so_who_said_it_and_offers_no_start(diary: Diary, today: Opened) -> None:
    set_up(diary)
    diary.regimen.pause(TODAY, TODAY + timedelta(days=6), "Dr. Rivas")
    shown = today()
    assert "Paused, as your doctor said." in shown.said
    assert "Dr. Rivas said so." in shown.said
    assert "8 March 2026" in shown.said
    assert shown.find("start") is None
    shown.press("to-pauses")
    assert shown.went == [("calendar", "pauses")]


def test_h3_the_cut_off_is_shown_as_the_care_teams_and_only_where_they_gave_one(
    diary: Diary, today: Opened, clock: HandClock
) -> None:
    set_up(diary)
    clock.pass_time(hours=20)
    shown = today()
    assert "What happened on these days?" in shown.said
    assert "The next dose is due today at" in shown.said
    assert NURSE not in shown.said
    diary.change_profile(missed_minutes=8 * 60, missed_source="Nurse Ana")
    shown.refresh()
    assert NURSE in shown.said
    assert "Use it when you remember" in shown.said


def test_h3_today_s_late_dose_shows_it_too_with_the_time_to_the_next(
    diary: Diary, today: Opened, clock: HandClock
) -> None:
    set_up(diary)
    diary.change_profile(missed_minutes=8 * 60, missed_source="Nurse Ana")
    shown = today()
    assert NURSE not in shown.said
    clock.pass_time(hours=4)
    shown.refresh()
    assert NURSE in shown.said
    assert "in 21 h 0 min" in shown.said


def test_a_start_within_the_care_teams_interval_names_them_and_the_last_dose(
    diary: Diary, today: Opened, clock: HandClock
) -> None:
    set_up(diary, at=time(8))
    diary.doses.record(Given(TODAY, diary.now()))
    clock.pass_time(hours=11)
    diary.change_profile(interval_minutes=20 * 60, interval_source="Nurse Ana")
    shown = today()
    shown.press("start")
    assert "Nurse Ana said: at least 20" in shown.said
    assert "Your last dose was 11 h 0 min ago." in shown.said
    assert "Wait, or call them." in shown.said
    assert diary.walkthrough.open() is None
