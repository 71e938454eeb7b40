"""Slots, days and their states."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.doses import (
    AnswerKind,
    DayState,
    Dose,
    DoseKind,
    DoseRecord,
    SlotAnswer,
    day,
    earliest_start,
    open_days,
)
from anakinra_companion.domain.guards import StartGuard, proposed_slot, start_guard
from anakinra_companion.domain.month import month
from anakinra_companion.domain.regimen import (
    Pause,
    Regimen,
    Slot,
    due_instant,
    next_slot_after,
    next_slots,
    slots_between,
)

MADRID = "Europe/Madrid"
D = date(2026, 3, 2)
DUE = datetime(2026, 3, 2, 19, 0, tzinfo=UTC)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def plan(starts: date = D, every: int = 1, at: time = time(20), recorded: int = 0, zone: str = MADRID) -> Regimen:
    return Regimen(
        f"r{recorded}", every, at, zone, starts, datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=recorded)
    )


def dose(slot: date | None, at: datetime | None = DUE, kind: DoseKind = DoseKind.TAKEN, id_: str = "d") -> Dose:
    return Dose(id_, slot, kind, at, MADRID, None, None, None, "", (), at or DUE)


def state(record: DoseRecord, on: date = D, now: datetime = DUE, today: date | None = None) -> DayState:
    return day(record, on, now, today or now.date()).state


# ---- when doses are due -----------------------------------------------------------------------------------------


def test_a_time_that_summer_time_skips_is_the_first_minute_after() -> None:
    assert due_instant(date(2026, 3, 29), time(2, 30), MADRID) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_a_time_that_comes_twice_is_the_first() -> None:
    assert due_instant(date(2026, 10, 25), time(2, 30), MADRID) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_wall_clock_time_stays_across_summer_time() -> None:
    slots = slots_between([plan(date(2026, 3, 28))], date(2026, 3, 28), date(2026, 3, 30))
    assert [slot.due.hour for slot in slots] == [19, 18, 18]


def test_h20_the_next_four_dates_of_an_every_second_day_label() -> None:
    dates = [slot.day for slot in next_slots([plan(every=2)], D - timedelta(days=1), 4)]
    assert dates == [D, D + timedelta(days=2), D + timedelta(days=4), D + timedelta(days=6)]


def test_a_new_version_counts_from_its_first_day_and_leaves_the_past() -> None:
    versions = [plan(), plan(D + timedelta(days=2), every=2, at=time(8), recorded=1)]
    slots = slots_between(versions, D, D + timedelta(days=5))
    assert [(slot.day.day, slot.due.hour) for slot in slots] == [(2, 19), (3, 19), (4, 7), (6, 7)]


def test_pauses_have_no_slots() -> None:
    pause = Pause("p", D + timedelta(days=1), D + timedelta(days=2), "Dr R")
    assert [slot.day.day for slot in slots_between([plan()], D, D + timedelta(days=3), [pause])] == [2, 5]
    assert next_slots([plan()], D, 1, [Pause("p", D, None, "")]) == []


def test_the_next_slot_after_an_instant_is_strictly_after_it() -> None:
    found = next_slot_after([plan()], DUE)
    assert found == Slot(D + timedelta(days=1), DUE + timedelta(days=1))
    assert next_slot_after([plan()], DUE - timedelta(seconds=1)) == Slot(D, DUE)


@given(st.lists(st.tuples(DAYS, st.sampled_from([1, 2]), st.times()), min_size=1, max_size=5), DAYS)
def test_slots_strictly_increase_and_no_day_has_two(labels: list[tuple[date, int, time]], first: date) -> None:
    versions = [
        plan(starts, every, at.replace(second=0, microsecond=0, fold=0), n)
        for n, (starts, every, at) in enumerate(labels)
    ]
    slots = slots_between(versions, first, first + timedelta(days=40))
    assert all(one.day < two.day for one, two in pairwise(slots))


# ---- what each day is -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (DUE - timedelta(hours=12), DayState.DUE),
        (DUE + timedelta(hours=3), DayState.DUE),
        (DUE + timedelta(days=1) - timedelta(seconds=1), DayState.DUE),
        (DUE + timedelta(days=1), DayState.NOT_RECORDED),
        (DUE + timedelta(days=9), DayState.NOT_RECORDED),
    ],
)
def test_an_unanswered_slot_stays_open_until_the_next_is_due(now: datetime, expected: DayState) -> None:
    assert state(DoseRecord((plan(),)), now=now) is expected


def test_every_second_day_a_slot_is_open_for_two_days() -> None:
    record = DoseRecord((plan(every=2),))
    assert state(record, now=DUE + timedelta(days=2, seconds=-1)) is DayState.DUE
    assert state(record, now=DUE + timedelta(days=2)) is DayState.NOT_RECORDED
    assert state(record, D + timedelta(days=1), now=DUE + timedelta(days=1)) is DayState.NONE


@pytest.mark.parametrize(
    ("given_doses", "expected"),
    [
        ((dose(D),), DayState.TAKEN),
        ((dose(D, None),), DayState.TIME_UNKNOWN),
        ((dose(D, kind=DoseKind.PART),), DayState.PART),
        ((dose(D, kind=DoseKind.PART), dose(D, id_="e")), DayState.TAKEN),
        ((dose(D), dose(D, None, id_="e")), DayState.TAKEN),
    ],
)
def test_what_was_given_is_the_days_state(given_doses: tuple[Dose, ...], expected: DayState) -> None:
    assert state(DoseRecord((plan(),), doses=given_doses)) is expected


def test_two_doses_in_a_slot_are_marked_extra() -> None:
    record = DoseRecord((plan(),), doses=(dose(D), dose(D, id_="e")))
    assert day(record, D, DUE, D).extra


def test_a_dose_on_a_day_without_a_slot_is_extra() -> None:
    record = DoseRecord((plan(every=2),), doses=(dose(None, DUE + timedelta(days=1)),))
    assert state(record, D + timedelta(days=1)) is DayState.EXTRA


def test_a_dose_before_the_record_without_a_time_is_on_no_day() -> None:
    record = DoseRecord((plan(),), doses=(dose(None, None),))
    assert state(record) is DayState.DUE


def test_h1_a_possible_dose_is_unfinished_and_never_missed_or_not_recorded() -> None:
    record = DoseRecord((plan(),), unfinished=frozenset({D}))
    assert state(record, now=DUE + timedelta(days=5)) is DayState.UNFINISHED


@pytest.mark.parametrize("kind", AnswerKind)
def test_only_a_person_makes_a_day_missed_or_skipped_and_a_dose_beats_it(kind: AnswerKind) -> None:
    answer = SlotAnswer("a", D, kind, "", DUE)
    assert state(DoseRecord((plan(),), answers=(answer,))).value == kind.value
    assert state(DoseRecord((plan(),), doses=(dose(D),), answers=(answer,))) is DayState.TAKEN


def test_paused_and_future_days() -> None:
    record = DoseRecord((plan(),), (Pause("p", D, D, ""),))
    assert state(record) is DayState.PAUSED
    assert state(record, D + timedelta(days=1), now=DUE, today=D) is DayState.FUTURE


def test_h2_after_three_days_away_three_days_are_open() -> None:
    record = DoseRecord((plan(),))
    now = DUE + timedelta(days=3, hours=-2)
    found = open_days(record, now, D + timedelta(days=3), D, 28)
    assert [each.day.day for each in found if each.day < D + timedelta(days=3)] == [4, 3, 2]


@given(st.integers(-50, 400), st.integers(0, 60))
def test_no_day_is_missed_without_a_persons_word(hours: int, ahead: int) -> None:
    record = DoseRecord((plan(),))
    now = DUE + timedelta(hours=hours)
    assert state(record, D + timedelta(days=ahead), now) is not DayState.MISSED


@given(DAYS, st.sampled_from([1, 2]), st.integers(0, 6))
def test_a_month_has_every_day_once_in_whole_weeks(on: date, every: int, first: int) -> None:
    found = month(DoseRecord((plan(every=every),)), on.year, on.month, DUE, D, first)
    days = [each.day for week in found.weeks for each in week]
    assert all(len(week) == 7 for week in found.weeks)
    assert all(two - one == timedelta(days=1) for one, two in pairwise(days))
    assert sum(found.holds(each) for each in days) in (28, 29, 30, 31)
    assert days[0].weekday() == first


@given(st.integers(0, 30), st.integers(0, 30))
def test_h3_a_late_dose_moves_no_later_slot(late: int, hours: int) -> None:
    before = DoseRecord((plan(),))
    after = DoseRecord((plan(),), doses=(dose(D + timedelta(days=late), DUE + timedelta(days=late, hours=hours)),))
    assert slots_between(before.regimens, D, D + timedelta(days=60)) == slots_between(
        after.regimens, D, D + timedelta(days=60)
    )


# ---- what stands before a start ---------------------------------------------------------------------------------


def test_the_proposed_slot_is_the_one_due_nearest() -> None:
    record = DoseRecord((plan(),))
    midnight = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
    assert proposed_slot(record, midnight, date(2026, 3, 4)) == Slot(date(2026, 3, 3), DUE + timedelta(days=1))
    noon = DUE + timedelta(days=1, hours=-11)
    assert proposed_slot(record, noon, date(2026, 3, 3)) == Slot(date(2026, 3, 3), DUE + timedelta(days=1))


def test_a_late_dose_of_today_is_not_proposed_as_tomorrows() -> None:
    record = DoseRecord((plan(at=time(8)),))
    late = datetime(2026, 3, 2, 20, 30, tzinfo=UTC)
    found = proposed_slot(record, late, D)
    assert found is not None
    assert found.day == D
    assert start_guard(record, found.day, late) is StartGuard.GO


def test_before_the_first_day_the_first_slot_is_proposed_and_is_too_early() -> None:
    record = DoseRecord((plan(),))
    early = DUE - timedelta(days=1)
    found = proposed_slot(record, early, D - timedelta(days=1))
    assert found is not None
    assert start_guard(record, found.day, early) is StartGuard.TOO_EARLY


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (DoseRecord((plan(),)), StartGuard.GO),
        (DoseRecord(), StartGuard.NO_REGIMEN),
        (DoseRecord((plan(),), doses=(dose(D),)), StartGuard.SECOND_DOSE),
        (DoseRecord((plan(),), doses=(dose(D, kind=DoseKind.PART),)), StartGuard.SECOND_DOSE),
        (DoseRecord((plan(),), unfinished=frozenset({D})), StartGuard.POSSIBLE_DOSE),
        (DoseRecord((plan(),), unfinished=frozenset({D - timedelta(days=1)})), StartGuard.POSSIBLE_DOSE),
        (DoseRecord((plan(),), (Pause("p", D, None, ""),)), StartGuard.PAUSED),
    ],
)
def test_h1_every_guard(record: DoseRecord, expected: StartGuard) -> None:
    assert start_guard(record, D, DUE) is expected


def test_a_hold_comes_before_everything() -> None:
    assert start_guard(DoseRecord(), None, DUE, hold=True) is StartGuard.HOLD


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 3, 1, 22, 59, 59, tzinfo=UTC), StartGuard.TOO_EARLY),
        (datetime(2026, 3, 1, 23, 0, 0, tzinfo=UTC), StartGuard.GO),
    ],
)
def test_too_early_is_before_the_slots_own_day_in_its_zone(now: datetime, expected: StartGuard) -> None:
    assert start_guard(DoseRecord((plan(),)), D, now) is expected


@pytest.mark.parametrize(("hours", "expected"), [(12, StartGuard.GO), (11, StartGuard.TOO_EARLY)])
def test_h3_an_interval_exists_only_where_the_care_team_gave_one(hours: int, expected: StartGuard) -> None:
    record = DoseRecord((plan(),), doses=(dose(D),))
    now, following = DUE + timedelta(hours=hours), D + timedelta(days=1)
    assert start_guard(record, following, now, timedelta(hours=12)) is expected
    assert start_guard(record, following, now) is StartGuard.GO


def test_a_changed_label_starts_after_the_last_answered_slot() -> None:
    assert earliest_start(DoseRecord((plan(),), doses=(dose(D),)), D) == D + timedelta(days=1)
    assert earliest_start(DoseRecord((plan(),)), D) == D
