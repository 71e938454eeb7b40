"""Files that begin or end warm, and the curve of a sensor, each read from as few rows as tell it."""

from __future__ import annotations

from sqlalchemy import Connection

from anakinra_companion.domain.fridge.course import FileEnd, WarmEnd, course, warm_ends
from anakinra_companion.domain.fridge.readings import HIGHEST, Span
from anakinra_companion.store.fridge.batches import Batch, counted_spans, readings_of

_COOL = "SELECT second FROM readings WHERE load = ? AND sensor = ? AND hundredths <= ? AND second BETWEEN ? AND ?"
_COLUMNS = """
    SELECT min(second), min(hundredths), max(hundredths), max(second) FROM readings
    WHERE load = ? AND sensor = ? AND second BETWEEN ? AND ?{without}
    GROUP BY (second - ?) * ? / ? ORDER BY 1
"""
# (first second, lowest, highest, last second) of the readings in one column of a picture.
Column = tuple[int, int, int, int]


def ends_of(connection: Connection, batch: Batch, sensor: str, longest: int) -> tuple[WarmEnd, ...]:
    """The warm ends of a sensor's readings that are still to be asked about."""
    first, last = _inside(batch)
    cool = _cool(connection, batch, sensor, first, last, "ASC")
    begins = (first, last if cool is None else cool)
    cool = _cool(connection, batch, sensor, first, last, "DESC")
    spans = {FileEnd.FIRST: begins, FileEnd.LAST: (first if cool is None else cool, last)}
    found: list[WarmEnd] = []
    for end, span in spans.items():
        told = course(readings_of(connection, [batch], sensor, *span), longest)
        found.extend(each for each in warm_ends(told) if each.end is end)
    kept = batch.kept_in
    return tuple(
        each for each in found if not any(k.start <= each.span.start and each.span.end <= k.end for k in kept)
    )


def _inside(batch: Batch) -> tuple[int, int]:
    """From the first second to the last of which nobody said that the logger was out."""
    first, last = batch.first, batch.last
    for span in sorted(batch.left_out, key=lambda each: each.start):
        first = span.end + 1 if span.start <= first <= span.end else first
    for span in sorted(batch.left_out, key=lambda each: -each.end):
        last = span.start - 1 if span.start <= last <= span.end else last
    return first, last


def _cool(connection: Connection, batch: Batch, sensor: str, first: int, last: int, order: str) -> int | None:
    if batch.load is None:
        return None
    sql = f"{_COOL} ORDER BY second {order} LIMIT 1"
    values = (batch.load, batch.sensors.index(sensor), HIGHEST, first, last)
    row = connection.exec_driver_sql(sql, values).first()
    return None if row is None else int(row[0])


def columns_of(connection: Connection, batch: Batch, sensor: str, span: Span, columns: int) -> list[Column]:
    """The readings of a batch gathered into the columns of a picture of that span."""
    without = "".join(" AND NOT second BETWEEN ? AND ?" for _ in batch.left_out)
    left_out = [second for each in batch.left_out for second in (each.start, each.end)]
    found: list[Column] = []
    for part in counted_spans(batch, sensor, span):
        values = [batch.load or 0, batch.sensors.index(sensor), part.start, part.end, *left_out]
        values.extend((span.start, columns, span.end - span.start + 1))
        rows = connection.exec_driver_sql(_COLUMNS.format(without=without), tuple(values)).all()
        found.extend((int(row[0]), int(row[1]), int(row[2]), int(row[3])) for row in rows)
    return found
