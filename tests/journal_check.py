"""After any act: the journal's hashes hold, and the tables are what it says."""

from __future__ import annotations

from anakinra_companion.diary.diary import Diary
from anakinra_companion.store.engine import record_engine
from anakinra_companion.store.journal import broken_entries
from anakinra_companion.store.rebuild import differing_tables


def whole(diary: Diary) -> bool:
    """True when nothing is broken and the rebuilt tables agree."""
    engine = record_engine(diary.path)
    with engine.connect() as connection:
        fine = not broken_entries(connection) and not differing_tables(connection)
    engine.dispose()
    return fine
