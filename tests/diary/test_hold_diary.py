"""A hold: nobody is to inject until a doctor's word is on record."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anakinra_companion.diary.alerts import AlertCode, Level
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import MayNotStart, MovedOn, NobodyNamed, NotThatDay
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.flow import Reply
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.hold import HoldReason
from anakinra_companion.domain.reminders import Plan
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, at_cover, set_up

SIGN = HoldReason.EMERGENCY_SIGN
TOMORROW = TODAY + timedelta(days=1)


def acts(diary: Diary, id_: str) -> list[str]:
    return [entry.act for entry in diary._record.store.history_of(id_)]


def test_a_hold_keeps_a_start_away_and_is_the_first_alert(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.hold.set(SIGN)
    hold = diary.hold.standing()
    assert hold is not None
    assert (hold.reason, hold.since) == (SIGN, clock.now())
    with pytest.raises(MayNotStart) as caught:
        diary.walkthrough.start()
    assert caught.value.guard is StartGuard.HOLD
    view = diary.overview()
    assert view.guard is StartGuard.HOLD
    assert (view.alerts[0].level, view.alerts[0].code) == (Level.STOP, AlertCode.HOLD)
    assert whole(diary)


def test_an_injection_on_its_way_stops_before_the_cover_comes_off(diary: Diary) -> None:
    set_up(diary)
    walk = at_cover(diary)
    diary.hold.set(SIGN)
    with pytest.raises(MayNotStart) as caught:
        diary.walkthrough.answer(walk, Reply.NEXT)
    assert caught.value.guard is StartGuard.HOLD


def test_no_syringe_is_taken_into_the_hand_in_a_hold(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    diary.hold.set(SIGN)
    syringe = diary.storage.looks()[0].syringe.id
    with pytest.raises(MayNotStart):
        diary.walkthrough.choose_syringe(walk, syringe)
    assert not diary.storage.look(syringe).is_out


def test_reminders_are_silent_while_it_stands_and_come_again_after(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.hold.set(SIGN)
    clock.pass_time(hours=2)
    assert diary.reminders.open_slot() is None
    assert diary.reminders.take(Plan()) is None
    diary.hold.lift("Dr. Rivas", TODAY)
    assert diary.reminders.open_slot() is not None
    assert diary.reminders.take(Plan()) is not None


def test_a_dose_given_all_the_same_is_recorded_and_lifts_nothing(diary: Diary) -> None:
    set_up(diary)
    diary.hold.set(SIGN)
    diary.doses.record(Given(TODAY, diary.now()))
    assert diary.doses.day(TODAY).state is DayState.TAKEN
    assert diary.hold.standing() is not None


def test_it_is_lifted_only_with_a_name_and_a_day_and_both_acts_are_in_the_journal(
    diary: Diary, clock: HandClock
) -> None:
    set_up(diary)
    (set_,) = diary.hold.set(SIGN).skin
    clock.pass_time(days=1)
    with pytest.raises(NobodyNamed):
        diary.hold.lift("  ", TODAY)
    for day in (TODAY - timedelta(days=1), TOMORROW + timedelta(days=1)):
        with pytest.raises(NotThatDay):
            diary.hold.lift("Dr. Rivas", day)
    assert diary.hold.standing() is not None
    diary.hold.lift(" Dr. Rivas ", TOMORROW)
    assert diary.hold.standing() is None
    (hold,) = diary.hold.every()
    assert (hold.lifted_by, hold.lifted_on) == ("Dr. Rivas", TOMORROW)
    assert acts(diary, set_.id) == ["hold_set", "hold_lifted"]
    assert diary.overview().guard is StartGuard.GO
    assert whole(diary)


def test_setting_and_lifting_are_each_taken_back_alone(diary: Diary) -> None:
    set_up(diary)
    set_ = diary.hold.set(SIGN)
    lifted = diary.hold.lift("Dr. Rivas", TODAY)
    diary.undo(lifted)
    assert diary.hold.standing() is not None
    second = diary.hold.lift("Dr. Rivas", TODAY)
    diary.undo(second)
    with pytest.raises(MovedOn):
        diary.undo(set_)
    assert diary.hold.standing() is not None
    assert whole(diary)


def test_a_hold_set_by_a_slip_never_stood(diary: Diary) -> None:
    set_up(diary)
    diary.undo(diary.hold.set(SIGN))
    assert diary.hold.standing() is None
    assert diary.hold.every() == ()
    assert whole(diary)


def test_there_is_one_at_a_time(diary: Diary) -> None:
    set_up(diary)
    with pytest.raises(MovedOn):
        diary.hold.lift("Dr. Rivas", TODAY)
    diary.hold.set(SIGN)
    with pytest.raises(MovedOn):
        diary.hold.set(HoldReason.DOCTOR)


def test_the_profile_is_read_as_before_beside_a_hold(diary: Diary) -> None:
    set_up(diary)
    before = diary.profile()
    diary.hold.set(SIGN)
    assert diary.profile() == before
