"""Doses in figures: every slot counts once, and nothing is made of what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.doses import (
    AnswerKind,
    DayState,
    DoseKind,
    DoseRecord,
    SlotAnswer,
    day,
    days_between,
)
from anakinra_companion.domain.figures import LOOK_BACK, SPAN_HOURS, Outcome, by_month, figures, lateness
from anakinra_companion.domain.month import month, year
from anakinra_companion.domain.regimen import Pause, slots_between
from tests.domain.test_doses import DUE, D, dose, plan

NOW = DUE + timedelta(days=60)
TODAY = D + timedelta(days=60)


def on(number: int) -> date:
    return D + timedelta(days=number)


@st.composite
def records(draw: st.DrawFn) -> DoseRecord:
    """A life of sixty days: doses, answers, pauses and a change of the label, in any mixture."""
    given_ = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(-600, 3000), st.sampled_from(DoseKind))))
    doses = tuple(
        dose(on(number), DUE + timedelta(days=number, minutes=minutes), kind, f"d{place}")
        for place, (number, minutes, kind) in enumerate(given_)
    )
    loose = tuple(dose(None, DUE + timedelta(days=n), id_=f"l{n}") for n in draw(st.sets(st.integers(0, 60))))
    said = draw(st.dictionaries(st.integers(0, 60), st.sampled_from(AnswerKind)))
    answers = tuple(SlotAnswer(f"a{n}", on(n), kind, "", DUE) for n, kind in said.items())
    pauses = tuple(
        Pause(f"p{first}", on(first), on(first + length), "Dr. Rivas")
        for first, length in draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=3))
    )
    changed = draw(st.booleans())
    regimens = (plan(every=draw(st.sampled_from([1, 2]))), *((plan(on(20), every=2, recorded=1),) if changed else ()))
    unfinished = frozenset(on(n) for n in draw(st.sets(st.integers(58, 60), max_size=1)))
    return DoseRecord(regimens, pauses, doses + loose, answers, unfinished)


@given(records())
def test_the_counts_add_up_to_the_slots_and_months_to_the_whole(record: DoseRecord) -> None:
    days = days_between(record, D, TODAY, NOW, TODAY)
    whole = figures(days)
    assert whole.slots == len(slots_between(record.regimens, D, TODAY))
    months = by_month(days)
    for outcome in Outcome:
        assert sum(each.counts[outcome] for each in months) == whole.counts[outcome]
    assert sum(each.extra for each in months) == whole.extra
    assert sum(each.lateness.count for each in months) == whole.lateness.count
    assert whole.lateness.count <= whole.counts[Outcome.TAKEN] + whole.counts[Outcome.PART]


@given(records())
def test_doses_are_neither_lost_nor_invented(record: DoseRecord) -> None:
    days = days_between(record, D - timedelta(days=2), TODAY + timedelta(days=4), NOW, TODAY)
    counted = figures(days)
    used = sum(1 for each in days if each.slot is not None and each.doses)
    assert counted.counts[Outcome.TAKEN] + counted.counts[Outcome.PART] == used
    assert used + counted.extra == len(record.doses)


@given(records(), st.integers(0, 6))
def test_many_days_at_once_are_judged_as_each_alone(record: DoseRecord, first_weekday: int) -> None:
    days = days_between(record, D, TODAY, NOW, TODAY)
    assert days == [day(record, each.day, NOW, TODAY) for each in days]
    months = year(record, D.year, NOW, TODAY, first_weekday)
    assert months[D.month - 1] == month(record, D.year, D.month, NOW, TODAY, first_weekday)


@pytest.mark.parametrize("state", DayState)
def test_every_state_of_a_slot_has_its_outcome_or_counts_for_nothing(state: DayState) -> None:
    nothing = (DayState.NONE, DayState.FUTURE, DayState.EXTRA)
    found = figures([replace(day(DoseRecord((plan(),)), D, DUE, D), state=state)])
    assert found.slots == (0 if state in nothing else 1)


def test_a_time_unknown_is_taken_and_says_nothing_of_lateness() -> None:
    record = DoseRecord((plan(),), doses=(dose(D, None),))
    found = figures(days_between(record, D, D, NOW, TODAY))
    assert found.counts[Outcome.TAKEN] == 1
    assert (found.lateness.middle, found.lateness.count) == (None, 0)


def test_a_pause_and_an_open_slot_are_not_held_against_anybody() -> None:
    record = DoseRecord((plan(),), (Pause("p", D, on(1), "Dr. Rivas"),))
    found = figures(days_between(record, D, on(2), DUE + timedelta(days=2), on(2)))
    assert (found.slots, found.planned) == (3, 0)
    assert (found.counts[Outcome.PAUSED], found.counts[Outcome.OPEN]) == (2, 1)


@pytest.mark.parametrize("hours", SPAN_HOURS)
@pytest.mark.parametrize(("second", "later"), [(-1, False), (0, True), (1, True)])
def test_each_span_begins_on_its_line(hours: int, second: int, later: bool) -> None:
    at = DUE + timedelta(hours=hours, seconds=second)
    found = lateness(days_between(DoseRecord((plan(),), doses=(dose(D, at),)), D, D, NOW, TODAY))
    place = SPAN_HOURS.index(hours) + later
    assert found.spans == tuple(int(each == place) for each in range(len(SPAN_HOURS) + 1))


def test_the_middle_is_that_of_the_first_dose_of_each_slot() -> None:
    given_ = [
        dose(on(n), DUE + timedelta(days=n, minutes=minutes), id_=f"d{n}") for n, minutes in enumerate((10, 50))
    ]
    again = dose(D, DUE + timedelta(hours=9), id_="second")
    record = DoseRecord((plan(),), doses=(*given_, again))
    found = figures(days_between(record, D, on(1), NOW, TODAY))
    assert found.lateness.middle == timedelta(minutes=30)
    assert (found.extra, found.slots) == (1, 2)


@pytest.mark.parametrize(("number", "weekday"), [(2, 0), (9998, 6), (2024, 5), (2026, 6)])
def test_a_year_has_twelve_whole_months_whatever_the_week_begins_with(number: int, weekday: int) -> None:
    months = year(DoseRecord(), number, NOW, TODAY, weekday)
    assert [each.number for each in months] == list(range(1, 13))
    for each in months:
        inside = [one.day for week in each.weeks for one in week if each.holds(one.day)]
        assert inside[0] == date(number, each.number, 1)
        assert (inside[-1] + timedelta(days=1)).day == 1
        assert {week[0].day.weekday() for week in each.weeks} == {weekday}


def test_the_short_look_back_is_ninety_days() -> None:
    assert LOOK_BACK == 90
