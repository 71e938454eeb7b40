"""Where a person stands in an injection."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.flow import (
    ENDS,
    ORDER,
    SETS_ASIDE,
    Mode,
    Reply,
    Stage,
    is_question,
    path,
    replies_at,
    step_number,
)
from anakinra_companion.domain.walkthrough import Walkthrough

START = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


def begun(mode: Mode = Mode.PRACTISED) -> Walkthrough:
    return Walkthrough("w", mode, date(2026, 3, 2), START)


def after(walk: Walkthrough, *replies: Reply) -> Walkthrough:
    for reply in replies:
        walk = walk.answered(reply, START + timedelta(minutes=len(walk.answers)))
    return walk


TO_COVER = (Reply.THIS_ONE, Reply.CLEAR, Reply.HERE, Reply.NEXT)
TO_INJECT = (*TO_COVER, Reply.NEXT)


def test_practised_takes_eight_presses_with_start_to_the_recorded_dose_and_sharps() -> None:
    walk = after(begun(), *TO_INJECT, Reply.NEEDLE_OUT, Reply.IN_SHARPS)
    assert walk.stage is Stage.DONE
    assert len(walk.answers) + 1 == 8


def test_first_time_takes_at_most_25_presses() -> None:
    walk, presses = begun(Mode.FIRST_TIME), 1
    while walk.is_open:
        walk = after(walk, replies_at(walk.stage)[0])
        presses += 1
    assert walk.stage is Stage.DONE
    assert presses <= 25


@pytest.mark.parametrize("mode", Mode)
def test_h12_the_eight_steps_come_in_the_order_of_the_guide(mode: Mode) -> None:
    steps = [step_number(stage, mode) for stage in ORDER[mode] if not stage.value.startswith("read")]
    shown = [numbers for numbers in steps if numbers is not None]
    assert [first for first, _ in shown] == sorted(first for first, _ in shown)
    seen = {number for first, last in shown for number in range(first, last + 1)}
    assert seen == set(range(1, 9))


@pytest.mark.parametrize("mode", Mode)
def test_all_choosing_comes_before_washing(mode: Mode) -> None:
    order = ORDER[mode]
    washing = order.index(Stage.WASH if mode is Mode.FIRST_TIME else Stage.CLEAN)
    later = order[washing:]
    assert Stage.SYRINGE not in later
    assert Stage.PLACE not in later
    assert not any(reply in SETS_ASIDE for stage in later for reply in replies_at(stage))


@pytest.mark.parametrize("reply", SETS_ASIDE)
def test_h9_whatever_is_wrong_sets_the_syringe_aside_and_nothing_overrides_it(reply: Reply) -> None:
    for stage in (Stage.LOOK, Stage.KEPT, Stage.GLASS, Stage.LIQUID):
        if reply not in replies_at(stage):
            continue
        mode = Mode.PRACTISED if stage is Stage.LOOK else Mode.FIRST_TIME
        ahead = {
            Stage.LOOK: (Reply.THIS_ONE,),
            Stage.KEPT: (Reply.THIS_ONE,),
            Stage.GLASS: (Reply.THIS_ONE, Reply.FINE),
            Stage.LIQUID: (Reply.THIS_ONE, Reply.FINE, Reply.FINE),
        }[stage]
        walk = after(begun(mode), *ahead, reply)
        assert walk.stage is Stage.SET_ASIDE
        assert set(replies_at(walk.stage)) == {Reply.ANOTHER, Reply.WRONG_PRESS, Reply.STOP}
        assert after(walk, Reply.ANOTHER).stage is Stage.SYRINGE
        assert after(walk, Reply.WRONG_PRESS).stage is stage


def test_h9_foam_waits_and_then_the_liquid_is_looked_at_again() -> None:
    for mode, ahead in ((Mode.PRACTISED, ()), (Mode.FIRST_TIME, (Reply.FINE, Reply.FINE))):
        walk = after(begun(mode), Reply.THIS_ONE, *ahead, Reply.FOAMY)
        assert walk.stage is Stage.FOAM
        assert Reply.CLEAR in replies_at(after(walk, Reply.NEXT).stage)


def test_h9_a_question_is_never_answered_by_next() -> None:
    for stage in (Stage.SYRINGE, Stage.LOOK, Stage.LIQUID, Stage.KEPT, Stage.GLASS, Stage.PLACE, Stage.SKIN):
        assert is_question(stage)
        with pytest.raises(ValueError):
            Walkthrough("w", Mode.PRACTISED, date(2026, 3, 2), START).answered(Reply.NEXT, START)


def test_h13_after_needle_out_the_walkthrough_stays_open_until_the_sharps_box() -> None:
    walk = after(begun(), *TO_INJECT, Reply.NEEDLE_OUT)
    assert walk.stage is Stage.SHARPS
    assert walk.is_open
    assert not walk.is_possible_dose
    assert not after(walk, Reply.IN_SHARPS).is_open


def test_h13_from_the_cover_coming_off_there_is_no_way_back() -> None:
    walk = after(begun(), *TO_INJECT)
    for stage in (Stage.INJECT, Stage.SHARPS, Stage.PART_SHARPS, Stage.WASTED_SHARPS, Stage.BANDAGE):
        assert Reply.BACK not in replies_at(stage)
        assert Reply.STOP not in replies_at(stage)
    assert walk.is_possible_dose


def test_h1_a_possible_dose_lasts_from_cover_off_until_somebody_says_what_happened() -> None:
    walk = after(begun(), *TO_COVER)
    assert not walk.is_possible_dose
    assert walk.cover_off_at is None
    walk = after(walk, Reply.NEXT)
    assert walk.is_possible_dose
    assert walk.cover_off_at == START + timedelta(minutes=4)
    for reply in (Reply.NEEDLE_OUT, Reply.PART, Reply.NOT_INJECTED):
        assert not after(walk, reply).is_possible_dose


def test_part_of_a_dose_ends_at_the_card_that_says_whom_to_call() -> None:
    walk = after(begun(), *TO_INJECT, Reply.PART)
    assert walk.needle_out_at is not None
    assert after(walk, Reply.IN_SHARPS).stage is Stage.CALL


def test_a_cover_taken_off_without_injecting_ends_as_wasted_and_is_no_dose() -> None:
    walk = after(begun(), *TO_INJECT, Reply.NOT_INJECTED)
    assert walk.needle_out_at is None
    assert after(walk, Reply.IN_SHARPS).stage is Stage.WASTED


def test_skin_that_is_not_normal_leads_to_another_place() -> None:
    walk = begun(Mode.FIRST_TIME)
    walk = after(walk, Reply.THIS_ONE, Reply.FINE, Reply.FINE, Reply.CLEAR, Reply.HERE, Reply.SKIN_NOT_NORMAL)
    assert walk.stage is Stage.PLACE


def test_back_shows_the_stage_before() -> None:
    walk = after(begun(), Reply.THIS_ONE, Reply.CLEAR, Reply.BACK)
    assert walk.stage is Stage.LOOK
    assert after(walk, Reply.CLEAR).stage is Stage.PLACE


@given(st.sampled_from(Mode), st.lists(st.integers(0, 30), max_size=40))
def test_no_walk_is_ever_a_dead_end_and_its_stage_is_folded_from_its_answers(mode: Mode, picks: list[int]) -> None:
    walk = begun(mode)
    for pick in picks:
        replies = walk.replies
        if not replies:
            assert walk.stage in ENDS
            break
        walk = after(walk, replies[pick % len(replies)])
        assert path(mode, walk.answers)[-1] is walk.stage
        assert walk.is_open == (walk.stage not in ENDS)


@given(st.lists(st.integers(0, 30), max_size=60))
def test_h12_the_needle_is_never_reached_without_liquid_looked_at_place_chosen_and_skin_cleaned(
    picks: list[int],
) -> None:
    walk = begun()
    for pick in picks:
        replies = walk.replies
        if not replies:
            break
        walk = after(walk, replies[pick % len(replies)])
    if walk.cover_off_at is not None:
        said = {answer.reply for answer in walk.answers}
        assert {Reply.CLEAR, Reply.HERE, Reply.THIS_ONE} <= said


def test_every_stage_says_which_replies_it_takes() -> None:
    for stage in Stage:
        assert replies_at(stage) or stage in ENDS
        assert len(set(replies_at(stage))) == len(replies_at(stage))
