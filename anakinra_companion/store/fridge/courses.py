"""What the readings of each sensor come to, kept ready: rebuilt whenever they change, so that no page reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, delete, insert, select

from anakinra_companion.domain.fridge.course import Course, Stretch, course
from anakinra_companion.domain.fridge.days import FridgeDay, fridge_days
from anakinra_companion.domain.fridge.readings import Reading, Span, Steps
from anakinra_companion.domain.fridge.stays import fridge_key
from anakinra_companion.domain.fridge.typed import TypedReading, typed_course
from anakinra_companion.store.fridge.batches import Batch, batches, readings_of, standing
from anakinra_companion.store.fridge.loads import Series, sensors_in
from anakinra_companion.store.fridge.said import said_places, typed_readings
from anakinra_companion.store.fridge.tables import COURSES, DAYS, STRETCHES

# The sensor of what was typed in.
TYPED_IN = ""
_Values = dict[str, str | int]
_KINDS = ("warm", "frozen", "overheated")
_NAMES = [column.name for column in STRETCHES.columns]


@dataclass(frozen=True, slots=True)
class Told:
    """All that is kept of one sensor of one fridge; nothing of it when no reading is left."""

    place: str
    sensor: str
    zone: str
    longest: int
    rows: int
    course: Course
    days: tuple[FridgeDay, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """One sensor of one fridge: its name, the zone of its days, its longest step that is no gap, and its ends."""

    place: str
    sensor: str
    zone: str
    longest: int
    rows: int
    first: Reading
    last: Reading


def told_by(place: str, sensor: str, found: Series, zone: str) -> Told:
    """Judges the readings of one sensor, once."""
    steps = Steps()
    steps.take(found.seconds)
    longest = steps.longest
    days = tuple(fridge_days(found, longest, zone))
    return Told(place, sensor, zone, longest, len(found), course(found, longest), days)


def told_typed(place: str, typed: Iterable[TypedReading], zone: str) -> Told:
    """Judges what was typed in; a day's coldest and warmest are also those of the thermometer's own memory."""
    known = sorted({each.second: each for each in typed}.values(), key=lambda each: each.second)
    steps = Steps()
    steps.take(each.second for each in known)
    days = fridge_days([(each.second, each.hundredths) for each in known], steps.longest, zone)
    return Told(place, TYPED_IN, zone, steps.longest, len(known), typed_course(known), tuple(_memory(days, known)))


def _memory(days: Iterable[FridgeDay], known: Sequence[TypedReading]) -> Iterable[FridgeDay]:
    for day in days:
        of_day = [each for each in known if day.first[0] <= each.second <= day.last[0]]
        ends = {name: getattr(day, name) for name in FridgeDay.__slots__}
        ends["lowest"], ends["highest"] = min(each.low for each in of_day), max(each.high for each in of_day)
        yield FridgeDay(**ends)


def judged(connection: Connection, place: str, sensor: str, zone: str, found: Sequence[Batch] | None = None) -> Told:
    """What a sensor's readings come to now, or with other batches than those that count."""
    if sensor == TYPED_IN:
        return told_typed(place, typed_readings(connection, place), zone)
    found = standing(connection, place) if found is None else found
    return told_by(place, sensor, readings_of(connection, found, sensor), zone)


def put_told(connection: Connection, told: Told) -> None:
    """Takes the place of what was kept of that sensor."""
    key = fridge_key(told.place)
    for table in (COURSES, STRETCHES, DAYS):
        connection.execute(delete(table).where(table.c.place == key, table.c.sensor == told.sensor))
    if told.course.first is None or told.course.last is None:
        return
    own: _Values = {"place": key, "sensor": told.sensor}
    head = {"name": told.place, "zone": told.zone, "longest": told.longest, "rows": told.rows}
    ends = _ends(told.course.first, told.course.last)
    connection.execute(insert(COURSES), {**own, **head, **ends})
    if stretches := [{**own, **each} for each in _stretches(told.course)]:
        connection.execute(insert(STRETCHES), stretches)
    connection.execute(insert(DAYS), [{**own, **_of_day(day)} for day in told.days])


def heads(connection: Connection) -> tuple[Head, ...]:
    """Every sensor of every fridge that has readings: a few rows, however many readings there are."""
    rows = connection.execute(_HEADS).mappings()
    return tuple(
        Head(
            row["name"],
            row["sensor"],
            row["zone"],
            row["longest"],
            row["rows"],
            (row["first"], row["first_value"]),
            (row["last"], row["last_value"]),
        )
        for row in rows
    )


def heads_of(connection: Connection, place: str) -> tuple[Head, ...]:
    """The sensors of one fridge."""
    return tuple(head for head in heads(connection) if fridge_key(head.place) == fridge_key(place))


_HEADS = select(COURSES).order_by(COURSES.c.place, COURSES.c.sensor)


