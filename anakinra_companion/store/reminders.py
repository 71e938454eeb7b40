"""What was told of each slot: no act of anybody, so not in the journal; a copy of the record brings it along."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, delete, insert, select

from anakinra_companion.domain.reminders import Told
from anakinra_companion.store.instants import instant, instant_text
from anakinra_companion.store.tables import RECORD_FACTS

_PREFIX = "reminder/"
_PUT = insert(RECORD_FACTS).prefix_with("OR REPLACE")


def told(connection: Connection, slot: date) -> Told:
    """What was told of a slot so far."""
    query = select(RECORD_FACTS.c.value).where(RECORD_FACTS.c.name == _name(slot))
    found = connection.execute(query).scalar()
    if found is None:
        return Told()
    over, _, later = str(found).partition(" ")
    return Told(int(over), instant(later) if later else None)


def put_told(connection: Connection, slot: date, told: Told) -> None:
    """Keeps what was told of a slot; what was told of earlier ones has served its time."""
    later = f" {instant_text(told.later)}" if told.later is not None else ""
    facts = RECORD_FACTS.c
    connection.execute(delete(RECORD_FACTS).where(facts.name.startswith(_PREFIX), facts.name < _name(slot)))
    connection.execute(_PUT, {"name": _name(slot), "value": f"{told.over}{later}"})


def _name(slot: date) -> str:
    return f"{_PREFIX}{slot.isoformat()}"
