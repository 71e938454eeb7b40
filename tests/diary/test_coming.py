"""What the diary tells another calendar of the days to come."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import ClockDoubted
from anakinra_companion.domain.doses import AnswerKind
from tests.hand_clock import HandClock
from tests.people import TODAY, at_inject, set_up


def days(diary: Diary) -> list[int]:
    return [(slot.day - TODAY).days for slot in diary.regimen.coming(5).slots()]


def test_every_coming_day_of_the_label_until_the_last_one(diary: Diary) -> None:
    set_up(diary)
    assert days(diary) == [0, 1, 2, 3, 4]


def test_a_slot_whose_time_has_come_no_longer_rings(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    clock.pass_time(hours=1)
    assert days(diary) == [1, 2, 3, 4]


def test_h1_a_dose_on_record_rings_no_more_nor_does_one_that_was_skipped(diary: Diary) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now()))
    diary.doses.answer({TODAY + timedelta(days=2): AnswerKind.SKIPPED})
    assert days(diary) == [1, 3, 4]


def test_h1_an_open_injection_may_be_the_dose_so_it_rings_no_more(diary: Diary) -> None:
    set_up(diary)
    at_inject(diary)
    assert days(diary) == [1, 2, 3, 4]


def test_a_pause_rings_not(diary: Diary) -> None:
    set_up(diary)
    diary.regimen.pause(TODAY + timedelta(days=1), TODAY + timedelta(days=2), "Dr Rivas")
    assert days(diary) == [0, 3, 4]


def test_h5_with_a_clock_that_cannot_be_trusted_nothing_is_told(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.look_at_clock()
    clock.set_wall(clock.now() - timedelta(days=2))
    with pytest.raises(ClockDoubted):
        diary.regimen.coming()
