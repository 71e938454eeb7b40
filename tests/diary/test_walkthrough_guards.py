"""What holds an injection back on its way, what it leaves behind, and what is corrected afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import MayNotStart, MovedOn, SiteRefused, SyringeRefused
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.flow import PARTS, WASTES, Reply, Stage
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.storage import State
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, at_cover, at_inject, set_up


def test_h5_no_syringe_is_taken_out_while_the_clock_is_doubted(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    clock.set_wall(clock.now() - timedelta(hours=1))
    syringe = diary.storage.looks()[0].syringe.id
    with pytest.raises(MayNotStart) as choosing:
        diary.walkthrough.choose_syringe(walk, syringe)
    with pytest.raises(MayNotStart) as starting:
        diary.walkthrough.start()
    assert choosing.value.guard is starting.value.guard is StartGuard.CLOCK
    assert not diary.storage.look(syringe).is_out
    assert diary.overview().guard is StartGuard.CLOCK


def test_h5_a_possible_dose_is_answered_also_after_the_clock_went_back(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    walk = at_inject(diary)
    clock.set_wall(clock.now() - timedelta(hours=1))
    walk = diary.walkthrough.tell(walk, Reply.NEEDLE_OUT, at=walk.cover_off_at)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    assert (dose.at, dose.slot) == (None, TODAY)
    assert whole(diary)


def test_h1_an_injection_left_before_the_cover_is_not_gone_on_with_after_another_dose(
    diary: Diary, clock: HandClock
) -> None:
    set_up(diary)
    walk = at_cover(diary)
    clock.pass_time(days=1)
    diary.doses.record(Given(TODAY + timedelta(days=1), diary.now(), point=walk.point))
    assert diary.walkthrough.open() is None
    assert diary.overview().waiting is None
    with pytest.raises((MovedOn, SyringeRefused)):
        diary.walkthrough.answer(walk, Reply.NEXT)


@pytest.mark.parametrize(("hours", "left"), [(5.5, False), (6.5, True), (24, True)])
def test_an_injection_left_for_an_hour_into_the_next_day_ends(
    diary: Diary, clock: HandClock, hours: float, left: bool
) -> None:
    set_up(diary)
    clock.pass_time(hours=4, minutes=45)  # 23:45 as lived
    at_cover(diary)
    clock.pass_time(hours=hours - 4.75)
    assert (diary.walkthrough.open() is None) is left


def test_h14_the_place_is_looked_at_again_before_the_cover_comes_off(diary: Diary) -> None:
    set_up(diary)
    walk = at_cover(diary)
    diary.doses.record(Given(None, diary.now() - timedelta(hours=20), point=walk.point))
    with pytest.raises((SiteRefused, MovedOn, MayNotStart)):
        diary.walkthrough.answer(walk, Reply.NEXT)


def test_a_wrong_press_that_set_a_syringe_aside_is_corrected_on_the_record(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    syringe = diary.storage.looks()[0].syringe.id
    walk = diary.walkthrough.choose_syringe(walk, syringe)
    walk = diary.walkthrough.answer(walk, Reply.CLOUDY)
    assert diary.storage.look(syringe).state is State.SET_ASIDE
    walk = diary.walkthrough.answer(walk, Reply.WRONG_PRESS)
    assert walk.stage is Stage.LOOK
    assert diary.storage.look(syringe).usable
    assert [line.corrected for line in diary.storage.history(syringe)] == [False, True]
    assert whole(diary)


@pytest.mark.parametrize("reply", [Reply.THIS_ONE, Reply.HERE])
def test_h7_a_syringe_and_a_place_are_chosen_by_name_only(diary: Diary, reply: Reply) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    with pytest.raises(MovedOn):
        diary.walkthrough.answer(walk, reply)


def test_it_was_another_syringe_moves_its_whole_injection(diary: Diary) -> None:
    set_up(diary)
    a, b = (look.syringe.id for look in diary.storage.looks()[:2])
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    assert dose.syringe == a
    undo = diary.doses.correct(dose.id, Given(TODAY, dose.at, dose.point, syringe=b))
    assert diary.storage.look(a).state is State.IN_FRIDGE
    assert diary.storage.look(b).state is State.USED
    diary.walkthrough.answer(walk, Reply.IN_SHARPS)
    assert diary.storage.look(a).state is State.IN_FRIDGE
    assert diary.storage.look(b).state is State.IN_SHARPS
    assert whole(diary)
    diary.undo(undo)
    assert diary.storage.look(a).state is State.USED
    assert whole(diary)


def test_a_dose_answered_late_is_not_flagged_for_the_time_after_it(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    walk = at_inject(diary)
    clock.pass_time(hours=25)
    walk = diary.walkthrough.tell(walk, Reply.NEEDLE_OUT, at=walk.cover_off_at)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    assert dose.flags == ()


@pytest.mark.parametrize("reply", sorted(PARTS))
def test_whatever_may_have_gone_in_is_part_of_a_dose_and_uses_the_day(diary: Diary, reply: Reply) -> None:
    set_up(diary)
    walk = at_inject(diary)
    if reply is not Reply.PART:
        walk = diary.walkthrough.answer(walk, Reply.PROBLEM)
        assert diary.overview().day.state is DayState.UNFINISHED
    walk = diary.walkthrough.answer(walk, reply)
    assert diary.overview().day.state is DayState.PART
    assert diary.overview().guard is StartGuard.SECOND_DOSE
    walk = diary.walkthrough.answer(walk, Reply.IN_SHARPS)
    assert walk.stage is Stage.CALL
    assert diary.storage.look(walk.syringe or "").state is State.IN_SHARPS
    assert whole(diary)


@pytest.mark.parametrize("reply", sorted(WASTES))
def test_h13_a_bare_needle_that_was_not_injected_is_wasted_and_the_day_stays_open(diary: Diary, reply: Reply) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.PROBLEM)
    walk = diary.walkthrough.answer(walk, reply)
    assert diary.storage.look(walk.syringe or "").state is State.WASTED
    assert diary.overview().day.state is DayState.DUE
    assert diary.walkthrough.answer(walk, Reply.IN_SHARPS).stage is Stage.WASTED
    assert diary.overview().guard is StartGuard.GO
    assert whole(diary)


def test_h6_another_syringe_in_the_hand_was_out_since_the_first_was_named(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    a, b = (look.syringe.id for look in diary.storage.looks()[:2])
    walk = diary.walkthrough.choose_syringe(diary.walkthrough.start(), a)
    clock.pass_time(minutes=10)
    walk = diary.walkthrough.answer(walk, Reply.OTHER_ONE)
    assert diary.storage.look(a).state is State.IN_FRIDGE
    diary.walkthrough.choose_syringe(walk, b)
    assert diary.storage.look(b).time_out == timedelta(minutes=10)
    assert whole(diary)
