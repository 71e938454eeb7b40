"""The sharps box on record: it counts what goes in, and says when it is time for a new one."""

from __future__ import annotations

from datetime import date

import pytest

from anakinra_companion.diary.alerts import AlertCode
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.refusals import OddNumber
from anakinra_companion.diary.sharps import MOST
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import set_up

EXPIRES = date(2027, 1, 31)


def drop(diary: Diary, times: int) -> None:
    """Uses syringes up and puts them in the sharps box."""
    for _ in range(times):
        look = next((each for each in diary.storage.looks() if not each.ended), None)
        if look is None:
            diary.storage.add_box("A1", EXPIRES)
            look = diary.storage.looks()[0]
        diary.storage.drop_in_sharps(look.syringe.id)


def test_nothing_is_known_before_the_first_box(diary: Diary) -> None:
    assert diary.sharps.view().box is None
    assert (diary.sharps.view().count, diary.sharps.view().room) == (0, None)


def test_what_goes_in_is_counted_from_when_the_box_was_begun(diary: Diary, clock: HandClock) -> None:
    drop(diary, 2)
    clock.pass_time(hours=1)
    diary.sharps.begin(20, inside=4)
    clock.pass_time(hours=1)
    drop(diary, 3)
    view = diary.sharps.view()
    assert (view.count, view.room, view.is_full) == (7, 8, False)
    drop(diary, 8)
    assert (diary.sharps.view().room, diary.sharps.view().is_full) == (0, True)
    assert whole(diary)


def test_a_syringe_taken_back_out_of_the_history_is_not_counted(diary: Diary, clock: HandClock) -> None:
    diary.sharps.begin(20)
    clock.pass_time(hours=1)
    diary.storage.add_box("A1", EXPIRES)
    undo = diary.storage.drop_in_sharps(diary.storage.looks()[0].syringe.id)
    assert diary.sharps.view().count == 1
    diary.undo(undo)
    assert diary.sharps.view().count == 0


def test_a_new_box_begins_at_nothing_and_the_old_one_is_kept_with_its_count(diary: Diary, clock: HandClock) -> None:
    diary.sharps.begin(10)
    clock.pass_time(hours=1)
    drop(diary, 8)
    clock.pass_time(hours=1)
    undo = diary.sharps.begin(None)
    assert (diary.sharps.view().count, diary.sharps.view().room) == (0, None)
    assert [view.count for view in diary.sharps.earlier()] == [8]
    diary.undo(undo)
    assert diary.sharps.view().count == 8
    assert diary.sharps.earlier() == ()


def test_a_wrong_size_is_corrected(diary: Diary) -> None:
    diary.sharps.begin(200)
    box = diary.sharps.view().box
    assert box is not None
    undo = diary.sharps.correct(box.id, 20, inside=15)
    assert diary.sharps.view().is_full
    diary.undo(undo)
    assert not diary.sharps.view().is_full
    assert whole(diary)


@pytest.mark.parametrize(("holds", "inside"), [(0, 0), (MOST + 1, 0), (10, -1), (10, MOST + 1)])
def test_a_slip_of_the_hand_is_refused(diary: Diary, holds: int, inside: int) -> None:
    with pytest.raises(OddNumber):
        diary.sharps.begin(holds, inside=inside)


def test_h13_a_box_three_quarters_full_is_told_of_on_today(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.sharps.begin(4)
    clock.pass_time(hours=1)
    drop(diary, 2)
    assert AlertCode.SHARPS_FULL not in [alert.code for alert in diary.overview().alerts]
    drop(diary, 1)
    assert AlertCode.SHARPS_FULL in [alert.code for alert in diary.overview().alerts]
