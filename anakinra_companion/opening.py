"""Opens a person's record for window and command line: folder, file, migrations, store, diary."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from anakinra_companion.diary.diary import Diary
from anakinra_companion.paths import Paths
from anakinra_companion.store.engine import file_version, plain_troubles, record_engine
from anakinra_companion.store.store import Store
from anakinra_companion.store.trouble import RecordTrouble, Trouble
from anakinra_companion.store.upgrade import PRESENT, bring_up_to_date, create_record

if TYPE_CHECKING:
    from anakinra_companion.domain.clock import Clock


def open_diary(paths: Paths, clock: Clock, announce: Callable[[], object]) -> Diary:
    """The diary of the one person there is, made on first use. Raises `RecordTrouble`."""
    return Diary(open_store(paths), clock, announce)


def open_store(paths: Paths) -> Store:
    """The record with its tables at this program's version. Raises `RecordTrouble`, having changed nothing."""
    with plain_troubles(paths.root):
        paths.make()
        installation = paths.installation_id()
        person = paths.default_person() or paths.add_person()
    path = paths.record(person)
    if not path.exists():
        create_record(path)
    # Looked at read-only before any engine touches it: even opening a newer file in WAL mode rewrites its header.
    _, oldest_reader = file_version(path)
    if oldest_reader > PRESENT.schema:
        raise RecordTrouble(Trouble.TOO_NEW, path)
    engine = record_engine(path)
    bring_up_to_date(path, engine)
    return Store(engine, path, installation)


def existing_record(paths: Paths) -> Path | None:
    """Where the record is, if there is one; makes nothing."""
    person = paths.default_person()
    if person is None:
        return None
    path = paths.record(person)
    return path if path.exists() else None


def system_clock() -> Clock:
    """This computer's clock and zone."""
    from anakinra_companion.domain.clock import SystemClock

    return SystemClock(zone=_system_zone)


def _system_zone() -> str:
    import tzlocal  # needed where no regimen names a zone yet

    return tzlocal.get_localzone_name() or "UTC"
