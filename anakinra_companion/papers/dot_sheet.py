"""One sheet of the dot template at 1:1: outline, points, landmark, and the words that stay when it is cut out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

from PySide6.QtCore import QCoreApplication, Qt

from anakinra_companion.papers.bands import CROSS_REACH, bands, tips
from anakinra_companion.papers.ink import BLACK, FINE, PALE, THICK, THIN, WHITE, Ink, Spot
from anakinra_companion.papers.place_words import point_mark
from anakinra_companion.papers.split import NUMBER_REACH, Hole, Skin, Tile

_tr = QCoreApplication.translate
HOLE, WINDOW = 3.0, 8.0
NUMBER_PT, NAME_PT = 13.0, 11.0
# Half of a line of NAME_PT.
HALF_LINE = 2.6
CENTRE = Qt.AlignmentFlag.AlignHCenter
# How wide the words in the ring are.
RING_WORDS = 34.0
# Chords of the ring: 120 stray 0.02 mm from a circle of 5 cm.
CHORDS = 120


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet shows of a patch, and where on the page the landmark lies."""

    ink: Ink
    skin: Skin
    tile: Tile
    origin: Spot
    # What the cut-out is called; of several the first that has room.
    names: tuple[str, ...]

    def draw(self) -> None:
        """Draws all of it, what is pale first."""
        if self.skin.ring:
            self._ring()
        self._outline()
        self._landmark()
        for hole in self.tile.holes:
            self._hole(hole)
        if self.tile.joined_left:
            self._tips(self.tile.left, self.tile.number - 1, inward=1)
        if self.tile.joined_right:
            self._tips(self.tile.right, self.tile.number, inward=-1)
        self._name()

    def _outline(self) -> None:
        """The thick line to cut along; the strip on which the next sheet is taped has a thin one."""
        tile = self.tile
        closed = (*self.skin.outline, self.skin.outline[0])
        self._lines(closed, tile.left, tile.right, THICK)
        if tile.joined_left:
            self._upright(tile.left, THICK)
        if tile.joined_right:
            self._lines(closed, tile.right, tile.reach, THICK)
            self._upright(tile.right, THIN, dashed=True)
            self._upright(tile.reach, THICK)

    def _ring(self) -> None:
        """Pale where no point may be, and a small window for the navel."""
        ring, tile = _circle(self.skin.ring), self.tile
        pale = [(min(max(u, tile.left), tile.right), v) for u, v in ring]
        if max(u for u, _ in pale) > min(u for u, _ in pale):
            self.ink.shape([self._page(spot) for spot in pale], 0, fill=PALE)
        self._lines((*ring, ring[0]), tile.left, tile.right, THIN)
        left, right = max(tile.left, -self.skin.ring), min(tile.right, self.skin.ring)
        if right - left > RING_WORDS:
            x, y = self._page(((left + right) / 2, self.skin.ring * 0.35))
            said = _tr("papers", "No needle inside this ring")
            self.ink.words(said, x - RING_WORDS / 2, y, RING_WORDS, NAME_PT, align=CENTRE)
        window = _circle(WINDOW)
        self._lines((*window, window[0]), tile.left, tile.right, THICK)

    def _landmark(self) -> None:
        """A cross at the spot from which the patch is measured; a point in its middle stays clear."""
        if self.skin.ring:
            arms = [((-3.0, 0.0), (3.0, 0.0)), ((0.0, -3.0), (0.0, 3.0))]
        else:
            near, far = 4.0, 11.0
            up = 1 if any(hole.below and hole.at == (0, 0) for hole in self.skin.holes) else -1
            arms = [((-far, 0.0), (-near, 0.0)), ((near, 0.0), (far, 0.0))]
            arms += [((0.0, up * CROSS_REACH), (0.0, up * NUMBER_REACH)), ((0.0, -up * near), (0.0, -up * far))]
        for arm in arms:
            self._lines(arm, self.tile.left, self.tile.right, THICK)

    def _hole(self, hole: Hole) -> None:
        """A circle to push a pencil through, its middle, and its number above."""
        x, y = self._page(hole.at)
        said = point_mark(hole.place, hole.number)
        wide = self.ink.width_of(said, NUMBER_PT, bold=True) + 1
        high = self.ink.height_of(said, 2 * wide, NUMBER_PT, bold=True)
        top = y + HOLE if hole.below else y - HOLE - high
        if self.skin.ring:
            # The line of the ring makes way for a number.
            self.ink.box(x - wide / 2, top, wide, high, weight=0, fill=WHITE)
        self.ink.words(said, x - wide, top, 2 * wide, NUMBER_PT, bold=True, align=CENTRE)
        self.ink.circle((x, y), HOLE, THIN)
        self.ink.cross((x, y), 1.2, FINE)

    def _tips(self, joint: float, number: int, *, inward: int) -> None:
        """Two lettered tips at a joint: the same letters of two sheets meet."""
        for count, height in enumerate(tips(self.skin, joint)):
            x, y = self._page((joint, height))
            self.ink.shape([(x, y), (x + inward * 3, y - 1.6), (x + inward * 3, y + 1.6)], FINE, fill=BLACK)
            letter = chr(ord("A") + 2 * (number - 1) + count)
            self.ink.words(letter, x + inward * 5.5 - 3, y - HALF_LINE, 6, NAME_PT, bold=True, align=CENTRE)

    def _name(self) -> None:
        """Where the head is, and whose skin it is, in bands of their own."""
        up = 1 if self.skin.turn.y > 0 else -1
        free = bands(self.skin, self.tile)[::up]
        head = _tr("papers", "head")
        wide = self.ink.width_of(head, NAME_PT, bold=True) + 5
        place = next((band for band in free if band.width > wide + 1), None)
        if place:
            x, y = self._page(place.middle)
            x -= wide / 2
            self.ink.arrow((x, y + 3 * up), (x, y - 3 * up))
            self.ink.words(head, x + 3, y - HALF_LINE, wide, NAME_PT, bold=True)
        others = [band for band in free if band is not place]
        for name in self.names:
            wide = self.ink.width_of(name, NAME_PT) + 1
            room = [band for band in others if band.width > wide]
            if room:
                x, y = self._page(room[-1].middle)
                self.ink.words(name, x - wide / 2, y - HALF_LINE, wide, NAME_PT, align=CENTRE)
                return

    def _upright(self, u: float, weight: float, *, dashed: bool = False) -> None:
        span = self.skin.rise(u)
        if span:
            self.ink.line(self._page((u, span[0])), self._page((u, span[1])), weight, dashed=dashed)

    def _lines(self, corners: Sequence[Spot], left: float, right: float, weight: float) -> None:
        """Draws what of a line lies between two upright lines."""
        for a, b in pairwise(corners):
            cut = _between(a, b, left, right)
            if cut:
                self.ink.line(self._page(cut[0]), self._page(cut[1]), weight)

    def _page(self, spot: Spot) -> Spot:
        return self.origin[0] + spot[0], self.origin[1] + spot[1]


def _between(a: Spot, b: Spot, left: float, right: float) -> tuple[Spot, Spot] | None:
    if a[0] > b[0]:
        a, b = b, a
    if b[0] < left or a[0] > right:
        return None
    slope = (b[1] - a[1]) / (b[0] - a[0]) if b[0] > a[0] else 0.0
    begin = a if a[0] >= left else (left, a[1] + slope * (left - a[0]))
    end = b if b[0] <= right else (right, a[1] + slope * (right - a[0]))
    return (begin, end) if begin != end else None


def _circle(radius: float) -> tuple[Spot, ...]:
    turns = [2 * pi * number / CHORDS for number in range(CHORDS)]
    return tuple((radius * cos(turn), radius * sin(turn)) for turn in turns)
