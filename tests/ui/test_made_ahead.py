"""The next stage is made ready while the person reads; what happened meanwhile is never missed by it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.flow import Mode, Reply, Stage
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.sheets import sheets
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
from anakinra_companion.ui.walkthrough.stage_view import StageView
from tests.hand_clock import HandClock
from tests.people import at_cover, at_inject, set_up
from tests.ui.conftest import Show
from tests.ui.shown import Shown, settled
from tests.ui.test_walkthrough_page import shown_at, stage


def views(page: object) -> list[StageView]:
    found: list[StageView] = page.findChildren(StageView)  # type: ignore[attr-defined]
    return found


def test_the_next_stage_waits_out_of_sight_and_out_of_the_keyboards_way(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    front, waiting = sorted(views(shown.page), key=lambda view: not view.isVisible())
    assert (front.stage, waiting.stage) == (Stage.COVER, Stage.INJECT)
    assert not waiting.isVisible()
    assert not any(button.isVisible() for button in (*waiting.findChildren(QAbstractButton), *waiting.foot))


def test_a_press_brings_the_stage_made_ahead_to_the_front(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    (waiting,) = (view for view in views(shown.page) if not view.isVisible())
    shown.press("reply-next")
    assert waiting.isVisible()
    assert stage(diary) is Stage.INJECT
    assert all(picture.isVisible() for picture in waiting.findChildren(Artwork))


def test_what_was_written_meanwhile_is_seen_in_the_next_stage(diary: Diary, show: Show) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    shown = shown_at(diary, show)
    (waiting,) = (view for view in views(shown.page) if not view.isVisible())
    assert waiting.stage is Stage.PLACE
    suggested = diary.sites.suggestion()
    assert suggested is not None
    # Another window records an injection at the very point that is about to be suggested.
    diary.doses.record(Given(None, diary.now(), suggested.point))
    shown.press("reply-clear")
    assert stage(diary) is Stage.PLACE
    settled(shown.page)
    shown.press("answer-1")
    chosen = diary.walkthrough.open()
    assert chosen is not None
    assert chosen.point not in (None, suggested.point)


def test_another_answer_than_the_usual_one_shows_its_own_stage(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_inject(diary)
    shown = shown_at(diary, show)
    shown.press("reply-not_injected")
    assert stage(diary) is Stage.WASTED_SHARPS
    assert "do not keep it for later" in shown.said


def test_a_page_that_is_left_keeps_nothing_waiting(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    shown.page.hide()
    shown.settle()
    assert not [view for view in views(shown.page) if view.stage is Stage.INJECT]


def test_the_same_stage_in_another_mode_is_made_anew(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.change_profile(mode=Mode.FIRST_TIME)
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    shown = shown_at(diary, show)
    shown.press("reply-fine")
    assert stage(diary) is Stage.GLASS
    settled(shown.page)
    (front,) = (view for view in views(shown.page) if view.isVisible())
    assert front.state.walk.answers[-1].reply is Reply.FINE


def test_the_pictures_of_the_sheet_are_drawn_before_the_cover_is_off(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    # The moving picture on show is asked for at each of its frames, and pushes others out.
    shown.page.grab()
    drawn = sheets.cache_info().misses
    shown.press("reply-next")
    shown.page.grab()
    assert stage(diary) is Stage.INJECT
    assert len([each for each in shown.page.findChildren(Artwork) if each.isVisible()]) == 4
    assert sheets.cache_info().misses == drawn


def test_pictures_out_of_sight_are_not_kept_drawn(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    shown.press("reply-next")
    settled(shown.page)
    shown.page.hide()
    sheets.cache_clear()
    shown.page.show()
    shown.page.grab()
    assert sheets.cache_info().misses == 4


def test_the_end_waits_too_and_tells_what_is_on_record(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    (waiting,) = (view for view in views(shown.page) if not view.isVisible())
    assert waiting.stage is Stage.DONE
    shown.press("reply-in_sharps")
    assert waiting.isVisible()
    assert "Recorded: today at" in shown.said
    assert "Next dose: tomorrow at" in shown.said


def test_an_end_that_waited_over_midnight_tells_of_yesterday(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    clock.pass_time(hours=6)
    shown.press("reply-in_sharps")
    assert "Recorded: yesterday at" in shown.said
    assert "Next dose: today at" in shown.said


def test_a_dose_corrected_while_the_end_waits_is_told_as_corrected(diary: Diary, show: Show) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    # Another window says that it was another syringe.
    other = diary.storage.looks()[1].syringe.id
    diary.doses.correct(dose.id, Given(dose.slot, dose.at, dose.point, dose.place, other))
    shown.press("reply-in_sharps")
    assert "Syringe 2 of box A1 is used." in shown.said


def test_an_end_on_show_is_told_anew_when_the_record_or_the_day_changes(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    shown.press("reply-in_sharps")
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    other = diary.storage.looks()[0].syringe.id
    diary.doses.correct(dose.id, Given(dose.slot, dose.at, dose.point, dose.place, other))
    shown.refresh()
    assert "Syringe 2 of box A1 is used." in shown.said
    clock.pass_time(hours=6)
    shown.refresh()
    assert "Recorded: yesterday at" in shown.said


def test_a_failure_while_the_next_stage_is_made_ahead_interrupts_nobody(
    diary: Diary, show: Show, caplog: pytest.LogCaptureFixture
) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    shown: Shown[WalkthroughPage] = show(WalkthroughPage(diary))  # type: ignore[assignment]
    answers = [button.objectName() for button in shown.page.answers]
    with closing(sqlite3.connect(diary.path)) as other:
        # For as long as the next stage is being made, nothing can be read of the skin.
        other.execute("ALTER TABLE avoid_marks RENAME TO away")
        settled(shown.page)
        other.execute("ALTER TABLE away RENAME TO avoid_marks")
    assert "could not be made ahead" in caplog.text
    assert [view.stage for view in views(shown.page)] == [Stage.LOOK]
    assert [button.objectName() for button in shown.page.answers] == answers
    shown.key(Qt.Key.Key_1)
    assert stage(diary) is Stage.PLACE
    settled(shown.page)
    assert [view.stage for view in views(shown.page) if not view.isVisible()] == [Stage.CLEAN]
