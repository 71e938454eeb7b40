"""Boxes and syringes on record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from anakinra_companion.diary.alerts import AlertCode, Level
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.refusals import NotInTime
from anakinra_companion.domain.storage import SetAsideReason, State, Verdict
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import set_up

EXPIRES = date(2027, 1, 31)


def first(diary: Diary) -> str:
    return diary.storage.looks()[0].syringe.id


def test_a_new_box_holds_seven_syringes(diary: Diary) -> None:
    diary.storage.add_box("A1", EXPIRES)
    (box,) = diary.storage.boxes()
    assert [look.syringe.position for look in box.looks] == [1, 2, 3, 4, 5, 6, 7]
    assert whole(diary)


def test_a_box_already_begun_has_its_last_positions(diary: Diary) -> None:
    diary.storage.add_box("A1", EXPIRES, count=3)
    (box,) = diary.storage.boxes()
    assert [look.syringe.position for look in box.looks] == [5, 6, 7]


@pytest.mark.parametrize("count", [0, 8])
def test_a_box_of_another_size_is_refused(diary: Diary, count: int) -> None:
    with pytest.raises(ValueError):
        diary.storage.add_box("A1", EXPIRES, count=count)


def test_h6_back_after_ten_hours_and_out_again_for_fourteen_is_over_the_limit(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    syringe = first(diary)
    diary.storage.take_out(syringe)
    clock.pass_time(hours=10)
    diary.storage.put_back(syringe)
    clock.pass_time(hours=30)
    assert diary.storage.look(syringe).verdict is Verdict.MAY_CHECK
    diary.storage.take_out(syringe)
    clock.pass_time(hours=13, minutes=59, seconds=59)
    assert diary.storage.look(syringe).verdict is Verdict.USE_SOON
    clock.pass_time(seconds=1)
    assert diary.storage.look(syringe).verdict is Verdict.DO_NOT_USE


def test_h4_the_time_out_survives_closing_the_record(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    syringe = first(diary)
    diary.storage.take_out(syringe)
    diary.close()
    clock.pass_time(hours=24)
    assert diary.storage.look(syringe).verdict is Verdict.DO_NOT_USE


def test_h5_a_clock_set_back_makes_every_syringe_outside_cannot_verify(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    diary.storage.take_out(first(diary))
    clock.pass_time(hours=3)
    diary.look_at_clock()
    clock.set_wall(clock.now() - timedelta(hours=1))
    assert diary.storage.look(first(diary)).verdict is Verdict.CANNOT_VERIFY
    diary.look_at_clock()
    clock.set_wall(clock.now() + timedelta(hours=1))
    assert diary.storage.look(first(diary)).verdict is Verdict.CANNOT_VERIFY
    assert not diary.overview().clock_trusted


def test_h5_the_way_out_is_to_confirm_the_clock_and_say_since_when(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    diary.storage.take_out(first(diary))
    clock.pass_time(hours=3)
    clock.set_wall(clock.now() + timedelta(days=400))
    diary.look_at_clock()
    clock.set_wall(clock.now() - timedelta(days=400))
    diary.confirm_clock()
    assert diary.overview().clock_trusted
    assert diary.storage.look(first(diary)).verdict is Verdict.CANNOT_VERIFY
    diary.storage.declare_out_since(first(diary), clock.now() - timedelta(hours=2))
    look = diary.storage.look(first(diary))
    assert look.verdict is Verdict.MAY_CHECK
    assert look.time_out >= timedelta(hours=3)


def test_a_time_ahead_of_now_is_refused(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    with pytest.raises(NotInTime):
        diary.storage.take_out(first(diary), since=clock.now() + timedelta(seconds=1))


def test_undo_takes_the_last_act_back_and_keeps_it_in_the_history(diary: Diary) -> None:
    diary.storage.add_box("A1", EXPIRES)
    syringe = first(diary)
    undo = diary.storage.set_aside(syringe, SetAsideReason.DROPPED)
    assert not diary.storage.look(syringe).usable
    diary.undo(undo)
    assert diary.storage.look(syringe).state is State.IN_FRIDGE
    (line,) = diary.storage.history(syringe)
    assert line.corrected


def test_found_outside_with_a_time_counts_from_then(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    diary.storage.found_outside((first(diary),), clock.now() - timedelta(hours=21))
    look = diary.storage.look(first(diary))
    assert (look.verdict, look.time_out) == (Verdict.USE_SOON, timedelta(hours=21))


def test_found_outside_without_a_time_is_unknown_for_good(diary: Diary) -> None:
    diary.storage.add_box("A1", EXPIRES)
    diary.storage.found_outside((first(diary),), None)
    assert diary.storage.look(first(diary)).verdict is Verdict.UNKNOWN


def test_found_outside_of_one_already_out_never_shortens_its_time(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    diary.storage.take_out(first(diary))
    clock.pass_time(hours=10)
    diary.storage.found_outside((first(diary),), clock.now() - timedelta(hours=1))
    assert diary.storage.look(first(diary)).time_out == timedelta(hours=10)
    diary.storage.found_outside((first(diary),), clock.now() - timedelta(hours=12))
    assert diary.storage.look(first(diary)).time_out == timedelta(hours=12)


def test_one_of_two_with_nobody_able_to_tell_gives_both_the_longest_time(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    two = tuple(look.syringe.id for look in diary.storage.looks()[:2])
    diary.storage.found_outside(two, clock.now() - timedelta(hours=25))
    assert {diary.storage.look(each).verdict for each in two} == {Verdict.DO_NOT_USE}


def test_a_syringe_over_its_limit_is_a_stop_until_it_leaves_the_house(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    syringe = first(diary)
    diary.storage.take_out(syringe)
    clock.pass_time(hours=24)
    assert (Level.STOP, AlertCode.DO_NOT_USE) in [(each.level, each.code) for each in diary.overview().alerts]
    diary.storage.hand_in(syringe)
    assert not [each for each in diary.overview().alerts if each.level is Level.STOP]
    assert len(diary.storage.looks()) == 6


def test_the_next_syringe_has_least_time_left(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    last = diary.storage.looks()[-1].syringe.id
    diary.storage.take_out(last)
    clock.pass_time(hours=2)
    upcoming = diary.storage.next()
    assert upcoming is not None
    assert upcoming.syringe.id == last


def seen(diary: Diary, clock: HandClock, hours: int) -> None:
    """Time passes with the window open."""
    for _ in range(hours * 6):
        clock.pass_time(minutes=10)
        diary.look_at_clock()


def test_h5_putting_back_does_not_launder_a_clock_that_was_set_back(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    syringe = first(diary)
    start = diary.now()
    diary.storage.take_out(syringe)
    seen(diary, clock, 20)
    clock.reboot()
    clock.set_wall(start + timedelta(hours=2))
    assert diary.storage.look(syringe).verdict is Verdict.CANNOT_VERIFY
    diary.storage.put_back(syringe)
    for _ in range(2):
        look = diary.storage.look(syringe)
        assert look.verdict is Verdict.CANNOT_VERIFY
        assert look.time_out >= timedelta(hours=20)
        diary.confirm_clock()
    diary.storage.declare_out_since(syringe, diary.now() - timedelta(minutes=1))
    assert diary.storage.look(syringe).time_out >= timedelta(hours=20)
    assert whole(diary)


def test_h5_what_is_said_later_is_never_less_than_what_was_seen(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    syringe = first(diary)
    diary.storage.take_out(syringe)
    seen(diary, clock, 22)
    clock.reboot()
    clock.set_wall(clock.now() - timedelta(hours=10))
    diary.look_at_clock()
    assert diary.storage.look(syringe).time_out == timedelta(hours=22)
    clock.pass_time(hours=1)
    diary.confirm_clock()
    diary.storage.declare_out_since(syringe, diary.now() - timedelta(minutes=1))
    look = diary.storage.look(syringe)
    # 22 hours were seen, and another by the clock of the new boot.
    assert (look.verdict, look.time_out) == (Verdict.USE_SOON, timedelta(hours=23))
    clock.pass_time(hours=1)
    assert diary.storage.look(syringe).verdict is Verdict.DO_NOT_USE


def test_h5_over_the_limit_by_what_was_seen_stays_so_after_a_set_back(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    syringe = first(diary)
    diary.storage.take_out(syringe)
    seen(diary, clock, 24)
    clock.reboot()
    clock.set_wall(clock.now() - timedelta(hours=23))
    assert diary.storage.look(syringe).verdict is Verdict.DO_NOT_USE


def test_h5_confirming_a_clock_nobody_doubts_changes_nothing(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    diary.storage.take_out(first(diary))
    clock.pass_time(hours=1)
    diary.confirm_clock()
    assert diary.storage.look(first(diary)).verdict is Verdict.MAY_CHECK


def test_h5_a_doubt_found_by_an_act_that_is_refused_is_kept(diary: Diary, clock: HandClock) -> None:
    diary.storage.add_box("A1", EXPIRES)
    diary.look_at_clock()
    right = diary.now()
    clock.set_wall(right - timedelta(hours=2))
    with pytest.raises(NotInTime):
        diary.storage.take_out(first(diary), since=right)
    clock.set_wall(right)
    assert not diary.overview().clock_trusted