def courses(connection: Connection, place: str, since: int, *, but: str | None = None) -> Course:
    """What all sensors of a fridge told since a UTC second, in one; `but` leaves one of them out."""
    query = select(STRETCHES).where(STRETCHES.c.place == fridge_key(place), STRETCHES.c.ends >= since)
    if but is not None:
        query = query.where(STRETCHES.c.sensor != but)
    rows = connection.execute(query.order_by(STRETCHES.c.begins)).mappings().all()
    return _course(rows)


def gaps(connection: Connection, place: str, sensor: str, first: int, last: int) -> tuple[Span, ...]:
    """Where no line is drawn."""
    query = select(STRETCHES).where(
        STRETCHES.c.place == fridge_key(place),
        STRETCHES.c.sensor == sensor,
        STRETCHES.c.kind == "gap",
        STRETCHES.c.ends >= first,
        STRETCHES.c.begins <= last,
    )
    return _course(connection.execute(query.order_by(STRETCHES.c.begins)).mappings().all()).gaps


def kept_days(connection: Connection, place: str, sensor: str, first: date, last: date) -> tuple[FridgeDay, ...]:
    """The summaries of a sensor's days."""
    query = select(DAYS).where(
        DAYS.c.place == fridge_key(place),
        DAYS.c.sensor == sensor,
        DAYS.c.day >= first.isoformat(),
        DAYS.c.day <= last.isoformat(),
    )
    return tuple(_day(row) for row in connection.execute(query.order_by(DAYS.c.day)).mappings())


def stale(connection: Connection) -> list[str]:
    """Tables that are not what the readings come to; empty when all agree."""
    known = {(fridge_key(head.place), head.sensor): head for head in heads(connection)}
    told = {(place, TYPED_IN) for place in said_places(connection) if typed_readings(connection, place)}
    for each in batches(connection):
        if each.load is not None:
            told.update((each.place, each.sensors[number]) for number in sensors_in(connection, each.load))
    for place, sensor in told:
        head = known.pop((fridge_key(place), sensor), None)
        again = judged(connection, place, sensor, head.zone if head else "UTC")
        if head is None:
            if again.rows:
                return [COURSES.name]
        elif table := _differs(connection, head, again):
            return [table]
    return [COURSES.name] if known else []


def _differs(connection: Connection, head: Head, again: Told) -> str | None:
    if (head.first, head.last, head.rows) != (again.course.first, again.course.last, again.rows):
        return COURSES.name
    kept = select(STRETCHES).where(STRETCHES.c.place == fridge_key(head.place), STRETCHES.c.sensor == head.sensor)
    stretches = _course(connection.execute(kept.order_by(STRETCHES.c.id)).mappings().all())
    if _limits(stretches) != _limits(again.course) or head.longest != again.longest:
        return STRETCHES.name
    days = kept_days(connection, head.place, head.sensor, date.min, date.max)
    return None if days == again.days else DAYS.name


def _limits(told: Course) -> tuple[object, ...]:
    return (told.warm, told.frozen, told.overheated, told.lone, told.gaps)


def _ends(first: Reading, last: Reading) -> _Values:
    return {"first": first[0], "first_value": first[1], "last": last[0], "last_value": last[1]}


def _stretches(told: Course) -> Iterable[_Values]:
    for kind in _KINDS:
        for each in getattr(told, kind):
            yield _row(kind, each)
    for second in told.lone:
        yield _row("lone", Stretch(second, second, second, second, 0, 0))
    for gap in told.gaps:
        yield _row("gap", Stretch(gap.start, gap.end, gap.start, gap.end, 0, 0))


def _row(kind: str, each: Stretch) -> _Values:
    told: _Values = {"kind": kind, "begins": each.start, "ends": each.end, "first": each.first, "last": each.last}
    return {**told, "lowest": each.lowest, "highest": each.highest}


def _course(rows: Sequence[RowMapping]) -> Course:
    found: dict[str, list[Stretch]] = {kind: [] for kind in (*_KINDS, "lone", "gap")}
    for row in rows:
        limits = (row["begins"], row["ends"], row["first"], row["last"], row["lowest"], row["highest"])
        found[row["kind"]].append(Stretch(*limits))
    return Course(
        warm=tuple(found["warm"]),
        frozen=tuple(found["frozen"]),
        overheated=tuple(found["overheated"]),
        lone=tuple(each.first for each in found["lone"]),
        gaps=tuple(Span(each.start, each.end) for each in found["gap"]),
    )


def _of_day(day: FridgeDay) -> _Values:
    told: _Values = {name: getattr(day, name) for name in _TIMES}
    return {**told, "day": day.day.isoformat(), "rows": day.count, **_ends(day.first, day.last)}


_TIMES = ("lowest", "highest", "seen", "warm", "cold", "frozen", "overheated", "gaps")


def _day(row: RowMapping) -> FridgeDay:
    return FridgeDay(
        day=date.fromisoformat(row["day"]),
        count=row["rows"],
        first=(row["first"], row["first_value"]),
        last=(row["last"], row["last_value"]),
        **{name: row[name] for name in _TIMES},
    )
