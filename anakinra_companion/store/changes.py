"""How an entity stood before one act, so that this act alone can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Table, select

from anakinra_companion.store.journal import Values
from anakinra_companion.store.store import Act
from anakinra_companion.store.tables import PROJECTIONS


@dataclass(frozen=True, slots=True)
class Before:
    """One entity as it stood: `values` is None where the act made it. `entry` is the act that changed it."""

    table: str
    id: str
    values: Values | None
    entry: str


def write(act: Act, table: Table, id_: str, values: Values) -> Before:
    """Gives an entity a new version that can be taken back."""
    before = _present(act, table, id_)
    act.put(table, id_, values, new=before is None)
    return Before(table.name, id_, before, act.entry)


def change(act: Act, table: Table, id_: str, **values: str | int | None) -> Before:
    """A new version that differs in a few values; raises KeyError for an id nobody gave."""
    before = _present(act, table, id_)
    if before is None:
        raise KeyError(id_)
    act.put(table, id_, {**before, **values})
    return Before(table.name, id_, before, act.entry)


def take_back(act: Act, before: Before) -> bool:
    """Brings an entity back to what it was; False, and nothing written, when another act changed it since."""
    table = PROJECTIONS[before.table]
    if act.connection.execute(select(table.c.entry).where(table.c.id == before.id)).scalar() != before.entry:
        return False
    if before.values is None:
        act.change(table, before.id, withdrawn=1)
    else:
        act.put(table, before.id, before.values)
    return True


def _present(act: Act, table: Table, id_: str) -> Values | None:
    row = act.connection.execute(select(table).where(table.c.id == id_)).mappings().first()
    return None if row is None else {name: value for name, value in row.items() if name not in ("id", "entry")}
