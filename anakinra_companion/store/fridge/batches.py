"""Batches of readings: each is one file of a logger, closed, with the hash of what was taken from it."""

from __future__ import annotations

import hashlib
import heapq
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select

from anakinra_companion.domain.fridge.readings import Span, without
from anakinra_companion.domain.fridge.stays import fridge_key
from anakinra_companion.store.changes import Before, change, write
from anakinra_companion.store.fridge.loads import EVER, Series, series
from anakinra_companion.store.fridge.tables import BATCHES, LOADS
from anakinra_companion.store.instants import instant, instant_text
from anakinra_companion.store.journal import canonical
from anakinra_companion.store.store import Act, next_rank


@dataclass(frozen=True, slots=True)
class Shared:
    """Readings of a sensor in the batch of an earlier file, which a later file held word for word."""

    sensor: str
    batch: str
    span: Span


@dataclass(frozen=True, slots=True)
class Batch:
    """What came from one file. `load`: where its readings lie, None when they are not in this record.

    `sensors` by their numbers in it; `first` and `last` in UTC seconds. `left_out`: spans in which the logger was out
    of the fridge; `kept_in`: warm ends of which somebody said that it was not. `shared`: what its file told of
    readings that were on record already, so that they stay when the earlier file is removed. `only`: of a removed
    batch, the readings that count all the same, by sensor.
    """

    id: str
    place: str
    maker: str
    sensors: tuple[str, ...]
    zone: str
    first: int
    last: int
    rows: int
    skipped: int
    sha256: str
    recorded: datetime
    left_out: tuple[Span, ...] = ()
    kept_in: tuple[Span, ...] = ()
    shared: tuple[Shared, ...] = ()
    only: tuple[tuple[str, Span], ...] | None = None
    withdrawn: bool = False
    load: int | None = None
    entry: str = ""


_ALL = select(BATCHES, LOADS.c.number).outerjoin(LOADS, LOADS.c.batch == BATCHES.c.id).order_by(BATCHES.c.rank)


def batches(connection: Connection, place: str | None = None) -> tuple[Batch, ...]:
    """Every batch of a fridge, or of all of them, also those that were removed, oldest import first."""
    found = (_batch(row) for row in connection.execute(_ALL).mappings())
    return tuple(each for each in found if place is None or fridge_key(each.place) == fridge_key(place))


def batch(connection: Connection, id_: str) -> Batch | None:
    """One batch, also a removed one."""
    row = connection.execute(_ALL.where(BATCHES.c.id == id_)).mappings().first()
    return _batch(row) if row else None


def standing(connection: Connection, place: str) -> tuple[Batch, ...]:
    """The batches of a fridge that count, oldest first, and what counts of removed ones, as far as they are here."""
    known = [each for each in batches(connection, place) if each.load is not None]
    told = [shared for each in known if not each.withdrawn for shared in each.shared]
    found = []
    for each in known:
        if not each.withdrawn:
            found.append(each)
        elif only := tuple((shared.sensor, shared.span) for shared in told if shared.batch == each.id):
            found.append(replace(each, only=only))
    return tuple(found)


def put_batch(act: Act, found: Batch) -> Before:
    """Writes a batch whose readings are all there."""
    values: dict[str, str | int | None] = {
        "place": found.place,
        "maker": found.maker,
        "sensors": canonical(found.sensors),
        "zone": found.zone,
        "first": found.first,
        "last": found.last,
        "rows": found.rows,
        "skipped": found.skipped,
        "sha256": found.sha256,
        "left_out": _spans_text(found.left_out),
        "kept_in": _spans_text(found.kept_in),
        "shared": canonical([[each.sensor, each.batch, each.span.start, each.span.end] for each in found.shared]),
        "recorded": instant_text(found.recorded),
        "rank": next_rank(act.connection, BATCHES),
        "withdrawn": 0,
    }
    return write(act, BATCHES, found.id, values)


