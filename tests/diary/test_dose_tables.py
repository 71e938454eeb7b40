"""Doses out of one record and into another: nothing lost, nothing twice, nothing over what is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.dose_tables import Fate, is_known_flag
from anakinra_companion.diary.doses import SECOND, Given
from anakinra_companion.domain.dose_table import DoseRow, Standing, box_of
from anakinra_companion.domain.doses import AnswerKind, DayState, Dose, DoseKind
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.exchange.dose_tables.kinds import Around, TableFormat, foreign_dose
from anakinra_companion.exchange.dose_tables.ours import read_rows, write_table
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, ZONE, at_inject, set_up

YESTERDAY = TODAY - timedelta(days=1)
BEFORE = TODAY - timedelta(days=2)


@pytest.fixture
def other(tmp_path: Path, clock: HandClock) -> Iterator[Diary]:
    """Another record, that knows none of this one's syringes."""
    opened = open_diary(Paths.under(tmp_path / "other"), clock, list)
    set_up(opened, starts=BEFORE)
    yield opened
    opened.close()


def lived(diary: Diary, clock: HandClock) -> None:
    """Four days with all that a table has to carry."""
    set_up(diary, starts=TODAY)
    diary.doses.before_record(Place.BELLY_LEFT, None, diary.now() - timedelta(days=1))
    syringe = diary.storage.looks()[2].syringe.id
    point = SitePoint(Place.THIGH_LEFT, -120, 35)
    diary.doses.record(Given(TODAY, diary.now(), point, syringe=syringe, given_by="=Mum", note='a,"b"\n💉 עברית'))
    clock.pass_time(minutes=3)
    diary.doses.record(Given(TODAY, diary.now(), place=Place.THIGH_RIGHT, kind=DoseKind.PART), second=True)
    clock.pass_time(days=1)
    diary.doses.answer({TODAY + timedelta(days=1): AnswerKind.SKIPPED}, "+ said the doctor")
    clock.pass_time(days=2)
    undo = diary.doses.record(Given(TODAY + timedelta(days=2), None))
    diary.doses.correct(undo.doses[0], Given(TODAY + timedelta(days=2), None, place=Place.BELLY_RIGHT))
    gone = diary.doses.record(Given(TODAY + timedelta(days=3), diary.now()))
    diary.doses.withdraw(gone.doses[0])


def through_a_file(diary: Diary, rows: list[DoseRow]) -> list[DoseRow]:
    return read_rows(write_table(rows).decode(), Around(diary.zone(), diary.now()))


def test_all_that_a_record_says_of_its_doses_comes_into_another(diary: Diary, other: Diary, clock: HandClock) -> None:
    lived(diary, clock)
    rows = diary.dose_tables.rows()
    assert len(rows) == 5
    other.dose_tables.bring_in(through_a_file(diary, rows))
    for mine, theirs in zip(rows, other.dose_tables.rows(), strict=True):
        if isinstance(mine.told, Dose) and isinstance(theirs.told, Dose):
            told = replace(theirs.told, syringe=mine.told.syringe, flags=mine.told.flags)
            assert told == mine.told
            assert [flag for flag in theirs.told.flags if not flag.startswith("lot_")] == list(mine.told.flags)
        else:
            assert theirs.told == mine.told
    assert b",A1,3,2027-01-31," in write_table(other.dose_tables.rows())
    assert whole(other)


def test_brought_in_twice_it_changes_nothing(diary: Diary, other: Diary, clock: HandClock) -> None:
    lived(diary, clock)
    rows = through_a_file(diary, diary.dose_tables.rows())
    other.dose_tables.bring_in(rows)
    before, position = other.dose_tables.rows(), other.changed_elsewhere()
    _, again = other.dose_tables.bring_in(rows)
    assert set(again.fates) == {Fate.HERE_ALREADY}
    assert (other.dose_tables.rows(), other.changed_elsewhere()) == (before, position)


def test_a_record_reads_its_own_table_as_nothing_new(diary: Diary, clock: HandClock) -> None:
    lived(diary, clock)
    seen = diary.dose_tables.preview(through_a_file(diary, diary.dose_tables.rows()))
    assert set(seen.fates) == {Fate.HERE_ALREADY}


def test_one_act_one_announcement_and_undone_whole(diary: Diary, other: Diary, clock: HandClock) -> None:
    lived(diary, clock)
    rows = through_a_file(diary, diary.dose_tables.rows())
    undo, _ = other.dose_tables.bring_in(rows)
    other.undo(undo)
    assert other.dose_tables.rows() == []
    # Brought in by mistake, undone, and then meant.
    other.dose_tables.bring_in(rows)
    assert len(other.dose_tables.rows()) == 5
    assert whole(other)


def test_a_preview_writes_nothing_and_names_the_first_and_last_day(diary: Diary, rings: list[str]) -> None:
    set_up(diary, starts=BEFORE)
    told = len(rings)
    seen = diary.dose_tables.preview([foreign(BEFORE), foreign(YESTERDAY)], own=False)
    assert seen.span == (BEFORE, YESTERDAY)
    assert len(rings) == told
    assert diary.dose_tables.rows() == []


def foreign(day: date, hour: int = 20) -> DoseRow:
    at = datetime(day.year, day.month, day.day, hour - 1, tzinfo=UTC)
    around = Around(ZONE, datetime(2026, 3, 2, 18, 0, tzinfo=UTC))
    return DoseRow(foreign_dose(TableFormat.MEDTIMER, around, at, day, "MedTimer: Kineret", str(hour)))


