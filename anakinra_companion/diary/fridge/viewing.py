"""What pages show of a fridge, from what is kept of its days; only days out of range are read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from anakinra_companion.diary.fridge.views import Affected, BatchView, Curve, FridgeNow, FridgeView, Point
from anakinra_companion.diary.looking import known, looks, stays_of
from anakinra_companion.domain.fridge.days import FridgeDay, begin_of, fridge_days
from anakinra_companion.domain.fridge.excursions import Excursion, excursions
from anakinra_companion.domain.fridge.placement import Spot, placement
from anakinra_companion.domain.fridge.readings import Reading, Span, instant
from anakinra_companion.domain.fridge.stays import fridge_key
from anakinra_companion.domain.fridge.syringes import Stay, exposure
from anakinra_companion.domain.storage import SyringeEventKind
from anakinra_companion.store.fridge import courses, said
from anakinra_companion.store.fridge.batches import Batch, batches, readings_of, standing
from anakinra_companion.store.fridge.courses import TYPED_IN, Head
from anakinra_companion.store.fridge.ends import Column, columns_of
from anakinra_companion.store.syringes import syringes_at_home

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.diary.record import OpenRecord

_DAY = 86_400


def places(connection: Connection) -> tuple[str, ...]:
    """The names of the fridges known, each once, first the one in which most syringes are kept."""
    home = syringes_at_home(connection)
    kept = [name for name, _ in Counter(each.kept_in for each in home).most_common()]
    boxes = [each.box.place for each in home]
    backs = [told.place for each in home for told in each.events if told.kind is SyringeEventKind.BACK and told.place]
    read = [each.place for each in batches(connection)]
    names = [*kept, *boxes, *backs, *read, *said.said_places(connection)]
    return tuple({fridge_key(name): name for name in reversed(names)}[key] for key in _once(names))


def _once(names: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(fridge_key(name) for name in names)


def batch_view(batch: Batch) -> BatchView:
    """One file that was imported."""
    return BatchView(
        batch.id,
        batch.place,
        batch.maker,
        ", ".join(batch.sensors),
        instant(batch.first),
        instant(batch.last),
        batch.rows,
        batch.skipped,
        batch.recorded,
        batch.withdrawn,
    )


def latest(connection: Connection) -> tuple[FridgeNow, ...]:
    """The newest reading of each fridge."""
    newest: dict[str, Head] = {}
    for head in courses.heads(connection):
        before = newest.get(fridge_key(head.place))
        if before is None or head.last[0] > before.last[0]:
            newest[fridge_key(head.place)] = head
    return tuple(FridgeNow(head.place, instant(head.last[0]), head.last[1]) for head in newest.values())


def view(connection: Connection, record: OpenRecord, place: str, first: date, last: date) -> FridgeView:
    """Some days of a fridge, all sensors together."""
    zone = record.zone(connection)
    heads, found = courses.heads_of(connection, place), standing(connection, place)
    days = {head.sensor: _days(connection, head, found, zone, first, last) for head in heads}
    span = Span(begin_of(first, ZoneInfo(zone)), begin_of(last + timedelta(days=1), ZoneInfo(zone)) - 1)
    newest = max(heads, key=lambda each: each.last[0], default=None)
    return FridgeView(
        _all_days(days.values()),
        tuple(each for head in heads for each in _excursions(connection, head, found, days[head.sensor], zone)),
        _no_sensor(connection, heads, span),
        (instant(newest.last[0]), newest.last[1]) if newest else None,
        _affected(connection, record, place, span),
    )


def _days(
    connection: Connection, head: Head, found: Sequence[Batch], zone: str, first: date, last: date
) -> tuple[FridgeDay, ...]:
    if head.zone == zone or head.sensor == TYPED_IN:
        return courses.kept_days(connection, head.place, head.sensor, first, last)
    # Days are lived in another zone by now: they begin elsewhere.
    begin, end = begin_of(first, ZoneInfo(zone)), begin_of(last + timedelta(days=1), ZoneInfo(zone)) - 1
    return tuple(fridge_days(readings_of(connection, found, head.sensor, begin, end), head.longest, zone))


def _all_days(sensors: Iterable[Sequence[FridgeDay]]) -> tuple[FridgeDay, ...]:
    days = sorted((day for each in sensors for day in each), key=lambda day: day.day)
    return tuple(_one_day(list(same)) for _, same in groupby(days, key=lambda day: day.day))


def _one_day(same: list[FridgeDay]) -> FridgeDay:
    worst = {
        name: max(getattr(day, name) for day in same) for name in ("seen", "warm", "cold", "frozen", "overheated")
    }
    return FridgeDay(
        day=same[0].day,
        count=sum(day.count for day in same),
        lowest=min(day.lowest for day in same),
        highest=max(day.highest for day in same),
        gaps=min(day.gaps for day in same),
        first=min(day.first for day in same),
        last=max(day.last for day in same),
        **worst,
    )


def _excursions(
    connection: Connection, head: Head, found: Sequence[Batch], days: Sequence[FridgeDay], zone: str
) -> list[Excursion]:
    """Only days out of range are read; between them nothing is outside."""
    readings: list[Reading] = []
    if head.sensor == TYPED_IN:
        typed = {each.second: each.hundredths for each in said.typed_readings(connection, head.place)}
        readings = sorted(typed.items())
    for day in days if head.sensor != TYPED_IN else ():
        if day.warm or day.cold or day.frozen or day.overheated:
            begin, end = begin_of(day.day, ZoneInfo(zone)), begin_of(day.day + timedelta(days=1), ZoneInfo(zone)) - 1
            readings.extend(readings_of(connection, found, head.sensor, begin, end))
    return excursions(readings, head.longest)


def _no_sensor(connection: Connection, heads: Sequence[Head], span: Span) -> tuple[Span, ...]:
    """Where no sensor saw anything: a thermometer that is read by hand closes no hole of a logger."""
    loggers = [head for head in heads if head.sensor != TYPED_IN] or heads
    common: tuple[Span, ...] | None = None
    for head in loggers:
        inside = courses.gaps(connection, head.place, head.sensor, span.start, span.end)
        holes = [Span(span.start, head.first[0]), *inside, Span(head.last[0], span.end)]
        kept = tuple(
            Span(max(hole.start, span.start), min(hole.end, span.end))
            for hole in holes
            if max(hole.start, span.start) < min(hole.end, span.end)
        )
        common = kept if common is None else _shared(common, kept)
    return common or ()


def _shared(ones: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    found = []
    at = 0
    for one in ones:
        while at < len(others) and others[at].end <= one.start:
            at += 1
        ahead = at
        while ahead < len(others) and others[ahead].start < one.end:
            found.append(Span(max(one.start, others[ahead].start), min(one.end, others[ahead].end)))
            ahead += 1
    return tuple(found)


def affected(connection: Connection, record: OpenRecord, place: str, first: date, last: date) -> tuple[Affected, ...]:
    """What some days of a fridge did to the syringes that are or were in it."""
    zone = record.zone(connection)
    span = Span(begin_of(first, ZoneInfo(zone)), begin_of(last + timedelta(days=1), ZoneInfo(zone)) - 1)
    return _affected(connection, record, place, span)


def _affected(connection: Connection, record: OpenRecord, place: str, span: Span) -> tuple[Affected, ...]:
    moment, home = record.moment(connection), syringes_at_home(connection)
    met = known(connection, place, span.start)
    found = []
    for look in looks(connection, moment, home):
        inside = [
            Stay(max(each.start, span.start), min(span.end if each.end is None else each.end, span.end))
            for each in stays_of(look.syringe, moment, place)
            if each.start <= span.end and (each.end is None or each.end >= span.start)
        ]
        if inside:
            found.append(Affected(look, exposure(inside, met)))
    return tuple(found)


def curves(connection: Connection, place: str, span: Span, columns: int) -> tuple[Curve, ...]:
    """One curve for each sensor that has readings in that span."""
    found = standing(connection, place)
    drawn = []
    for head in courses.heads_of(connection, place):
        if head.sensor == TYPED_IN:
            typed = said.typed_readings(connection, place)
            parts = sorted((e.second, e.low, e.high, e.second) for e in typed if span.start <= e.second <= span.end)
        else:
            parts = _columns(connection, head, found, span, max(columns, 1))
        if parts:
            gaps = courses.gaps(connection, place, head.sensor, span.start, span.end)
            drawn.append(Curve(head.sensor, tuple(_points(parts, gaps))))
    return tuple(drawn)


def _columns(connection: Connection, head: Head, found: Sequence[Batch], span: Span, columns: int) -> list[Column]:
    # From here on a day is narrow enough in the picture, and two years of minutes are not read for it.
    if span.end - span.start >= columns * _DAY / 3:
        days = courses.kept_days(
            connection,
            head.place,
            head.sensor,
            datetime.fromtimestamp(span.start, UTC).date(),
            datetime.fromtimestamp(span.end, UTC).date(),
        )
        return [(day.first[0], day.lowest, day.highest, day.last[0]) for day in days]
    return sorted(column for batch in found for column in columns_of(connection, batch, head.sensor, span, columns))


def _points(parts: Sequence[Column], gaps: Sequence[Span]) -> Iterable[Point | None]:
    at = 0
    before: Column | None = None
    for part in parts:
        while at < len(gaps) and gaps[at].end < part[0]:
            at += 1
        # A gap ends with the first reading after it.
        if before is not None and at < len(gaps) and before[3] <= gaps[at].start and gaps[at].end <= part[0]:
            yield None
        yield part[:3]
        before = part


def spots(connection: Connection, place: str, now: datetime) -> list[Spot]:
    """The spots of a fridge, best first, each by the logger that read most on it."""
    found = standing(connection, place)
    tried: dict[str, list[Reading]] = {}
    for run in said.spots(connection):
        if fridge_key(run.place) == fridge_key(place):
            end = int(now.timestamp()) if run.ended is None else run.ended
            sensors = dict.fromkeys(name for each in found for name in each.sensors)
            read: list[list[Reading]] = [
                list(readings_of(connection, found, sensor, run.begun, end)) for sensor in sensors
            ]
            tried.setdefault(run.name, []).extend(sorted(read, key=len)[-1] if read else [])
    return placement(tried)
