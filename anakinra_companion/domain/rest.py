"""How long each point of skin has rested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from anakinra_companion.domain.sites import (
    MIN_SPACING,
    SAME_POINT,
    Injection,
    Place,
    SitePoint,
    plane_of,
)

NEVER = 1 << 30
_REACH = (-SAME_POINT, SAME_POINT)

Square = tuple[Place, int, int]


def same_point(point: SitePoint, spot: SitePoint) -> bool:
    """Say whether two marks are the same point: at most 1.25 cm apart."""
    if plane_of(point.place) is not plane_of(spot.place):
        return False
    return (point.x - spot.x) ** 2 + (point.y - spot.y) ** 2 <= SAME_POINT**2


@dataclass(frozen=True, slots=True)
class Rest:
    """The newest injection at each point and in each place, as far as the question needs them."""

    history: Sequence[Injection]
    today: date
    newest_at: dict[SitePoint, Injection]
    newest_in: dict[Place, Injection]

    def days(self, point: SitePoint) -> int | None:
        """Count the days a point has rested; None when it was never used."""
        newest = self.newest_at.get(point)
        return None if newest is None else self._since(newest)

    def reacted(self, point: SitePoint) -> bool:
        """Say whether the skin reacted to the newest injection at a point."""
        newest = self.newest_at.get(point)
        return newest is not None and newest.reacted

    def place_age(self, place: Place) -> int:
        """Count the days since a place was used, to put places in order; a place never used is oldest."""
        newest = self.newest_in.get(place)
        return NEVER if newest is None else self._since(newest)

    def recent_points(self, days: int) -> list[SitePoint]:
        """List the known points of the last days, newest first."""
        points = []
        for injection in reversed(self.history):
            if self._since(injection) > days:
                break
            if injection.point is not None:
                points.append(injection.point)
        return points

    def _since(self, injection: Injection) -> int:
        # An injection just after midnight UTC may carry tomorrow's date; a rest is never negative.
        return max(0, (self.today - injection.at.date()).days)


class _Waiting:
    """The points whose newest injection is still looked for, sorted into squares of skin.

    A met point leaves its squares, so that walking back through forty years costs one glance per injection.
    """

    def __init__(self, points: Sequence[SitePoint]) -> None:
        """Lay every point into each square from which it can be reached."""
        self.squares: dict[Square, list[SitePoint]] = {}
        for point in points:
            for square in _squares(point):
                self.squares.setdefault(square, []).append(point)

    def meet(self, spot: SitePoint, near: Sequence[SitePoint]) -> list[SitePoint]:
        """Take out the points near a spot that it counts as."""
        met = [point for point in near if same_point(point, spot)]
        for point in met:
            for square in _squares(point):
                self.squares[square].remove(point)
                if not self.squares[square]:
                    del self.squares[square]
        return met


@lru_cache(maxsize=1024)
def _squares(point: SitePoint) -> frozenset[Square]:
    """Name the squares within reach of a point, on every place that shares its plane."""
    return frozenset(
        (place, (point.x + dx) // MIN_SPACING, (point.y + dy) // MIN_SPACING)
        for place in Place
        if plane_of(place) is plane_of(point.place)
        for dx in _REACH
        for dy in _REACH
    )


def rest_of(history: Sequence[Injection], points: Sequence[SitePoint], today: date) -> Rest:
    """Walk back from the newest injection until every given point and place has been met."""
    waiting = _Waiting(points)
    squares = waiting.squares
    places = {point.place for point in points}
    looked_at: set[tuple[Place, int, int]] = set()
    rest = Rest(history, today, {}, {})
    for injection in reversed(history):
        point = injection.point
        place = injection.place if point is None else point.place
        if place in places:
            places.discard(place)
            rest.newest_in[place] = injection
        # People come back to the same spots, and a second look at one finds nothing new.
        if point is not None:
            near = squares.get((point.place, point.x // MIN_SPACING, point.y // MIN_SPACING))
            if near and (spot := (point.place, point.x, point.y)) not in looked_at:
                looked_at.add(spot)
                rest.newest_at.update(dict.fromkeys(waiting.meet(point, near), injection))
        if not squares and not places:
            break
    return rest
