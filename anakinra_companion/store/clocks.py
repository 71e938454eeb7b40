"""What the record knows of this computer's clock: epochs, doubts and the last time anybody looked."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, func, insert, literal, select

from anakinra_companion.domain.clock import ClockBreak, ClockDoubt, ClockReading, doubt
from anakinra_companion.store.instants import instant, instant_text
from anakinra_companion.store.store import Act
from anakinra_companion.store.tables import DOUBTS, EPOCHS, SEEN


@dataclass(frozen=True, slots=True)
class ClockRecord:
    """The present epoch (0 until a person first had to confirm the clock), its standing doubt, its latest reading."""

    epoch: int
    standing: ClockDoubt
    seen: ClockReading | None

    def doubt(self, now: ClockReading) -> ClockDoubt:
        """The doubt that stands until a person begins the next epoch, or the one that this reading raises."""
        return self.standing if self.standing is not ClockDoubt.NONE else doubt(self.seen, now)


# One question for all three, because every act asks it.
_NUMBER = select(func.coalesce(func.max(EPOCHS.c.number), 0)).scalar_subquery()
_STANDING = select(DOUBTS.c.kind).where(DOUBTS.c.epoch == _NUMBER).limit(1).scalar_subquery()
_ONE = select(literal(1).label("one")).subquery()
_RECORD = select(
    _NUMBER.label("number"), _STANDING.label("standing"), SEEN.c.epoch, SEEN.c.utc, SEEN.c.boot_ms, SEEN.c.boot_id
).select_from(_ONE.outerjoin(SEEN, SEEN.c.id == _ONE.c.one))


def clock_record(connection: Connection) -> ClockRecord:
    """What is known of the clock."""
    row = connection.execute(_RECORD).mappings().one()
    is_present = row["epoch"] == row["number"]
    return ClockRecord(
        int(row["number"]),
        ClockDoubt(row["standing"]) if row["standing"] else ClockDoubt.NONE,
        reading(row) if is_present else None,
    )


def put_seen(connection: Connection, record: ClockRecord, now: ClockReading) -> None:
    """Keeps a reading as the last one seen, unless a later one is known."""
    before = record.seen
    if before is None or now.utc > before.utc or now.boot_id != before.boot_id:
        connection.execute(_PUT_SEEN, {"id": 1, "epoch": record.epoch, **reading_values(now)})


_PUT_SEEN = insert(SEEN).prefix_with("OR REPLACE")


def put_doubt(act: Act, known: ClockRecord, kind: ClockDoubt) -> None:
    """Records that the clock cannot be trusted from here on, and the last reading that could be."""
    seen = reading_values(known.seen) if known.seen else dict.fromkeys(("utc", "boot_ms", "boot_id"))
    values = {"epoch": known.epoch, "kind": kind.value, **reading_values(act.reading)}
    act.put(DOUBTS, f"{act.entry}/doubt", {**values, **{f"seen_{name}": value for name, value in seen.items()}})


def breaks(connection: Connection, known: ClockRecord, now: ClockReading) -> tuple[ClockBreak, ...]:
    """Where each epoch so far ended, in order; one that ends with this very reading is the last."""
    found: list[ClockBreak] = []
    if known.epoch or known.standing is not ClockDoubt.NONE:
        begun = {int(row["number"]): reading(row) for row in connection.execute(select(EPOCHS)).mappings()}
        for row in connection.execute(select(DOUBTS).order_by(DOUBTS.c.epoch)).mappings():
            seen = None
            if row["seen_utc"] is not None:
                seen = ClockReading(instant(row["seen_utc"]), int(row["seen_boot_ms"]), str(row["seen_boot_id"]))
            epoch = int(row["epoch"])
            found.append(ClockBreak(epoch, seen, reading(row), begun.get(epoch + 1)))
    if known.standing is ClockDoubt.NONE and known.doubt(now) is not ClockDoubt.NONE:
        found.append(ClockBreak(known.epoch, known.seen, now))
    return tuple(found)


def begin_epoch(act: Act, number: int) -> None:
    """Records that a person said the date and time are right."""
    act.put(EPOCHS, f"{act.entry}/epoch", {"number": number, **reading_values(act.reading)})
    put_seen(act.connection, ClockRecord(number, ClockDoubt.NONE, None), act.reading)


def reading(row: RowMapping) -> ClockReading:
    """The clock reading of a row."""
    return ClockReading(instant(row["utc"]), int(row["boot_ms"]), str(row["boot_id"]))


def reading_values(now: ClockReading) -> dict[str, str | int | None]:
    """The columns of a clock reading."""
    return {"utc": instant_text(now.utc), "boot_ms": now.boot_ms, "boot_id": now.boot_id}
