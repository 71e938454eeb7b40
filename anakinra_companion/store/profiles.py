"""The person's own answers and preferences, one row a value."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, select

from anakinra_companion.domain.flow import Mode
from anakinra_companion.domain.profile import (
    Build,
    Condition,
    Gate,
    Hand,
    Leaflet,
    Profile,
    TapeUnit,
    TemperatureUnit,
)
from anakinra_companion.store.journal import canonical
from anakinra_companion.store.store import Act
from anakinra_companion.store.tables import PROFILE

_SPELT = {"hand": Hand, "leaflet": Leaflet, "mode": Mode, "build": Build}
_SPELT_OR_NONE = {"condition": Condition, "tape_unit": TapeUnit, "temperature_unit": TemperatureUnit}


def profile(connection: Connection) -> Profile:
    """The profile; what was never answered has its default."""
    known = {field.name for field in fields(Profile)}
    rows = connection.execute(select(PROFILE.c.id, PROFILE.c.value)).all()
    return Profile(**{row.id: _read(row.id, json.loads(row.value)) for row in rows if row.id in known})


def put_profile(act: Act, before: Profile, after: Profile) -> None:
    """Writes the values that differ."""
    for field in fields(Profile):
        value = getattr(after, field.name)
        if value != getattr(before, field.name):
            act.put(PROFILE, field.name, {"value": canonical(value)})


def _read(name: str, value: Any) -> Any:
    if name == "gates":
        return {who: {Gate(gate): bool(said) for gate, said in gates.items()} for who, gates in value.items()}
    if name in _SPELT_OR_NONE:
        return None if value is None else _SPELT_OR_NONE[name](value)
    return _SPELT[name](value) if name in _SPELT else value
