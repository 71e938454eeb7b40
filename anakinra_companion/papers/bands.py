"""Where on a patch words may stand: between the rows of points, beside the ring and the landmark."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from anakinra_companion.papers.ink import Spot
from anakinra_companion.papers.split import Skin, Tile, between_rows

# How high a line of words is with air; a wider gap holds several.
LINE = 7.0
LEAST = 5.0
# What the lettered tips at a joint take up.
TIPS = 9.0
# How far from the end of a level joint its tips stand, and how far from the navel.
ENDS, NAVEL_ROOM = 5.0, 18.0
# How far at the right of a tip of a level joint its letter stands.
LETTER_ASIDE = 4.5
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
        # A joint lies in the middle of a gap, and its letters need all of that.
        if top < tile.top or bottom > tile.bottom:
            continue
        spans = skin.span(top), skin.span(bottom - 0.1)
        if spans[0] and spans[1]:
            left = max(spans[0][0] + 1, spans[1][0] + 1, tile.left + (1 if tile.left_joint is None else TIPS))
            right = min(spans[0][1] - 1, spans[1][1] - 1, tile.right - (1 if tile.right_joint is None else TIPS))
            found += _beside(skin.ring, Band(top, bottom, left, right))
    free = [band for band in found if band.width > LINE]
    if skin.ring and len(free) < 2 and tile.left < 0 < tile.right:
        half = skin.ring / 2
        inside = [Band(v - LINE / 2, v + LINE / 2, -half, half) for v in (-skin.ring * 0.65, skin.ring * 0.75)]
        free += [band for band in inside if tile.top <= band.top and band.bottom <= tile.bottom]
    return sorted(free, key=lambda band: band.top)


def gaps(skin: Skin) -> list[tuple[float, float]]:
    """The heights at which there is no point and no number."""
    found = []
    for top, bottom in between_rows(skin):
        lines = max(int((bottom - top) / LINE), 1)
        share = (bottom - top) / lines
        if share >= LEAST:
            found += [(top + share * n, top + share * (n + 1)) for n in range(lines)]
    return found


def upright_tips(skin: Skin, tile: Tile, joint: float) -> tuple[Spot, Spot]:
    """The two spots at which the lettered tips of an upright joint stand, the same on both of its sheets."""
    rise = skin.rise(joint) or (skin.top, skin.bottom)
    reach = max(rise[0], tile.top), min(rise[1], tile.bottom)
    middles = [(top + bottom) / 2 for top, bottom in gaps(skin) if top >= tile.top and bottom <= tile.bottom]
    inside = [v for v in middles if reach[0] + 2 <= v <= reach[1] - 2]
    clear = [v for v in inside if abs(joint) > skin.ring or abs(v) > skin.ring] or [reach[0] + 4, reach[1] - 4]
    return (joint, clear[0]), (joint, clear[-1])


def level_tips(skin: Skin, tile: Tile, joint: float) -> tuple[Spot, Spot]:
    """The same for a level joint: near its two ends, their letters between the columns of points beside it."""
    span = skin.span(joint) or (skin.left, skin.right)
    left, right = max(span[0], tile.left) + ENDS, min(span[1], tile.right) - ENDS
    columns = sorted({round(hole.at[0], 3) for hole in skin.holes if abs(hole.at[1] - joint) < NAVEL_ROOM})
    middles = [(a + b) / 2 - LETTER_ASIDE for a, b in pairwise(columns)]
    inside = [u for u in middles if left <= u <= right]
    clear = [u for u in inside if not skin.ring or max(abs(u), abs(joint)) > NAVEL_ROOM] or [left, right]
    return (clear[0], joint), (clear[-1], joint)


def _beside(ring: float, band: Band) -> list[Band]:
    """What of a band is clear of the ring or the cross."""
    near = 0.0 if band.top <= 0 <= band.bottom else min(abs(band.top), abs(band.bottom))
    high = ring or CROSS_REACH
    if near >= high:
        return [band]
    aside = (sqrt(high**2 - near**2) if ring else CROSS_AIR) + 1
    parts = Band(band.top, band.bottom, band.left, -aside), Band(band.top, band.bottom, aside, band.right)
    return [part for part in parts if part.width > 0]
