"""Which point comes next, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from anakinra_companion.domain.lattice import lattice, squared
from anakinra_companion.domain.rest import Rest, rest_of
from anakinra_companion.domain.sites import (
    POINT_REST_DAYS,
    TYPICAL,
    AvoidMark,
    Calibration,
    Injection,
    Lump,
    Place,
    SitePoint,
    cm,
    distance,
    places_for,
    plane_of,
)
from anakinra_companion.domain.skin.against import Blocked, Guarded, blocked, blocks, may_be_latest

# What speaks against a point is asked here as well.
__all__ = [
    "Blocked",
    "Suggestion",
    "SuggestionWhy",
    "alternatives",
    "blocked",
    "blocks",
    "choices",
    "may_be_latest",
    "suggest",
]

# How many days back the choice keeps its distance from (not a clinical limit, only a preference).
RECENT_DAYS = 7
OTHERS = 2
ELSEWHERE = 1 << 40


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


def suggest(
    history: Sequence[Injection],
    today: date,
    *,
    helper: bool = False,
    avoid: Sequence[AvoidMark] = (),
    lumps: Sequence[Lump] = (),
    calibration: Calibration = TYPICAL,
    excluded: frozenset[Place] = frozenset(),
    preferred: frozenset[Place] = frozenset(),
) -> Suggestion | None:
    """Choose the next point, or None when everything is blocked or excluded.

    `history` is in order, newest last. At least 2.5 cm from the previous injection always (S29). A point that
    has rested four weeks goes before one that has not (D10), one that did not react before one that did; then a
    preferred place, the longest rest, the farthest from the last seven days, the place used least recently, the
    lowest number. Where no point has rested four weeks, the rest comes before the preference.
    """
    places = [place for place in places_for(helper=helper) if place not in excluded]
    ranked = _ranked(Guarded.on(today, history, avoid, lumps), places, calibration, preferred)
    return ranked.explained(ranked.points[0]) if ranked.points else None


def alternatives(  # noqa: PLR0913 - the facts that `suggest` asks for, and how many
    history: Sequence[Injection],
    today: date,
    count: int = OTHERS,
    *,
    helper: bool = False,
    avoid: Sequence[AvoidMark] = (),
    lumps: Sequence[Lump] = (),
    calibration: Calibration = TYPICAL,
    excluded: frozenset[Place] = frozenset(),
    preferred: frozenset[Place] = frozenset(),
) -> tuple[Suggestion, ...]:
    """Give other points beside the suggested one, on other parts of the body first."""
    places = [place for place in places_for(helper=helper) if place not in excluded]
    ranked = _ranked(Guarded.on(today, history, avoid, lumps), places, calibration, preferred)
    return _others(ranked, count)


def choices(
    history: Sequence[Injection],
    today: date,
    *,
    helper: bool = False,
    avoid: Sequence[AvoidMark] = (),
    lumps: Sequence[Lump] = (),
    calibration: Calibration = TYPICAL,
    excluded: frozenset[Place] = frozenset(),
    preferred: frozenset[Place] = frozenset(),
) -> tuple[Suggestion | None, tuple[Suggestion, ...]]:
    """Give what `suggest` and `alternatives` give, put in order once."""
    places = [place for place in places_for(helper=helper) if place not in excluded]
    ranked = _ranked(Guarded.on(today, history, avoid, lumps), places, calibration, preferred)
    return (ranked.explained(ranked.points[0]) if ranked.points else None), _others(ranked, OTHERS)


@dataclass(frozen=True, slots=True)
class _Ranked:
    """The free points in the order in which they should be used; only what is shown need be explained."""

    points: Sequence[SitePoint]
    rest: Rest

    def explained(self, point: SitePoint) -> Suggestion:
        history = self.rest.history
        return _explained(point, self.rest, history[-1] if history else None, only=len(self.points) == 1)


def _others(ranked: _Ranked, count: int) -> tuple[Suggestion, ...]:
    """Those after the first, on other parts of the body first."""
    others = ranked.points[1:]
    seen = {point.place for point in ranked.points[:1]}
    elsewhere: list[SitePoint] = []
    for other in others:
        if other.place not in seen:
            seen.add(other.place)
            elsewhere.append(other)
    near = [other for other in others if other not in elsewhere]
    return tuple(ranked.explained(point) for point in [*elsewhere, *near][:count])


def _ranked(skin: Guarded, places: Sequence[Place], calibration: Calibration, preferred: frozenset[Place]) -> _Ranked:
    """Put the free points in the order in which they should be used."""
    free = [
        point for place in places for point in lattice(place, calibration) if next(skin.troubles(point), None) is None
    ]
    rest = rest_of(skin.history, free, skin.today)
    recent = rest.recent_points(RECENT_DAYS)
    return _Ranked(sorted(free, key=lambda point: _turn(point, rest, recent, preferred)), rest)


def _turn(
    point: SitePoint, rest: Rest, recent: Sequence[SitePoint], preferred: frozenset[Place]
) -> tuple[int, bool, int, bool, int, int]:
    """Make the sorting key of a point; sorting is stable, so equals stay in the fixed order."""
    days = rest.days(point)
    rested = ELSEWHERE if days is None else days
    tired = rested < POINT_REST_DAYS
    other = point.place not in preferred
    plane = plane_of(point.place)
    room = min(
        (squared(point, spot.x, spot.y) for spot in recent if plane_of(spot.place) is plane),
        default=ELSEWHERE,
    )
    waits = tired * 2 + rest.reacted(point)
    return waits, other and not tired, -rested, other, -room, -rest.place_age(point.place)


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
