"""Takes a logger's file into the record: chunk by chunk, unseen until all of it is there, and never twice."""

from __future__ import annotations

from array import array
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from anakinra_companion.diary.fridge.views import ImportProgress, ImportResult, LoggerFile
from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.domain.fridge.rows import Row, Tally
from anakinra_companion.store.fridge import courses, loads
from anakinra_companion.store.fridge.batches import Batch, Shared, put_batch, readings_of, sealed, standing
from anakinra_companion.store.fridge.courses import Told
from anakinra_companion.store.fridge.loads import Load, Series

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Rows written at once: a dose that is saved meanwhile waits for no more than them.
AT_ONCE = 4_000
Progress = Generator[ImportProgress, None, ImportResult]


def importing(record: OpenRecord, place: str, sensor_name: str, path: Path, found: LoggerFile, zone: str) -> Progress:
    """Yields while it reads; closed half-way, or failing, it leaves nothing behind."""
    clear_left_over(record)
    with record.store.noting() as connection:
        load = loads.begin_load(connection)
    arriving = _Arriving(record, place.strip(), sensor_name.strip(), found, zone, load)
    try:
        return (yield from arriving.all_of(path))
    finally:
        if not arriving.is_closed:
            clear(record, load.number)


def clear_left_over(record: OpenRecord) -> None:
    """Clears up after imports that were killed half-way."""
    with record.reading() as connection:
        numbers = loads.left_over(connection)
    for number in numbers:
        clear(record, number)


def clear(record: OpenRecord, number: int) -> None:
    """Takes the rows of an import away that never closed, some at a time."""
    more = True
    while more:
        with record.store.noting() as connection:
            more = loads.clear_slice(connection, number)


