"""The readings of an import on their way in: invisible until their batch closes, cleared up when it never does."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update

from anakinra_companion.domain.fridge.readings import Reading
from anakinra_companion.domain.fridge.rows import Row
from anakinra_companion.store.fridge.tables import LOADS, READINGS

# Rows that go at once: nobody who writes a dose meanwhile waits for more than them.
SLICE = 10_000
EVER = (-(1 << 40), 1 << 40)
_PUT = "INSERT INTO readings VALUES (?, ?, ?, ?)"
_SPAN = (
    "SELECT second, hundredths FROM readings WHERE load = ? AND sensor = ? AND second BETWEEN ? AND ? ORDER BY second"
)


@dataclass(slots=True)
class Series:
    """The readings of one sensor in order, ten bytes each."""

    seconds: array[int] = field(default_factory=lambda: array("q"))
    values: array[int] = field(default_factory=lambda: array("h"))

    def __len__(self) -> int:
        return len(self.seconds)

    def __iter__(self) -> Iterator[Reading]:
        return zip(self.seconds, self.values, strict=True)

    def take(self, reading: Reading) -> None:
        """Adds a later one."""
        self.seconds.append(reading[0])
        self.values.append(reading[1])

    def extend(self, other: Series) -> None:
        """Adds readings that all are later."""
        self.seconds.extend(other.seconds)
        self.values.extend(other.values)


@dataclass(frozen=True, slots=True)
class Load:
    """Where the readings of one import lie; the token tells whether it is still ours to write to."""

    number: int
    token: str


def begin_load(connection: Connection) -> Load:
    """A new place for readings."""
    token = uuid4().hex
    connection.execute(insert(LOADS).values(batch=None, token=token))
    number = connection.execute(select(LOADS.c.number).where(LOADS.c.token == token)).scalar_one()
    return Load(int(number), token)


def is_ours(connection: Connection, load: Load) -> bool:
    """False once another import has begun and cleared this one up."""
    found = select(LOADS.c.number).where(LOADS.c.number == load.number, LOADS.c.token == load.token)
    return connection.execute(found).first() is not None


def put_rows(connection: Connection, load: Load, rows: list[Row]) -> None:
    """Writes some rows; nobody sees them yet."""
    cursor = connection.connection.cursor()
    cursor.executemany(_PUT, [(load.number, *row) for row in rows])
    cursor.close()


def close_load(connection: Connection, load: Load, batch: str) -> None:
    """From here on the readings are those of a batch."""
    connection.execute(update(LOADS).where(LOADS.c.number == load.number).values(batch=batch, token=""))


def left_over(connection: Connection) -> tuple[int, ...]:
    """Numbers of loads that never closed."""
    return tuple(connection.execute(select(LOADS.c.number).where(LOADS.c.batch.is_(None))).scalars())


def clear_slice(connection: Connection, number: int) -> bool:
    """Takes some rows of a load that never closed away; False when the last of it is gone."""
    connection.execute(update(LOADS).where(LOADS.c.number == number, LOADS.c.batch.is_(None)).values(token=""))
    if number not in left_over(connection):
        return False
    mine = READINGS.c.load == number
    last = (
        select(READINGS.c.sensor, READINGS.c.second)
        .where(mine)
        .order_by(READINGS.c.sensor, READINGS.c.second)
        .limit(1)
        .offset(SLICE - 1)
    )
    row = connection.execute(last).first()
    if row is None:
        connection.execute(delete(READINGS).where(mine))
        connection.execute(delete(LOADS).where(LOADS.c.number == number))
        return False
    statement = "DELETE FROM readings WHERE load = ? AND (sensor, second) <= (?, ?)"
    connection.exec_driver_sql(statement, (number, row.sensor, row.second))
    return True


def series(connection: Connection, number: int, sensor: int, first: int = EVER[0], last: int = EVER[1]) -> Series:
    """The readings of one sensor of a load, from one second to another."""
    found = Series()
    cursor = connection.connection.cursor()
    cursor.execute(_SPAN, (number, sensor, first, last))
    while rows := cursor.fetchmany(SLICE):
        found.seconds.extend([row[0] for row in rows])
        found.values.extend([row[1] for row in rows])
    cursor.close()
    return found


def sensors_in(connection: Connection, number: int) -> tuple[int, ...]:
    """The numbers of the sensors of which a load has readings."""
    found: list[int] = []
    after = -1
    while True:
        following = select(READINGS.c.sensor).where(READINGS.c.load == number, READINGS.c.sensor > after)
        sensor = connection.execute(following.order_by(READINGS.c.sensor).limit(1)).scalar()
        if sensor is None:
            return tuple(found)
        found.append(after := int(sensor))
