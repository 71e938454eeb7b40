"""What the past says: how often, how widely, and which places react most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.rest import rest_of, same_point
from anakinra_companion.domain.sites import (
    POINT_REST_DAYS,
    AvoidMark,
    Calibration,
    Injection,
    Lump,
    Place,
    SitePoint,
    places_for,
)
from anakinra_companion.domain.skin.against import blocked

# Fewer injections that were told about give no mean (not a clinical limit: three numbers are an anecdote).
ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Used:
    """Injections of the last days, how many different points they went to, and how many in each place."""

    days: int
    injections: int
    points: int
    places: Mapping[Place, int]


@dataclass(frozen=True, slots=True)
class Treatment:
    """How a place took its injections.

    `told` were spoken of at all, `reacted` of those with any sign. `mean_worst` (0 to 3) is the mean of the worst
    sign of those told, None where they are too few to say; `worst` is the worst sign of any of them.
    """

    place: Place
    injections: int
    told: int
    reacted: int
    mean_worst: float | None
    worst: int = 0


def stands_out(found: Sequence[Treatment]) -> Treatment | None:
    """Give the place that took its injections worst; None while it is too early to tell, or none stands out.

    Places are compared only where enough was told of two of them, and each sign counts as it was told.
    """
    told = [each for each in found if each.mean_worst is not None]
    if len(told) <= 1 or not told[0].mean_worst or told[0].mean_worst == told[1].mean_worst:
        return None
    return told[0]


def may_compare(found: Iterable[Treatment]) -> bool:
    """Say whether enough was told of two places to compare them at all."""
    return sum(each.mean_worst is not None for each in found) > 1


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the points that may be used at all, how many were used in the last four weeks."""

    used: int
    free: int


def used_in(history: Iterable[Injection], today: date, days: int) -> Used:
    """Count the last days, today included; one whose place is not known counts as an injection only."""
    recent = [each for each in history if 0 <= (today - each.at.date()).days < days]
    apart: list[SitePoint] = []
    for each in recent:
        if each.point is not None and not any(same_point(each.point, other) for other in apart):
            apart.append(each.point)
    places = [each.place for each in recent]
    counted = {place: places.count(place) for place in Place if place in places}
    return Used(days, len(recent), len(apart), counted)


def treatments(injections: Mapping[Place, int], told: Iterable[tuple[Place, bool, int]]) -> tuple[Treatment, ...]:
    """Say how each place took its injections, the worst first.

    `told` has one entry for each injection that was spoken of: its place, whether it reacted, its worst sign.
    """
    spoken = list(told)
    found = []
    for place, count in injections.items():
        here = [(reacted, worst) for where, reacted, worst in spoken if where is place]
        mean = sum(worst for _, worst in here) / len(here) if len(here) >= ENOUGH else None
        reacted, most = sum(each for each, _ in here), max((worst for _, worst in here), default=0)
        found.append(Treatment(place, count, len(here), reacted, mean, most))
    return tuple(sorted(found, key=lambda each: (-(each.mean_worst or 0.0), -each.reacted, each.place.value)))


def coverage(
    history: Sequence[Injection],
    today: date,
    *,
    helper: bool,
    avoid: Sequence[AvoidMark],
    lumps: Sequence[Lump],
    calibration: Calibration,
    excluded: frozenset[Place],
) -> Coverage:
    """Count the points of the 28-day cycle. The previous injection keeps no point out of it: that passes by."""
    places = [place for place in places_for(helper=helper) if place not in excluded]
    points = [point for place in places for point in lattice(place, calibration)]
    free = [point for point in points if blocked(point, (), avoid, lumps, helper, today, calibration) is None]
    rest = rest_of(history, free, today)
    rested = [rest.days(point) for point in free]
    return Coverage(sum(days is not None and days < POINT_REST_DAYS for days in rested), len(free))
