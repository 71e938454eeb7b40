"""What is said of the place once the needle is out, on record."""

from __future__ import annotations

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import TakenBack
from anakinra_companion.domain.doses import DayState, DoseKind
from anakinra_companion.domain.flow import Reply, Stage
from tests.journal_check import whole
from tests.people import TODAY, at_inject, set_up


def test_liquid_at_the_place_makes_the_dose_just_recorded_part_of_one(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    walk = diary.walkthrough.answer(walk, Reply.LIQUID)
    assert walk.stage is Stage.PART_SHARPS
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    assert dose.kind is DoseKind.PART
    assert [version.values["kind"] for version in diary.doses.history(dose.id)] == ["taken", "part"]
    walk = diary.walkthrough.answer(walk, Reply.IN_SHARPS)
    assert walk.stage is Stage.CALL
    assert diary.doses.day(TODAY).state is DayState.PART
    assert whole(diary)


def test_blood_at_the_place_leaves_the_dose_a_whole_one(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    walk = diary.walkthrough.answer(walk, Reply.BLEEDS)
    assert walk.stage is Stage.BLEEDING
    assert diary.doses.day(TODAY).state is DayState.TAKEN
    walk = diary.walkthrough.answer(walk, Reply.NEXT)
    assert walk.stage is Stage.SHARPS


def test_blood_told_as_what_went_wrong_records_the_whole_dose_once(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.PROBLEM)
    walk = diary.walkthrough.answer(walk, Reply.BLEEDS)
    assert walk.stage is Stage.BLEEDING
    day = diary.doses.day(TODAY)
    assert day.state is DayState.TAKEN
    assert [dose.kind for dose in day.doses] == [DoseKind.TAKEN]
    assert walk.needle_out_at is not None


def test_liquid_told_after_the_dose_was_taken_back_brings_no_dose_to_life(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    diary.doses.withdraw(dose.id)
    assert diary.walkthrough.is_taken_back(walk.id)
    with pytest.raises(TakenBack):
        diary.walkthrough.answer(walk, Reply.LIQUID)
    assert diary.doses.day(TODAY).doses == ()
    # Nothing was answered, so the syringe is still asked about.
    assert diary.walkthrough.get(walk.id).stage is Stage.SHARPS
    assert whole(diary)


def test_liquid_told_after_the_dose_came_back_makes_it_part_of_one(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    diary.undo(diary.doses.withdraw(dose.id))
    assert not diary.walkthrough.is_taken_back(walk.id)
    diary.walkthrough.answer(walk, Reply.LIQUID)
    assert diary.doses.day(TODAY).state is DayState.PART


def test_liquid_pressed_by_mistake_leaves_the_dose_a_whole_one_and_history_shows_both(diary: Diary) -> None:
    set_up(diary)
    sharps = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    walk = diary.walkthrough.answer(sharps, Reply.LIQUID)
    walk = diary.walkthrough.answer(walk, Reply.WRONG_PRESS)
    assert walk.stage is Stage.SHARPS
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    assert [version.values["kind"] for version in diary.doses.history(dose.id)] == ["taken", "part", "taken"]
    assert diary.doses.day(TODAY).state is DayState.TAKEN
    assert diary.walkthrough.answer(walk, Reply.IN_SHARPS).stage is Stage.DONE
    assert whole(diary)


def test_a_dose_that_was_part_of_one_before_liquid_was_pressed_by_mistake_stays_so(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    corrected = Given(dose.slot, dose.at, dose.point, dose.place, dose.syringe, DoseKind.PART)
    diary.doses.correct(dose.id, corrected)
    walk = diary.walkthrough.answer(walk, Reply.LIQUID)
    diary.walkthrough.answer(walk, Reply.WRONG_PRESS)
    assert diary.doses.day(TODAY).state is DayState.PART


def test_a_wrong_press_told_after_the_dose_was_taken_back_brings_no_dose_to_life(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    walk = diary.walkthrough.answer(walk, Reply.LIQUID)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    diary.doses.withdraw(dose.id)
    assert diary.walkthrough.answer(walk, Reply.WRONG_PRESS).stage is Stage.SHARPS
    assert diary.doses.day(TODAY).doses == ()


def test_only_liquid_told_by_mistake_can_be_taken_back(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.PART)
    with pytest.raises(ValueError, match="does not take"):
        diary.walkthrough.answer(walk, Reply.WRONG_PRESS)
    assert diary.doses.day(TODAY).state is DayState.PART
