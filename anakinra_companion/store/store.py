"""One person's record, open: acts go in whole, and every noun reads through it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Engine, Table, func, select

from anakinra_companion.domain.clock import ClockReading
from anakinra_companion.store import journal
from anakinra_companion.store.engine import empty_log, plain_troubles, writing
from anakinra_companion.store.instants import instant_text
from anakinra_companion.store.tables import JOURNAL


@dataclass(slots=True)
class Act:
    """One thing a person did, being written: every noun adds its part, then all of it lands or nothing."""

    connection: Connection
    entry: str
    reading: ClockReading
    _puts: list[journal.Put] = field(default_factory=list)
    _replaces: list[str | None] = field(default_factory=list)

    @property
    def at(self) -> datetime:
        """The instant of the act (UTC)."""
        return self.reading.utc

    def put(self, table: Table, id_: str, values: journal.Values, *, new: bool = False) -> None:
        """Gives an entity a new version; later reads of this act see it. `new`: its id was just made."""
        known = None if new else self.connection.execute(select(table.c.entry).where(table.c.id == id_)).scalar()
        put = (table.name, id_, dict(values))
        journal.project(self.connection, self.entry, put)
        self._puts.append(put)
        self._replaces.append(known)

    def change(self, table: Table, id_: str, **values: str | int | None) -> None:
        """A new version of an entity that differs from the present one in a few values."""
        row = self.connection.execute(select(table).where(table.c.id == id_)).mappings().one()
        kept = {name: value for name, value in row.items() if name not in ("id", "entry")}
        self.put(table, id_, {**kept, **values})

    @property
    def content(self) -> str:
        """What the journal keeps of this act."""
        return journal.canonical(self._puts)

    @property
    def replaces(self) -> str:
        """The entries whose versions this act takes the place of, put by put."""
        return journal.canonical(self._replaces)

    @property
    def is_empty(self) -> bool:
        """True when the act found nothing to do: then the journal keeps silent too."""
        return not self._puts


def next_rank(connection: Connection, table: Table, *belonging: ColumnElement[bool]) -> int:
    """The place after the last row of a table, or of those of its rows that belong together.

    Order is kept as a number of its own, because a clock that is set back would turn it round.
    """
    highest = select(func.max(table.c.rank)).where(*belonging)
    return int(connection.execute(highest).scalar() or 0) + 1


class Store:
    """The open record. `installation` names this computer's copy of the program."""

    def __init__(self, engine: Engine, path: Path, installation: str) -> None:
        self._engine = engine
        self.path = path
        self._installation = installation

    @contextmanager
    def act(self, name: str, author: str, reading: ClockReading, *, durable: bool = True) -> Iterator[Act]:
        """One act, one transaction, one journal entry; nothing is kept if the body raises."""
        with plain_troubles(self.path), writing(self._engine, durable=durable) as connection:
            sequence, previous = journal.last_of(connection, self._installation)
            entry = f"{self._installation}:{sequence + 1}"
            act = Act(connection, entry, reading)
            yield act
            if not act.is_empty:
                self._seal(act, sequence + 1, previous, author, name)

    def _seal(self, act: Act, sequence: int, previous: str, author: str, name: str) -> None:
        utc = instant_text(act.at)
        facts = (act.entry, self._installation, sequence, author, utc, name, act.content, act.replaces)
        draft = journal.Entry(*facts, hash="")
        journal.append(act.connection, journal.Entry(*facts, hash=draft.sealed(previous)))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent look at the record."""
        with plain_troubles(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """A write that is no act (the last time somebody looked); it need not wait for the disk."""
        with plain_troubles(self.path), writing(self._engine, durable=False) as connection:
            yield connection

    def empty_log(self) -> None:
        """Leaves nothing in the log beside the record of what was erased; raises `RecordTrouble`."""
        with plain_troubles(self.path):
            empty_log(self._engine)

    def newest_position(self) -> int:
        """The place of the newest act: it changes when any program wrote to this record.

        SQLite's own data_version means something within one connection only, and the pool has several.
        """
        with self.reading() as connection:
            return int(connection.execute(select(func.max(JOURNAL.c.position))).scalar() or 0)

    def history_of(self, id_: str) -> list[journal.Entry]:
        """Every act that touched one entity, oldest first."""
        with self.reading() as connection:
            return journal.touching(connection, id_)

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()
