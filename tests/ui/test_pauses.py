"""Pauses, the care team's numbers and the refill in Settings and in the calendar, with real windows."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDateEdit, QLineEdit, QSpinBox, QWidget

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.undo import Done
from anakinra_companion.domain.doses import DayState
from anakinra_companion.ui.dialogs.pause import PauseDialog
from anakinra_companion.ui.dialogs.pause_over import PauseOver
from anakinra_companion.ui.settings_page import SettingsPage
from anakinra_companion.ui.widgets.choices import Choices
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose, type_in
from tests.ui.windows import awake, press, said

TOMORROW = TODAY + timedelta(days=1)


def told_to_stop(dialog: PauseDialog) -> None:
    press(dialog)
    assert "Please write who told you to stop." in said(dialog)
    type_in(dialog, "Who said so?", "Dr. Rivas")
    press(dialog)
    assert "Please say until when" in said(dialog)
    choose(dialog, "open")
    assert "until your doctor says so" in said(dialog)
    press(dialog)


def test_who_said_so_and_until_when_are_asked_and_the_pause_is_listed(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    assert "No pause is on record." in shown.said
    with answering(PauseDialog, told_to_stop):
        shown.press("pause-new")
    (pause,) = diary.regimen.pauses()
    assert (pause.first, pause.last, pause.who) == (TODAY, None, "Dr. Rivas")
    assert "Dr. Rivas said so." in shown.said
    assert diary.doses.day(TODAY).state is DayState.PAUSED
    diary.undo(shown.undos[-1])
    shown.refresh()
    assert "No pause is on record." in shown.said


def test_an_end_before_the_beginning_is_named_and_the_window_stays(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))

    def answer(dialog: PauseDialog) -> None:
        type_in(dialog, "Who said so?", "Dr. Rivas")
        choose(dialog, "known")
        last = dialog.findChildren(QDateEdit)[1]
        last.setDate(QDate(2026, 3, 1))
        press(dialog)
        assert "That is before the first day." in said(dialog)
        last.setDate(QDate(2026, 3, 8))
        assert "8 March 2026" in said(dialog)
        press(dialog)

    with answering(PauseDialog, answer):
        shown.press("pause-new")
    assert diary.regimen.pauses()[0].last == TODAY + timedelta(days=6)


def test_a_pause_is_corrected_ended_and_taken_back(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    diary.regimen.pause(TODAY, None, "Dr. Rivas")
    clock.pass_time(days=3)
    (pause,) = diary.regimen.pauses()
    shown = show(SettingsPage(diary))

    def another(dialog: PauseDialog) -> None:
        type_in(dialog, "Who said so?", "Dr. Lee")
        press(dialog)

    with answering(PauseDialog, another):
        shown.press(f"pause-correct-{pause.id}")
    assert "Dr. Lee said so." in shown.said

    def over(dialog: PauseOver) -> None:
        edit = dialog.findChild(QDateEdit)
        assert isinstance(edit, QDateEdit)
        edit.setDate(QDate(2026, 3, 4))
        assert "5 March 2026 on your label counts again." in said(dialog)
        press(dialog)

    with answering(PauseOver, over):
        shown.press(f"pause-over-{pause.id}")
    assert diary.regimen.pauses()[0].last == TODAY + timedelta(days=2)
    assert shown.find(f"pause-over-{pause.id}") is None
    shown.press(f"pause-back-{pause.id}")
    assert diary.regimen.pauses() == ()
    assert [undo.done for undo in shown.undos] == [Done.PAUSE_CORRECTED, Done.PAUSE_ENDED, Done.PAUSE_TAKEN_BACK]


def at(dialog: PauseDialog) -> QWidget:
    focused = dialog.focusWidget()
    assert focused is not None
    return focused


def tab_to(dialog: PauseDialog, name: str) -> None:
    for _ in range(20):
        if at(dialog).objectName() == name:
            return
        QTest.keyClick(at(dialog), Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_a_pause_is_told_with_keys_alone_and_the_keyboard_comes_back(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    button = shown.find("pause-new")
    assert button is not None
    button.setFocus()

    def answer(dialog: PauseDialog) -> None:
        awake(dialog)
        for key in (Qt.Key.Key_D, Qt.Key.Key_R):
            QTest.keyClick(at(dialog), key)
        tab_to(dialog, "choice-known")
        QTest.keyClick(at(dialog), Qt.Key.Key_Right)
        QTest.keyClick(at(dialog), Qt.Key.Key_Space)
        tab_to(dialog, "dialog-primary")
        QTest.keyClick(at(dialog), Qt.Key.Key_Return)

    with answering(PauseDialog, answer):
        shown.key(Qt.Key.Key_Return)
    assert [(each.who, each.last) for each in diary.regimen.pauses()] == [("dr", None)]
    shown.refresh()
    focused = shown.page.focusWidget()
    assert focused is not None
    assert focused.objectName() == "pause-new"


def test_half_typed_answers_outlive_a_pause_told_beside_them(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    type_in(shown.page, "Why does it change?", "Half a sen")
    with answering(PauseDialog, told_to_stop):
        shown.press("pause-new")
    typed = [edit.text() for edit in shown.page.findChildren(QLineEdit)]
    assert "Half a sen" in typed


def pick(group: Choices, key: str) -> None:
    button = group.findChild(QAbstractButton, f"choice-{key}")
    assert isinstance(button, QAbstractButton)
    button.click()


def number(page: QWidget, name: str) -> QSpinBox:
    found = page.findChild(QSpinBox, name)
    assert isinstance(found, QSpinBox)
    return found


def test_h3_a_number_is_kept_only_with_the_name_of_who_said_so(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    group = shown.page.findChild(Choices, "care-interval")
    who = shown.page.findChild(QLineEdit, "care-interval-who")
    assert isinstance(group, Choices)
    assert isinstance(who, QLineEdit)
    pick(group, "said")
    number(shown.page, "care-interval-hours").setValue(20)
    shown.press("keep-care")
    assert diary.profile().interval_minutes is None
    assert "Please write who gave you this number." in shown.said
    who.setText("Nurse Ana")
    shown.press("keep-care")
    profile = diary.profile()
    assert (profile.interval_minutes, profile.interval_source) == (20 * 60, "Nurse Ana")
    assert profile.missed_minutes is None
    pick(group, "nothing")
    shown.press("keep-care")
    assert (diary.profile().interval_minutes, diary.profile().interval_source) == (None, "")


def test_the_refill_lead_is_kept(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    assert number(shown.page, "refill-days").value() == 7
    number(shown.page, "refill-days").setValue(14)
    shown.press("keep-refill")
    assert diary.profile().refill_days == 14
