"""Which point comes next, and why a point has to be left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from anakinra_companion.domain.lattice import contains, lattice, patch
from anakinra_companion.domain.rest import Rest, rest_of
from anakinra_companion.domain.sites import (
    HELPER_PLACES,
    LUMP_KEEPOUT,
    MIN_SPACING,
    NAVEL_KEEPOUT,
    POINT_REST_DAYS,
    TYPICAL,
    AvoidMark,
    Calibration,
    Injection,
    Lump,
    Place,
    Plane,
    SitePoint,
    cm,
    distance,
    places_for,
    plane_of,
)

# How many days back the choice keeps its distance from (not a clinical limit, only a preference).
RECENT_DAYS = 7
ELSEWHERE = 1 << 40
# An injection whose time is not known lies within two days of the one that is taken for it.
UNKNOWN_FOR = timedelta(days=2)


class Blocked(StrEnum):
    """Why a point may not be suggested, the gravest first."""

    LUMP = "lump"
    NAVEL = "navel"
    HELPER_ONLY = "helper_only"
    AVOID_MARK = "avoid_mark"
    TOO_NEAR_LAST = "too_near_last"
    OUTSIDE = "outside"


class SuggestionWhy(StrEnum):
    """The one sentence that explains a suggestion."""

    NEVER_USED = "never_used"
    LONGEST_REST = "longest_rest"
    ONLY_FREE = "only_free"
    WAITED_AFTER_REACTION = "waited_after_reaction"
    LAST_UNKNOWN = "last_unknown"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A point to use next.

    `rested_days` is None for a point never used; `cm_from_last` is None when the previous injection was on
    another part of the body or is not known; `reacted` asks the person about the skin there first.
    """

    point: SitePoint
    rested_days: int | None
    cm_from_last: float | None
    code: SuggestionWhy
    reacted: bool = False


@dataclass(frozen=True, slots=True)
class _Skin:
    """What keeps points back today."""

    today: date
    history: Sequence[Injection]
    avoid: Sequence[AvoidMark]
    lumps: Sequence[Lump]
    latest: Sequence[Injection]

    @classmethod
    def on(
        cls,
        today: date,
        history: Sequence[Injection],
        avoid: Sequence[AvoidMark],
        lumps: Sequence[Lump],
    ) -> _Skin:
        """Leave out what no longer counts: marks that ended, lumps a doctor has checked."""
        in_force = [mark for mark in avoid if mark.in_force(today)]
        unchecked = [lump for lump in lumps if not lump.checked]
        return cls(today, history, in_force, unchecked, may_be_latest(history))

    def troubles(self, point: SitePoint) -> Iterator[Blocked]:
        plane = plane_of(point.place)
        if any(_near_lump(point, plane, lump) for lump in self.lumps):
            yield Blocked.LUMP
        if any(_inside(point, plane, mark) for mark in self.avoid):
            yield Blocked.AVOID_MARK
        if any(_near_last(point, plane, each) for each in self.latest):
            yield Blocked.TOO_NEAR_LAST


def may_be_latest(history: Sequence[Injection]) -> list[Injection]:
    """Every injection that can have been the previous one: more than one where a time is not known (S29)."""
    found: list[Injection] = []
    for each in reversed(history):
        if history[-1].at - each.at > UNKNOWN_FOR:
            break
        if each is history[-1] or (each.until or each.at) >= history[-1].at:
            found.append(each)
    return found


def _apart(point: SitePoint, x: int, y: int) -> int:
    """Square of a distance on one plane; whole numbers keep the limits exact."""
    return (point.x - x) ** 2 + (point.y - y) ** 2


def _near_lump(point: SitePoint, plane: Plane, lump: Lump) -> bool:
    """Within 2.5 cm of a lump no doctor has checked, the limit included (H16)."""
    return plane_of(lump.place) is plane and _apart(point, lump.x, lump.y) <= LUMP_KEEPOUT**2


def _inside(point: SitePoint, plane: Plane, mark: AvoidMark) -> bool:
    return plane_of(mark.place) is plane and _apart(point, mark.x, mark.y) <= mark.radius**2


def _near_last(point: SitePoint, plane: Plane, last: Injection) -> bool:
    """Nearer than 2.5 cm to the previous injection (S29); anywhere on its plane if only that is known."""
    place = last.point.place if last.point else last.place
    if place is None or plane_of(place) is not plane:
        return False
    return last.point is None or _apart(point, last.point.x, last.point.y) < MIN_SPACING**2


