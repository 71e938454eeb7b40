"""One sheet of the dot template at 1:1: outline, points, landmark, and the words that stay when it is cut out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, pi, sin

from PySide6.QtCore import QCoreApplication, Qt

from anakinra_companion.papers.bands import CROSS_REACH, LETTER_ASIDE, bands, level_tips, upright_tips
from anakinra_companion.papers.clip import Window
from anakinra_companion.papers.ink import BLACK, FINE, PALE, THICK, THIN, WHITE, Ink, Spot
from anakinra_companion.papers.place_words import point_mark
from anakinra_companion.papers.split import NUMBER_REACH, Hole, Skin, Tile

_tr = QCoreApplication.translate
HOLE, WINDOW = 3.0, 8.0
NUMBER_PT, NAME_PT = 13.0, 11.0
# Half of a line of NAME_PT.
HALF_LINE = 2.6
CENTRE = Qt.AlignmentFlag.AlignHCenter
# How long the tip at a joint is.
TIP = 3.0
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
        self._joints()
        self._name()

    def _outline(self) -> None:
        """The thick line to cut along; the strip on which the next sheet is taped has a thin one."""
        tile = self.tile
        closed = (*self.skin.outline, self.skin.outline[0])
        self._lines(closed, tile.shown, THICK)
        if tile.left_joint is not None:
            self._upright(tile.left, THICK)
        if tile.upper_joint is not None:
            self._level(tile.top, THICK)
        if tile.right_joint is not None:
            self._lines(closed, replace(tile.window, left=tile.right, right=tile.reach), THICK)
            self._upright(tile.right, THIN, dashed=True)
            self._upright(tile.reach, THICK)
        if tile.lower_joint is not None:
            self._lines(closed, replace(tile.window, top=tile.bottom, bottom=tile.foot), THICK)
            self._level(tile.bottom, THIN, dashed=True)
            self._level(tile.foot, THICK)
        self._corner()

    def _corner(self) -> None:
        """Where two strips meet each ends with a line of its own."""
        tile = self.tile
        if tile.right_joint is None or tile.lower_joint is None:
            return
        ends = (
            ((tile.right, tile.bottom), (tile.reach, tile.bottom)),
            ((tile.right, tile.bottom), (tile.right, tile.foot)),
        )
        for end in ends:
            self._lines(end, Window(tile.left, tile.reach, tile.top, tile.foot), THICK)

    def _ring(self) -> None:
        """Pale where no point may be, and a small window for the navel."""
        ring, tile = _circle(self.skin.ring), self.tile
        pale = tile.shown.outline(ring)
        if pale:
            self.ink.shape([self._page(spot) for spot in pale], 0, fill=PALE)
        self._lines((*ring, ring[0]), tile.shown, THIN)
        left, right = max(tile.left, -self.skin.ring), min(tile.right, self.skin.ring)
        below = next(
            (share * self.skin.ring for share in (0.35, -0.65) if self._has_room(share * self.skin.ring)), None
        )
        if right - left > RING_WORDS and below is not None:
            x, y = self._page(((left + right) / 2, below))
            said = _tr("papers", "No needle inside this ring")
            self.ink.words(said, x - RING_WORDS / 2, y, RING_WORDS, NAME_PT, align=CENTRE)
        window = _circle(WINDOW)
        self._lines((*window, window[0]), tile.shown, THICK)

    def _has_room(self, top: float) -> bool:
        """True where two lines of words below a height are on this sheet."""
        return self.tile.top + 1 <= top and top + 4 * HALF_LINE + 1 <= self.tile.bottom

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
            self._lines(arm, self.tile.shown, THICK)

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

    def _joints(self) -> None:
        """The lettered tips: the same letters of two sheets meet."""
        skin, tile = self.skin, self.tile
        if tile.left_joint is not None:
            self._tips(upright_tips(skin, tile, tile.left), tile.left_joint, (1, 0))
        if tile.right_joint is not None:
            self._tips(upright_tips(skin, tile, tile.right), tile.right_joint, (-1, 0))
        if tile.upper_joint is not None:
            self._tips(level_tips(skin, tile, tile.top), tile.upper_joint, (0, 1))
        if tile.lower_joint is not None:
            self._tips(level_tips(skin, tile, tile.bottom), tile.lower_joint, (0, -1))

    def _tips(self, spots: Sequence[Spot], joint: int, inward: tuple[int, int]) -> None:
        """Two tips at a joint; beside a level one the letters stand between the rows of points."""
        right, down = inward
        for number, spot in enumerate(spots):
            x, y = self._page(spot)
            foot_x, foot_y = x + right * TIP, y + down * TIP
            corners = [
                (x, y),
                (foot_x - down * 1.6, foot_y - right * 1.6),
                (foot_x + down * 1.6, foot_y + right * 1.6),
            ]
            self.ink.shape(corners, FINE, fill=BLACK)
            at_x, at_y = (x + right * 5.5, y) if right else (x + LETTER_ASIDE, y + down * 2.4)
            letter = joint_letter(2 * joint + number)
            self.ink.words(letter, at_x - 3, at_y - HALF_LINE, 6, NAME_PT, bold=True, align=CENTRE)

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
            begin, end = max(span[0], self.tile.top), min(span[1], self.tile.bottom)
            self.ink.line(self._page((u, begin)), self._page((u, end)), weight, dashed=dashed)

    def _level(self, v: float, weight: float, *, dashed: bool = False) -> None:
        span = self.skin.span(v)
        if span:
            begin, end = max(span[0], self.tile.left), min(span[1], self.tile.right)
            self.ink.line(self._page((begin, v)), self._page((end, v)), weight, dashed=dashed)

    def _lines(self, corners: Sequence[Spot], window: Window, weight: float) -> None:
        """Draws what of a line lies inside a part of the patch."""
        for a, b in pairwise(corners):
            cut = window.line(a, b)
            if cut:
                self.ink.line(self._page(cut[0]), self._page(cut[1]), weight)

    def _page(self, spot: Spot) -> Spot:
        return self.origin[0] + spot[0], self.origin[1] + spot[1]


def joint_letter(number: int) -> str:
    """A, B, C and so on; after Z come AA, BB."""
    times, letter = divmod(number, 26)
    return chr(ord("A") + letter) * (times + 1)


def _circle(radius: float) -> tuple[Spot, ...]:
    turns = [2 * pi * number / CHORDS for number in range(CHORDS)]
    return tuple((radius * cos(turn), radius * sin(turn)) for turn in turns)
