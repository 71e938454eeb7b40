"""What the record knows of this computer's clock: epochs, doubts and the last time anybody looked."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, insert, select

from anakinra_companion.domain.clock import ClockDoubt, ClockReading
from anakinra_companion.store.instants import instant, instant_text
from anakinra_companion.store.store import Act
from anakinra_companion.store.tables import DOUBTS, EPOCHS, SEEN


def epoch(connection: Connection) -> int:
    """The number of the present clock epoch; 0 until a person first had to confirm the clock."""
    return int(connection.execute(select(EPOCHS.c.number).order_by(EPOCHS.c.number.desc()).limit(1)).scalar() or 0)


def seen(connection: Connection, number: int) -> ClockReading | None:
    """The latest reading of an epoch."""
    row = connection.execute(select(SEEN).where(SEEN.c.epoch == number)).mappings().first()
    return reading(row) if row else None


def standing_doubt(connection: Connection, number: int) -> ClockDoubt:
    """The doubt that was recorded in an epoch; it stands until a person begins the next one."""
    kind = connection.execute(select(DOUBTS.c.kind).where(DOUBTS.c.epoch == number).limit(1)).scalar()
    return ClockDoubt(kind) if kind else ClockDoubt.NONE


def put_seen(connection: Connection, number: int, now: ClockReading) -> None:
    """Keeps a reading as the last one seen, unless a later one is known."""
    before = seen(connection, number)
    if before is None or now.utc > before.utc or now.boot_id != before.boot_id:
        connection.execute(insert(SEEN).prefix_with("OR REPLACE").values(id=1, epoch=number, **reading_values(now)))


def put_doubt(act: Act, number: int, kind: ClockDoubt) -> None:
    """Records that the clock cannot be trusted from here on."""
    values = {"epoch": number, "kind": kind.value, **reading_values(act.reading)}
    act.put(DOUBTS, f"{act.entry}/doubt", values)


def begin_epoch(act: Act, number: int) -> None:
    """Records that a person said the date and time are right."""
    act.put(EPOCHS, f"{act.entry}/epoch", {"number": number, **reading_values(act.reading)})
    put_seen(act.connection, number, act.reading)


def reading(row: RowMapping) -> ClockReading:
    """The clock reading of a row."""
    return ClockReading(instant(row["utc"]), int(row["boot_ms"]), str(row["boot_id"]))


def reading_values(now: ClockReading) -> dict[str, str | int | None]:
    """The columns of a clock reading."""
    return {"utc": instant_text(now.utc), "boot_ms": now.boot_ms, "boot_id": now.boot_id}