def test_h1_a_day_with_a_dose_keeps_it_alone_unless_the_other_is_meant_as_a_second(diary: Diary) -> None:
    set_up(diary, starts=BEFORE)
    diary.doses.record(Given(YESTERDAY, diary.now() - timedelta(days=1)))
    rows = [foreign(BEFORE), foreign(YESTERDAY)]
    _, seen = diary.dose_tables.bring_in(rows, own=False)
    assert seen.fates == (Fate.NEW, Fate.CONFLICT)
    assert len(diary.doses.day(YESTERDAY).doses) == 1
    _, seen = diary.dose_tables.bring_in(rows, own=False, second=True)
    assert seen.fates == (Fate.HERE_ALREADY, Fate.SECOND)
    assert [SECOND in dose.flags for dose in diary.doses.day(YESTERDAY).doses] == [False, True]


def test_h1_two_of_one_day_from_another_program_are_no_second_dose_by_themselves(diary: Diary) -> None:
    set_up(diary, starts=BEFORE)
    rows = [foreign(BEFORE, 20), foreign(BEFORE, 21)]
    assert diary.dose_tables.preview(rows, own=False).fates == (Fate.NEW, Fate.CONFLICT)
    assert diary.dose_tables.preview(rows, own=False, second=True).fates == (Fate.NEW, Fate.SECOND)


def test_an_answered_day_is_a_conflict_too(diary: Diary) -> None:
    set_up(diary, starts=BEFORE)
    diary.doses.answer({YESTERDAY: AnswerKind.SKIPPED})
    assert diary.dose_tables.preview([foreign(YESTERDAY)], own=False).fates == (Fate.CONFLICT,)


def test_h1_an_open_injection_is_answered_first(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    at_inject(diary)
    clock.pass_time(hours=3)
    for second in (False, True):
        assert diary.dose_tables.preview([foreign(TODAY)], own=False, second=second).fates == (Fate.CONFLICT,)


def test_what_its_person_took_back_does_not_return(diary: Diary) -> None:
    set_up(diary, starts=BEFORE)
    diary.doses.record(Given(YESTERDAY, diary.now() - timedelta(days=1)))
    (row,) = diary.dose_tables.rows()
    diary.doses.withdraw(row.told.id)
    _, seen = diary.dose_tables.bring_in([row], second=True)
    assert seen.fates == (Fate.TAKEN_BACK,)
    assert diary.dose_tables.rows() == []


def test_what_is_still_ahead_cannot_have_happened(diary: Diary) -> None:
    set_up(diary, starts=BEFORE)
    rows = [foreign(TODAY, 21), replace(foreign(TODAY + timedelta(days=1)), due=None)]
    assert diary.dose_tables.preview(rows, own=False).fates == (Fate.AHEAD, Fate.AHEAD)


def test_a_flag_that_nobody_knows_is_not_taken_in(diary: Diary) -> None:
    set_up(diary, starts=BEFORE)
    row = foreign(BEFORE)
    assert isinstance(row.told, Dose)
    for flag in ("site_from_last_x", "syringe_perhaps", "site_moon", "whatever"):
        strange = replace(row, told=replace(row.told, flags=(flag,)))
        assert diary.dose_tables.preview([strange]).fates == (Fate.STRANGE,), flag
    known = ("second", "over_limit", "syringe_frozen", "site_navel", "site_from_last_12", "instead", "before_record")
    assert all(is_known_flag(flag) for flag in known)


def test_a_syringe_of_this_record_counts_as_used_and_is_free_again_after_undo(diary: Diary) -> None:
    set_up(diary, starts=BEFORE)
    syringe = diary.storage.looks()[0].syringe.id
    row = foreign(YESTERDAY)
    assert isinstance(row.told, Dose)
    undo, _ = diary.dose_tables.bring_in([replace(row, told=replace(row.told, syringe=syringe))])
    assert not diary.storage.look(syringe).usable
    diary.undo(undo)
    assert diary.storage.look(syringe).usable


def test_a_dose_from_elsewhere_stands_in_the_calendar_with_its_box(
    diary: Diary, other: Diary, clock: HandClock
) -> None:
    lived(diary, clock)
    other.dose_tables.bring_in(through_a_file(diary, diary.dose_tables.rows()))
    day = other.doses.day(TODAY)
    assert day.state is DayState.TAKEN
    box = box_of(day.doses[0].flags)
    assert box is not None
    assert (box.lot, box.position) == ("A1", 3)
    # Corrected, it still says which box it was.
    dose = day.doses[0]
    other.doses.correct(dose.id, Given(TODAY, dose.at, place=Place.BELLY_LEFT), second=True)
    assert box_of(other.doses.day(TODAY).doses[0].flags) == box


def test_days_are_chosen_and_the_history_is_there_on_request(diary: Diary, clock: HandClock) -> None:
    lived(diary, clock)
    some = diary.dose_tables.rows(TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    assert [row.day for row in some] == [TODAY + timedelta(days=1), TODAY + timedelta(days=2)]
    told = diary.dose_tables.rows(history=True)
    assert [row.standing for row in told].count(Standing.COUNTS) == 5
    assert [row.standing for row in told].count(Standing.EARLIER) == 2
    assert [row.standing for row in told].count(Standing.TAKEN_BACK) == 1
    assert through_a_file(diary, told) == told
