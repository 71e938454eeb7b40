"""Rebuilds the projections from the journal, to compare them with what the pages read."""

from __future__ import annotations

from sqlalchemy import Connection, select

from anakinra_companion.store import journal
from anakinra_companion.store.columns import METADATA
from anakinra_companion.store.engine import memory_engine
from anakinra_companion.store.fridge.batches import faulty_batches
from anakinra_companion.store.fridge.courses import stale
from anakinra_companion.store.fridge.tables import READINGS
from anakinra_companion.store.skin.photos import faulty_photos
from anakinra_companion.store.skin.tables import PHOTO_BYTES
from anakinra_companion.store.tables import PROJECTIONS


def differing_tables(connection: Connection) -> list[str]:
    """Names of tables that are not what the journal says; empty when all agree."""
    engine = memory_engine()
    try:
        with engine.begin() as rebuilt:
            METADATA.create_all(rebuilt, tables=list(PROJECTIONS.values()))
            for entry in journal.entries(connection):
                for put in entry.puts():
                    journal.project(rebuilt, entry.entry, put)
            differing = [name for name in PROJECTIONS if _rows(connection, name) != _rows(rebuilt, name)]
            # The bytes of photos and the readings of loggers are not in the journal, their hashes are.
            photos = [PHOTO_BYTES.name] if faulty_photos(connection) else []
            readings = [READINGS.name] if faulty_batches(connection) else []
            return [*differing, *photos, *readings, *stale(connection)]
    finally:
        engine.dispose()


def _rows(connection: Connection, name: str) -> list[tuple[object, ...]]:
    table = PROJECTIONS[name]
    return [tuple(row) for row in connection.execute(select(table).order_by(table.c.id))]
