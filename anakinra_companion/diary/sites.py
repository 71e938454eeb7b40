"""The body map: where injections were, and where the next one goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.domain.lattice import lattice, number_of
from anakinra_companion.domain.rest import rest_of
from anakinra_companion.domain.sites import (
    AvoidMark,
    Calibration,
    Injection,
    Lump,
    Place,
    SitePoint,
    places_for,
    typical,
)
from anakinra_companion.domain.suggestion import Blocked, Suggestion, alternatives, blocked, suggest
from anakinra_companion.store import doses

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Injections younger than this are read one by one; of older ones only the newest at each point.
SINGLE_DAYS = 90


@dataclass(frozen=True, slots=True)
class PointView:
    """One lattice point: its number in its place, days since it was used (None: never), what speaks against it."""

    point: SitePoint
    number: int
    rested_days: int | None
    blocked: Blocked | None


@dataclass(frozen=True, slots=True)
class Skin:
    """What every rule about sites needs."""

    history: tuple[Injection, ...]
    today: date
    calibration: Calibration
    avoid: tuple[AvoidMark, ...] = ()
    lumps: tuple[Lump, ...] = ()

    def suggest(self, *, helper: bool) -> Suggestion | None:
        """The next point."""
        return suggest(
            self.history,
            self.today,
            helper=helper,
            avoid=self.avoid,
            lumps=self.lumps,
            calibration=self.calibration,
        )

    def blocked(self, point: SitePoint, *, helper: bool) -> Blocked | None:
        """What speaks against a point, if anything."""
        return blocked(point, self.history, self.avoid, self.lumps, helper, self.today, self.calibration)


@dataclass(frozen=True, slots=True)
class SiteMap:
    """Everything the map shows: places to choose from, their points, past injections, and the next point."""

    skin: Skin
    helper: bool
    places: tuple[Place, ...]
    points: dict[Place, tuple[PointView, ...]]
    suggestion: Suggestion | None
    alternatives: tuple[Suggestion, ...]

    @property
    def last(self) -> Injection | None:
        """The newest injection."""
        return self.skin.history[-1] if self.skin.history else None

    def number(self, point: SitePoint) -> int | None:
        """The number of a point in its place, if it is one of the lattice."""
        return number_of(point, self.skin.calibration)


def skin(record: OpenRecord, connection: Connection) -> Skin:
    """Reads what the rules about sites need; instants come in the zone days are lived in."""
    zone = ZoneInfo(record.zone(connection))
    past = doses.injections(connection, record.now() - timedelta(days=SINGLE_DAYS))
    local = tuple(replace(each, at=each.at.astimezone(zone)) for each in past)
    return Skin(local, record.today(connection), typical())


class Sites:
    """Everything about the body map."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def suggestion(self, *, helper: bool = False) -> Suggestion | None:
        """The next point, with its reason."""
        with self._record.reading() as connection:
            return skin(self._record, connection).suggest(helper=helper)

    def map(self, *, helper: bool = False) -> SiteMap:
        """Everything the map shows; `helper` when somebody else injects (S24, S25)."""
        with self._record.reading() as connection:
            known = skin(self._record, connection)
        places = places_for(helper=helper)
        return SiteMap(
            skin=known,
            helper=helper,
            places=places,
            points={place: _points(place, known, helper=helper) for place in places},
            suggestion=known.suggest(helper=helper),
            alternatives=tuple(
                alternatives(
                    known.history,
                    known.today,
                    helper=helper,
                    avoid=known.avoid,
                    lumps=known.lumps,
                    calibration=known.calibration,
                )
            ),
        )

    def number(self, point: SitePoint) -> int | None:
        """The number of a point in its place, if it is one of the lattice."""
        return number_of(point, typical())

    def given_since(self, since: datetime) -> tuple[Injection, ...]:
        """Every injection since an instant, oldest first."""
        with self._record.reading() as connection:
            return tuple(each for each in skin(self._record, connection).history if each.at >= since)


def _points(place: Place, known: Skin, *, helper: bool) -> tuple[PointView, ...]:
    points = lattice(place, known.calibration)
    rest = rest_of(known.history, points, known.today)
    return tuple(
        PointView(point, number, rest.days(point), known.blocked(point, helper=helper))
        for number, point in enumerate(points, start=1)
    )
