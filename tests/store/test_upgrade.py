"""Records of earlier and later programs."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from anakinra_companion.store.engine import file_version, record_engine
from anakinra_companion.store.tables import DOSES
from anakinra_companion.store.trouble import RecordTrouble, Trouble
from anakinra_companion.store.upgrade import PRESENT, Release, bring_up_to_date, create_record

FOLDERS = PRESENT.folders
GOOD = Release(schema=9001, head="9001", folders=(*FOLDERS, "tests.store:later"))
BAD = Release(schema=9001, head="9001", folders=(*FOLDERS, "tests.store:broken"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "record.sqlite"
    create_record(made)
    return made


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def shape(path: Path) -> dict[str, list[tuple[object, ...]]]:
    engine = create_engine(f"sqlite:///{path}")
    looked = inspect(engine)
    found: dict[str, list[tuple[object, ...]]] = {
        table: [(c["name"], str(c["type"]), c["nullable"], c.get("autoincrement")) for c in looked.get_columns(table)]
        + [
            (
                str(i["name"]),
                str(i["column_names"]),
            )
            for i in looked.get_indexes(table)
        ]
        for table in looked.get_table_names()
        if table != "alembic_version"
    }
    engine.dispose()
    return found


def test_the_migrations_make_exactly_the_present_tables(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    engine = create_engine(f"sqlite:///{other}")
    DOSES.metadata.create_all(engine)
    engine.dispose()
    ours, theirs = shape(path), shape(other)
    assert {table: sorted(rows, key=str) for table, rows in ours.items()} == {
        table: sorted(rows, key=str) for table, rows in theirs.items()
    }


def test_the_head_named_in_the_program_is_the_newest_migration() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "anakinra_companion.store:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == PRESENT.head


def test_a_record_that_is_up_to_date_is_left_alone(path: Path) -> None:
    engine = record_engine(path)
    before = digest(path)
    assert bring_up_to_date(path, engine) is None
    engine.dispose()
    assert digest(path) == before
    assert not (path.parent / "copies").exists()


def test_a_copy_is_made_before_a_migration(path: Path) -> None:
    engine = record_engine(path)
    kept = bring_up_to_date(path, engine, GOOD)
    engine.dispose()
    assert kept is not None
    assert file_version(kept) == (PRESENT.schema, PRESENT.schema)
    assert file_version(path)[0] == 9001
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_migration_that_fails_half_way_leaves_version_and_tables_as_they_were(path: Path) -> None:
    before = shape(path)
    engine = record_engine(path)
    with pytest.raises(Exception, match="half way"):
        bring_up_to_date(path, engine, BAD)
    engine.dispose()
    assert file_version(path) == (PRESENT.schema, PRESENT.schema)
    assert shape(path) == before


def test_a_newer_record_is_refused_and_not_touched(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA user_version=9")
        connection.execute("UPDATE record_facts SET value='9' WHERE name='oldest_reader'")
    connection.close()
    before = digest(path)
    engine = record_engine(path)
    with pytest.raises(RecordTrouble) as caught:
        bring_up_to_date(path, engine)
    engine.dispose()
    assert caught.value.trouble is Trouble.TOO_NEW
    assert digest(path) == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["record.sqlite"]


def test_a_newer_record_that_says_this_program_can_read_it_is_opened(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=9")
    connection.close()
    engine = record_engine(path)
    assert bring_up_to_date(path, engine) is None
    engine.dispose()


def test_a_record_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    with pytest.raises(Exception, match="half way"):
        create_record(path, BAD)
    assert not path.exists()
    create_record(path)
    assert file_version(path) == (PRESENT.schema, PRESENT.schema)
