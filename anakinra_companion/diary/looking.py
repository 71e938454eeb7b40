"""Judges syringes with all that is known of them: the one way to a verdict, so that none forgets the fridge (H8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from anakinra_companion.domain.clock import ClockDoubt
from anakinra_companion.domain.fridge.stays import fridge_key, stays
from anakinra_companion.domain.fridge.syringes import Conditions, Exposure, Stay, conditions, exposure
from anakinra_companion.domain.verdict import NOTHING_MET, look
from anakinra_companion.store import profiles
from anakinra_companion.store.fridge import courses, said

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.domain.storage import Look, Moment, Syringe

# Wherever a box came, its day had not begun before this (UTC+14).
_EARLIEST_DAY = timedelta(hours=14)
_NO_EPOCH = -1


def looks(
    connection: Connection, moment: Moment, found: Iterable[Syringe], *, until: datetime | None = None
) -> tuple[Look, ...]:
    """Every verdict comes from here: the time out, what was said, and what the readings of the fridge say (H8).

    `until`: for a moment of the past, what was met after it does not count.
    """
    syringes = tuple(found)
    limit = profiles.profile(connection).limit
    met = exposures(connection, moment, syringes, until=until)
    return tuple(look(each, moment, limit, met.get(each.id, NOTHING_MET)) for each in syringes)


def look_at(connection: Connection, moment: Moment, syringe: Syringe, *, until: datetime | None = None) -> Look:
    """One syringe."""
    return looks(connection, moment, (syringe,), until=until)[0]


def looks_if(
    connection: Connection, moment: Moment, found: Iterable[Syringe], place: str, met: Conditions
) -> tuple[Look, ...]:
    """The verdicts as they would be if this were what the readings of one fridge say."""
    syringes = tuple(found)
    limit = profiles.profile(connection).limit
    since = min((came(each) for each in syringes), default=0)
    there = {fridge_key(head.place): Conditions() for head in courses.heads(connection)}
    for other in there:
        there[other] = known(connection, other, since)
    there[fridge_key(place)] = met
    return tuple(look(each, moment, limit, met_by(each, moment, there)) for each in syringes)


def exposures(
    connection: Connection, moment: Moment, found: Iterable[Syringe], *, until: datetime | None = None
) -> Mapping[str, Exposure]:
    """What each syringe met in its fridges; a record without readings costs one quick query."""
    syringes = tuple(found)
    heads = courses.heads(connection) if syringes else ()
    if not heads:
        return {}
    since = min(came(each) for each in syringes)
    met = {fridge_key(head.place): Conditions() for head in heads}
    for place in met:
        met[place] = known(connection, place, since)
    return {each.id: met_by(each, moment, met, until) for each in syringes}


def known(connection: Connection, place: str, since: int) -> Conditions:
    """What the readings of a fridge say since a UTC second, with what was answered."""
    told = courses.courses(connection, place, since)
    return conditions([told], said.answers(connection, place) if told.lone else {})


def met_by(
    syringe: Syringe, moment: Moment, met: Mapping[str, Conditions], until: datetime | None = None
) -> Exposure:
    """What a syringe met in the fridges of these names, all together."""
    parts = []
    for place, there in met.items():
        found = stays_of(syringe, moment, place)
        parts.append(exposure(found if until is None else _cut(found, int(until.timestamp())), there))
    return Exposure(
        sum(part.warm_seconds for part in parts),
        tuple(sorted(second for part in parts for second in part.frozen)),
        tuple(sorted(second for part in parts for second in part.overheated)),
        tuple(sorted(second for part in parts for second in part.since_when)),
    )


def stays_of(syringe: Syringe, moment: Moment, place: str) -> list[Stay]:
    """When a syringe was in a fridge, as far as the clock can be believed at this moment."""
    epoch = moment.epoch if moment.doubt is ClockDoubt.NONE else _NO_EPOCH
    return stays(syringe, place, came(syringe), epoch=epoch)


def came(syringe: Syringe) -> int:
    """The UTC second from which on a syringe can have been in this home; 0 where nobody said when its box came."""
    day: date | None = syringe.box.received
    if day is None:
        return 0
    return int((datetime(day.year, day.month, day.day, tzinfo=UTC) - _EARLIEST_DAY).timestamp())


def _cut(found: list[Stay], end: int) -> list[Stay]:
    return [Stay(each.start, min(end, end if each.end is None else each.end)) for each in found if each.start <= end]