@dataclass(slots=True)
class _Arriving:
    """One import on its way."""

    record: OpenRecord
    place: str
    sensor_name: str
    found: LoggerFile
    zone: str
    load: Load
    tally: Tally = field(default_factory=Tally)
    kept: int = 0
    # By sensor and earlier batch, the seconds that both hold with the same temperature; and those with another.
    alike: dict[tuple[int, str], array[int]] = field(default_factory=dict)
    other: set[tuple[int, int]] = field(default_factory=set)
    is_closed: bool = False

    def all_of(self, path: Path) -> Progress:
        size = path.stat().st_size
        with self.record.reading() as connection:
            before = standing(connection, self.place)
        for chunk in self.found.read(path, self.zone, self.tally):
            if chunk.readings:
                self._take(before, chunk.readings)
            yield ImportProgress(chunk.bytes_read, size, self.tally)
        if not self.new:
            return ImportResult(None, self.tally, 0, self.known, len(self.other), None)
        batch, told = self._judged(before)
        yield ImportProgress(size, size, self.tally)
        return self._close(before, batch, told)

    def _take(self, before: Sequence[Batch], rows: list[Row]) -> None:
        with self.record.reading() as connection:
            fresh = self._new_ones(connection, before, rows)
        for start in range(0, len(fresh), AT_ONCE):
            with self.record.store.noting() as connection:
                if not loads.is_ours(connection, self.load):
                    raise MovedOn("another import was begun")
                loads.put_rows(connection, self.load, fresh[start : start + AT_ONCE])
        self.kept += len(fresh)

    @property
    def new(self) -> int:
        """Readings whose sensor and second were not on record."""
        return self.kept - len(self.other)

    @property
    def known(self) -> int:
        """Readings whose sensor and second were on record."""
        return sum(map(len, self.alike.values())) + len(self.other)

    def _new_ones(self, connection: Connection, before: Sequence[Batch], rows: list[Row]) -> list[Row]:
        """The rows that have to be kept: not those that are on record word for word."""
        fresh: list[Row] = []
        for number in sorted({row[0] for row in rows}):
            own = [row for row in rows if row[0] == number]
            first, last = min(row[1] for row in own), max(row[1] for row in own)
            sensor = self._sensor(number)
            for each in before:
                # What was read while the logger was out of the fridge is on record all the same.
                there = dict(readings_of(connection, [replace(each, left_out=())], sensor, first, last))
                own = self._unlike(own, there, each.id) if there else own
            fresh.extend(own)
        return fresh

    def _unlike(self, rows: list[Row], there: dict[int, int], batch: str) -> list[Row]:
        """The rows that an earlier batch does not hold; those of another temperature wait behind what is there."""
        left = []
        for row in rows:
            value = there.get(row[1])
            if value == row[2]:
                self.alike.setdefault((row[0], batch), array("q")).append(row[1])
                continue
            if value is not None:
                self.other.add((row[0], row[1]))
            left.append(row)
        return left

    def _sensor(self, number: int) -> str:
        return self.found.named(self.sensor_name, self.tally.sensors[number])

    def _judged(self, before: Sequence[Batch]) -> tuple[Batch, list[Told]]:
        """Everything that is slow, while nobody has to wait for it."""
        with self.record.reading() as connection:
            sensors = tuple(self._sensor(number) for number in range(len(self.tally.sensors)))
            parts = [loads.series(connection, self.load.number, number) for number in range(len(sensors))]
            batch = replace(self._batch(sensors, parts), shared=self._shared(connection, before, sensors))
            return batch, self._told(connection, batch, before)

    def _shared(self, connection: Connection, before: Sequence[Batch], sensors: Sequence[str]) -> tuple[Shared, ...]:
        found: list[Shared] = []
        there = {each.id: each for each in before}
        for (number, id_), seconds in self.alike.items():
            both = array("q", sorted(seconds))
            owner = [replace(there[id_], left_out=())]
            theirs = readings_of(connection, owner, sensors[number], both[0], both[-1]).seconds
            found.extend(Shared(sensors[number], id_, span) for span in runs(both, theirs))
        return tuple(found)

    def _told(self, connection: Connection, batch: Batch, before: Sequence[Batch]) -> list[Told]:
        zone, found = self.record.zone(connection), [*before, batch]
        told = [courses.judged(connection, self.place, sensor, zone, found) for sensor in batch.sensors]
        return [each for each in told if each.rows]

    def _batch(self, sensors: tuple[str, ...], parts: Sequence[Series]) -> Batch:
        full = [part for part in parts if len(part)]
        return Batch(
            id=new_id(),
            place=self.place,
            maker=self.found.made_by,
            sensors=sensors,
            zone=self.zone,
            first=min(part.seconds[0] for part in full),
            last=max(part.seconds[-1] for part in full),
            rows=sum(len(part) for part in full),
            skipped=self.tally.skipped.total(),
            sha256=sealed(sensors, parts.__getitem__),
            recorded=self.record.now(),
            load=self.load.number,
        )

    def _close(self, before: Sequence[Batch], batch: Batch, told: list[Told]) -> ImportResult:
        with self.record.act(Done.READINGS_IMPORTED.value) as act:
            if not loads.is_ours(act.connection, self.load):
                raise MovedOn("another import was begun")
            now = standing(act.connection, self.place)
            if [(each.id, each.only) for each in now] != [(each.id, each.only) for each in before]:
                # Its readings were held against batches that are no longer those that count.
                raise MovedOn("the readings of this fridge were changed meanwhile")
            if now != tuple(before):
                told = self._told(act.connection, batch, now)
            written = put_batch(act, batch)
            loads.close_load(act.connection, self.load, batch.id)
            for each in told:
                courses.put_told(act.connection, each)
        self.is_closed = True
        undo = Undo(Done.READINGS_IMPORTED, fridge=(written,))
        return ImportResult(batch.id, self.tally, self.new, self.known, len(self.other), undo)


def runs(some: array[int], every: array[int]) -> list[Span]:
    """The spans in which one series has every second of the other; `some` of them, both in order."""
    if some == every:
        return [Span(some[0], some[-1])]
    found: list[Span] = []
    at = 0
    follows = False
    for second in every:
        if at < len(some) and some[at] == second:
            found[-1:] = [Span(found[-1].start, second)] if follows else [*found[-1:], Span(second, second)]
            at += 1
            follows = True
        else:
            follows = False
    return found
