"""A record that the first version of the program wrote, as it was written then."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.profile import Build, TapeUnit
from anakinra_companion.domain.sites import Place
from anakinra_companion.store import doses
from anakinra_companion.store.engine import file_version, record_engine
from anakinra_companion.store.journal import broken_entries
from anakinra_companion.store.rebuild import differing_tables
from anakinra_companion.store.store import Store
from anakinra_companion.store.tables import DOSES
from anakinra_companion.store.upgrade import PRESENT, bring_up_to_date
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY

WRITTEN_THEN = Path(__file__).parents[1] / "data" / "record-1.sql"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A dose by the walkthrough, one corrected, one without a time, one taken back, one from before."""
    path = tmp_path / "record.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(WRITTEN_THEN.read_text(encoding="utf-8"))
    connection.close()
    return path


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    opened = record_engine(path)
    yield opened
    opened.dispose()


def rows(path: Path) -> dict[str, list[dict[str, object]]]:
    """Everything in a record, table by table."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    found = {name: [dict(row) for row in connection.execute(f"SELECT * FROM {name} ORDER BY 1")] for name in names}
    connection.close()
    return found


def test_a_first_record_keeps_every_row(path: Path, engine: Engine) -> None:
    before = rows(path)
    kept = bring_up_to_date(path, engine)
    after = rows(path)
    assert kept is not None
    assert rows(kept) == before
    for name, old in before.items():
        if name not in ("alembic_version", "record_facts"):
            assert [{key: row[key] for key in was} for was, row in zip(old, after[name], strict=True)] == old
    assert len(after["doses"]) == 5


def test_a_first_record_can_then_be_read_from_this_version_on_only(path: Path, engine: Engine) -> None:
    assert file_version(path) == (1, 1)
    bring_up_to_date(path, engine)
    assert file_version(path) == (PRESENT.schema, PRESENT.schema)


def test_the_doses_of_a_first_record_were_given_under_typical_sizes(path: Path, engine: Engine) -> None:
    bring_up_to_date(path, engine)
    with engine.connect() as connection:
        assert set(connection.execute(select(DOSES.c.calibration)).scalars()) == {"typical"}
        found = doses.flagged(connection, doses.BEFORE_RECORD)
    assert found is not None
    assert (found.place, found.day) == (Place.THIGH_LEFT, None)


def test_a_first_record_rebuilt_from_its_journal_is_the_same(path: Path, engine: Engine) -> None:
    bring_up_to_date(path, engine)
    with engine.connect() as connection:
        assert broken_entries(connection) == []
        assert differing_tables(connection) == []


def test_a_first_record_goes_on_as_any_other(path: Path, engine: Engine, clock: HandClock) -> None:
    bring_up_to_date(path, engine)
    clock.pass_time(days=4)
    diary = Diary(Store(engine, path, "here"), clock, list)
    (dose,) = diary.doses.day(TODAY).doses
    diary.doses.withdraw(dose.id)
    assert diary.sites.suggestion() is not None
    assert whole(diary)


def test_who_is_drawn_and_measured_was_not_asked_then_and_is_kept_now(
    path: Path, engine: Engine, clock: HandClock
) -> None:
    bring_up_to_date(path, engine)
    diary = Diary(Store(engine, path, "here"), clock, list)
    assert (diary.profile().build, diary.profile().tape_unit) == (Build.MIDDLE, None)
    diary.change_profile(build=Build.BROAD, tape_unit=TapeUnit.INCHES)
    again = Diary(Store(engine, path, "here"), clock, list).profile()
    assert (again.build, again.tape_unit) == (Build.BROAD, TapeUnit.INCHES)
    assert whole(diary)
