"""How a patch of skin lies on paper, and on how many sheets it goes; never scaled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise

from anakinra_companion.domain.lattice import number_of, patch, points_on
from anakinra_companion.domain.sites import NAVEL_KEEPOUT, Calibration, Place, Plane, plane_of
from anakinra_companion.papers.clip import Window
from anakinra_companion.papers.ink import Spot, TooMuchToPrint

# The strip beside a joint on which the next sheet is taped.
STRIP = 10.0
# A joint keeps this much away from the middle of every point.
CLEAR = 5.5
TENTHS = 10
# What a number takes up from the middle of its point, and to each side.
NUMBER_REACH, NUMBER_ASIDE = 9.0, 5.0
# What a point takes up on the side without its number.
BARE = 3.5
FAR = 1e4
# A level joint has a tip and a letter on both of its sides, between two rows of points.
JOINT_HEIGHT = 8.0
# What is seen from in front; the rest is seen from behind.
FRONT = frozenset({Plane.THIGH_LEFT, Plane.THIGH_RIGHT, Plane.BELLY})


@dataclass(frozen=True, slots=True)
class Turn:
    """Which way the plane lies on the paper: 1 where left is at the right or the head is up, else -1."""

    x: int
    y: int

    def spot(self, x: float, y: float) -> Spot:
        """A spot of the plane in 0.1 mm as millimetres on paper, rightwards and downwards from the landmark."""
        return self.x * x / TENTHS, -self.y * y / TENTHS


def turn_for(plane: Plane, *, helper: bool) -> Turn:
    """The way a sheet lies with its print up.

    Somebody who looks down at herself has her left at the left and her head below. A helper sees thighs and belly
    from in front, arms and buttocks from behind, the head always above.
    """
    if plane not in FRONT:
        return Turn(-1, 1)
    return Turn(1, 1) if helper else Turn(-1, -1)


@dataclass(frozen=True, slots=True)
class Hole:
    """A point of the lattice on paper; its number stands above it, or below where the edge is too near."""

    place: Place
    number: int
    at: Spot
    below: bool = False


@dataclass(frozen=True, slots=True)
class Skin:
    """A plane as it is printed, in millimetres from its landmark."""

    plane: Plane
    turn: Turn
    outline: tuple[Spot, ...]
    holes: tuple[Hole, ...]
    ring: float

    @property
    def left(self) -> float:
        """Its left edge."""
        return min(u for u, _ in self.outline)

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(u for u, _ in self.outline)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(v for _, v in self.outline)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(v for _, v in self.outline)

    def span(self, v: float) -> Spot | None:
        """How far the patch reaches to both sides at a height."""
        return _crossed([(b, a) for a, b in self.outline], v)

    def rise(self, u: float) -> Spot | None:
        """How far the patch reaches up and down at an upright line."""
        return _crossed(self.outline, u)


def _crossed(corners: Sequence[Spot], at: float) -> Spot | None:
    found = [
        a[1] + (b[1] - a[1]) * (at - a[0]) / (b[0] - a[0])
        for a, b in pairwise((*corners, corners[0]))
        if (a[0] > at) is not (b[0] > at)
    ]
    return (min(found), max(found)) if found else None


@dataclass(frozen=True, slots=True)
class Tile:
    """What one sheet shows: the patch between its joints, and a strip where the next sheet is taped.

    A joint is a number that both of its sheets have; None where the sheet ends with the patch.
    """

    number: int
    window: Window
    holes: tuple[Hole, ...]
    left_joint: int | None = None
    right_joint: int | None = None
    upper_joint: int | None = None
    lower_joint: int | None = None

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.window.left

    @property
    def right(self) -> float:
        """Its right edge, without the strip."""
        return self.window.right

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.window.top

    @property
    def bottom(self) -> float:
        """Its lower edge, without the strip."""
        return self.window.bottom

    @property
    def shown(self) -> Window:
        """What is drawn of it: where no other sheet follows, the ring may go on beyond a flat patch."""
        top = -FAR if self.upper_joint is None else self.top
        return replace(self.window, top=top, bottom=FAR if self.lower_joint is None else self.bottom)

    @property
    def reach(self) -> float:
        """Where its print ends at the right."""
        return self.right + (0.0 if self.right_joint is None else STRIP)

    @property
    def foot(self) -> float:
        """Where its print ends below."""
        return self.bottom + (0.0 if self.lower_joint is None else STRIP)


def skin_of(plane: Plane, calibration: Calibration, *, helper: bool) -> Skin:
    """The outline, the points and the ring of a plane at a person's sizes."""
    turn = turn_for(plane, helper=helper)
    places = [place for place in Place if plane_of(place) is plane]
    outline = [corner for place in places for corner in patch(place, calibration).outline]
    if len(places) > 1:
        # The halves of the belly meet in the middle: without that line they are one outline.
        halves = [[corner for corner in patch(place, calibration).outline if corner[0] != 0] for place in places]
        ends = [corner for corner in patch(places[0], calibration).outline if corner[0] == 0]
        foot, head = min(ends, key=lambda end: end[1]), max(ends, key=lambda end: end[1])
        outline = [foot, *halves[0], head, *halves[1]]
    holes = tuple(
        Hole(point.place, number_of(point, calibration) or 0, turn.spot(point.x, point.y))
        for point in points_on(plane, calibration)
    )
    ring = NAVEL_KEEPOUT / TENTHS if plane is Plane.BELLY else 0.0
    skin = Skin(plane, turn, tuple(turn.spot(*corner) for corner in outline), holes, ring)
    near = {hole.at[1] for hole in holes if not _fits(skin, hole.at)}
    return replace(skin, holes=tuple(replace(hole, below=hole.at[1] in near) for hole in holes))


