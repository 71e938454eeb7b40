"""The label's versions, the pauses a doctor ordered, and the care team's own numbers."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import EndsTooSoon, MayNotStart, NobodyNamed
from anakinra_companion.diary.regimen import Label
from anakinra_companion.domain.doses import AnswerKind, DayState, DoseRecord, earliest_start
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.regimen import Regimen, slots_between, spans
from anakinra_companion.domain.reminders import Plan
from tests.domain.test_doses import dose, plan
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, ZONE, set_up

TOMORROW = TODAY + timedelta(days=1)
WEEK = timedelta(days=7)


# ---- pauses -------------------------------------------------------------------------------------------------


def test_days_of_a_pause_are_no_missed_doses_and_nobody_is_reminded(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.regimen.pause(TODAY, TODAY + WEEK, "Dr. Rivas")
    clock.pass_time(days=3)
    assert [diary.doses.day(TODAY + timedelta(days=n)).state for n in range(4)] == [DayState.PAUSED] * 4
    assert diary.doses.open_days() == []
    assert diary.reminders.take(Plan()) is None
    with pytest.raises(MayNotStart) as caught:
        diary.walkthrough.start()
    assert caught.value.guard is StartGuard.PAUSED
    clock.pass_time(days=5, hours=2)
    assert diary.reminders.take(Plan()) is not None


def test_a_pause_may_have_no_end_yet_and_gets_one_later(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.regimen.pause(TODAY, None, "Dr. Rivas")
    clock.pass_time(days=30)
    assert diary.overview().day.state is DayState.PAUSED
    assert diary.overview().next_slot is None
    (pause,) = diary.regimen.pauses()
    ended = diary.regimen.end_pause(pause, TODAY + timedelta(days=29))
    assert diary.overview().day.state is DayState.DUE
    diary.undo(ended)
    assert diary.overview().day.state is DayState.PAUSED
    assert whole(diary)


@pytest.mark.parametrize("who", ["", "   "])
def test_who_said_so_is_required(diary: Diary, who: str) -> None:
    set_up(diary)
    with pytest.raises(NobodyNamed):
        diary.regimen.pause(TODAY, None, who)
    diary.regimen.pause(TODAY, None, "Dr. Rivas")
    (pause,) = diary.regimen.pauses()
    with pytest.raises(NobodyNamed):
        diary.regimen.correct_pause(pause, TODAY, None, who)


def test_a_pause_ends_no_earlier_than_it_begins(diary: Diary) -> None:
    set_up(diary)
    with pytest.raises(EndsTooSoon):
        diary.regimen.pause(TODAY, TODAY - timedelta(days=1), "Dr. Rivas")
    diary.regimen.pause(TODAY, TODAY, "Dr. Rivas")
    (pause,) = diary.regimen.pauses()
    with pytest.raises(EndsTooSoon):
        diary.regimen.end_pause(pause, TODAY - timedelta(days=1))


def test_told_corrected_and_taken_back_each_can_be_undone(diary: Diary) -> None:
    set_up(diary)
    told = diary.regimen.pause(TODAY, None, "Dr. Rivas")
    (pause,) = diary.regimen.pauses()
    corrected = diary.regimen.correct_pause(pause, TOMORROW, TOMORROW + WEEK, "Dr. Lee")
    (after,) = diary.regimen.pauses()
    assert (after.first, after.last, after.who) == (TOMORROW, TOMORROW + WEEK, "Dr. Lee")
    diary.undo(corrected)
    assert diary.regimen.pauses() == (pause,)
    gone = diary.regimen.take_back_pause(pause)
    assert diary.regimen.pauses() == ()
    diary.undo(gone)
    assert diary.regimen.pauses() == (pause,)
    assert whole(diary)
    other = diary.regimen.pause(TOMORROW + WEEK, None, "Dr. Lee")
    diary.undo(other)
    assert diary.regimen.pauses() == (pause,)
    assert told.skin


def test_a_dose_given_in_a_pause_is_what_the_day_shows(diary: Diary) -> None:
    set_up(diary)
    diary.regimen.pause(TODAY, None, "Dr. Rivas")
    diary.doses.record(Given(TODAY, diary.now()))
    assert diary.doses.day(TODAY).state is DayState.TAKEN


def test_dates_read_back_leave_out_a_pause(diary: Diary) -> None:
    set_up(diary)
    diary.regimen.pause(TOMORROW, TOMORROW, "Dr. Rivas")
    read = diary.regimen.read_back(Label(1, time(8), ZONE, TODAY))
    assert [slot.day.day for slot in read] == [2, 4, 5, 6]


# ---- versions of the label ----------------------------------------------------------------------------------


def test_a_version_counts_until_the_day_before_the_next_begins() -> None:
    first, second, third = plan(TODAY), plan(TODAY + WEEK, recorded=1), plan(TODAY + 2 * WEEK, recorded=2)
    found = spans([first, second, third])
    assert [span.last for span in found] == [TODAY + timedelta(days=6), TODAY + timedelta(days=13), None]
    assert not any(span.never_counted for span in found)


def test_a_version_replaced_before_it_began_never_counted() -> None:
    found = spans([plan(TODAY), plan(TODAY + WEEK, recorded=1), plan(TODAY + WEEK, recorded=2)])
    assert [span.never_counted for span in found] == [False, True, False]


def test_h20_a_changed_label_leaves_every_answered_day_as_it_was(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    for ahead in range(5):
        day = TODAY + timedelta(days=ahead)
        if ahead == 2:
            diary.doses.answer({day: AnswerKind.SKIPPED})
        else:
            diary.doses.record(Given(day, diary.now()))
        clock.pass_time(days=1)
    last = TODAY + timedelta(days=4)
    before = [diary.doses.day(TODAY + timedelta(days=n)) for n in range(5)]
    diary.regimen.copy_label(Label(2, time(7, 30), "Asia/Tokyo", TODAY, "My doctor changed it"))
    assert [diary.doses.day(TODAY + timedelta(days=n)) for n in range(5)] == before
    newest = diary.regimen.versions()[-1]
    assert (newest.starts, newest.reason) == (last + timedelta(days=1), "My doctor changed it")


@given(
    answered=st.sets(st.integers(0, 40), min_size=1),
    changes=st.lists(st.tuples(st.integers(-20, 60), st.sampled_from([1, 2])), min_size=1, max_size=5),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_h20_no_row_of_changes_moves_a_slot_that_was_answered(
    answered: set[int], changes: list[tuple[int, int]]
) -> None:
    known: list[Regimen] = [plan(TODAY)]
    doses = tuple(dose(TODAY + timedelta(days=n), id_=f"d{n}") for n in answered)
    last = TODAY + timedelta(days=max(answered))
    before = slots_between(known, TODAY, last)
    for number, (starts, every) in enumerate(changes, start=1):
        earliest = earliest_start(DoseRecord(tuple(known), doses=doses), last)
        asked = TODAY + timedelta(days=starts)
        known.append(plan(max(asked, earliest), every=every, at=time(7), recorded=number))
    assert slots_between(known, TODAY, last) == before


def test_a_copied_label_can_be_undone(diary: Diary) -> None:
    set_up(diary)
    undo = diary.regimen.copy_label(Label(2, time(7), ZONE, TOMORROW, "New label"))
    assert len(diary.regimen.versions()) == 2
    diary.undo(undo)
    assert [version.every_days for version in diary.regimen.versions()] == [1]
    assert whole(diary)


# ---- the care team's own numbers ----------------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "guard"), [(19, StartGuard.TOO_EARLY), (20, StartGuard.GO)])
def test_h3_the_care_teams_interval_keeps_a_start_away_until_it_is_over(
    diary: Diary, clock: HandClock, hours: int, guard: StartGuard
) -> None:
    set_up(diary, at=time(8))
    diary.doses.record(Given(TODAY, diary.now()))
    clock.pass_time(hours=hours)
    assert diary.overview().guard is StartGuard.GO
    diary.change_profile(interval_minutes=20 * 60, interval_source="Nurse Ana")
    assert diary.overview().guard is guard
    assert diary.walkthrough.start_view(TOMORROW).guard is guard


def test_numbers_of_the_care_team_outlive_the_program_and_are_none_at_first(diary: Diary) -> None:
    profile = diary.profile()
    assert (profile.least_interval, profile.missed_cutoff, profile.refill_days) == (None, None, None)
    diary.change_profile(missed_minutes=8 * 60, missed_source="Nurse Ana", refill_days=14)
    profile = diary.profile()
    assert (profile.missed_cutoff, profile.missed_source) == (timedelta(hours=8), "Nurse Ana")
    assert profile.refill_days == 14


@pytest.mark.parametrize(("lead", "told"), [(None, True), (7, True), (6, False), (0, False)])
def test_the_refill_is_told_as_many_days_ahead_as_the_person_wants(
    diary: Diary, lead: int | None, told: bool
) -> None:
    set_up(diary, starts=TODAY)
    diary.change_profile(refill_days=lead)
    view = diary.overview()
    assert view.supply.runs_out_on == date(2026, 3, 9)
    assert any(alert.code == "supply" for alert in view.alerts) is told
