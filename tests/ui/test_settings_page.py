"""Settings: what first run asked can be changed, and what is kept is said."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QDateEdit, QFileDialog, QTimeEdit

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.undo import Done
from anakinra_companion.domain.sites import Place
from anakinra_companion.ui.settings_page import SettingsPage
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, type_in


def test_the_page_of_steps_is_saved_where_the_person_says(diary: Diary, show: Show, tmp_path: Path) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    path = tmp_path / "steps.pdf"

    def answer(dialog: QFileDialog) -> None:
        dialog.selectFile(str(path))
        dialog.accept()

    with answering(QFileDialog, answer):
        shown.press("steps-paper")
    assert path.read_bytes().startswith(b"%PDF")
    assert "Saved." in shown.said


def test_practice_is_one_press_away(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    shown.press("practice")
    assert shown.went == [("practice",)]


def test_the_place_before_the_record_is_changed_and_said_to_be_kept(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    shown.press("choice-thigh_left")
    shown.press("keep-last")
    told = diary.doses.earlier()
    assert told is not None
    assert told.place is Place.THIGH_LEFT
    assert "Kept." in shown.said
    shown.press("keep-last")
    assert len(diary.doses.history(told.id)) == 1


def test_the_label_untouched_is_not_written_again(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    shown.press("keep-label")
    assert len(diary.regimen.versions()) == 1


def test_after_todays_dose_the_label_untouched_is_still_not_written_again(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, clock.now(), None, Place.BELLY_LEFT))
    shown = show(SettingsPage(diary))
    shown.press("keep-label")
    assert len(diary.regimen.versions()) == 1


def test_h20_an_untouched_label_reads_back_the_dates_on_record(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary, every_days=2)
    clock.pass_time(days=3)
    shown = show(SettingsPage(diary))
    assert "From Monday, 2 March 2026 on." in shown.said
    assert "Friday, 6 March 2026 at" in shown.said
    assert "Thursday, 5 March 2026 at" not in shown.said
    starts = shown.page.findChild(QDateEdit)
    assert isinstance(starts, QDateEdit)
    starts.setDate(starts.date().addDays(2))
    shown.settle()
    assert "Saturday, 7 March 2026 at" in shown.said
    assert "Friday, 6 March 2026 at" not in shown.said


def test_another_time_makes_a_new_version_and_so_does_another_first_day(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    at = shown.page.findChild(QTimeEdit)
    assert isinstance(at, QTimeEdit)
    at.setTime(QTime(7, 30))
    shown.press("keep-label")
    assert len(diary.regimen.versions()) == 1
    assert "Please write why it changes" in shown.said
    type_in(shown.page, "Why does it change?", "My doctor moved it to the morning")
    shown.press("keep-label")
    assert [version.at.hour for version in diary.regimen.versions()] == [20, 7]
    starts = shown.page.findChild(QDateEdit)
    assert isinstance(starts, QDateEdit)
    starts.setDate(starts.date().addDays(1))
    type_in(shown.page, "Why does it change?", "It begins a day later")
    shown.press("keep-label")
    assert diary.regimen.versions()[-1].starts == TODAY + timedelta(days=1)
    assert "What your label said, the newest first" in shown.said
    assert "Why: It begins a day later" in shown.said
    # The first was to begin on the same day as the second, so it never counted.
    assert shown.said.count("Another label took its place before that day.") == 1
    assert [undo.done for undo in shown.undos] == [Done.LABEL_COPIED] * 2


def test_an_answer_about_reminders_leaves_half_typed_fields_alone(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))
    heard: list[dict[str, object]] = []
    shown.page.settings_changed.connect(heard.append)
    at = shown.page.findChild(QTimeEdit)
    assert isinstance(at, QTimeEdit)
    at.setTime(QTime(6, 15))
    shown.press("choice-notice-full")
    assert heard == [{"notices": "full"}]
    assert at.time() == QTime(6, 15)
    assert shown.page.findChild(QTimeEdit) is at
