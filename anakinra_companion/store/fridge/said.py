"""What a person said of a fridge: readings typed in, since when it was warm, and spots for the logger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select

from anakinra_companion.domain.fridge.stays import fridge_key
from anakinra_companion.domain.fridge.typed import TypedReading
from anakinra_companion.store.changes import Before, change, write
from anakinra_companion.store.fridge.tables import ANSWERS, SPOTS, TYPED
from anakinra_companion.store.instants import instant_text
from anakinra_companion.store.store import Act, next_rank


@dataclass(frozen=True, slots=True)
class SpotRun:
    """The logger lay on a spot of a fridge from one UTC second to another; `ended` is None while it still does."""

    id: str
    name: str
    place: str
    begun: int
    ended: int | None


def typed_readings(connection: Connection, place: str) -> tuple[TypedReading, ...]:
    """What was typed in of a fridge and not taken back, in the order it was typed."""
    rows = connection.execute(select(TYPED).where(TYPED.c.withdrawn == 0).order_by(TYPED.c.rank)).mappings()
    return tuple(_typed(row) for row in rows if fridge_key(row["place"]) == fridge_key(place))


def typed_place(connection: Connection, id_: str) -> str | None:
    """The fridge of a reading that was not taken back."""
    found = select(TYPED.c.place).where(TYPED.c.id == id_, TYPED.c.withdrawn == 0)
    return connection.execute(found).scalar()


def put_typed(act: Act, place: str, told: TypedReading, recorded: datetime) -> Before:
    """Writes a reading, or a corrected version of one."""
    if typed_place(act.connection, told.id) is not None:
        return change(act, TYPED, told.id, **_of_typed(told))
    values: dict[str, str | int | None] = {
        **_of_typed(told),
        "place": place,
        "recorded": instant_text(recorded),
        "rank": next_rank(act.connection, TYPED),
        "withdrawn": 0,
    }
    return write(act, TYPED, told.id, values)


def withdraw_typed(act: Act, id_: str) -> Before:
    """It was never read."""
    return change(act, TYPED, id_, withdrawn=1)


def answers(connection: Connection, place: str) -> dict[int, int]:
    """For each warm reading that was asked about, the second since when it was warm; the last word counts."""
    rows = connection.execute(select(ANSWERS).where(ANSWERS.c.withdrawn == 0).order_by(ANSWERS.c.rank)).mappings()
    return {row["second"]: row["since"] for row in rows if fridge_key(row["place"]) == fridge_key(place)}


def put_answer(act: Act, id_: str, place: str, second: int, since: int) -> Before:
    """Writes since when it was warm."""
    values: dict[str, str | int | None] = {
        "place": place,
        "second": second,
        "since": since,
        "rank": next_rank(act.connection, ANSWERS),
        "withdrawn": 0,
    }
    return write(act, ANSWERS, id_, values)


def spots(connection: Connection) -> tuple[SpotRun, ...]:
    """Every spot that was tried, oldest first."""
    rows = connection.execute(select(SPOTS).where(SPOTS.c.withdrawn == 0).order_by(SPOTS.c.rank)).mappings()
    return tuple(SpotRun(row["id"], row["name"], row["place"], row["begun"], row["ended"]) for row in rows)


def put_spot(act: Act, run: SpotRun) -> Before:
    """The logger was laid on a spot."""
    values: dict[str, str | int | None] = {
        "name": run.name,
        "place": run.place,
        "begun": run.begun,
        "ended": run.ended,
        "rank": next_rank(act.connection, SPOTS),
        "withdrawn": 0,
    }
    return write(act, SPOTS, run.id, values)


def end_spot(act: Act, id_: str, ended: int) -> Before:
    """The logger was taken from its spot."""
    return change(act, SPOTS, id_, ended=ended)


def said_places(connection: Connection) -> tuple[str, ...]:
    """The fridges of which a reading was typed in or a spot tried."""
    found: list[str] = []
    for table in (TYPED, SPOTS):
        found.extend(connection.execute(select(table.c.place).where(table.c.withdrawn == 0).distinct()).scalars())
    return tuple(found)


def _of_typed(told: TypedReading) -> dict[str, str | int | None]:
    return {
        "second": told.second,
        "hundredths": told.hundredths,
        "lowest": told.lowest,
        "highest": told.highest,
        "note": told.note,
    }


def _typed(row: RowMapping) -> TypedReading:
    return TypedReading(row["id"], row["second"], row["hundredths"], row["lowest"], row["highest"], row["note"])
