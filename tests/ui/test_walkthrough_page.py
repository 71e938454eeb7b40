"""The injection on screen: which press answers, which never does, and what holds an answer back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from anakinra_companion import content
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.flow import Mode, Reply, Stage
from anakinra_companion.domain.storage import State
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui.walkthrough_page import WalkthroughPage
from tests.hand_clock import HandClock
from tests.people import TODAY, at_cover, at_inject, set_up
from tests.ui.conftest import Show
from tests.ui.shown import Shown, settled

FORWARD = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_PageDown)


def stage(diary: Diary) -> Stage | None:
    walk = diary.walkthrough.open()
    return walk.stage if walk is not None else None


def shown_at(diary: Diary, show: Show) -> Shown[WalkthroughPage]:
    shown: Shown[WalkthroughPage] = show(WalkthroughPage(diary))  # type: ignore[assignment]
    settled(shown.page)
    return shown


@pytest.mark.parametrize("key", FORWARD)
def test_h9_a_forward_key_never_answers_a_question(diary: Diary, show: Show, key: Qt.Key) -> None:
    set_up(diary)
    diary.walkthrough.start()
    shown = shown_at(diary, show)
    shown.key(key)
    assert stage(diary) is Stage.SYRINGE


@pytest.mark.parametrize("key", FORWARD)
def test_h12_while_both_hands_are_busy_no_forward_key_records_a_dose(diary: Diary, show: Show, key: Qt.Key) -> None:
    set_up(diary)
    at_inject(diary)
    shown = shown_at(diary, show)
    shown.key(key)
    assert stage(diary) is Stage.INJECT


def test_a_second_press_at_once_is_a_slip_of_the_hand(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.start()
    shown = shown_at(diary, show)
    shown.key(Qt.Key.Key_1)
    shown.key(Qt.Key.Key_1)
    assert stage(diary) is Stage.LOOK


def test_the_chosen_place_and_syringe_stay_in_sight(diary: Diary, show: Show) -> None:
    set_up(diary)
    walk = at_inject(diary)
    shown = shown_at(diary, show)
    assert walk.point is not None
    assert "point" in shown.said
    assert "Syringe 1 of box A1." in shown.said


def test_what_can_be_wrong_waits_behind_one_button(diary: Diary, show: Show) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    shown = shown_at(diary, show)
    assert shown.find("reply-cloudy") is None
    shown.press("something-wrong")
    settled(shown.page)
    shown.press("reply-cloudy")
    assert stage(diary) is Stage.SET_ASIDE
    settled(shown.page)
    shown.press("reply-wrong_press")
    assert stage(diary) is Stage.LOOK
    assert diary.storage.looks()[0].state is State.OUT


def test_reading_ahead_is_marked_as_reading(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.change_profile(mode=Mode.FIRST_TIME)
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    for reply in (Reply.FINE, Reply.FINE, Reply.CLEAR):
        walk = diary.walkthrough.answer(walk, reply)
    walk = _place(diary, walk)
    diary.walkthrough.answer(walk, Reply.SKIN_NORMAL)
    shown = shown_at(diary, show)
    assert "Only reading, 1 of 4: the cover stays on" in shown.said
    assert "Step 3" not in shown.said


def test_the_first_screen_says_for_which_dose_and_how_long_ago_the_last_was(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY - timedelta(days=1), diary.now() - timedelta(hours=23)))
    diary.walkthrough.start()
    shown = shown_at(diary, show)
    assert "This is for the dose due today at" in shown.said
    assert "Your last dose was 23 h 0 min ago." in shown.said


def test_h4_a_syringe_that_went_over_its_limit_is_refused_at_the_cover(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    diary.storage.take_out(diary.storage.looks()[0].syringe.id)
    clock.pass_time(hours=23, minutes=59)
    at_cover(diary)
    clock.pass_time(minutes=1)
    shown = shown_at(diary, show)
    shown.press("reply-next")
    assert "out for 24 hours or more" in shown.said
    assert stage(diary) is Stage.COVER
    settled(shown.page)
    shown.press("start-again")
    assert stage(diary) is Stage.SYRINGE
    settled(shown.page)
    assert "Not syringe 1 of box A1: it has been out too long." in shown.said or "Not syringe 1" in shown.said


def test_h5_with_a_doubted_clock_nothing_is_chosen_and_no_other_syringe_is_offered(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    diary.walkthrough.start()
    clock.set_wall(clock.now() - timedelta(hours=1))
    shown = shown_at(diary, show)
    shown.press("answer-1")
    assert "Confirm the date and time on the Today page" in shown.said
    assert shown.find("start-again") is None
    assert stage(diary) is Stage.SYRINGE
    assert not any(look.is_out for look in diary.storage.looks())


def test_going_back_is_possible_until_the_cover_is_off(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    shown.key(Qt.Key.Key_Left)
    assert stage(diary) is Stage.CLEAN
    settled(shown.page)
    shown.press("reply-next")
    settled(shown.page)
    shown.press("reply-next")
    settled(shown.page)
    assert shown.find("reply-back") is None
    shown.key(Qt.Key.Key_Left)
    assert stage(diary) is Stage.INJECT


def test_a_finished_injection_leads_to_its_day_when_something_is_wrong(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    shown.press("reply-in_sharps")
    assert "Your dose is on record." in shown.said
    shown.press("correct")
    assert shown.went == [("calendar", TODAY.isoformat())]


def test_nothing_under_way_leads_back(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = shown_at(diary, show)
    assert "No injection is under way" in shown.said


def _place(diary: Diary, walk: Walkthrough) -> Walkthrough:
    found = diary.sites.suggestion()
    assert found is not None
    return diary.walkthrough.choose_place(walk, found.point)


def test_h9_an_answer_of_the_same_name_is_not_chosen_on_the_next_question(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.change_profile(mode=Mode.FIRST_TIME)
    walk = diary.walkthrough.start()
    diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    shown = shown_at(diary, show)
    found = shown.find("reply-fine")
    assert found is not None
    found.setFocus()
    shown.key(Qt.Key.Key_Space)
    assert stage(diary) is Stage.GLASS
    settled(shown.page)
    shown.key(Qt.Key.Key_Space)
    assert stage(diary) is Stage.GLASS


def test_each_sentence_can_be_asked_where_it_comes_from(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    assert "S36, S37, S38, S41: Public patient guide" not in shown.said
    shown.press("sources")
    assert "S36, S37, S38, S41: Public patient guide" in shown.said
    assert "Text checked on" in shown.said
    assert content.say("about-leaflet-wins") in shown.said
    shown.press("sources")
    assert "Public patient guide" not in shown.said


def test_somebody_new_reads_why_and_somebody_practised_one_line(diary: Diary, show: Show) -> None:
    set_up(diary)
    at_cover(diary)
    step = content.step(Stage.COVER)
    assert step.why is not None
    assert step.brief is not None
    practised = shown_at(diary, show).said
    assert step.brief.text in practised
    assert step.say[1].text not in practised
    assert step.why.text not in practised
    diary.change_profile(mode=Mode.FIRST_TIME)
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    why = content.step(Stage.KEPT).why
    assert why is not None
    assert why.text in shown_at(diary, show).said


def test_blood_at_the_place_is_answered_and_the_way_goes_on_to_the_sharps_box(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    shown.press("reply-bleeds")
    assert "Press the dry gauze on the place" in shown.said
    settled(shown.page)
    shown.key(Qt.Key.Key_Space)
    assert stage(diary) is Stage.SHARPS


def test_liquid_at_the_place_asks_for_no_second_injection(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    shown.press("reply-liquid")
    assert "Do not inject again." in shown.said
    settled(shown.page)
    shown.press("reply-in_sharps")
    assert "Do not inject again." in shown.said


def test_at_the_sharps_box_the_first_answer_is_that_it_is_in(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    shown = shown_at(diary, show)
    shown.key(Qt.Key.Key_1)
    assert diary.walkthrough.open() is None
    assert shown.page.stage is Stage.DONE


@pytest.mark.parametrize("asked", ["ask", "sources"])
def test_what_was_asked_comes_into_sight(diary: Diary, show: Show, asked: str, qtbot: QtBot) -> None:
    set_up(diary)
    at_cover(diary)
    shown = shown_at(diary, show)
    shown.page.resize(1024, 640)
    shown.press(asked)
    bar = shown.page.findChild(QScrollArea).verticalScrollBar()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
