"""An injection on record: what each answer writes, and what a guard holds back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import GatesShut, MayNotStart, MovedOn, SiteRefused, SyringeRefused, Unfinished
from anakinra_companion.domain.doses import DayState, DoseKind
from anakinra_companion.domain.flow import Mode, Reply, Stage
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.profile import Gate
from anakinra_companion.domain.storage import SetAsideReason, State, Verdict
from anakinra_companion.domain.walkthrough import Walkthrough
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, at_cover, at_inject, set_up


def test_needle_out_writes_dose_point_and_syringe_in_one_entry(diary: Diary) -> None:
    set_up(diary)
    walk = at_inject(diary)
    before = diary.changed_elsewhere()
    walk = diary.walkthrough.answer(walk, Reply.NEEDLE_OUT)
    assert diary.changed_elsewhere() == before + 1
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    assert (dose.slot, dose.point, dose.syringe, dose.kind) == (
        TODAY,
        walk.point,
        walk.syringe,
        DoseKind.TAKEN,
    )
    assert diary.storage.look(walk.syringe or "").state is State.USED
    assert whole(diary)


def test_the_whole_journey_leaves_the_day_taken_and_the_syringe_gone(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    walk = diary.walkthrough.answer(walk, Reply.IN_SHARPS)
    assert walk.stage is Stage.DONE
    view = diary.overview()
    assert view.day.state is DayState.TAKEN
    assert view.waiting is None
    assert walk.syringe not in [look.syringe.id for look in view.looks]


def test_the_next_suggestion_is_an_inch_from_the_point_just_used(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    found = diary.sites.suggestion()
    assert found is not None
    assert found.cm_from_last is None or found.cm_from_last >= 2.5
    assert found.point != walk.point


def test_a_syringe_chosen_from_the_fridge_is_out_from_then_on(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    clock.pass_time(hours=1)
    look = diary.storage.look(walk.syringe or "")
    assert look.is_out
    assert look.time_out == timedelta(hours=1)


def test_h4_a_syringe_over_its_limit_cannot_be_chosen(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    first = diary.storage.looks()[0].syringe.id
    diary.storage.take_out(first)
    clock.pass_time(hours=24)
    walk = diary.walkthrough.start()
    with pytest.raises(SyringeRefused) as caught:
        diary.walkthrough.choose_syringe(walk, first)
    assert caught.value.look.verdict is Verdict.DO_NOT_USE
    assert diary.walkthrough.get(walk.id).stage is Stage.SYRINGE


def test_h4_the_limit_is_looked_at_again_before_the_cover_comes_off(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    walk = at_cover(diary)
    clock.pass_time(hours=24)
    with pytest.raises(SyringeRefused):
        diary.walkthrough.answer(walk, Reply.NEXT)
    assert diary.walkthrough.get(walk.id).cover_off_at is None


def test_after_the_cover_is_off_the_limit_only_flags_the_record(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.storage.take_out(diary.storage.looks()[0].syringe.id)
    clock.pass_time(hours=23, minutes=58)
    walk = at_cover(diary)
    clock.pass_time(minutes=1)
    walk = diary.walkthrough.answer(walk, Reply.NEXT)
    clock.pass_time(minutes=5)
    walk = diary.walkthrough.answer(walk, Reply.NEEDLE_OUT)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    assert "over_limit" in dose.flags


def test_h7_a_used_syringe_cannot_be_chosen_again(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    diary.walkthrough.answer(walk, Reply.IN_SHARPS)
    clock.pass_time(hours=24)
    following = diary.walkthrough.start()
    with pytest.raises(SyringeRefused):
        diary.walkthrough.choose_syringe(following, walk.syringe or "")


def test_h1_an_open_possible_dose_holds_back_another_start(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    at_inject(diary)
    clock.pass_time(hours=1)
    with pytest.raises(MayNotStart) as caught:
        diary.walkthrough.start()
    assert caught.value.guard is StartGuard.POSSIBLE_DOSE
    view = diary.overview()
    assert view.day.state is DayState.UNFINISHED
    assert view.waiting is not None
    assert view.waiting.is_possible_dose


def test_h1_a_dose_recorded_in_another_window_is_seen_before_the_cover_comes_off(diary: Diary) -> None:
    set_up(diary)
    walk = at_cover(diary)
    diary.doses.record(Given(TODAY, diary.now()))
    with pytest.raises(MayNotStart) as caught:
        diary.walkthrough.answer(walk, Reply.NEXT)
    assert caught.value.guard is StartGuard.SECOND_DOSE


def test_h1_needle_out_is_recorded_even_when_the_slot_has_a_dose_by_then(diary: Diary) -> None:
    set_up(diary)
    undo = diary.doses.record(Given(date(2026, 3, 1), diary.now() - timedelta(days=1)))
    walk = at_inject(diary)
    with pytest.raises(Unfinished):
        diary.doses.record(Given(TODAY, diary.now()))
    diary.doses.correct(undo.doses[0], Given(TODAY, diary.now()))
    walk = diary.walkthrough.answer(walk, Reply.NEEDLE_OUT)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    assert "second" in dose.flags


def test_h13_the_walkthrough_waits_for_the_sharps_answer(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    clock.pass_time(hours=4)
    waiting = diary.walkthrough.open()
    assert waiting is not None
    assert (waiting.id, waiting.stage) == (walk.id, Stage.SHARPS)
    assert diary.overview().day.state is DayState.TAKEN


def test_a_cover_off_but_not_injected_wastes_the_syringe_and_leaves_the_slot_open(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NOT_INJECTED)
    assert diary.storage.look(walk.syringe or "").state is State.WASTED
    assert diary.walkthrough.dose(walk.id) is None
    assert diary.overview().day.state is DayState.DUE
    assert diary.walkthrough.answer(walk, Reply.IN_SHARPS).stage is Stage.WASTED


def test_part_of_a_dose_uses_the_slot(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.PART)
    diary.walkthrough.answer(walk, Reply.IN_SHARPS)
    assert diary.overview().day.state is DayState.PART
    assert diary.walkthrough.start_view(TODAY).guard is StartGuard.SECOND_DOSE


@pytest.mark.parametrize(
    ("reply", "reason"),
    [(Reply.CLOUDY, SetAsideReason.CLOUDY), (Reply.FROZEN, SetAsideReason.FROZEN)],
)
def test_h9_bad_liquid_sets_the_syringe_aside_on_record(diary: Diary, reply: Reply, reason: SetAsideReason) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    walk = diary.walkthrough.answer(walk, reply)
    assert walk.stage is Stage.SET_ASIDE
    look = diary.storage.look(walk.syringe or "")
    assert look.verdict is Verdict.DO_NOT_USE
    assert look.syringe.events[-1].reason is reason
    again = diary.walkthrough.answer(walk, Reply.ANOTHER)
    with pytest.raises(SyringeRefused):
        diary.walkthrough.choose_syringe(again, look.syringe.id)


@pytest.mark.parametrize("gate", Gate)
def test_h11_each_gate_by_itself_keeps_the_walkthrough_shut(diary: Diary, gate: Gate) -> None:
    set_up(diary)
    diary.answer_gate(gate, answer=False)
    with pytest.raises(GatesShut) as caught:
        diary.walkthrough.start()
    assert caught.value.gates == (gate,)
    assert diary.storage.looks()
    assert diary.sites.suggestion() is not None


def test_h11_a_helper_answers_gates_of_their_own(diary: Diary) -> None:
    set_up(diary)
    with pytest.raises(GatesShut):
        diary.walkthrough.start(helper="Rosa")


def test_h15_a_helpers_place_is_refused_to_somebody_injecting_alone(diary: Diary) -> None:
    set_up(diary)
    helper_place = diary.sites.map(helper=True).points
    arm = next(points[0].point for place, points in helper_place.items() if place.value == "arm_left")
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    walk = diary.walkthrough.answer(walk, Reply.CLEAR)
    with pytest.raises(SiteRefused):
        diary.walkthrough.choose_place(walk, arm)


def test_h14_a_point_too_near_the_last_is_refused(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    diary.walkthrough.answer(walk, Reply.IN_SHARPS)
    clock.pass_time(hours=24)
    following = diary.walkthrough.start()
    following = diary.walkthrough.choose_syringe(following, diary.storage.looks()[0].syringe.id)
    following = diary.walkthrough.answer(following, Reply.CLEAR)
    assert walk.point is not None
    with pytest.raises(SiteRefused):
        diary.walkthrough.choose_place(following, walk.point)


def test_an_answer_from_a_window_left_behind_is_refused(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    with pytest.raises(MovedOn):
        diary.walkthrough.choose_syringe(walk, diary.storage.looks()[1].syringe.id)


def test_starting_again_before_the_cover_is_off_ends_the_one_left_behind(diary: Diary) -> None:
    set_up(diary)
    left = diary.walkthrough.start()
    started = diary.walkthrough.start()
    assert diary.walkthrough.get(left.id).stage is Stage.STOPPED
    waiting = diary.walkthrough.open()
    assert waiting is not None
    assert waiting.id == started.id


def test_an_answer_given_after_a_restart_keeps_the_time_it_happened(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    walk = at_inject(diary)
    clock.pass_time(hours=2)
    walk = diary.walkthrough.tell(walk, Reply.NEEDLE_OUT, at=walk.cover_off_at)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    assert dose.at == walk.cover_off_at


def test_a_refusal_announces_nothing(diary: Diary, rings: list[str]) -> None:
    set_up(diary)
    at_inject(diary)
    before = len(rings)
    with pytest.raises(MayNotStart):
        diary.walkthrough.start()
    assert len(rings) == before


def test_undoing_a_dose_wastes_a_syringe_whose_cover_was_off(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    undo = diary.doses.withdraw(dose.id)
    assert diary.storage.look(walk.syringe or "").state is State.WASTED
    assert diary.overview().day.state is DayState.DUE
    diary.undo(undo)
    assert diary.overview().day.state is DayState.TAKEN
    assert diary.storage.look(walk.syringe or "").state is State.USED
    assert whole(diary)


def test_the_mode_of_the_person_is_followed(diary: Diary) -> None:
    set_up(diary)
    diary.change_profile(mode=Mode.FIRST_TIME)
    assert diary.walkthrough.start().mode is Mode.FIRST_TIME


def test_tomorrows_dose_is_not_started_today(diary: Diary) -> None:
    set_up(diary)
    assert diary.walkthrough.start_view(date(2026, 3, 3)).guard is StartGuard.TOO_EARLY
    walk: Walkthrough = diary.walkthrough.start(TODAY)
    assert walk.slot == TODAY
