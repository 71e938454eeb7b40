"""Where on a patch words may stand: between the rows of points, beside the ring and the landmark."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from anakinra_companion.papers.split import NUMBER_REACH, Skin, Tile

# What a point takes up on the side without its number.
BARE = 3.5
# How high a line of words is with air; a wider gap holds several.
LINE = 7.0
LEAST = 5.0
# What the lettered tips at a joint take up.
TIPS = 9.0
# The cross of a landmark with a point in its middle reaches this far, and is this thick with air.
CROSS_REACH, CROSS_AIR = 14.0, 2.0


@dataclass(frozen=True, slots=True)
class Band:
    """Room for one line of words, in millimetres from the landmark."""

    top: float
    bottom: float
    left: float
    right: float

    @property
    def width(self) -> float:
        """How long the line may be."""
        return self.right - self.left

    @property
    def middle(self) -> tuple[float, float]:
        """The spot around which the words stand."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def bands(skin: Skin, tile: Tile) -> list[Band]:
    """The free bands of what a sheet shows, from the top down; in the ring where there are none beside it."""
    found = []
    for top, bottom in gaps(skin):
        spans = skin.span(top), skin.span(bottom - 0.1)
        if spans[0] and spans[1]:
            left = max(spans[0][0] + 1, spans[1][0] + 1, tile.left + (TIPS if tile.joined_left else 1))
            right = min(spans[0][1] - 1, spans[1][1] - 1, tile.right - (TIPS if tile.joined_right else 1))
            found += _beside(skin.ring, Band(top, bottom, left, right))
    free = [band for band in found if band.width > LINE]
    if skin.ring and len(free) < 2 and tile.left < 0 < tile.right:
        half = skin.ring / 2
        free += [Band(v - LINE / 2, v + LINE / 2, -half, half) for v in (-skin.ring * 0.65, skin.ring * 0.75)]
    return sorted(free, key=lambda band: band.top)


def gaps(skin: Skin) -> list[tuple[float, float]]:
    """The heights at which there is no point and no number."""
    rows = {round(hole.at[1], 3): hole.below for hole in skin.holes}
    edges = sorted(
        (v - (BARE if below else NUMBER_REACH), v + (NUMBER_REACH if below else BARE)) for v, below in rows.items()
    )
    tops, bottoms = [skin.top + 0.5, *(end for _, end in edges)], [*(start for start, _ in edges), skin.bottom - 0.5]
    found = []
    for top, bottom in zip(tops, bottoms, strict=True):
        lines = max(int((bottom - top) / LINE), 1)
        share = (bottom - top) / lines
        if share >= LEAST:
            found += [(top + share * n, top + share * (n + 1)) for n in range(lines)]
    return found


def tips(skin: Skin, joint: float) -> tuple[float, float]:
    """The two heights at which the lettered tips of a joint stand, the same on both of its sheets."""
    reach = skin.rise(joint) or (skin.top, skin.bottom)
    middles = [(top + bottom) / 2 for top, bottom in gaps(skin)]
    inside = [v for v in middles if reach[0] + 2 <= v <= reach[1] - 2]
    clear = [v for v in inside if abs(joint) > skin.ring or abs(v) > skin.ring] or [reach[0] + 4, reach[1] - 4]
    return clear[0], clear[-1]


def _beside(ring: float, band: Band) -> list[Band]:
    """What of a band is clear of the ring or the cross."""
    near = 0.0 if band.top <= 0 <= band.bottom else min(abs(band.top), abs(band.bottom))
    high = ring or CROSS_REACH
    if near >= high:
        return [band]
    aside = (sqrt(high**2 - near**2) if ring else CROSS_AIR) + 1
    parts = Band(band.top, band.bottom, band.left, -aside), Band(band.top, band.bottom, aside, band.right)
    return [part for part in parts if part.width > 0]
