"""Today: what is asked before a start is offered, and what is never offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

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
