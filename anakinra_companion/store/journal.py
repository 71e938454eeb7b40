"""The journal: every act once, in order, chained by hashes, never changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select

from anakinra_companion.store.tables import JOURNAL, PROJECTIONS

Values = Mapping[str, str | int | None]
Put = tuple[str, str, Values]
GENESIS = "0" * 64
READ_CHUNK = 1_000


# Built once, because every act uses them.
_APPEND = insert(JOURNAL)
_PROJECT = {name: insert(table).prefix_with("OR REPLACE") for name, table in PROJECTIONS.items()}
# What an act means by a column that its program did not know.
_MEANT: dict[str, dict[str, str | int | None]] = {
    name: {column.name: getattr(column.default, "arg", None) for column in table.columns}
    for name, table in PROJECTIONS.items()
}
_LAST = (
    select(JOURNAL.c.sequence, JOURNAL.c.hash)
    .where(JOURNAL.c.installation == bindparam("installation"))
    .order_by(JOURNAL.c.sequence.desc())
    .limit(1)
)

_CONTENT = select(JOURNAL.c.content, JOURNAL.c.replaces).where(JOURNAL.c.entry == bindparam("entry"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as it was written: who, when (UTC, ISO 8601), what, and which versions it replaced."""

    entry: str
    installation: str
    sequence: int
    author: str
    utc: str
    act: str
    content: str
    replaces: str
    hash: str

    def puts(self) -> list[Put]:
        """The new versions of entities that this act wrote, in the order it wrote them."""
        return [(table, id_, values) for table, id_, values in json.loads(self.content)]

    def sealed(self, previous: str) -> str:
        """The hash this entry must carry after an entry with the hash `previous`."""
        parts = (self.installation, str(self.sequence), self.author, self.utc, self.act, self.content)
        return hashlib.sha256("\x1f".join((*parts, self.replaces, previous)).encode()).hexdigest()


def canonical(value: object) -> str:
    """JSON with one spelling only, so that equal content always has an equal hash."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def last_of(connection: Connection, installation: str) -> tuple[int, str]:
    """The newest (sequence, hash) of one installation; (0, GENESIS) before its first act."""
    row = connection.execute(_LAST, {"installation": installation}).first()
    return (row.sequence, row.hash) if row else (0, GENESIS)


def append(connection: Connection, entry: Entry) -> None:
    """Writes one sealed entry at the end."""
    connection.execute(_APPEND, {name: getattr(entry, name) for name in Entry.__slots__})


def entries(connection: Connection) -> Iterator[Entry]:
    """Every entry in the order it came into this file, read a chunk at a time."""
    columns = [JOURNAL.c[name] for name in Entry.__slots__]
    position = 0
    while True:
        rows = connection.execute(
            select(JOURNAL.c.position, *columns)
            .where(JOURNAL.c.position > position)
            .order_by(JOURNAL.c.position)
            .limit(READ_CHUNK)
        ).all()
        for row in rows:
            yield Entry(*row[1:])
        if len(rows) < READ_CHUNK:
            return
        position = rows[-1].position


def touching(connection: Connection, id_: str) -> list[Entry]:
    """Every act that wrote a version of one entity, oldest first."""
    columns = [JOURNAL.c[name] for name in Entry.__slots__]
    # Ids are long and random, so the text search finds the acts and the exact comparison confirms them.
    rows = connection.execute(
        select(*columns).where(JOURNAL.c.content.contains(id_, autoescape=True)).order_by(JOURNAL.c.position)
    ).all()
    found = (Entry(*row) for row in rows)
    return [entry for entry in found if any(put[1] == id_ for put in entry.puts())]


def versions(connection: Connection, entry: str, id_: str) -> int:
    """How many versions an entity has had, followed back from the act that wrote its present one.

    Each act names the one whose version it replaced, so this looks at a few entries, however long the journal is.
    """
    count = 0
    seen: set[str] = set()
    following: str | None = entry
    while following is not None and following not in seen:
        seen.add(following)
        row = connection.execute(_CONTENT, {"entry": following}).first()
        if row is None:
            break
        own = [place for place, put in enumerate(json.loads(row.content)) if put[1] == id_]
        count += len(own)
        following = json.loads(row.replaces)[own[0]] if own else None
    return count


def wrote(connection: Connection, entry: str, id_: str) -> bool:
    """True if an act wrote a version of an entity."""
    content = connection.execute(select(JOURNAL.c.content).where(JOURNAL.c.entry == entry)).scalar()
    return any(put[1] == id_ for put in json.loads(content or "[]"))


def broken_entries(connection: Connection) -> list[str]:
    """Entries whose hash does not follow from their content and their forerunner; SQLite's own check misses those."""
    newest: dict[str, tuple[int, str]] = {}
    broken: list[str] = []
    for entry in entries(connection):
        sequence, previous = newest.get(entry.installation, (0, GENESIS))
        if entry.sequence != sequence + 1 or entry.hash != entry.sealed(previous):
            broken.append(entry.entry)
        newest[entry.installation] = (entry.sequence, entry.hash)
    return broken


def project(connection: Connection, entry: str, put: Put) -> None:
    """Makes one put the present version of its entity."""
    name, id_, values = put
    known = {column: value for column, value in values.items() if column in _MEANT[name]}
    connection.execute(_PROJECT[name], {**_MEANT[name], **known, "id": id_, "entry": entry})
