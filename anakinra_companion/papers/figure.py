"""The small person on paper, from in front or behind, with places framed and named."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt

from anakinra_companion import drawings
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import Place, plane_of
from anakinra_companion.papers.ink import THICK, THIN, Ink
from anakinra_companion.papers.split import FRONT

_tr = QCoreApplication.translate
# The lightest skin: its lines stay clear on a printer without colour.
TONE = 0
WORDS_PT = 11.0
SIDES_HEIGHT = 6.0
# The air between a place and its frame.
AIR = 0.6
RIGHT = Qt.AlignmentFlag.AlignRight


def draw_figure(
    ink: Ink,
    left: float,
    top: float,
    height: float,
    rooms: tuple[float, float],
    named: Sequence[tuple[Place, str]],
    build: Build = Build.MIDDLE,
) -> float:
    """Draws the view that places are seen in, with room for words at both sides, and returns its width.

    Left is the person's own, on both views; a place without words is only framed.
    """
    front = plane_of(named[0][0]) in FRONT
    drawing = drawings.renderer(f"body/{'front' if front else 'back'}-{build.value}.svg", TONE)
    body = left + rooms[0]
    scale = ink.picture(drawing, body, top + SIDES_HEIGHT, height - SIDES_HEIGHT)
    middle = body + drawing.viewBoxF().center().x() * scale
    end = body + drawing.viewBoxF().width() * scale
    whole = end + rooms[1] - left
    sides = _tr("papers", "your left"), _tr("papers", "your right")
    ink.words(sides[front], left, top, whole, WORDS_PT, bold=True)
    ink.words(sides[not front], left, top, whole, WORDS_PT, bold=True, align=RIGHT)
    for place, said in named:
        box = drawing.boundsOnElement(place.value)
        x, y = body + box.left() * scale - AIR, top + SIDES_HEIGHT + box.top() * scale - AIR
        wide, high = box.width() * scale + 2 * AIR, box.height() * scale + 2 * AIR
        ink.frame(x, y, wide, high, THICK)
        if not said:
            continue
        level = y + high / 2
        words = level - ink.height_of(said, 100, WORDS_PT) / 2
        if x + wide / 2 < middle:
            ink.line((body, level), (x, level), THIN)
            ink.words(said, left, words, rooms[0] - 1, WORDS_PT, align=RIGHT)
        else:
            ink.line((x + wide, level), (end, level), THIN)
            ink.words(said, end + 1, words, rooms[1] - 1, WORDS_PT)
    return whole
