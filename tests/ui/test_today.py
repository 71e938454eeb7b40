"""Today: what is asked before a start is offered, and what is never offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.doses import AnswerKind
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.today_page import TodayPage
from tests.hand_clock import HandClock
from tests.people import TODAY, at_inject, set_up
from tests.ui.conftest import Show
from tests.ui.shown import Shown

Opened = Callable[[], Shown[Page]]


@pytest.fixture
def page(show: Show, diary: Diary) -> Opened:
    """Today, opened anew."""
    return lambda: show(TodayPage(diary))


def test_a_day_without_a_dose_yet_says_so_and_offers_start(diary: Diary, page: Opened) -> None:
    set_up(diary)
    shown = page()
    assert "No, not yet." in shown.said
    assert shown.find("start") is not None


def test_h1_a_recorded_dose_is_named_by_the_stop_card(diary: Diary, page: Opened) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now()))
    shown = page()
    shown.press("start")
    assert "Do not inject a second one" in shown.said
    assert "today at 19:00" in shown.said or "7:00" in shown.said
    assert shown.find("used-two") is not None


def test_h1_while_a_possible_dose_is_open_no_start_is_offered(diary: Diary, page: Opened) -> None:
    set_up(diary)
    at_inject(diary)
    shown = page()
    assert "did you inject?" in shown.said
    assert shown.find("start") is None
    assert shown.find("already") is None


@pytest.mark.parametrize("reply", ["needle_out", "part", "not_injected"])
def test_h1_a_possible_dose_is_settled_by_one_press(diary: Diary, page: Opened, reply: str) -> None:
    set_up(diary)
    walk = at_inject(diary)
    page().press(f"possible-{reply}")
    assert not diary.walkthrough.get(walk.id).is_possible_dose


def test_h1_yesterdays_open_dose_is_asked_about_before_a_start(diary: Diary, page: Opened, clock: HandClock) -> None:
    set_up(diary)
    clock.pass_time(days=1)
    shown = page()
    assert shown.find("start") is None
    shown.press(f"missed-{TODAY.isoformat()}")
    assert diary.doses.day(TODAY).answer is not None
    assert shown.find("start") is not None


def test_after_midnight_yesterdays_dose_can_be_started_for_yesterday(
    diary: Diary, page: Opened, clock: HandClock
) -> None:
    set_up(diary)
    clock.pass_time(hours=6)
    shown = page()
    shown.press("start-open-day")
    walk = diary.walkthrough.open()
    assert walk is not None
    assert walk.slot == TODAY


def test_h2_several_days_away_are_listed_to_be_answered(diary: Diary, page: Opened, clock: HandClock) -> None:
    set_up(diary)
    clock.pass_time(days=3)
    shown = page()
    for day in (2, 3, 4):
        assert shown.find(f"missed-{date(2026, 3, day).isoformat()}") is not None


def test_h5_with_a_doubted_clock_today_is_not_answered(diary: Diary, page: Opened, clock: HandClock) -> None:
    set_up(diary)
    diary.look_at_clock()
    clock.set_wall(clock.now().replace(year=2035))
    shown = page()
    assert "Is this date and time right?" in shown.said
    assert "No, not yet." not in shown.said
    shown.press("confirm-clock")
    assert diary.overview().clock_trusted


def test_not_sure_says_how_many_syringes_should_be_left(diary: Diary, page: Opened) -> None:
    set_up(diary)
    shown = page()
    shown.press("unsure")
    assert "Do not inject. Count your syringes." in shown.said
    assert "7 unused syringe" in shown.said


def test_a_skipped_day_is_said_without_blame(diary: Diary, page: Opened) -> None:
    set_up(diary)
    diary.doses.answer({TODAY: AnswerKind.SKIPPED})
    assert "You skipped today's dose." in page().said


def test_when_only_time_has_passed_only_words_change_and_the_keyboard_stays(
    diary: Diary, page: Opened, clock: HandClock
) -> None:
    set_up(diary)
    diary.storage.take_out(diary.storage.looks()[0].syringe.id)
    diary.doses.record(Given(TODAY - timedelta(days=1), diary.now() - timedelta(hours=23)))
    shown = page()
    start = shown.find("start")
    assert start is not None
    assert start.hasFocus()
    heard = start.accessibleDescription()
    assert "23 h 0 min ago" in heard
    parts = shown.page.findChildren(QWidget)
    focused: list[object] = []
    QApplication.instance().focusChanged.connect(lambda _, now: focused.append(now))  # type: ignore[union-attr]
    clock.pass_time(minutes=61)
    shown.refresh()
    assert "It was due at" in shown.said
    assert "Your last dose was 24 h 1 min ago." in shown.said
    assert "Out 1 h 1 min" in shown.said
    assert "23 h 0 min" not in shown.said
    assert shown.page.findChildren(QWidget) == parts
    # To the ear nothing happened: neither the focus nor what is said of it moved.
    assert focused == []
    assert start.hasFocus()
    assert start.accessibleDescription() == heard


def test_whoever_comes_back_to_start_hears_the_present_time(diary: Diary, page: Opened, clock: HandClock) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY - timedelta(days=1), diary.now() - timedelta(hours=23)))
    shown = page()
    already, start = shown.find("already"), shown.find("start")
    assert already is not None
    assert start is not None
    already.setFocus()
    clock.pass_time(minutes=1)
    shown.refresh()
    assert already.hasFocus()
    assert "23 h 1 min ago" in start.accessibleDescription()


def test_what_changed_more_than_the_time_is_told_at_start_again(diary: Diary, page: Opened) -> None:
    set_up(diary)
    shown = page()
    diary.storage.add_box("B2", date(2027, 1, 31))
    shown.refresh()
    start = shown.find("start")
    assert start is not None
    assert start.hasFocus()
    assert "14 syringe" in start.accessibleDescription()


def test_h4_a_syringe_that_reaches_its_limit_is_told_at_once(diary: Diary, page: Opened, clock: HandClock) -> None:
    set_up(diary)
    diary.storage.take_out(diary.storage.looks()[0].syringe.id)
    clock.pass_time(hours=19, minutes=59)
    shown = page()
    assert "Use soon" not in shown.said
    clock.pass_time(minutes=1)
    shown.refresh()
    assert "Use soon" in shown.said
    clock.pass_time(hours=4)
    shown.refresh()
    assert "Do not use syringe 1 of box A1" in shown.said


def test_over_midnight_a_press_does_what_the_new_day_says(diary: Diary, page: Opened, clock: HandClock) -> None:
    set_up(diary)
    shown = page()
    clock.pass_time(hours=22)
    diary.doses.answer({TODAY: AnswerKind.SKIPPED})
    shown.refresh()
    shown.press("start")
    walk = diary.walkthrough.open()
    assert walk is not None
    assert walk.slot == TODAY + timedelta(days=1)
