"""How a record file is opened, and what is said when it cannot be."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from anakinra_companion.store.engine import file_version, plain_troubles, record_engine, writing
from anakinra_companion.store.trouble import RecordTrouble, Trouble
from anakinra_companion.store.upgrade import PRESENT, create_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "record.sqlite"
    create_record(made)
    return made


def pragma(path: Path, name: str, *, durable: bool = True) -> object:
    engine = record_engine(path)
    try:
        with writing(engine, durable=durable) as connection:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()
    finally:
        engine.dispose()


def test_an_act_waits_for_the_disk_and_progress_does_not(path: Path) -> None:
    full, normal = 2, 1
    assert pragma(path, "synchronous", durable=True) == full
    assert pragma(path, "synchronous", durable=False) == normal


def test_the_record_is_in_wal_mode_with_foreign_keys(path: Path) -> None:
    assert pragma(path, "journal_mode") == "wal"
    assert pragma(path, "foreign_keys") == 1


def test_only_the_user_may_read_the_file(path: Path) -> None:
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_key_is_refused_by_the_driver_that_cannot_use_one(path: Path) -> None:
    with pytest.raises(ValueError):
        record_engine(path, key="secret")


def test_the_version_is_read_without_touching_a_byte(path: Path) -> None:
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    assert file_version(path) == (PRESENT.schema, PRESENT.schema)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


@pytest.mark.parametrize("content", [b"", b"a letter to my doctor", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_record_is_named_so_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "record.sqlite"
    path.write_bytes(content)
    with pytest.raises(RecordTrouble) as caught:
        file_version(path)
    assert caught.value.trouble in (Trouble.NOT_A_RECORD, Trouble.DAMAGED)
    assert path.read_bytes() == content


def test_a_strangers_database_is_no_record(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE journal (id)")
    connection.close()
    with pytest.raises(RecordTrouble) as caught:
        file_version(path)
    assert caught.value.trouble is Trouble.NOT_A_RECORD


def test_our_own_mistakes_are_not_called_a_trouble_of_the_disk(path: Path) -> None:
    engine = record_engine(path)
    with pytest.raises(Exception) as caught, plain_troubles(path), writing(engine) as connection:
        connection.exec_driver_sql("SELECT nothing FROM nowhere")
    engine.dispose()
    assert not isinstance(caught.value, RecordTrouble)