def withdraw_batch(act: Act, id_: str) -> Before:
    """Its readings count no more; they stay in the record."""
    return change(act, BATCHES, id_, withdrawn=1)


def tell_spans(act: Act, id_: str, left_out: Iterable[Span], kept_in: Iterable[Span]) -> Before:
    """Where its logger was, as far as somebody said."""
    return change(act, BATCHES, id_, left_out=_spans_text(left_out), kept_in=_spans_text(kept_in))


def readings_of(
    connection: Connection, found: Sequence[Batch], sensor: str, first: int = EVER[0], last: int = EVER[1]
) -> Series:
    """What a sensor told in these batches, in order and without the spans left out; no second twice."""
    parts = []
    for each in found:
        for span in counted_spans(each, sensor, Span(first, last)):
            part = series(connection, each.load or 0, each.sensors.index(sensor), span.start, span.end)
            if each.left_out:
                kept = Series()
                for reading in without(part, each.left_out):
                    kept.take(reading)
                part = kept
            parts.append(part)
    return _together([part for part in parts if len(part)])


def counted_spans(batch: Batch, sensor: str, asked: Span) -> list[Span]:
    """From when until when readings of a batch count, within the time that is asked for."""
    if batch.load is None or sensor not in batch.sensors:
        return []
    spans = [Span(batch.first, batch.last)]
    if batch.only is not None:
        spans = [span for name, span in batch.only if name == sensor]
    within = [Span(max(span.start, asked.start), min(span.end, asked.end)) for span in spans]
    return [span for span in within if span.start <= span.end]


def _together(parts: list[Series]) -> Series:
    """Of two readings of one second the one that was there first counts."""
    whole = parts[0] if parts else Series()
    for part in parts[1:]:
        if part.seconds[0] > whole.seconds[-1]:
            whole.extend(part)
        elif part.seconds[-1] < whole.seconds[0]:
            part.extend(whole)
            whole = part
        else:
            merged = Series()
            for reading in heapq.merge(whole, part, key=lambda each: each[0]):
                if not merged.seconds or reading[0] > merged.seconds[-1]:
                    merged.take(reading)
            whole = merged
    return whole


def sealed(sensors: Sequence[str], told: Callable[[int], Series]) -> str:
    """The hash of a batch's readings: sensors in order, then the seconds and hundredths of each, little-endian."""
    seal = hashlib.sha256()
    for number, name in enumerate(sensors):
        part = told(number)
        seal.update(canonical([name, len(part)]).encode())
        for values in (part.seconds, part.values):
            if sys.byteorder == "big":
                values.byteswap()
            seal.update(values)
    return seal.hexdigest()


def faulty_batches(connection: Connection) -> list[str]:
    """Batches whose readings are not those that were imported."""
    return [
        each.id
        for each in batches(connection)
        if each.load is None or each.sha256 != sealed(each.sensors, _reader(connection, each.load))
    ]


def _reader(connection: Connection, load: int) -> Callable[[int], Series]:
    return lambda number: series(connection, load, number)


def _spans_text(spans: Iterable[Span]) -> str:
    return canonical([[span.start, span.end] for span in spans])


def _spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(text))


def _batch(row: RowMapping) -> Batch:
    return Batch(
        id=row["id"],
        place=row["place"],
        maker=row["maker"],
        sensors=tuple(json.loads(row["sensors"])),
        zone=row["zone"],
        first=row["first"],
        last=row["last"],
        rows=row["rows"],
        skipped=row["skipped"],
        sha256=row["sha256"],
        recorded=instant(row["recorded"]),
        left_out=_spans(row["left_out"]),
        kept_in=_spans(row["kept_in"]),
        shared=tuple(Shared(sensor, id_, Span(start, end)) for sensor, id_, start, end in json.loads(row["shared"])),
        withdrawn=bool(row["withdrawn"]),
        load=row["number"],
        entry=row["entry"],
    )
