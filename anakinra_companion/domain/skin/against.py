"""What speaks against a point of skin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import isqrt

from anakinra_companion.domain.lattice import contains, patch, squared
from anakinra_companion.domain.sites import (
    HELPER_PLACES,
    LUMP_KEEPOUT,
    MIN_SPACING,
    NAVEL_KEEPOUT,
    AvoidMark,
    Calibration,
    Injection,
    Lump,
    Plane,
    SitePoint,
    plane_of,
)

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


@dataclass(frozen=True, slots=True)
class Against:
    """What speaks against a point, and what it comes from.

    `mark` or `lump` is what lies there. `apart` is the distance from the last injection in whole 0.1 mm, rounded
    down; None where only its place is known.
    """

    reason: Blocked
    mark: AvoidMark | None = None
    lump: Lump | None = None
    apart: int | None = None


@dataclass(frozen=True, slots=True)
class Guarded:
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
    ) -> Guarded:
        """Leave out what no longer counts: marks that ended, lumps a doctor has checked."""
        in_force = [mark for mark in avoid if mark.in_force(today)]
        unchecked = [lump for lump in lumps if not lump.checked]
        return cls(today, history, in_force, unchecked, may_be_latest(history))

    def troubles(self, point: SitePoint) -> Iterator[Blocked]:
        """Go through what keeps a point back, whatever the patch it lies on."""
        plane = plane_of(point.place)
        if any(_near_lump(point, plane, lump) for lump in self.lumps):
            yield Blocked.LUMP
        if any(_inside(point, plane, mark) for mark in self.avoid):
            yield Blocked.AVOID_MARK
        if any(_near_last(point, plane, each) for each in self.latest):
            yield Blocked.TOO_NEAR_LAST

    def blocks(self, point: SitePoint, helper: bool, calibration: Calibration) -> tuple[Blocked, ...]:
        """List every reason against a spot, the gravest first."""
        found = set(self.troubles(point))
        if point.place in HELPER_PLACES and not helper:
            found.add(Blocked.HELPER_ONLY)
        if plane_of(point.place) is Plane.BELLY and squared(point, 0, 0) < NAVEL_KEEPOUT**2:
            found.add(Blocked.NAVEL)
        elif not contains(patch(point.place, calibration), point.x, point.y):
            found.add(Blocked.OUTSIDE)
        return tuple(reason for reason in Blocked if reason in found) if found else ()

    def told(self, point: SitePoint, reason: Blocked) -> Against:
        """Name what a reason comes from: of several the nearest."""
        plane = plane_of(point.place)
        marks = [mark for mark in self.avoid if _inside(point, plane, mark)]
        lumps = [lump for lump in self.lumps if _near_lump(point, plane, lump)]
        spots = [each.point for each in self.latest if _near_last(point, plane, each)]
        apart = [isqrt(squared(point, spot.x, spot.y)) for spot in spots if spot is not None]

        def far(what: AvoidMark | Lump) -> int:
            return squared(point, what.x, what.y)

        return Against(
            reason,
            min(marks, key=far, default=None) if reason is Blocked.AVOID_MARK else None,
            min(lumps, key=far, default=None) if reason is Blocked.LUMP else None,
            min(apart, default=None) if reason is Blocked.TOO_NEAR_LAST else None,
        )


def may_be_latest(history: Sequence[Injection]) -> list[Injection]:
    """Every injection that can have been the previous one: more than one where a time is not known (S29)."""
    found: list[Injection] = []
    for each in reversed(history):
        if history[-1].at - each.at > UNKNOWN_FOR:
            break
        if each is history[-1] or (each.until or each.at) >= history[-1].at:
            found.append(each)
    return found


def _near_lump(point: SitePoint, plane: Plane, lump: Lump) -> bool:
    """Within 2.5 cm of a lump no doctor has checked, the limit included (H16)."""
    return plane_of(lump.place) is plane and squared(point, lump.x, lump.y) <= LUMP_KEEPOUT**2


def _inside(point: SitePoint, plane: Plane, mark: AvoidMark) -> bool:
    return plane_of(mark.place) is plane and squared(point, mark.x, mark.y) <= mark.radius**2


def _near_last(point: SitePoint, plane: Plane, last: Injection) -> bool:
    """Nearer than 2.5 cm to the previous injection (S29); anywhere on its plane if only that is known."""
    place = last.point.place if last.point else last.place
    if place is None or plane_of(place) is not plane:
        return False
    return last.point is None or squared(point, last.point.x, last.point.y) < MIN_SPACING**2


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
    return Guarded.on(today, history, avoid, lumps).blocks(point, helper, calibration)


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
