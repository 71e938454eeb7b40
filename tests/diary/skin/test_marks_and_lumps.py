"""Skin to keep away from, as a person says it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.refusals import (
    MovedOn,
    NobodyNamed,
    NotInTime,
    NotThatDay,
    OddNumber,
    OverAlready,
    SiteRefused,
)
from anakinra_companion.diary.skin.marks import RADIUS, Marked
from anakinra_companion.domain.flow import Reply
from anakinra_companion.domain.sites import AvoidReason, Place, SitePoint, distance
from anakinra_companion.domain.suggestion import Blocked
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, set_up

HERE = SitePoint(Place.THIGH_LEFT, 0, 0)
WEEK = TODAY + timedelta(days=7)


def suggested(diary: Diary) -> SitePoint:
    found = diary.sites.suggestion()
    assert found is not None
    return found.point


def bruise(point: SitePoint, until: date | None = None) -> Marked:
    return Marked(point, 150, AvoidReason.BRUISE, until, " from the dog ")


def blocked_at(diary: Diary, point: SitePoint) -> Blocked | None:
    return diary.sites.map().skin.blocked(point, helper=False)


def test_h15_marked_skin_is_not_suggested_and_cannot_be_chosen(diary: Diary) -> None:
    set_up(diary)
    point = suggested(diary)
    diary.marks.add(bruise(point))
    assert suggested(diary) != point
    walk, upcoming = diary.walkthrough.start(), diary.storage.next()
    assert upcoming is not None
    walk = diary.walkthrough.answer(diary.walkthrough.choose_syringe(walk, upcoming.syringe.id), Reply.CLEAR)
    with pytest.raises(SiteRefused) as refused:
        diary.walkthrough.choose_place(walk, point)
    assert refused.value.why is Blocked.AVOID_MARK
    assert whole(diary)


@pytest.mark.parametrize(("days", "blocks"), [(0, True), (7, True), (8, False)])
def test_a_mark_counts_through_its_last_day(diary: Diary, clock: HandClock, days: int, blocks: bool) -> None:
    diary.marks.add(bruise(HERE, WEEK))
    clock.pass_time(days=days)
    assert (blocked_at(diary, HERE) is Blocked.AVOID_MARK) is blocks
    assert bool(diary.marks.in_force()) is blocks


@pytest.mark.parametrize(("days", "asked"), [(7, False), (8, True), (60, True)])
def test_a_mark_whose_last_day_passed_is_asked_about(diary: Diary, clock: HandClock, days: int, asked: bool) -> None:
    diary.marks.add(bruise(HERE, WEEK))
    clock.pass_time(days=days)
    assert bool(diary.marks.asked_again()) is asked
    assert diary.marks.asked_again() == diary.sites.map().skin.asked_again()


def test_gone_is_asked_no_more_and_can_be_taken_back(diary: Diary, clock: HandClock) -> None:
    diary.marks.add(bruise(HERE, WEEK))
    clock.pass_time(days=10)
    (mark,) = diary.marks.asked_again()
    undo = diary.marks.gone(mark.id)
    assert diary.marks.asked_again() == ()
    diary.undo(undo)
    assert diary.marks.asked_again() == (mark,)
    assert whole(diary)


def test_a_mark_can_be_gone_before_its_last_day(diary: Diary) -> None:
    diary.marks.add(bruise(HERE))
    diary.marks.gone(diary.marks.every()[0].id)
    assert blocked_at(diary, HERE) is None


def test_still_there_blocks_again_and_asks_again_after_its_new_last_day(diary: Diary, clock: HandClock) -> None:
    diary.marks.add(bruise(HERE, WEEK))
    clock.pass_time(days=10)
    (mark,) = diary.marks.asked_again()
    diary.marks.still_there(mark.id, TODAY + timedelta(days=12))
    assert blocked_at(diary, HERE) is Blocked.AVOID_MARK
    clock.pass_time(days=3)
    assert [each.id for each in diary.marks.asked_again()] == [mark.id]
    diary.marks.still_there(mark.id)
    clock.pass_time(days=400)
    assert blocked_at(diary, HERE) is Blocked.AVOID_MARK
    assert diary.marks.asked_again() == ()


def test_a_corrected_mark_keeps_the_day_it_was_noted_and_both_versions(diary: Diary, clock: HandClock) -> None:
    diary.marks.add(bruise(HERE, WEEK))
    clock.pass_time(days=1)
    (mark,) = diary.marks.every()
    assert mark.note == "from the dog"
    undo = diary.marks.correct(mark.id, Marked(HERE, 300, AvoidReason.SCAR))
    (corrected,) = diary.marks.every()
    assert (corrected.radius, corrected.reason, corrected.until) == (300, AvoidReason.SCAR, None)
    assert corrected.since == TODAY
    diary.undo(undo)
    assert diary.marks.every() == (mark,)
    assert whole(diary)


def test_a_mark_taken_back_was_never_there_and_comes_back_by_undo(diary: Diary) -> None:
    added = diary.marks.add(bruise(HERE))
    (mark,) = diary.marks.every()
    undo = diary.marks.withdraw(mark.id)
    assert diary.marks.every() == ()
    with pytest.raises(MovedOn):
        diary.marks.gone(mark.id)
    diary.undo(undo)
    assert diary.marks.every() == (mark,)
    with pytest.raises(MovedOn):
        diary.undo(added)
    assert diary.marks.every() == (mark,)


def test_undo_takes_a_new_mark_back(diary: Diary) -> None:
    diary.undo(diary.marks.add(bruise(HERE)))
    assert diary.marks.every() == ()
    assert whole(diary)


@pytest.mark.parametrize("radius", [RADIUS[0] - 1, RADIUS[1] + 1])
def test_a_slip_of_the_hand_in_the_radius_is_refused(diary: Diary, radius: int) -> None:
    with pytest.raises(OddNumber):
        diary.marks.add(Marked(HERE, radius, AvoidReason.MOLE))
    assert diary.marks.every() == ()


@pytest.mark.parametrize("radius", RADIUS)
def test_the_smallest_and_the_largest_radius_are_kept(diary: Diary, radius: int) -> None:
    diary.marks.add(Marked(HERE, radius, AvoidReason.MOLE))
    assert diary.marks.every()[0].radius == radius


def test_a_last_day_that_is_over_is_refused_and_today_is_not(diary: Diary) -> None:
    with pytest.raises(OverAlready):
        diary.marks.add(bruise(HERE, TODAY - timedelta(days=1)))
    diary.marks.add(bruise(HERE, TODAY))
    assert len(diary.marks.every()) == 1


def test_h16_a_lump_stays_locked_over_a_restart_until_a_doctor_has_checked_it(
    diary: Diary, paths: Paths, clock: HandClock
) -> None:
    set_up(diary)
    point = suggested(diary)
    diary.lumps.found(point, note="hard, like a pea")
    clock.pass_time(days=200)
    again = open_diary(paths, clock, list)
    (lump,) = again.lumps.locked()
    assert (lump.found, lump.note) == (TODAY, "hard, like a pea")
    found = again.sites.suggestion()
    assert found is not None
    away = distance(found.point, point)
    assert away is None or away > 250
    assert blocked_at(again, point) is Blocked.LUMP
    again.lumps.doctor_checked(lump.id, "Dr. Lee", TODAY + timedelta(days=199))
    again.close()
    assert blocked_at(diary, point) is None
    (checked,) = diary.lumps.every()
    assert checked.checked is not None
    assert (checked.checked.by, checked.checked.on) == ("Dr. Lee", TODAY + timedelta(days=199))
    assert whole(diary)


def test_h16_a_check_taken_back_locks_the_lump_again(diary: Diary) -> None:
    diary.lumps.found(HERE)
    undo = diary.lumps.doctor_checked(diary.lumps.every()[0].id, "Dr. Lee")
    assert diary.lumps.locked() == ()
    diary.undo(undo)
    assert blocked_at(diary, HERE) is Blocked.LUMP


@pytest.mark.parametrize("nobody", ["", "   "])
def test_h16_a_check_needs_the_name_of_who_made_it(diary: Diary, nobody: str) -> None:
    diary.lumps.found(HERE)
    with pytest.raises(NobodyNamed):
        diary.lumps.doctor_checked(diary.lumps.every()[0].id, nobody)
    assert len(diary.lumps.locked()) == 1


@pytest.mark.parametrize(("days", "refused"), [(-6, True), (-5, False), (0, False), (1, True)])
def test_a_check_lies_between_the_finding_and_today(diary: Diary, days: int, refused: bool) -> None:
    diary.lumps.found(HERE, TODAY - timedelta(days=5))
    (lump,) = diary.lumps.every()
    if refused:
        with pytest.raises(NotThatDay if days < 0 else NotInTime):
            diary.lumps.doctor_checked(lump.id, "Dr. Lee", TODAY + timedelta(days=days))
    else:
        diary.lumps.doctor_checked(lump.id, "Dr. Lee", TODAY + timedelta(days=days))
    assert bool(diary.lumps.locked()) is refused


def test_a_lump_cannot_be_found_tomorrow(diary: Diary) -> None:
    with pytest.raises(NotInTime):
        diary.lumps.found(HERE, TODAY + timedelta(days=1))


def test_a_lump_that_moves_on_the_map_locks_its_new_place(diary: Diary) -> None:
    diary.lumps.found(HERE)
    (lump,) = diary.lumps.every()
    elsewhere = SitePoint(Place.THIGH_RIGHT, 0, 0)
    undo = diary.lumps.correct(lump.id, elsewhere, TODAY, "was the other leg")
    assert (blocked_at(diary, HERE), blocked_at(diary, elsewhere)) == (None, Blocked.LUMP)
    diary.undo(undo)
    assert (blocked_at(diary, HERE), blocked_at(diary, elsewhere)) == (Blocked.LUMP, None)


def test_a_lump_taken_back_locks_nothing_and_undo_locks_it_again(diary: Diary) -> None:
    diary.lumps.found(HERE)
    undo = diary.lumps.withdraw(diary.lumps.every()[0].id)
    assert blocked_at(diary, HERE) is None
    diary.undo(undo)
    assert blocked_at(diary, HERE) is Blocked.LUMP
    assert whole(diary)


@pytest.mark.parametrize(
    ("away", "days", "locked"), [(125, 0, False), (126, 0, True), (0, 3, False), (0, 4, True), (0, -1, False)]
)
def test_h16_a_check_counts_only_for_the_skin_and_the_finding_that_were_checked(
    diary: Diary, clock: HandClock, away: int, days: int, locked: bool
) -> None:
    diary.lumps.found(HERE)
    clock.pass_time(days=3)
    (lump,) = diary.lumps.every()
    diary.lumps.doctor_checked(lump.id, "Dr. Lee")
    clock.pass_time(days=3)
    undo = diary.lumps.correct(lump.id, SitePoint(Place.THIGH_LEFT, away, 0), TODAY + timedelta(days=days))
    assert bool(diary.lumps.locked()) is locked
    diary.undo(undo)
    assert diary.lumps.locked() == ()
