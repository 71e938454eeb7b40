"""Keeps what is derived from readings true to them, within the act that changes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import select

from anakinra_companion.diary.refusals import MovedOn
from anakinra_companion.store.changes import Before, take_back
from anakinra_companion.store.fridge import courses
from anakinra_companion.store.fridge.batches import batch
from anakinra_companion.store.fridge.courses import TYPED_IN
from anakinra_companion.store.fridge.tables import BATCHES, TYPED

if TYPE_CHECKING:
    from anakinra_companion.diary.record import OpenRecord
    from anakinra_companion.store.store import Act


def renew(act: Act, record: OpenRecord, written: Iterable[Before]) -> None:
    """Judges the sensors anew of which something was written."""
    changed: dict[tuple[str, str], None] = {}
    for before in written:
        if before.table == BATCHES.name and (found := batch(act.connection, before.id)) is not None:
            changed.update(dict.fromkeys((found.place, sensor) for sensor in found.sensors))
        elif before.table == TYPED.name:
            found_in = act.connection.execute(select(TYPED.c.place).where(TYPED.c.id == before.id)).scalars()
            changed.update(dict.fromkeys((place, TYPED_IN) for place in found_in))
    for place, sensor in changed:
        renew_sensor(act, record, place, sensor)


def renew_sensor(act: Act, record: OpenRecord, place: str, sensor: str) -> None:
    """Judges one sensor of a fridge anew."""
    zone = record.zone(act.connection)
    courses.put_told(act.connection, courses.judged(act.connection, place, sensor, zone))


def undo(act: Act, record: OpenRecord, written: tuple[Before, ...]) -> None:
    """Takes back what one act said of a fridge; raises `MovedOn` when it was changed again since."""
    for before in reversed(written):
        if not take_back(act, before):
            raise MovedOn("it was changed again since")
    renew(act, record, written)
