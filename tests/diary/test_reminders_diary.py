"""Reminders on record: none twice, none after an answer, none during an injection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.regimen import Label
from anakinra_companion.domain.doses import AnswerKind
from anakinra_companion.domain.flow import Reply
from anakinra_companion.domain.reminders import Plan
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import set_up

PLAN = Plan()


@pytest.fixture
def patient(diary: Diary, clock: HandClock) -> Diary:
    """Somebody whose dose is due in an hour."""
    set_up(diary)
    due = (clock.now() + timedelta(hours=1)).time()
    diary.regimen.copy_label(Label(1, due, "UTC", diary.today()))
    return diary


def heard(diary: Diary, clock: HandClock, hours: int, plan: Plan = PLAN) -> list[tuple[date, bool]]:
    """Which reminders come while the window is open, looked at every ten minutes."""
    found = []
    for _ in range(hours * 6):
        clock.pass_time(minutes=10)
        diary.look_at_clock()
        if (given := diary.reminders.take(plan)) is not None:
            found.append((given.slot.day, given.first))
        assert diary.reminders.take(plan) is None
    return found


def test_h2_a_dose_is_reminded_of_when_due_and_twice_again(patient: Diary, clock: HandClock) -> None:
    today = patient.today()
    assert heard(patient, clock, 12) == [(today, True), (today, False), (today, False)]
    assert whole(patient)


def test_nothing_comes_once_a_dose_was_recorded_or_the_day_answered(patient: Diary, clock: HandClock) -> None:
    today = patient.today()
    patient.doses.record(Given(today, clock.now(), None, None, None))
    assert heard(patient, clock, 12) == []
    tomorrow = today + timedelta(days=1)
    assert heard(patient, clock, 14)[:1] == [(tomorrow, True)]
    patient.doses.answer({tomorrow: AnswerKind.SKIPPED}, "My doctor said so.")
    assert heard(patient, clock, 6) == []


def test_nothing_comes_on_a_day_that_a_doctor_paused(patient: Diary, clock: HandClock) -> None:
    patient.regimen.pause(patient.today(), patient.today() + timedelta(days=1), "Dr. Lee")
    assert heard(patient, clock, 30) == []
    assert [day for day, _ in heard(patient, clock, 24)][:1] == [date(2026, 3, 4)]


def test_nothing_comes_during_an_injection_and_again_when_it_was_left(patient: Diary, clock: HandClock) -> None:
    clock.pass_time(minutes=50)
    walk = patient.walkthrough.start()
    upcoming = patient.storage.next()
    assert upcoming is not None
    patient.walkthrough.choose_syringe(walk, upcoming.syringe.id)
    clock.pass_time(minutes=15)
    assert patient.reminders.take(PLAN) is None
    clock.pass_time(hours=1)
    assert patient.reminders.take(PLAN) is not None


def test_h1_a_possible_dose_is_never_reminded_of_as_open(patient: Diary, clock: HandClock) -> None:
    clock.pass_time(minutes=50)
    walk = patient.walkthrough.start()
    upcoming, suggestion = patient.storage.next(), patient.sites.suggestion()
    assert upcoming is not None
    assert suggestion is not None
    walk = patient.walkthrough.choose_syringe(walk, upcoming.syringe.id)
    for reply in (Reply.CLEAR, None, Reply.NEXT, Reply.NEXT):
        if reply is None:
            walk = patient.walkthrough.choose_place(walk, suggestion.point)
        else:
            walk = patient.walkthrough.answer(walk, reply)
    assert walk.is_possible_dose
    assert heard(patient, clock, 12) == []


def test_h5_with_a_clock_in_doubt_nothing_is_said_to_be_due(patient: Diary, clock: HandClock) -> None:
    patient.look_at_clock()
    clock.set_wall(clock.now() + timedelta(hours=5))
    assert patient.reminders.take(PLAN) is None
    patient.look_at_clock()
    assert patient.reminders.take(PLAN) is None
    patient.confirm_clock()
    assert patient.reminders.take(PLAN) is not None


def test_later_brings_it_again_and_an_answer_ends_that_too(patient: Diary, clock: HandClock) -> None:
    today = patient.today()
    assert len(heard(patient, clock, 12)) == 3
    patient.reminders.later(today)
    assert heard(patient, clock, 1) == [(today, False)]
    patient.reminders.later(today)
    patient.doses.answer({today: AnswerKind.MISSED})
    assert heard(patient, clock, 6) == []


@pytest.fixture
def second_window(patient: Diary, paths: Paths, clock: HandClock) -> Iterator[Diary]:
    assert patient.path.exists()
    opened = open_diary(paths, clock, list)
    yield opened
    opened.close()


def test_two_windows_and_a_restart_give_it_once_together(
    patient: Diary, second_window: Diary, clock: HandClock, paths: Paths
) -> None:
    clock.pass_time(hours=1)
    assert [each.reminders.take(PLAN) is not None for each in (second_window, patient)] == [True, False]
    third = open_diary(paths, clock, list)
    assert third.reminders.take(PLAN) is None
    third.close()


def test_after_three_days_off_the_newest_is_told_and_the_days_are_open(patient: Diary, clock: HandClock) -> None:
    clock.pass_time(days=3, hours=2)
    given = patient.reminders.take(PLAN)
    assert given is not None
    assert given.slot.day == patient.today()
    assert len(patient.doses.open_days()) >= 3


def test_across_summer_time_it_comes_at_the_wall_clocks_time(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.regimen.copy_label(Label(1, time(20, 0), "Europe/Madrid", date(2026, 3, 27)))
    clock.pass_time(hours=(date(2026, 3, 27) - date(2026, 3, 2)).days * 24)
    # The first is of the evening before.
    times = []
    for _ in range(4 * 24 * 6):
        clock.pass_time(minutes=10)
        if diary.reminders.take(Plan(again=0)) is not None:
            times.append(clock.now().strftime("%d %H:%M"))
    # Summer time begins in Madrid on 29 March 2026.
    assert times[1:] == ["27 19:00", "28 19:00", "29 18:00", "30 18:00", "31 18:00"]