def blocks(
    point: SitePoint,
    history: Sequence[Injection],
    avoid: Sequence[AvoidMark],
    lumps: Sequence[Lump],
    helper: bool,
    today: date,
    calibration: Calibration,
) -> tuple[Blocked, ...]:
    """List every reason against a spot, the gravest first; a record of it is kept all the same."""
    found = set(_Skin.on(today, history, avoid, lumps).troubles(point))
    if point.place in HELPER_PLACES and not helper:
        found.add(Blocked.HELPER_ONLY)
    if plane_of(point.place) is Plane.BELLY and _apart(point, 0, 0) < NAVEL_KEEPOUT**2:
        found.add(Blocked.NAVEL)
    elif not contains(patch(point.place, calibration), point.x, point.y):
        found.add(Blocked.OUTSIDE)
    return tuple(reason for reason in Blocked if reason in found)


def blocked(
    point: SitePoint,
    history: Sequence[Injection],
    avoid: Sequence[AvoidMark],
    lumps: Sequence[Lump],
    helper: bool,
    today: date,
    calibration: Calibration,
) -> Blocked | None:
    """Give the gravest reason against a spot, or None."""
    return next(iter(blocks(point, history, avoid, lumps, helper, today, calibration)), None)


def suggest(
    history: Sequence[Injection],
    today: date,
    *,
    helper: bool = False,
    avoid: Sequence[AvoidMark] = (),
    lumps: Sequence[Lump] = (),
    calibration: Calibration = TYPICAL,
    excluded: frozenset[Place] = frozenset(),
) -> Suggestion | None:
    """Choose the next point, or None when everything is blocked.

    `history` is in order, newest last. At least 2.5 cm from the previous injection always (S29). A point that
    has rested four weeks goes before one that has not (D10), one that did not react before one that did; then
    the longest rest, the farthest from the last seven days, the place used least recently, the lowest number.
    """
    places = [place for place in places_for(helper=helper) if place not in excluded]
    ranked = _ranked(_Skin.on(today, history, avoid, lumps), places, calibration)
    return ranked[0] if ranked else None


def alternatives(
    history: Sequence[Injection],
    today: date,
    count: int = 2,
    *,
    helper: bool = False,
    avoid: Sequence[AvoidMark] = (),
    lumps: Sequence[Lump] = (),
    calibration: Calibration = TYPICAL,
    excluded: frozenset[Place] = frozenset(),
) -> tuple[Suggestion, ...]:
    """Give other points beside the suggested one, on other parts of the body first."""
    places = [place for place in places_for(helper=helper) if place not in excluded]
    ranked = _ranked(_Skin.on(today, history, avoid, lumps), places, calibration)
    others = ranked[1:]
    seen = {ranked[0].point.place} if ranked else set()
    elsewhere = []
    for other in others:
        if other.point.place not in seen:
            seen.add(other.point.place)
            elsewhere.append(other)
    near = [other for other in others if other not in elsewhere]
    return tuple((elsewhere + near)[:count])


def _ranked(skin: _Skin, places: Sequence[Place], calibration: Calibration) -> list[Suggestion]:
    """Put the free points in the order in which they should be used."""
    free = [
        point for place in places for point in lattice(place, calibration) if next(skin.troubles(point), None) is None
    ]
    if not free:
        return []
    rest = rest_of(skin.history, free, skin.today)
    recent = rest.recent_points(RECENT_DAYS)
    order = sorted(free, key=lambda point: _turn(point, rest, recent))
    last = skin.history[-1] if skin.history else None
    return [_explained(point, rest, last, only=len(free) == 1) for point in order]


def _turn(point: SitePoint, rest: Rest, recent: Sequence[SitePoint]) -> tuple[int, int, int, int]:
    """Make the sorting key of a point; sorting is stable, so equals stay in the fixed order."""
    days = rest.days(point)
    rested = ELSEWHERE if days is None else days
    waits = (rested < POINT_REST_DAYS) * 2 + rest.reacted(point)
    plane = plane_of(point.place)
    room = min(
        (_apart(point, spot.x, spot.y) for spot in recent if plane_of(spot.place) is plane),
        default=ELSEWHERE,
    )
    return waits, -rested, -room, -rest.place_age(point.place)


def _explained(point: SitePoint, rest: Rest, last: Injection | None, *, only: bool) -> Suggestion:
    days, reacted = rest.days(point), rest.reacted(point)
    away = distance(point, last.point) if last and last.point else None
    if last and last.point is None and last.place is None:
        code = SuggestionWhy.LAST_UNKNOWN
    elif reacted:
        code = SuggestionWhy.WAITED_AFTER_REACTION
    elif only:
        code = SuggestionWhy.ONLY_FREE
    else:
        code = SuggestionWhy.NEVER_USED if days is None else SuggestionWhy.LONGEST_REST
    return Suggestion(point, days, None if away is None else cm(away), code, reacted)
