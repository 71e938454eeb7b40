"""The flow of an injection as a graph, walked from every state: no dead end, and no short cut to "done"."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.flow import (
    ENDS,
    NEEDLE_OUT,
    ORDER,
    PARTS,
    POSSIBLE,
    SETS_ASIDE,
    WASTES,
    WHOLES,
    Answer,
    Mode,
    Reply,
    Stage,
    is_question,
    path,
    replies_at,
)

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
# The usual answer comes first; three times out of four somebody gives it.
PICKS = st.one_of(st.just(0), st.just(0), st.just(0), st.integers(0, 6 * 5 * 4 * 7))
State = tuple[Stage, ...]
BARE = POSSIBLE | NEEDLE_OUT | {Stage.PART_SHARPS, Stage.WASTED_SHARPS}


def last(answers: tuple[Answer, ...]) -> Reply | None:
    """What was answered last."""
    return answers[-1].reply if answers else None


def explored(mode: Mode) -> dict[State, set[State]]:
    """Every state by its last three stages, with the states one answer leads to."""
    graph: dict[State, set[State]] = {}
    waiting: deque[tuple[Answer, ...]] = deque([()])
    while waiting:
        answers = waiting.popleft()
        walked = path(mode, answers)
        state = walked[-3:]
        if state in graph:
            continue
        graph[state] = set()
        for reply in replies_at(walked[-1], last(answers)):
            if reply is Reply.BACK and len(walked) == 1:
                continue
            onward = (*answers, Answer(walked[-1], reply, NOW))
            graph[state].add(path(mode, onward)[-3:])
            waiting.append(onward)
    return graph


@pytest.mark.parametrize("mode", Mode)
def test_h12_from_every_state_an_end_can_be_reached(mode: Mode) -> None:
    graph = explored(mode)
    good = {state for state in graph if state[-1] in ENDS}
    while more := {state for state, onward in graph.items() if state not in good and onward & good}:
        good |= more
    assert set(graph) == good


@pytest.mark.parametrize("mode", Mode)
def test_every_stage_of_a_mode_is_met(mode: Mode) -> None:
    met = {state[-1] for state in explored(mode)}
    assert met >= set(ORDER[mode])
    assert met >= ENDS | {
        Stage.PROBLEM,
        Stage.BLEEDING,
        Stage.SET_ASIDE,
        Stage.FOAM,
        Stage.PART_SHARPS,
        Stage.WASTED_SHARPS,
    }


@pytest.mark.parametrize("stage", Stage)
def test_h12_only_an_end_has_no_answer(stage: Stage) -> None:
    assert bool(replies_at(stage)) == (stage not in ENDS)


@pytest.mark.parametrize("stage", sorted(BARE))
def test_h13_from_the_bare_needle_no_way_leads_back_before_the_cover(stage: Stage) -> None:
    assert Reply.STOP not in replies_at(stage)
    if stage is not Stage.PROBLEM:
        assert Reply.BACK not in replies_at(stage)


@pytest.mark.parametrize("stage", sorted(POSSIBLE))
def test_h12_while_both_hands_are_busy_next_answers_nothing(stage: Stage) -> None:
    assert is_question(stage)


@given(st.sampled_from(Mode), st.lists(PICKS, max_size=60))
def test_h9_done_is_reached_only_through_every_stage_and_every_right_answer(mode: Mode, picks: list[int]) -> None:
    answers: tuple[Answer, ...] = ()
    for pick in picks:
        walked = path(mode, answers)
        if walked[-1] in ENDS:
            break
        replies = [reply for reply in replies_at(walked[-1], last(answers)) if reply is not Reply.STOP]
        if len(walked) == 1:
            replies = [reply for reply in replies if reply is not Reply.BACK]
        answers = (*answers, Answer(walked[-1], replies[pick % len(replies)], NOW))
    walked = path(mode, answers)
    given_ = [answer.reply for answer in answers]
    if walked[-1] is Stage.DONE:
        assert [stage for stage in ORDER[mode] if stage in walked] == list(ORDER[mode])
        assert sum(each.stage in POSSIBLE and each.reply in WHOLES for each in answers) == 1
        # Liquid told by a wrong press was taken back at once; no other comes to a whole dose.
        told = [place for place, reply in enumerate(given_) if reply is Reply.LIQUID]
        assert all(given_[place + 1] is Reply.WRONG_PRESS for place in told)
        assert not PARTS & set(given_)
        assert not WASTES & set(given_)
    for place, reply in enumerate(given_):
        if reply in SETS_ASIDE:
            assert len(given_) == place + 1 or given_[place + 1] in (Reply.ANOTHER, Reply.WRONG_PRESS)
    if walked[-1] in (Stage.CALL, Stage.PART_SHARPS):
        assert (PARTS | {Reply.LIQUID}) & set(given_)
    if walked[-1] in (Stage.WASTED, Stage.WASTED_SHARPS):
        assert WASTES & set(given_)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("stage", sorted(NEEDLE_OUT - {Stage.BLEEDING}))
def test_blood_at_the_place_leads_back_to_the_way_and_liquid_to_the_care_team(mode: Mode, stage: Stage) -> None:
    order = ORDER[mode]
    if stage not in order:
        return
    begun = tuple(Answer(each, replies_at(each)[0], NOW) for each in order[: order.index(stage)])
    assert path(mode, begun)[-1] is stage
    bled = (*begun, Answer(stage, Reply.BLEEDS, NOW))
    assert path(mode, bled)[-1] is Stage.BLEEDING
    onward = path(mode, (*bled, Answer(Stage.BLEEDING, Reply.NEXT, NOW)))[-1]
    assert onward is order[order.index(Stage.INJECT) + 1]
    assert path(mode, (*begun, Answer(stage, Reply.LIQUID, NOW)))[-1] is Stage.PART_SHARPS


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("stage", [Stage.BANDAGE, Stage.SHARPS])
def test_liquid_pressed_by_mistake_leads_back_to_where_it_was_pressed(mode: Mode, stage: Stage) -> None:
    order = ORDER[mode]
    if stage not in order:
        return
    begun = tuple(Answer(each, replies_at(each)[0], NOW) for each in order[: order.index(stage)])
    liquid = (*begun, Answer(stage, Reply.LIQUID, NOW))
    assert Reply.WRONG_PRESS in replies_at(Stage.PART_SHARPS, last(liquid))
    back = (*liquid, Answer(Stage.PART_SHARPS, Reply.WRONG_PRESS, NOW))
    assert path(mode, back) == path(mode, begun)


@pytest.mark.parametrize("reply", sorted(PARTS))
def test_part_of_a_dose_told_in_any_other_way_is_no_press_to_take_back(reply: Reply) -> None:
    assert replies_at(Stage.PART_SHARPS, reply) == (Reply.IN_SHARPS,)
