"""Which notices were given: no act of anybody, so not in the journal; a copy of the record brings them along."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from anakinra_companion.domain.notices import Stage
from anakinra_companion.store.instants import instant_text
from anakinra_companion.store.tables import RECORD_FACTS

_PREFIX = "notice/"
_PUT = insert(RECORD_FACTS).prefix_with("OR REPLACE")


def told(connection: Connection) -> dict[str, frozenset[Stage]]:
    """The stages that were told of each syringe, by its id."""
    found: dict[str, frozenset[Stage]] = {}
    query = select(RECORD_FACTS.c.name).where(RECORD_FACTS.c.name.startswith(_PREFIX))
    for name in connection.execute(query).scalars():
        _, syringe, stage = str(name).split("/")
        found[syringe] = found.get(syringe, frozenset()) | {Stage(stage)}
    return found


def put_told(connection: Connection, syringe: str, stages: Iterable[Stage], at: datetime) -> None:
    """Keeps that these stages were told of a syringe at an instant (UTC)."""
    for stage in stages:
        connection.execute(_PUT, {"name": f"{_PREFIX}{syringe}/{stage.value}", "value": instant_text(at)})


def forget_told(connection: Connection, syringe: str, stages: Iterable[Stage]) -> None:
    """Lets stages be told again."""
    names = [f"{_PREFIX}{syringe}/{stage.value}" for stage in stages]
    connection.execute(delete(RECORD_FACTS).where(RECORD_FACTS.c.name.in_(names)))
