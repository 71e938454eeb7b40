"""Small looks at a fridge: the newest reading, where the logger lies, and the syringes it warmed."""

from __future__ import annotations

from datetime import timedelta

from anakinra_companion.diary.diary import Diary
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up


def test_the_newest_reading_of_each_fridge_is_its_own(diary: Diary, clock: HandClock) -> None:
    assert diary.fridge.latest("Office") is None
    diary.fridge.type_in("Office", 400)
    clock.pass_time(hours=1)
    diary.fridge.type_in("Home", 600)
    found = diary.fridge.latest(" office")
    assert found is not None
    assert (found.hundredths, found.at) == (400, clock.now() - timedelta(hours=1))


def test_the_logger_lies_on_the_spot_begun_last_and_on_none_of_another_fridge(diary: Diary, clock: HandClock) -> None:
    assert diary.fridge.lies_on("Home") is None
    diary.fridge.begin_spot("door", "Home")
    clock.pass_time(hours=1)
    diary.fridge.begin_spot("middle", "Home")
    found = diary.fridge.lies_on("home")
    assert found is not None
    assert (found.name, found.since) == ("middle", clock.now())
    assert diary.fridge.lies_on("Office") is None
    diary.fridge.end_spot()
    assert diary.fridge.lies_on("Home") is None


def test_what_a_fridge_did_is_the_same_with_its_days_and_without(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    clock.pass_time(hours=1)
    diary.fridge.type_in("", -100)
    days = TODAY, TODAY + timedelta(days=1)
    assert len(diary.fridge.affected("", *days)) == 7
    assert diary.fridge.affected("", *days) == diary.fridge.view("", *days).affected
