"""Doses on record: past ones, corrected ones, taken back and brought back."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import MayNotStart, MovedOn, NotInTime, SecondDose
from anakinra_companion.diary.regimen import Label
from anakinra_companion.domain.doses import AnswerKind, DayState, Dose, DoseKind
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.sites import Place
from anakinra_companion.domain.storage import State
from anakinra_companion.domain.suggestion import Blocked
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, set_up

TOMORROW = TODAY + timedelta(days=1)


def recorded(diary: Diary, given: Given) -> Dose:
    undo = diary.doses.record(given)
    return next(dose for dose in diary.doses.day(given.slot or TODAY).doses if dose.id in undo.doses)


def syringe(diary: Diary, place: int) -> str:
    return diary.storage.boxes()[0].looks[place].syringe.id


def test_a_past_dose_is_recorded_with_its_own_time_and_syringe(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    at = diary.now()
    clock.pass_time(days=1)
    dose = recorded(diary, Given(TODAY, at, place=Place.THIGH_LEFT, syringe=syringe(diary, 2)))
    assert (dose.at, dose.place) == (at, Place.THIGH_LEFT)
    assert diary.doses.day(TODAY).state is DayState.TAKEN
    assert diary.storage.look(syringe(diary, 2)).state is State.USED
    assert whole(diary)


@pytest.mark.parametrize(("ahead", "refused"), [(timedelta(0), False), (timedelta(seconds=1), True)])
def test_a_dose_still_ahead_is_not_recorded(diary: Diary, ahead: timedelta, refused: bool) -> None:
    set_up(diary)
    given = Given(TODAY, diary.now() + ahead)
    if refused:
        with pytest.raises(NotInTime):
            diary.doses.record(given)
    else:
        diary.doses.record(given)
    assert bool(diary.doses.day(TODAY).doses) is not refused


def test_h1_a_second_dose_of_a_day_is_recorded_only_when_said_to_be_one(diary: Diary) -> None:
    set_up(diary)
    first = recorded(diary, Given(TODAY, diary.now()))
    with pytest.raises(SecondDose) as refusal:
        diary.doses.record(Given(TODAY, diary.now()))
    assert refusal.value.first.id == first.id
    diary.doses.record(Given(TODAY, diary.now()), second=True)
    assert [dose.flags for dose in diary.doses.day(TODAY).doses].count(("second",)) == 1
    assert whole(diary)


def test_a_corrected_dose_keeps_every_version(diary: Diary) -> None:
    set_up(diary)
    dose = recorded(diary, Given(TODAY, diary.now(), place=Place.THIGH_LEFT))
    diary.doses.correct(
        dose.id, Given(TODAY, diary.now(), place=Place.THIGH_RIGHT, kind=DoseKind.PART, note=" late ")
    )
    (now,) = diary.doses.day(TODAY).doses
    assert (now.place, now.kind, now.note) == (Place.THIGH_RIGHT, DoseKind.PART, "late")
    assert [version.values["place"] for version in diary.doses.history(dose.id)] == ["thigh_left", "thigh_right"]
    assert whole(diary)


def test_a_correction_taken_back_leaves_everything_as_it_was(diary: Diary) -> None:
    set_up(diary)
    a, b = syringe(diary, 0), syringe(diary, 1)
    dose = recorded(diary, Given(TODAY, diary.now(), place=Place.THIGH_LEFT, syringe=a))
    undo = diary.doses.correct(dose.id, Given(TODAY, None, place=Place.BELLY_LEFT, syringe=b))
    assert diary.storage.look(a).state is State.IN_FRIDGE
    assert diary.storage.look(b).state is State.USED
    diary.undo(undo)
    assert diary.doses.day(TODAY).doses == (dose,)
    assert diary.storage.look(a).state is State.USED
    assert diary.storage.look(b).state is State.IN_FRIDGE
    assert whole(diary)


def test_h1_a_dose_moved_to_a_day_that_has_one_is_asked_about_first(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    recorded(diary, Given(TODAY, diary.now()))
    clock.pass_time(days=1)
    later = recorded(diary, Given(TOMORROW, diary.now()))
    with pytest.raises(SecondDose):
        diary.doses.correct(later.id, Given(TODAY, later.at))
    assert diary.doses.day(TOMORROW).doses == (later,)
    diary.doses.correct(later.id, Given(TODAY, later.at), second=True)
    assert len(diary.doses.day(TODAY).doses) == 2
    assert "second" in diary.doses.day(TODAY).doses[-1].flags
    assert diary.doses.day(TOMORROW).doses == ()


def test_a_correction_that_keeps_its_day_is_not_a_second_dose(diary: Diary) -> None:
    set_up(diary)
    dose = recorded(diary, Given(TODAY, diary.now()))
    diary.doses.correct(dose.id, Given(TODAY, diary.now(), note="seen"))
    assert diary.doses.day(TODAY).doses[0].flags == ()


def test_a_dose_given_over_the_limit_stays_flagged_when_its_note_changes(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.storage.take_out(syringe(diary, 0))
    clock.pass_time(hours=24)
    dose = recorded(diary, Given(TOMORROW, diary.now(), syringe=syringe(diary, 0)))
    assert dose.flags == ("over_limit",)
    diary.doses.correct(dose.id, Given(TOMORROW, dose.at, syringe=dose.syringe, note="known"))
    assert diary.doses.day(TOMORROW).doses[0].flags == ("over_limit",)


def test_a_dose_taken_back_leaves_its_syringe_out_with_its_clock_running(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    dose = recorded(diary, Given(TODAY, diary.now(), syringe=syringe(diary, 0)))
    clock.pass_time(hours=5)
    undo = diary.doses.withdraw(dose.id)
    look = diary.storage.look(syringe(diary, 0))
    assert look.is_out
    assert look.time_out == timedelta(hours=5)
    diary.undo(undo)
    assert diary.doses.day(TODAY).doses == (dose,)
    assert diary.storage.look(syringe(diary, 0)).state is State.USED
    assert whole(diary)


def test_h2_open_days_are_answered_together_and_only_by_a_person(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    clock.pass_time(days=3)
    waiting = [day.day for day in diary.doses.open_days()]
    assert waiting == [date(2026, 3, day) for day in (5, 4, 3, 2)][-len(waiting) :]
    diary.doses.answer({TODAY: AnswerKind.MISSED, TOMORROW: AnswerKind.SKIPPED}, "  travel ")
    assert diary.doses.day(TODAY).state is DayState.MISSED
    answer = diary.doses.day(TOMORROW).answer
    assert answer is not None
    assert answer.reason == "travel"


def test_a_place_from_before_the_record_counts_for_distance_and_not_for_the_calendar(diary: Diary) -> None:
    set_up(diary)
    diary.doses.before_record(Place.THIGH_LEFT, None, None)
    assert diary.doses.day(TODAY).doses == ()
    found = diary.sites.suggestion()
    assert found is not None
    assert found.point.place is not Place.THIGH_LEFT


def test_the_place_from_before_the_record_can_be_changed_later(diary: Diary) -> None:
    set_up(diary)
    assert diary.doses.earlier() is None
    diary.doses.before_record(Place.THIGH_LEFT, None, None)
    diary.doses.before_record(Place.BELLY_LEFT, None, None)
    told = diary.doses.earlier()
    assert told is not None
    assert told.place is Place.BELLY_LEFT
    found = diary.sites.suggestion()
    assert found is not None
    assert found.point.place is Place.THIGH_LEFT
    diary.doses.never_before()
    assert diary.doses.earlier() is None
    assert whole(diary)


def test_h7_a_syringe_used_by_two_doses_stays_used_when_one_is_taken_back(diary: Diary) -> None:
    set_up(diary)
    used = syringe(diary, 0)
    diary.doses.record(Given(TODAY, diary.now(), syringe=used))
    second = diary.doses.record(Given(TODAY, diary.now(), syringe=used), second=True)
    diary.doses.withdraw(second.doses[0])
    assert diary.storage.look(used).state is State.USED
    with pytest.raises(MovedOn):
        diary.doses.withdraw(second.doses[0])
    assert diary.storage.look(used).state is State.USED


def test_h6_a_syringe_put_back_and_used_is_out_again_when_its_dose_is_taken_back(
    diary: Diary, clock: HandClock
) -> None:
    set_up(diary)
    diary.storage.take_out(syringe(diary, 0))
    clock.pass_time(hours=1)
    diary.storage.put_back(syringe(diary, 0))
    undo = diary.doses.record(Given(TODAY, diary.now(), syringe=syringe(diary, 0)))
    clock.pass_time(hours=10)
    diary.undo(undo)
    look = diary.storage.look(syringe(diary, 0))
    assert look.is_out
    assert look.time_out == timedelta(hours=11)


def test_a_dose_taken_back_cannot_be_corrected_behind_its_back(diary: Diary) -> None:
    set_up(diary)
    dose = recorded(diary, Given(TODAY, diary.now()))
    diary.doses.withdraw(dose.id)
    with pytest.raises(MovedOn):
        diary.doses.correct(dose.id, Given(TODAY, diary.now()))
    assert diary.doses.day(TODAY).doses == ()


def test_h14_a_dose_without_a_time_recorded_later_does_not_hide_the_last_place(
    diary: Diary, clock: HandClock
) -> None:
    set_up(diary)
    clock.pass_time(days=1)
    point = diary.sites.suggestion()
    assert point is not None
    diary.doses.record(Given(TOMORROW, diary.now(), point=point.point))
    clock.pass_time(minutes=10)
    diary.doses.record(Given(TODAY, None, place=Place.ARM_LEFT))
    known = diary.sites.map(helper=True)
    assert known.skin.blocked(point.point, helper=True) is Blocked.TOO_NEAR_LAST
    # The other may have been the last as well, because nobody knows when it was.
    assert all(view.blocked for view in known.points[Place.ARM_LEFT])


def test_h5_a_dose_of_a_year_to_come_loses_its_time_when_the_clock_is_confirmed(
    diary: Diary, clock: HandClock
) -> None:
    set_up(diary)
    right = diary.now()
    clock.set_wall(right.replace(year=2035))
    point = diary.sites.suggestion()
    assert point is not None
    undo = diary.doses.record(Given(None, diary.now(), place=Place.THIGH_LEFT))
    clock.set_wall(right)
    diary.confirm_clock()
    last = diary.doses.last()
    assert last is not None
    assert (last.id, last.at) == (undo.doses[0], None)
    assert diary.overview().clock_trusted
    clock.pass_time(hours=1)
    diary.doses.record(Given(TODAY, diary.now(), point=point.point))
    known = diary.sites.map()
    assert known.skin.blocked(point.point, helper=False) is Blocked.TOO_NEAR_LAST
    assert whole(diary)


def test_h1_a_dose_without_a_slot_on_this_day_holds_back_a_start(diary: Diary) -> None:
    set_up(diary)
    diary.doses.record(Given(None, diary.now()))
    with pytest.raises(MayNotStart) as caught:
        diary.walkthrough.start()
    assert caught.value.guard is StartGuard.SECOND_DOSE


def test_a_label_copied_with_a_wrong_clock_gives_way_to_the_next(diary: Diary, clock: HandClock) -> None:
    clock.pass_time(days=3)
    diary.regimen.copy_label(Label(1, time(21), "Asia/Tokyo", TODAY))
    clock.set_wall(clock.now() - timedelta(days=3))
    diary.confirm_clock()
    diary.regimen.copy_label(Label(2, time(8), "Europe/Madrid", TODAY))
    clock.pass_time(hours=12)
    present = diary.regimen.present()
    assert present is not None
    assert (present.every_days, present.zone, diary.zone()) == (2, "Europe/Madrid", "Europe/Madrid")


@pytest.mark.parametrize("every_days", [1, 2])
def test_the_next_slot_is_the_first_that_nothing_was_recorded_for(diary: Diary, every_days: int) -> None:
    assert diary.doses.next_slot() is None
    set_up(diary, every_days=every_days)
    ahead = [TODAY + timedelta(days=number * every_days) for number in range(4)]
    for day in ahead:
        slot = diary.doses.next_slot()
        assert slot is not None
        assert slot == diary.overview().next_slot
        assert slot.day == day
        diary.doses.record(Given(day, None))
