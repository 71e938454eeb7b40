"""Brings a record's tables up to this program's version: a copy first, then all of it or nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine

from anakinra_companion.store.engine import copy_record, file_version, plain_troubles, record_engine, writing
from anakinra_companion.store.trouble import RecordTrouble, Trouble


@dataclass(frozen=True, slots=True)
class Release:
    """What one version of the program writes: its schema number, and where the steps up to it are.

    The head is a constant, so that Alembic is imported only when there is something to do.
    """

    schema: int
    head: str
    folders: tuple[str, ...] = ("anakinra_companion.store.migrations:versions",)


PRESENT = Release(schema=3, head="0003")


def create_record(path: Path, release: Release = PRESENT) -> None:
    """A new, empty record at `path`; it appears there whole or not at all. Raises `RecordTrouble`."""
    # A name of its own: two programs started together must not write into one draft.
    draft = path.with_name(f"{path.name}.{uuid4().hex}.new")
    with plain_troubles(path):
        draft.touch(mode=0o600)
        engine = record_engine(draft)
        try:
            with writing(engine) as connection:
                _run(connection, release)
        finally:
            engine.dispose()
        _place(draft, path)


def _place(draft: Path, path: Path) -> None:
    """Gives the new record its name, unless another program was quicker: that one's may hold something by now."""
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    except OSError:
        # No second names on this file system.
        if not path.exists():
            draft.replace(path)
    draft.unlink(missing_ok=True)


def bring_up_to_date(path: Path, engine: Engine, release: Release = PRESENT) -> Path | None:
    """Migrates an older record and returns the copy made before; None when there was nothing to do.

    Raises `RecordTrouble` (TOO_NEW) for a record that only a later program can read.
    """
    version, oldest_reader = file_version(path)
    if oldest_reader > release.schema:
        raise RecordTrouble(Trouble.TOO_NEW, path)
    if version >= release.schema:
        return None
    # The write lock comes before the copy, so that two programs started together migrate once.
    with plain_troubles(path), writing(engine) as connection:
        present = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if present >= release.schema:
            return None
        kept = _free_name(path, present)
        copy_record(path, kept)
        _run(connection, release)
    return kept


def _free_name(path: Path, version: int) -> Path:
    folder = path.parent / "copies"
    folder.mkdir(mode=0o700, exist_ok=True)
    number = 1
    while (name := folder / f"before-upgrade-from-{version}-{number}.sqlite").exists():
        number += 1
    return name


def _run(connection: Connection, release: Release) -> None:
    from alembic import command  # needed once in the life of a record, and slow to import
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "anakinra_companion.store:migrations")
    config.set_main_option("version_locations", " ".join(release.folders))
    config.set_main_option("path_separator", "space")
    config.attributes["connection"] = connection
    command.upgrade(config, release.head)
