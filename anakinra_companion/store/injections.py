"""Doses as the rules of places see them: where, when, and how long ago."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Executable, String, and_, bindparam, func, or_, select, text

from anakinra_companion.domain.sites import Injection, Place, SitePoint
from anakinra_companion.store.instants import instant, instant_text
from anakinra_companion.store.tables import DOSES

_STANDING = DOSES.c.withdrawn == 0
# One without a time was somewhere in the day it was for, whenever it was recorded. One of which only the day is known
# comes before a dose just after the next midnight, in any zone.
WHEN = func.coalesce(
    DOSES.c.at,
    DOSES.c.slot + "T12:00:00.000000+00:00",
    DOSES.c.day + "T10:00:00.000000+00:00",
    DOSES.c.recorded,
)
_SEEN = (
    *(DOSES.c.id, DOSES.c.place, DOSES.c.x, DOSES.c.y, DOSES.c.calibration),
    *(DOSES.c.at, DOSES.c.slot, DOSES.c.day, DOSES.c.recorded, DOSES.c.flags),
)
# More injections than fit into the two days in which an unknown time may lie.
BEFORE = 20
# The newest old injection at each point, found by walking from point to point along the index `doses_by_point`: the
# years between cost nothing.
_OLDER_AT_POINTS = text("""
    WITH RECURSIVE points (place, x, y) AS (
        SELECT * FROM (SELECT place, x, y FROM doses WHERE x IS NOT NULL ORDER BY place, x, y LIMIT 1)
        UNION ALL
        SELECT d.place, d.x, d.y FROM points p JOIN doses d ON d.rowid = COALESCE(
            (SELECT rowid FROM doses WHERE place = p.place AND x = p.x AND y > p.y ORDER BY y LIMIT 1),
            (SELECT rowid FROM doses WHERE place = p.place AND x > p.x ORDER BY x, y LIMIT 1),
            (SELECT rowid FROM doses WHERE place > p.place AND x IS NOT NULL ORDER BY place, x, y LIMIT 1)
        )
    )
    SELECT d.id, d.place, d.x, d.y, d.calibration, d.at, d.slot, d.day, d.recorded, d.flags, d.at AS when_
    FROM points JOIN doses d ON d.rowid = (
        SELECT rowid FROM doses
        WHERE place = points.place AND x = points.x AND y = points.y AND at < :since AND withdrawn = 0
        ORDER BY at DESC LIMIT 1
    )
""")
# The same for injections of which only the place is known, or not even that.
_OLDER_IN_PLACES = text(
    " UNION ALL ".join(
        f"""SELECT * FROM (
            SELECT id, place, x, y, calibration, at, slot, day, recorded, flags, at AS when_ FROM doses
            WHERE {where} AND x IS NULL AND y IS NULL AND at < :since AND withdrawn = 0 ORDER BY at DESC LIMIT 1
        )"""
        for where in ("place IS NULL", *(f"place = '{each.value}'" for each in Place))
    )
)
# Built once, because every look at the map asks them.
_SINCE = bindparam("since", type_=String)
_ASKED: tuple[Executable, ...] = (
    select(*_SEEN, WHEN.label("when_")).where(_STANDING, DOSES.c.at >= _SINCE),
    select(*_SEEN, WHEN.label("when_")).where(_STANDING, DOSES.c.at.is_(None), WHEN >= _SINCE),
    # The newest at each point of the few old ones whose time is not known.
    select(*_SEEN, func.max(WHEN).label("when_"))
    .where(_STANDING, DOSES.c.at.is_(None), WHEN < _SINCE)
    .group_by(DOSES.c.place, DOSES.c.x, DOSES.c.y),
    _OLDER_AT_POINTS,
    _OLDER_IN_PLACES,
)
_OTHERS = select(*_SEEN, WHEN.label("when_")).where(_STANDING, DOSES.c.id != bindparam("without", type_=String))
_AT = bindparam("at", type_=String)
_BEFORE: tuple[Executable, ...] = (
    _OTHERS.where(DOSES.c.at < _AT).order_by(DOSES.c.at.desc()).limit(BEFORE),
    _OTHERS.where(DOSES.c.at.is_(None), WHEN < _AT).order_by(WHEN.desc()).limit(BEFORE),
)


def injections(connection: Connection, since: datetime) -> list[Injection]:
    """What the next site depends on: every injection since an instant, and the newest one at each older point.

    The cost grows with the number of different points, not with the years.
    """
    asked = {"since": instant_text(since)}
    return _in_order(row for each in _ASKED for row in connection.execute(each, asked).all())


def injections_before(connection: Connection, at: datetime, without: str = "") -> list[Injection]:
    """The injections just before an instant, newest last: enough to know the previous one, and who may be it."""
    asked = {"at": instant_text(at), "without": without}
    return _in_order(row for each in _BEFORE for row in connection.execute(each, asked).all())


def injection(connection: Connection, id_: str) -> Injection | None:
    """One standing dose as the site rules see it."""
    one = select(*_SEEN, WHEN.label("when_")).where(_STANDING, DOSES.c.id == id_)
    row = connection.execute(one).first()
    return _injection(row) if row else None


def places_since(connection: Connection, since: datetime) -> dict[str, Place]:
    """The place of every dose since an instant, by its id; one whose time is not known counts by its record."""
    after = instant_text(since)
    recent = or_(DOSES.c.at >= after, and_(DOSES.c.at.is_(None), DOSES.c.recorded >= after))
    given = select(DOSES.c.id, DOSES.c.place).where(_STANDING, DOSES.c.place.is_not(None), recent)
    return {row.id: Place(row.place) for row in connection.execute(given)}


def _in_order(rows: Iterable[Any]) -> list[Injection]:
    return sorted((_injection(row) for row in rows), key=lambda injection: (injection.at, injection.dose_id))


def _injection(row: Any) -> Injection:
    # In the order of `_SEEN`: by name it would take as long again, and a look at the map reads a few hundred.
    id_, place_, x, y, calibration, at_, slot, day, recorded_, flags_, when = row
    at, until = instant(when), None
    if at_ is None:
        until = recorded = instant(recorded_)
        if slot:
            # It can have been up to the end of the day after, where the next slot is due; never after it was told.
            until = min(recorded, at + timedelta(hours=36))
        elif day:
            until = min(recorded, at + timedelta(hours=14))
    place = Place(place_) if place_ else None
    point = None if place is None or x is None else SitePoint(place, x, y)
    # Nearly every dose has none.
    flags = () if flags_ == "[]" else tuple(json.loads(flags_))
    return Injection(point, place, at, id_, until=until, calibration=calibration, flags=flags)
