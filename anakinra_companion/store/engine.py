"""Opens a record file: the only module that imports a database driver."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from anakinra_companion.store.trouble import RecordTrouble, Trouble

# Written into the file header, so that a stranger's database is never taken for a record: "ANAK".
APPLICATION_ID = 0x414E414B
BUSY_MS = 5_000

_TROUBLES = {
    sqlite3.SQLITE_FULL: Trouble.DISK_FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_NOTADB: Trouble.NOT_A_RECORD,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_CANTOPEN: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_IOERR: Trouble.DISK_FULL,
}
_ERRNOS = {
    errno.ENOSPC: Trouble.DISK_FULL,
    errno.EDQUOT: Trouble.DISK_FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.ENOTDIR: Trouble.NOT_A_FOLDER,
    errno.EEXIST: Trouble.NOT_A_FOLDER,
    errno.ENOENT: Trouble.NOT_A_FOLDER,
    errno.ENAMETOOLONG: Trouble.NOT_A_FOLDER,
    errno.EINVAL: Trouble.NOT_A_FOLDER,
}


def record_engine(path: Path, key: str | None = None) -> Engine:
    """An engine on one record file.

    `key` is kept for an encrypted driver; the plain driver takes none. Transactions are begun by hand
    because the driver's own mode leaves half of a failed migration behind.
    """
    if key is not None:
        raise ValueError("this driver opens plain records only")
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000},
        # A record has one writer at a time and a handful of readers; more would only hold file handles.
        pool_size=2,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def reading_engine(path: Path) -> Engine:
    """An engine that can only read, also in a folder that nobody may write; for checks."""
    mode = "mode=ro" if _has_log(path) else "mode=ro&immutable=1"
    file = f"file:{quote(str(path))}?{mode}"
    return create_engine("sqlite+pysqlite://", creator=partial(sqlite3.connect, file, uri=True))


def _has_log(path: Path) -> bool:
    # Without a log beside it the file itself says all, and nothing need be made to read it.
    return path.with_name(path.name + "-wal").exists()


def memory_engine() -> Engine:
    """An engine on an empty record in memory, to rebuild one and compare."""
    return create_engine("sqlite+pysqlite://")


def memory_copy(path: Path) -> Engine:
    """An engine on a copy of a record in memory: for practice, gone when it is let go of."""
    with plain_troubles(path):
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        reader = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)
        reader.backup(copy)
        reader.close()
    engine = create_engine("sqlite+pysqlite://", creator=lambda: copy, poolclass=StaticPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("write"):
        connection.exec_driver_sql("BEGIN")
        return
    # The safety level cannot change inside a transaction, so it is set just before each one.
    level = "FULL" if options.get("durable", True) else "NORMAL"
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA synchronous={level}")
    cursor.execute("BEGIN IMMEDIATE")


@contextmanager
def writing(engine: Engine, *, durable: bool = True) -> Iterator[Connection]:
    """One write transaction: all of it or nothing. `durable` waits for the disk before it returns."""
    with engine.connect().execution_options(write=True, durable=durable) as connection, connection.begin():
        yield connection


def empty_log(engine: Engine) -> None:
    """Brings what lies in the log into the record and cuts the log to nothing, as far as nobody reads it just now."""
    # By hand: within a transaction SQLite refuses it.
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()


@contextmanager
def plain_troubles(path: Path) -> Iterator[None]:
    """Turns the environment's errors into `RecordTrouble`; anything else is ours and passes through."""
    try:
        yield
    except DBAPIError as error:
        raise _named(error.orig, path) from error
    except (sqlite3.Error, OSError) as error:
        raise _named(error, path) from error


def _named(error: BaseException | None, path: Path) -> Exception:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        if code is not None and (trouble := _TROUBLES.get(code & 0xFF)) is not None:
            return RecordTrouble(trouble, path)
        if "decode" in str(error):
            # Text that is no text: bytes were changed on the disk.
            return RecordTrouble(Trouble.DAMAGED, path)
        return error
    if isinstance(error, OSError):
        return RecordTrouble(_ERRNOS.get(error.errno or 0, Trouble.UNREADABLE), path)
    return error if isinstance(error, Exception) else RuntimeError("unnamed database error")


def file_version(path: Path) -> tuple[int, int]:
    """The record's (schema number, oldest program number that can read it), without touching a byte of it.

    Raises `RecordTrouble` for a file that is no record of ours.
    """
    with plain_troubles(path):
        application, version, oldest = _peek(path)
    if application != APPLICATION_ID:
        raise RecordTrouble(Trouble.NOT_A_RECORD, path)
    return version, oldest


def _peek(path: Path) -> tuple[int, int, int]:
    # A log must be read too; in a folder nobody may write that is possible only as immutable.
    for mode in ("mode=ro", "mode=ro&immutable=1") if _has_log(path) else ("mode=ro&immutable=1",):
        try:
            connection = sqlite3.connect(f"file:{quote(str(path))}?{mode}", uri=True)
            try:
                return _header(connection)
            finally:
                connection.close()
        except sqlite3.OperationalError:
            if mode.endswith("immutable=1"):
                raise
    raise AssertionError("unreachable")


def _header(connection: sqlite3.Connection) -> tuple[int, int, int]:
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    oldest = version
    if application == APPLICATION_ID:
        row = connection.execute("SELECT value FROM record_facts WHERE name = 'oldest_reader'").fetchone()
        oldest = int(row[0]) if row else version
    return application, version, oldest


def copy_record(source: Path, target: Path) -> None:
    """Copies a record with SQLite's backup call, so that a log beside it is included."""
    with plain_troubles(target):
        target.touch(mode=0o600)
        reader = sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True)
        writer = sqlite3.connect(target)
        try:
            reader.backup(writer)
        finally:
            writer.close()
            reader.close()


def integrity_faults(connection: Connection) -> list[str]:
    """What SQLite's own full check says; empty when it finds nothing."""
    rows: Any = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [str(row) for row in rows if row != "ok"]
