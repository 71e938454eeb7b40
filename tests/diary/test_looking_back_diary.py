"""Looking back on a record: figures, and the lot of a recall."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.doses import AnswerKind, DayState
from anakinra_companion.domain.figures import Outcome
from anakinra_companion.domain.storage import State
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up


def test_the_review_counts_what_the_calendar_shows(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    for ahead in range(40):
        day = TODAY + timedelta(days=ahead)
        clock.pass_time(hours=3)
        if ahead == 3:
            diary.doses.answer({day: AnswerKind.MISSED})
        elif ahead != 5:
            diary.doses.record(Given(day, diary.now()))
        clock.pass_time(hours=21)
    review = diary.looking_back.review()
    counts = review.recent.counts
    assert (counts[Outcome.TAKEN], counts[Outcome.MISSED], counts[Outcome.NOT_RECORDED]) == (38, 1, 1)
    assert review.recent.slots == 41
    assert review.recent.lateness.middle == timedelta(hours=2)
    assert [(each.first.year, each.first.month) for each in review.months] == [(2026, 4), (2026, 3)]


@pytest.mark.parametrize(("days", "counted"), [(89, 1), (90, 0)])
def test_the_ninetieth_day_back_still_counts_and_the_next_does_not(
    diary: Diary, clock: HandClock, days: int, counted: int
) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now()))
    clock.pass_time(days=days)
    assert diary.looking_back.review().recent.counts[Outcome.TAKEN] == counted


def test_an_empty_record_has_no_months(diary: Diary) -> None:
    review = diary.looking_back.review()
    assert (review.recent.slots, review.months) == (0, ())


def test_a_year_shows_the_same_days_as_its_months(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now()))
    clock.pass_time(days=3)
    months = diary.looking_back.year(2026, first_weekday=6)
    assert months[2] == diary.doses.month(2026, 3, first_weekday=6)
    states = {day.day: day.state for week in months[2].weeks for day in week}
    assert states[TODAY] is DayState.TAKEN
    assert states[TODAY + timedelta(days=1)] is DayState.NOT_RECORDED


@pytest.mark.parametrize("typed", ["K-4107", "k4107", " k 4107 ", "410"])
def test_a_lot_is_found_however_it_is_written(diary: Diary, typed: str) -> None:
    diary.storage.add_box("K4107", date(2027, 1, 31))
    diary.storage.add_box("A1", date(2027, 1, 31))
    assert [view.box.lot for view in diary.lots.find(typed)] == ["K4107"]


@pytest.mark.parametrize("typed", ["", "  ", "-", "Z9"])
def test_nothing_typed_or_nothing_known_finds_nothing(diary: Diary, typed: str) -> None:
    diary.storage.add_box("", date(2027, 1, 31))
    diary.storage.add_box("A1", date(2027, 1, 31))
    assert diary.lots.find(typed) == ()


def test_a_recall_names_the_doses_and_what_is_left_at_home(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    first, second = (look.syringe.id for look in diary.storage.looks()[:2])
    diary.doses.record(Given(TODAY, diary.now(), syringe=first))
    diary.storage.drop_in_sharps(first)
    clock.pass_time(days=1)
    gone = diary.doses.record(Given(TODAY + timedelta(days=1), diary.now(), syringe=second))
    (view,) = diary.lots.find("a1")
    assert [dose.slot for dose in view.doses] == [TODAY, TODAY + timedelta(days=1)]
    assert [look.state for look in view.at_home] == [State.USED] + [State.IN_FRIDGE] * 5
    diary.undo(gone)
    (view,) = diary.lots.find("a1")
    assert [dose.slot for dose in view.doses] == [TODAY]
