"""The numbered points of each patch of skin, far enough apart to take turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from math import copysign, cos, pi, sin

from anakinra_companion.domain.sites import (
    MIN_SPACING,
    NAVEL_KEEPOUT,
    RIGHT_PLACES,
    Calibration,
    Place,
    Plane,
    SitePoint,
    plane_of,
)

# Rows of a honeycomb: half a step to the side and this far up is just over the spacing (125, 217 -> 250.4).
ROW_STEP = 217
HALF_STEP = MIN_SPACING // 2
# A point keeps this much of its patch around it, so that it never sits on the drawn edge (5 mm).
EDGE_MARGIN = 50
CORNERS = 48

Outline = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """The outline of one place in 0.1 mm, and the radius round the navel that is left free (0: none)."""

    place: Place
    outline: Outline
    keepout: int = 0


class Direction(StrEnum):
    """A way to walk from point to point, named from the person's own body."""

    UP = "up"
    DOWN = "down"
    TO_LEFT = "to_left"
    TO_RIGHT = "to_right"


def _oval(width: int, height: int, roundness: float, taper: float) -> Iterator[tuple[float, float]]:
    """Walk round a rounded patch from its foot; a taper makes it wider towards the head."""
    for corner in range(CORNERS):
        turn = 2 * pi * corner / CORNERS - pi / 2
        x = copysign(abs(cos(turn)) ** (2 / roundness), cos(turn))
        y = copysign(abs(sin(turn)) ** (2 / roundness), sin(turn))
        yield x * (1 + taper * y) * width / 2, y * height / 2


def _thigh(size: Calibration) -> Outline:
    """Draw the front-outer skin of the middle third of the thigh (S23, D5, C11)."""
    return _whole(_oval(size.thigh_width, size.thigh_height, 2.8, 0.10))


def _belly(size: Calibration) -> Outline:
    """Draw the left half of the belly; it reaches a little further below the navel than above."""
    drop = size.belly_height / 20
    oval = list(_oval(size.belly_width, size.belly_height, 2.5, -0.04))
    half = oval[: CORNERS // 2 + 1]
    return _whole((max(x, 0.0), y - drop) for x, y in half)


def _arm(size: Calibration) -> Outline:
    """Draw the fleshy back of the upper arm (S25)."""
    return _whole(_oval(size.arm_width, size.arm_height, 2.4, 0.08))


def _buttock(size: Calibration) -> Outline:
    """Draw the upper outer quarter of the buttock (S25, D5)."""
    return _whole(_oval(size.buttock_width, size.buttock_height, 2.3, 0.0))


def _whole(corners: Iterator[tuple[float, float]]) -> Outline:
    return tuple((round(x), round(y)) for x, y in corners)


_DRAWN: Mapping[Plane, Callable[[Calibration], Outline]] = {
    Plane.THIGH_LEFT: _thigh,
    Plane.THIGH_RIGHT: _thigh,
    Plane.BELLY: _belly,
    Plane.ARM_LEFT: _arm,
    Plane.ARM_RIGHT: _arm,
    Plane.BUTTOCK_LEFT: _buttock,
    Plane.BUTTOCK_RIGHT: _buttock,
}


@lru_cache(maxsize=64)
def patch(place: Place, calibration: Calibration) -> Patch:
    """Draw one place; the right side is the left one mirrored."""
    plane = plane_of(place)
    outline = _DRAWN[plane](calibration)
    if place in RIGHT_PLACES:
        outline = tuple((-x, y) for x, y in reversed(outline))
    return Patch(place, outline, NAVEL_KEEPOUT if plane is Plane.BELLY else 0)


def contains(patch: Patch, x: int, y: int) -> bool:
    """Say whether a spot lies on the patch, its edge included, and clear of the navel (D5)."""
    if x * x + y * y < patch.keepout**2:
        return False
    inside = False
    for (ax, ay), (bx, by) in pairwise((*patch.outline, patch.outline[0])):
        side = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        if side == 0 and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by):
            return True
        if (ay > y) != (by > y) and (side > 0) == (by > ay):
            inside = not inside
    return inside


