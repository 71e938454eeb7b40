"""Holds among the facts of the person: each a value of its own, so that two computers can both have set one."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from anakinra_companion.domain.hold import Hold, HoldReason
from anakinra_companion.store.changes import Before
from anakinra_companion.store.instants import day_text, instant, instant_text
from anakinra_companion.store.journal import Values, canonical
from anakinra_companion.store.store import Act
from anakinra_companion.store.tables import PROFILE

_PREFIX = "hold:"
# What undo leaves of a hold that was set by a slip: it never stood.
_NEVER: Values = {"value": canonical(None)}


def holds(connection: Connection) -> tuple[Hold, ...]:
    """Every hold that was meant, oldest first."""
    kept = PROFILE.c.id.startswith(_PREFIX, autoescape=True)
    rows = connection.execute(select(PROFILE.c.id, PROFILE.c.value).where(kept)).all()
    told = [(row.id.removeprefix(_PREFIX), json.loads(row.value)) for row in rows]
    found = [_hold(id_, value) for id_, value in told if value is not None]
    return tuple(sorted(found, key=lambda each: (each.since, each.id)))


def put_hold(act: Act, hold: Hold) -> Before:
    """Writes a hold, or that it was lifted."""
    id_ = _PREFIX + hold.id
    known = act.connection.execute(select(PROFILE.c.value).where(PROFILE.c.id == id_)).scalar()
    value = {
        "reason": hold.reason.value,
        "since": instant_text(hold.since),
        "lifted_by": hold.lifted_by,
        "lifted_on": day_text(hold.lifted_on),
    }
    act.put(PROFILE, id_, {"value": canonical(value)})
    return Before(PROFILE.name, id_, _NEVER if known is None else {"value": known}, act.entry)


def _hold(id_: str, value: dict[str, Any]) -> Hold:
    lifted = value["lifted_on"]
    return Hold(
        id=id_,
        reason=HoldReason(value["reason"]),
        since=instant(value["since"]),
        lifted_by=value["lifted_by"],
        lifted_on=date.fromisoformat(lifted) if lifted else None,
    )
