"""Readings typed in, what is asked, and what pages are told of a fridge."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.fridge.views import FridgeAsk
from anakinra_companion.diary.refusals import MovedOn, NotInTime, OddNumber
from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.domain.storage import Reason, State, Verdict
from tests.conftest import START
from tests.fridges import log, second, take_in
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import set_up

EARLIER = START - timedelta(hours=10)
TODAY = START.date()


def reasons(diary: Diary) -> set[Reason]:
    return {look.reason for look in diary.storage.looks()}


# ---- typed in -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hundredths", "reason"),
    [
        (1, Reason.IN_FRIDGE),
        (0, Reason.FROZEN_BY_READING),
        (800, Reason.IN_FRIDGE),
        (801, Reason.SINCE_WHEN),
        (2500, Reason.SINCE_WHEN),
        (2501, Reason.OVERHEATED_BY_READING),
    ],
)
def test_a_typed_reading_is_held_against_the_limits(diary: Diary, hundredths: int, reason: Reason) -> None:
    set_up(diary)
    undo = diary.fridge.type_in("", hundredths)
    assert reasons(diary) == {reason}
    assert whole(diary)
    diary.undo(undo)
    assert reasons(diary) == {Reason.IN_FRIDGE}
    assert whole(diary)


def test_a_corrected_reading_takes_the_mark_back(diary: Diary) -> None:
    set_up(diary)
    diary.fridge.type_in("", -200)
    (typed,) = diary.fridge.typed("")
    undo = diary.fridge.correct_typed(typed.id, 200, at=START, note="misread")
    assert reasons(diary) == {Reason.IN_FRIDGE}
    diary.undo(undo)
    assert reasons(diary) == {Reason.FROZEN_BY_READING}
    undo = diary.fridge.withdraw_typed(typed.id)
    assert reasons(diary) == {Reason.IN_FRIDGE}
    with pytest.raises(MovedOn):
        diary.fridge.correct_typed(typed.id, 500, at=START)
    diary.undo(undo)
    assert reasons(diary) == {Reason.FROZEN_BY_READING}
    assert whole(diary)


@pytest.mark.parametrize(("lowest", "highest"), [(-3001, None), (None, 6001), (501, None), (None, 499)])
def test_slips_of_the_hand_are_refused(diary: Diary, lowest: int | None, highest: int | None) -> None:
    with pytest.raises(OddNumber):
        diary.fridge.type_in("", 500, lowest=lowest, highest=highest)
    with pytest.raises(NotInTime):
        diary.fridge.type_in("", 500, at=START + timedelta(seconds=1))
    assert diary.fridge.typed("") == ()


def test_what_a_thermometer_kept_since_the_reading_before_counts_for_all_of_that_time(
    diary: Diary, clock: HandClock
) -> None:
    set_up(diary)
    first, second_one = (look.syringe.id for look in diary.storage.looks()[:2])
    diary.storage.take_out(first)
    clock.pass_time(minutes=1)
    diary.fridge.type_in("", 500)
    clock.pass_time(hours=3)
    diary.storage.take_out(second_one)
    clock.pass_time(hours=3)
    diary.fridge.type_in("", 400, lowest=-100)
    # The one that was out before the reading before did not freeze; the one taken out since may have.
    assert diary.storage.look(first).reason is Reason.OUT
    assert diary.storage.look(second_one).state is State.FROZEN
    assert whole(diary)


def test_a_warm_memory_of_the_thermometer_asks_since_when(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.fridge.type_in("", 500)
    clock.pass_time(hours=6)
    diary.fridge.type_in("", 500, highest=1200)
    assert reasons(diary) == {Reason.SINCE_WHEN}
    (asked,) = diary.fridge.questions("")
    assert (asked.ask, asked.highest, asked.sensor) == (FridgeAsk.SINCE_WHEN, 1200, "")


def test_what_a_reading_would_mean_is_told_before_it_is_kept(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.storage.take_out(diary.storage.looks()[0].syringe.id)
    clock.pass_time(minutes=1)
    cold = diary.fridge.would_mean("", 0)
    assert (cold.frozen, cold.unusable, cold.condemns) == (6, 6, True)
    assert diary.fridge.would_mean("", 2600).overheated == 6
    assert diary.fridge.would_mean("", 900).since_when == 6
    assert not diary.fridge.would_mean("", 500).condemns
    assert not diary.fridge.would_mean("Office", -500).condemns
    assert diary.fridge.typed("") == ()


def test_h8_one_taken_out_since_the_reading_before_is_asked_about_too(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    long_out, just_out = (look.syringe.id for look in diary.storage.looks()[:2])
    diary.storage.take_out(long_out)
    clock.pass_time(minutes=1)
    diary.fridge.type_in("", 500)
    clock.pass_time(hours=5)
    diary.storage.take_out(just_out)
    clock.pass_time(hours=1)
    diary.fridge.type_in("", 1200)
    assert diary.storage.look(long_out).usable
    assert diary.storage.look(just_out).reason is Reason.SINCE_WHEN
    diary.fridge.answer_since("", second(clock.now()), clock.now() - timedelta(hours=3))
    assert diary.storage.look(just_out).time_out == timedelta(hours=3)
    assert diary.storage.look(long_out).exposure.warm_seconds == 0


# ---- questions ----------------------------------------------------------------------------------------------


def test_a_lone_warm_reading_is_unknown_until_it_is_answered(diary: Diary) -> None:
    set_up(diary)
    diary.fridge.type_in("", 900)
    look = diary.storage.looks()[0]
    assert (look.verdict, look.ended, look.state) == (Verdict.CANNOT_VERIFY, False, State.IN_FRIDGE)
    (asked,) = diary.fridge.questions("")
    assert (asked.second, asked.matters) == (second(START), True)
    with pytest.raises(NotInTime):
        diary.fridge.answer_since("", asked.second, START + timedelta(minutes=1))
    with pytest.raises(MovedOn):
        diary.fridge.answer_since("", asked.second - 1, START - timedelta(hours=2))
    undo = diary.fridge.answer_since("", asked.second, START - timedelta(hours=2))
    look = diary.storage.looks()[0]
    assert (look.verdict, look.time_out) == (Verdict.MAY_CHECK, timedelta(hours=2))
    assert diary.fridge.questions("") == ()
    diary.undo(undo)
    assert reasons(diary) == {Reason.SINCE_WHEN}


def test_a_file_that_begins_warm_asks_whether_the_logger_was_out(diary: Diary, tmp_path: Path) -> None:
    set_up(diary)
    result = take_in(diary, log(tmp_path / "warm.csv", EARLIER, [26.0] * 10 + [5.0] * 100 + [9.0] * 5))
    assert reasons(diary) == {Reason.OVERHEATED_BY_READING}
    ends = {each.end: each for each in diary.fridge.questions("")}
    assert len(ends) == 2
    begin = next(each for each in ends.values() if each.span.start == second(EARLIER))
    assert (begin.span.end, begin.highest) == (second(EARLIER) + 9 * 60, 2600)
    assert result.batch_id is not None
    undo = diary.fridge.logger_was_out(result.batch_id, begin.span)
    assert reasons(diary) == {Reason.IN_FRIDGE}
    assert diary.storage.looks()[0].exposure.warm_seconds == 5 * 60
    (left,) = diary.fridge.questions("")
    diary.fridge.logger_was_in(result.batch_id, left.span)
    assert diary.fridge.questions("") == ()
    assert diary.storage.looks()[0].exposure.warm_seconds == 5 * 60
    with pytest.raises(MovedOn):
        diary.fridge.logger_was_out(result.batch_id, Span(0, 1 << 40))
    with pytest.raises(MovedOn):
        diary.undo(undo)
    assert whole(diary)
    # What was left out is on record all the same: the file is not taken again for it.
    assert take_in(diary, tmp_path / "warm.csv").new_rows == 0


def test_a_file_that_is_warm_all_along_asks_once_for_each_end(diary: Diary, tmp_path: Path) -> None:
    take_in(diary, log(tmp_path / "warm.csv", EARLIER, [9.0] * 10))
    asked = diary.fridge.questions("")
    assert {each.span for each in asked} == {Span(second(EARLIER), second(EARLIER) + 9 * 60)}
    assert not any(each.matters for each in asked)


# ---- pages --------------------------------------------------------------------------------------------------


def test_days_are_told_for_all_sensors_together(diary: Diary, tmp_path: Path) -> None:
    set_up(diary)
    take_in(diary, log(tmp_path / "a.csv", EARLIER, [5.0] * 60 + [9.0] * 40 + [5.0] * 60), sensor="Shelf")
    take_in(diary, log(tmp_path / "b.csv", EARLIER, [4.0] * 100), sensor="Door")
    diary.fridge.type_in("", 300, at=EARLIER + timedelta(hours=9))
    view = diary.fridge.view("", TODAY, TODAY)
    (day,) = view.days
    assert (day.count, day.lowest, day.highest, day.warm) == (261, 300, 900, 41 * 60)
    assert view.latest == (EARLIER + timedelta(hours=9), 300)
    assert [(each.start, each.duration) for each in view.excursions] == [
        (second(EARLIER) + 59 * 60, timedelta(minutes=41))
    ]
    # Midnight by the regimen's clock until the first reading, and from the last of the loggers on.
    assert [gap.end for gap in view.gaps][:1] == [second(EARLIER)]
    assert [gap.start for gap in view.gaps][-1:] == [second(EARLIER) + 159 * 60]
    assert len(view.affected) == 7
    assert view.affected[0].exposure.warm_seconds == 41 * 60


def test_a_view_of_other_days_leaves_this_one_out(diary: Diary, tmp_path: Path) -> None:
    set_up(diary)
    take_in(diary, log(tmp_path / "a.csv", EARLIER, [9.0] * 40))
    view = diary.fridge.view("", TODAY - timedelta(days=3), TODAY - timedelta(days=2))
    assert (view.days, view.excursions) == ((), ())
    assert all(each.exposure.warm_seconds == 0 for each in view.affected)
    assert diary.fridge.view("Nowhere", TODAY, TODAY).latest is None


def test_a_curve_has_lowest_and_highest_of_each_column_and_breaks_at_gaps(diary: Diary, tmp_path: Path) -> None:
    take_in(diary, log(tmp_path / "a.csv", EARLIER, [4.0, 6.0] * 30), sensor="Shelf")
    take_in(diary, log(tmp_path / "b.csv", EARLIER + timedelta(hours=5), [3.0] * 60), sensor="Shelf")
    (curve,) = diary.fridge.curve("", EARLIER, EARLIER + timedelta(seconds=35_999), 20)
    assert curve.sensor == "Shelf"
    assert curve.points == (
        (second(EARLIER), 400, 600),
        (second(EARLIER) + 30 * 60, 400, 600),
        None,
        (second(EARLIER) + 300 * 60, 300, 300),
        (second(EARLIER) + 330 * 60, 300, 300),
    )
    diary.fridge.type_in("", 500, at=EARLIER, lowest=200)
    assert diary.fridge.curve("", EARLIER, START, 20)[0].points == ((second(EARLIER), 200, 500),)


def test_a_curve_of_years_is_drawn_from_its_days(diary: Diary, tmp_path: Path) -> None:
    hours = timedelta(hours=1)
    take_in(diary, log(tmp_path / "a.csv", START - timedelta(days=40), [4.0, 6.0] * 480, hours))
    (curve,) = diary.fridge.curve("", START - timedelta(days=40), START, 20)
    points = [point for point in curve.points if point is not None]
    assert len(points) == 41
    assert {point[1:] for point in points[1:-1]} == {(400, 600)}


def test_the_places_known_begin_with_the_one_that_holds_most(diary: Diary) -> None:
    assert diary.fridge.places() == ()
    diary.storage.add_box("B", TODAY + timedelta(days=300), place="Office", count=1)
    diary.storage.add_box("A", TODAY + timedelta(days=300), place="Kitchen")
    diary.fridge.type_in("kitchen", 500)
    diary.fridge.type_in("Caravan", 500)
    assert diary.fridge.places() == ("Kitchen", "Office", "Caravan")


def test_spots_are_judged_by_what_was_read_between(diary: Diary, clock: HandClock, tmp_path: Path) -> None:
    diary.fridge.begin_spot("back wall", "")
    clock.pass_time(hours=25)
    undo = diary.fridge.begin_spot("middle shelf", "")
    clock.pass_time(hours=25)
    diary.fridge.end_spot()
    with pytest.raises(MovedOn):
        diary.fridge.end_spot()
    take_in(diary, log(tmp_path / "a.csv", START, [-1.0] * (25 * 60) + [5.0] * (25 * 60)))
    best, worst = diary.fridge.placement("")
    assert (best.name, best.stayed_in_range) == ("middle shelf", True)
    assert (worst.name, worst.may_freeze) == ("back wall", True)
    with pytest.raises(MovedOn):
        diary.undo(undo)
    assert whole(diary)
