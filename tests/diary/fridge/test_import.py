"""Logger files on their way into the record: whole or not at all, and never twice."""

from __future__ import annotations

from array import array
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest
from sqlalchemy import text

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.fridge.importing import runs
from anakinra_companion.diary.refusals import MovedOn
from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.domain.storage import Reason, State, Verdict
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from anakinra_companion.store.engine import record_engine
from tests.conftest import START
from tests.fridges import log, recognised, second, take_in
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import set_up

EARLIER = START - timedelta(hours=10)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Ten hours of minutes, of which twenty were warm."""
    return log(tmp_path / "log.csv", EARLIER, [5.0] * 100 + [9.0] * 20 + [5.0] * 480)


def rows_in(diary: Diary) -> int:
    """Readings in the file of the record, seen or not."""
    engine = record_engine(diary.path)
    with engine.connect() as connection:
        found = int(connection.execute(text("SELECT count(*) FROM readings")).scalar_one())
    engine.dispose()
    return found


def acts(diary: Diary) -> list[str]:
    engine = record_engine(diary.path)
    with engine.connect() as connection:
        found = [str(row[0]) for row in connection.execute(text("SELECT act FROM journal ORDER BY position"))]
    engine.dispose()
    return found


def test_an_import_is_one_entry_of_the_journal_and_warms_the_syringes(diary: Diary, file: Path) -> None:
    set_up(diary)
    before = len(acts(diary))
    result = take_in(diary, file)
    assert (result.new_rows, result.known, result.differing) == (600, 0, 0)
    assert acts(diary)[before:] == ["readings_imported"]
    for look in diary.storage.looks():
        # A step counts whole when either of its ends is warm: 19 minutes between, one before, one after.
        assert look.exposure.warm_seconds == 21 * 60
        assert look.time_out == timedelta(minutes=21)
        assert look.verdict is Verdict.MAY_CHECK
    assert whole(diary)


def test_the_same_file_twice_changes_nothing_and_says_so(diary: Diary, file: Path) -> None:
    set_up(diary)
    take_in(diary, file)
    before, readings = acts(diary), rows_in(diary)
    again = take_in(diary, file)
    assert (again.batch_id, again.undo, again.new_rows, again.known) == (None, None, 0, 600)
    assert acts(diary) == before
    assert rows_in(diary) == readings


def test_of_a_longer_file_only_what_is_new_is_taken(diary: Diary, tmp_path: Path, file: Path) -> None:
    take_in(diary, file)
    longer = log(tmp_path / "longer.csv", EARLIER, [5.0] * 99 + [6.0] + [9.0] * 20 + [5.0] * 540)
    result = take_in(diary, longer)
    assert (result.new_rows, result.known, result.differing) == (60, 600, 1)
    assert diary.fridge.view("", START.date(), START.date()).days[0].count == 660
    assert whole(diary)


def test_h8_what_a_later_file_told_too_stays_when_the_earlier_is_removed(diary: Diary, tmp_path: Path) -> None:
    set_up(diary)
    cold = [5.0] * 10 + [-1.0] + [5.0] * 50
    first = take_in(diary, log(tmp_path / "first.csv", EARLIER, cold))
    second_one = take_in(diary, log(tmp_path / "all.csv", EARLIER, [*cold[:30], 7.0, *cold[31:], *[6.0] * 60]))
    assert (second_one.new_rows, second_one.known, second_one.differing) == (60, 61, 1)
    assert first.batch_id is not None
    undo = diary.fridge.remove_import(first.batch_id)
    assert {look.reason for look in diary.storage.looks()} == {Reason.FROZEN_BY_READING}
    (day,) = diary.fridge.view("", START.date(), START.date()).days
    assert (day.count, day.highest) == (121, 700)
    assert sum(p is not None for p in diary.fridge.curve("", EARLIER, START, 10)[0].points) == 4
    assert whole(diary)
    assert second_one.batch_id is not None
    diary.fridge.remove_import(second_one.batch_id)
    assert {look.reason for look in diary.storage.looks()} == {Reason.IN_FRIDGE}
    diary.undo(undo)
    (day,) = diary.fridge.view("", START.date(), START.date()).days
    assert (day.count, day.highest) == (61, 500)
    assert whole(diary)


def test_runs_are_told_where_one_series_has_every_second_of_another() -> None:
    assert runs(array("q", [1, 2, 4, 5, 9]), array("q", [1, 2, 3, 4, 5, 7, 9])) == [
        Span(1, 2),
        Span(4, 5),
        Span(9, 9),
    ]
    assert runs(array("q", [1, 2]), array("q", [1, 2])) == [Span(1, 2)]


def test_another_sensor_and_another_fridge_are_not_the_same_readings(diary: Diary, file: Path) -> None:
    take_in(diary, file)
    assert take_in(diary, file, sensor="back wall").new_rows == 600
    assert take_in(diary, file, place="Office").new_rows == 600
    assert take_in(diary, file, place=" office ").known == 600
    assert whole(diary)


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_an_import_closed_half_way_leaves_nothing_behind(diary: Diary, tmp_path: Path, steps: int) -> None:
    set_up(diary)
    long = log(tmp_path / "long.csv", START - timedelta(days=30), [30.0] * 40_000)
    before = acts(diary)
    steps_of = diary.fridge.importing("", "", long, recognised(long), "UTC")
    for _ in range(steps):
        next(steps_of)
        assert all(look.verdict is Verdict.MAY_CHECK for look in diary.storage.looks())
    steps_of.close()
    assert rows_in(diary) == 0
    assert acts(diary) == before
    assert diary.fridge.batches("") == ()


def test_a_file_that_fails_half_way_leaves_nothing_behind(diary: Diary, file: Path) -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        list(diary.fridge.importing("", "", file, recognised(file), "Nowhere/Else"))
    assert rows_in(diary) == 0


def test_an_import_killed_half_way_is_unseen_and_cleared_up_by_the_next(
    paths: Paths, clock: HandClock, tmp_path: Path, file: Path
) -> None:
    long = log(tmp_path / "long.csv", START - timedelta(days=30), [30.0] * 40_000)
    diary = open_diary(paths, clock, list)
    set_up(diary)
    steps = diary.fridge.importing("", "", long, recognised(long), "UTC")
    next(steps)
    next(steps)
    # The process is gone: nobody closes anything.
    other = open_diary(paths, clock, list)
    assert rows_in(other) > 0
    assert all(look.usable for look in other.storage.looks())
    assert whole(other)
    take_in(other, file)
    assert rows_in(other) == 600
    with pytest.raises(MovedOn):
        list(steps)
    assert rows_in(other) == 600
    assert whole(other)
    other.close()
    diary.close()


def test_a_removed_import_takes_all_of_it_back_and_its_undo_brings_it(diary: Diary, tmp_path: Path) -> None:
    set_up(diary)
    frozen = log(tmp_path / "cold.csv", EARLIER, [5.0, 4.0, 0.0, 3.0, *[5.0] * 500])
    result = take_in(diary, frozen)
    assert {look.reason for look in diary.storage.looks()} == {Reason.FROZEN_BY_READING}
    assert result.batch_id is not None
    undo = diary.fridge.remove_import(result.batch_id)
    assert {look.reason for look in diary.storage.looks()} == {Reason.IN_FRIDGE}
    assert [each.removed for each in diary.fridge.batches("")] == [True]
    assert whole(diary)
    with pytest.raises(MovedOn):
        diary.fridge.remove_import(result.batch_id)
    diary.undo(undo)
    assert {look.state for look in diary.storage.looks()} == {State.FROZEN}
    assert result.undo is not None
    assert whole(diary)


def test_an_import_can_be_undone_at_once(diary: Diary, tmp_path: Path) -> None:
    set_up(diary)
    result = take_in(diary, log(tmp_path / "hot.csv", EARLIER, [5.0] * 5 + [26.0] + [5.0] * 5))
    assert {look.reason for look in diary.storage.looks()} == {Reason.OVERHEATED_BY_READING}
    assert result.undo is not None
    diary.undo(result.undo)
    assert {look.reason for look in diary.storage.looks()} == {Reason.IN_FRIDGE}
    assert take_in(diary, tmp_path / "hot.csv").new_rows == 11
    assert whole(diary)


def test_a_dose_is_saved_while_a_file_is_read(paths: Paths, clock: HandClock, tmp_path: Path) -> None:
    long = log(tmp_path / "long.csv", START - timedelta(days=20), [5.0] * 28_000)
    diary, window = (open_diary(paths, clock, list) for _ in range(2))
    set_up(window)
    steps = diary.fridge.importing("", "", long, recognised(long), "UTC")
    taken = 0
    for number, _ in enumerate(steps):
        taken += 1
        # Between two chunks the record is free.
        window.storage.take_out(window.storage.looks()[number].syringe.id)
    assert taken >= 3
    assert sum(look.is_out for look in diary.storage.looks()) == taken
    assert whole(diary)
    diary.close()
    window.close()


def test_files_that_were_removed_meanwhile_stop_the_import(diary: Diary, tmp_path: Path, file: Path) -> None:
    first = take_in(diary, file)
    assert first.batch_id is not None
    other = log(tmp_path / "other.csv", EARLIER + timedelta(hours=5), [5.0] * 600)
    steps = diary.fridge.importing("", "", other, recognised(other), "UTC")
    next(steps)
    diary.fridge.remove_import(first.batch_id)
    with pytest.raises(MovedOn):
        list(steps)
    assert rows_in(diary) == 600
    assert whole(diary)


def test_a_changed_reading_is_found_by_the_check(diary: Diary, file: Path) -> None:
    take_in(diary, file)
    assert diary.changed_from_outside() == 0
    engine = record_engine(diary.path)
    with engine.begin() as connection:
        connection.execute(text("UPDATE readings SET hundredths = 400 WHERE second = :at"), {"at": second(EARLIER)})
    engine.dispose()
    assert diary.changed_from_outside() == 1
    assert not whole(diary)


def test_what_is_derived_is_held_against_the_readings_by_the_check(diary: Diary, file: Path) -> None:
    take_in(diary, file)
    for table in ("fridge_stretches", "fridge_days", "fridge_courses"):
        engine = record_engine(diary.path)
        with engine.begin() as connection:
            connection.execute(text(f"CREATE TABLE kept AS SELECT * FROM {table}"))
            connection.execute(text(f"DELETE FROM {table}"))
        assert not whole(diary)
        with engine.begin() as connection:
            connection.execute(text(f"INSERT INTO {table} SELECT * FROM kept"))
            connection.execute(text("DROP TABLE kept"))
        engine.dispose()
        assert whole(diary)


def test_readings_lie_in_a_table_without_a_second_key(diary: Diary) -> None:
    engine = record_engine(diary.path)
    with engine.connect() as connection:
        sql = connection.execute(text("SELECT sql FROM sqlite_master WHERE name = 'readings'")).scalar_one()
    engine.dispose()
    assert "WITHOUT ROWID" in sql


def test_batches_tell_what_came_when(diary: Diary, file: Path, clock: HandClock) -> None:
    take_in(diary, file, place="Home", sensor="Shelf")
    (batch,) = diary.fridge.batches("home")
    assert (batch.maker, batch.sensor, batch.place, batch.rows, batch.skipped) == ("govee", "Shelf", "Home", 600, 0)
    assert (batch.first, batch.last) == (EARLIER, EARLIER + timedelta(minutes=599))
    assert batch.recorded == clock.now()
    assert isinstance(batch.first, datetime)