@lru_cache(maxsize=64)
def lattice(place: Place, calibration: Calibration) -> tuple[SitePoint, ...]:
    """List the points of a place in the order of their numbers.

    Numbers run from the head down, and in a row from the middle of the body outwards, so that the same number
    names mirrored points left and right. Any two points of a plane are at least 2.5 cm apart (S29, C16).
    """
    skin = patch(place, calibration)
    sign = -1 if place in RIGHT_PLACES else 1
    width = max(abs(x) for x, _ in skin.outline)
    height = max(abs(y) for _, y in skin.outline)
    points: list[SitePoint] = []
    for row in range(height // ROW_STEP, -(height // ROW_STEP) - 1, -1):
        shift = HALF_STEP if _is_shifted(row, plane_of(place)) else 0
        start = -(width // MIN_SPACING + 1) * MIN_SPACING + shift
        for x in range(start, width + 1, MIN_SPACING):
            if _fits(skin, sign * x, row * ROW_STEP):
                points.append(SitePoint(place, sign * x, row * ROW_STEP))
    return tuple(points)


def _is_shifted(row: int, plane: Plane) -> bool:
    """Say which rows sit half a step aside; on the belly the row of the navel does, so both sides mirror."""
    return (row % 2 == 0) is (plane is Plane.BELLY)


def _fits(skin: Patch, x: int, y: int) -> bool:
    around = ((-EDGE_MARGIN, 0), (EDGE_MARGIN, 0), (0, -EDGE_MARGIN), (0, EDGE_MARGIN))
    # The ring round the navel has its own limit, so the margin is asked of the outline alone.
    outline = Patch(skin.place, skin.outline)
    return contains(skin, x, y) and all(contains(outline, x + dx, y + dy) for dx, dy in around)


@lru_cache(maxsize=64)
def points_on(plane: Plane, calibration: Calibration) -> tuple[SitePoint, ...]:
    """List the points of every place that shares a plane."""
    return tuple(point for place in Place if plane_of(place) is plane for point in lattice(place, calibration))


def number_of(point: SitePoint, calibration: Calibration) -> int | None:
    """Give the number a person reads for a point, from 1 within its place; None off the lattice."""
    points = lattice(point.place, calibration)
    return points.index(point) + 1 if point in points else None


def squared(point: SitePoint, x: int, y: int) -> int:
    """Square of a distance on one plane; whole numbers keep the limits exact."""
    return (point.x - x) ** 2 + (point.y - y) ** 2


def nearest_lattice_point(place: Place, x: int, y: int, calibration: Calibration) -> SitePoint | None:
    """Find the point of a place nearest to a spot; of two equally near the lower number wins."""
    return min(lattice(place, calibration), key=lambda point: squared(point, x, y), default=None)


def middle_of(place: Place, calibration: Calibration) -> SitePoint:
    """Find the point nearest to the middle of a place; on a patch too small for any point, its very middle."""
    points = lattice(place, calibration)
    spots = [(point.x, point.y) for point in points] or patch(place, calibration).outline
    x, y = (round(sum(values) / len(spots)) for values in zip(*spots, strict=True))
    return nearest_lattice_point(place, x, y, calibration) or SitePoint(place, x, y)


def step(point: SitePoint, direction: Direction, calibration: Calibration) -> SitePoint | None:
    """Walk to the next point that way, across the middle of the belly too; None at the edge."""
    ahead = [
        (along + abs(across), abs(other.x), other)
        for other in points_on(plane_of(point.place), calibration)
        for along, across in (_turned(other.x - point.x, other.y - point.y, direction),)
        if along > 0 and abs(across) <= along
    ]
    return min(ahead, key=lambda way: way[:2], default=(0, 0, None))[2]


def _turned(dx: int, dy: int, direction: Direction) -> tuple[int, int]:
    """Turn a way into how far it goes along a direction and how far aside."""
    return {
        Direction.UP: (dy, dx),
        Direction.DOWN: (-dy, dx),
        Direction.TO_LEFT: (dx, dy),
        Direction.TO_RIGHT: (-dx, dy),
    }[direction]
