"""What was said of the wrong syringe: it moves with its times, and the history shows both."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.refusals import MovedOn, OutAlready
from anakinra_companion.domain.storage import SetAsideReason, State, Verdict
from tests.hand_clock import HandClock
from tests.journal_check import whole

EXPIRES = date(2027, 1, 31)
ZERO = timedelta(0)


@pytest.fixture
def ids(diary: Diary) -> list[str]:
    """Seven syringes in the fridge."""
    diary.storage.add_box("A1", EXPIRES)
    return [look.syringe.id for look in diary.storage.looks()]


def test_an_outing_moves_to_the_other_with_its_times(diary: Diary, ids: list[str], clock: HandClock) -> None:
    diary.storage.take_out(ids[2])
    clock.pass_time(hours=5)
    diary.storage.put_back(ids[2])
    clock.pass_time(hours=1)
    diary.storage.take_out(ids[2])
    clock.pass_time(hours=2)
    first, second = diary.corrections.movable(ids[2])
    undo = diary.corrections.was_another(ids[2], first.id, ids[3])
    assert diary.storage.look(ids[2]).time_out == timedelta(hours=2)
    assert (diary.storage.look(ids[3]).time_out, diary.storage.look(ids[3]).is_out) == (timedelta(hours=5), False)
    assert diary.storage.look(ids[2]).is_out
    assert [line.corrected for line in diary.storage.history(ids[2])] == [True, True, False]
    diary.undo(undo)
    assert diary.storage.look(ids[2]).time_out == timedelta(hours=7)
    assert diary.storage.look(ids[3]).time_out == ZERO
    assert second.kind is first.kind
    assert whole(diary)


def test_one_that_is_still_out_moves_and_its_clock_runs_on(diary: Diary, ids: list[str], clock: HandClock) -> None:
    diary.storage.take_out(ids[0])
    clock.pass_time(hours=23)
    (out,) = diary.corrections.movable(ids[0])
    diary.corrections.was_another(ids[0], out.id, ids[1])
    clock.pass_time(hours=1)
    assert diary.storage.look(ids[0]).verdict is Verdict.MAY_CHECK
    assert diary.storage.look(ids[1]).verdict is Verdict.DO_NOT_USE


def test_h6_an_outing_never_moves_to_one_that_is_out_itself(diary: Diary, ids: list[str], clock: HandClock) -> None:
    diary.storage.take_out(ids[0])
    clock.pass_time(hours=1)
    diary.storage.take_out(ids[1])
    clock.pass_time(hours=1)
    diary.storage.put_back(ids[1])
    (outing,) = diary.corrections.movable(ids[1])
    with pytest.raises(OutAlready):
        diary.corrections.was_another(ids[1], outing.id, ids[0])
    assert diary.storage.look(ids[0]).is_out
    assert diary.storage.look(ids[1]).time_out == timedelta(hours=1)


def test_a_wrong_click_on_frozen_moves_to_the_one_that_was_meant(diary: Diary, ids: list[str]) -> None:
    diary.storage.set_aside(ids[0], SetAsideReason.FROZEN)
    (frozen,) = diary.corrections.movable(ids[0])
    diary.corrections.was_another(ids[0], frozen.id, ids[4])
    assert diary.storage.look(ids[0]).state is State.IN_FRIDGE
    assert diary.storage.look(ids[4]).state is State.FROZEN


def test_what_no_longer_counts_moves_nowhere(diary: Diary, ids: list[str]) -> None:
    diary.storage.take_out(ids[0])
    (out,) = diary.corrections.movable(ids[0])
    diary.corrections.was_another(ids[0], out.id, ids[1])
    with pytest.raises(MovedOn):
        diary.corrections.was_another(ids[0], out.id, ids[2])
    assert diary.corrections.movable(ids[0]) == ()


def test_a_lost_one_that_turns_up_is_unknown_for_good(diary: Diary, ids: list[str]) -> None:
    diary.storage.lose(ids[0])
    assert len(diary.storage.looks()) == 6
    diary.corrections.found_again(ids[0])
    assert diary.storage.look(ids[0]).verdict is Verdict.UNKNOWN
    assert len(diary.storage.looks()) == 7
    with pytest.raises(MovedOn):
        diary.corrections.found_again(ids[0])
    assert whole(diary)


def test_a_power_cut_takes_all_out_at_once_and_all_go_back_at_once(
    diary: Diary, ids: list[str], clock: HandClock
) -> None:
    diary.storage.take_out(ids[0])
    diary.storage.set_aside(ids[6], SetAsideReason.CRACKED)
    clock.pass_time(hours=6)
    out = diary.storage.all_out(since=clock.now() - timedelta(hours=5))
    assert len(out.events) == 5
    clock.pass_time(hours=1)
    diary.storage.all_back(place="Office")
    times = [diary.storage.look(id_).time_out for id_ in ids]
    assert times == [timedelta(hours=7)] + [timedelta(hours=6)] * 5 + [ZERO]
    assert not any(look.is_out for look in diary.storage.looks())
    assert whole(diary)


def test_all_out_is_taken_back_whole(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    out = diary.storage.all_out()
    clock.pass_time(minutes=3)
    diary.undo(out)
    assert all(look.time_out == ZERO for look in diary.storage.looks())


def test_h6_the_outing_of_a_used_syringe_condemns_no_other(diary: Diary, ids: list[str], clock: HandClock) -> None:
    diary.storage.take_out(ids[0])
    clock.pass_time(hours=1)
    diary.storage.drop_in_sharps(ids[0])
    clock.pass_time(days=2)
    assert diary.corrections.movable(ids[0]) == ()
    (line, *_) = diary.storage.history(ids[0])
    with pytest.raises(MovedOn):
        diary.corrections.was_another(ids[0], line.event.id, ids[1])
    assert diary.storage.look(ids[1]).time_out == ZERO
