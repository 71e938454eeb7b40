"""The injection on screen: which press answers, which never does, and what holds an answer back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.flow import Mode, Reply, Stage
from anakinra_companion.domain.profile import Gate
from anakinra_companion.domain.storage import State
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
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


@pytest.mark.parametrize("helper", ["", "Ana"], ids=["alone", "helped"])
def test_the_hands_in_the_pictures_are_those_of_whoever_injects(diary: Diary, show: Show, helper: str) -> None:
    set_up(diary)
    for gate in Gate:
        diary.answer_gate(gate, answer=True, injector=helper)
    walk = diary.walkthrough.start(helper=helper)
    upcoming = diary.storage.next()
    assert upcoming is not None
    diary.walkthrough.choose_syringe(walk, upcoming.syringe.id)
    pictures = shown_at(diary, show).page.findChildren(Artwork)
    assert pictures
    assert all(picture.helper is bool(helper) for picture in pictures)