def _fits(skin: Skin, at: Spot) -> bool:
    """True where a number above a point keeps off the edge."""
    span = skin.span(at[1] - NUMBER_REACH)
    return span is not None and span[0] <= at[0] - NUMBER_ASIDE and at[0] + NUMBER_ASIDE <= span[1]


def tiles_of(skin: Skin, width: float, height: float) -> tuple[Tile, ...]:
    """Share a patch out over as few sheets as go, never scaled; raises TooMuchToPrint where it has no more joints."""
    columns = sorted({round(hole.at[0], 3) for hole in skin.holes})
    upright = [(a + b) / 2 for a, b in pairwise(columns) if b - a >= 2 * CLEAR]
    level = [(top + bottom) / 2 for top, bottom in between_rows(skin)[1:-1] if bottom - top >= JOINT_HEIGHT]
    return _grid(skin, _shared(skin.left, skin.right, upright, width), _shared(skin.top, skin.bottom, level, height))


def between_rows(skin: Skin) -> list[tuple[float, float]]:
    """The heights at which there is neither point nor number, from the upper edge to the lower one."""
    rows = {round(hole.at[1], 3): hole.below for hole in skin.holes}
    taken = sorted(
        (v - (BARE if below else NUMBER_REACH), v + (NUMBER_REACH if below else BARE)) for v, below in rows.items()
    )
    tops, bottoms = [skin.top + 0.5, *(end for _, end in taken)], [*(start for start, _ in taken), skin.bottom - 0.5]
    return list(zip(tops, bottoms, strict=True))


def _shared(first: float, last: float, gaps: Sequence[float], room: float) -> list[float]:
    """The edges of as few parts as fit a room, each with its strip, at the joints nearest to equal shares."""
    for parts in range(1, len(gaps) + 2):
        share = (last - first) / parts
        edges = [first, *(min(gaps, key=lambda gap: abs(gap - first - share * n)) for n in range(1, parts)), last]
        needed = [end - begin + (STRIP if end < last else 0) for begin, end in pairwise(edges)]
        if len(set(edges)) == parts + 1 and max(needed) <= room:
            return edges
    raise TooMuchToPrint


def _grid(skin: Skin, across: Sequence[float], down: Sequence[float]) -> tuple[Tile, ...]:
    """The sheets row by row; the joints are numbered in the same order."""
    tiles: list[Tile] = []
    joints = count()
    wide = len(across) - 1
    for at, (top, bottom) in enumerate(pairwise(down)):
        for column, (left, right) in enumerate(pairwise(across)):
            window = Window(left, right, top, bottom)
            tiles.append(
                Tile(
                    len(tiles) + 1,
                    window,
                    tuple(hole for hole in skin.holes if left <= hole.at[0] < right and top <= hole.at[1] < bottom),
                    left_joint=tiles[-1].right_joint if column else None,
                    right_joint=next(joints) if column < wide - 1 else None,
                    upper_joint=tiles[-wide].lower_joint if at else None,
                    lower_joint=next(joints) if at < len(down) - 2 else None,
                )
            )
    return tuple(tiles)
