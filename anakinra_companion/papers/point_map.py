"""All patches with the numbers of their points, smaller than real: where to look a number up."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from anakinra_companion.domain.sites import Calibration, Plane
from anakinra_companion.papers.ink import FINE, PALE, THIN, WHITE, Ink
from anakinra_companion.papers.place_words import point_mark, short_name
from anakinra_companion.papers.split import Skin, skin_of

_tr = QCoreApplication.translate
# As whoever looks at the person sees them, the person's right first from in front, the left first from behind.
ROWS_ALONE = ((Plane.BELLY,), (Plane.THIGH_RIGHT, Plane.THIGH_LEFT))
ROW_HELPED = (Plane.ARM_LEFT, Plane.BUTTOCK_LEFT, Plane.BUTTOCK_RIGHT, Plane.ARM_RIGHT)
NUMBER_PT, LARGE_NUMBER_PT, NAME_PT = 11.0, 13.0, 12.0
# The scale is no larger than the first; from the second on the numbers have room to be large.
LARGEST, ROOMY = 0.6, 0.5
GAP, NAME_HEIGHT = 8.0, 7.0
CENTRE = Qt.AlignmentFlag.AlignHCenter


def draw_map(ink: Ink, top: float, height: float, calibration: Calibration, *, helper: bool) -> float:
    """Draws the patches as large as they go, and returns their scale."""
    rows = [*ROWS_ALONE, *([ROW_HELPED] if helper else [])]
    skins = [[skin_of(plane, calibration, helper=True) for plane in row] for row in rows]
    widest = max(sum(skin.right - skin.left for skin in row) / (ink.width - GAP * len(row)) for row in skins)
    highest = sum(max(skin.bottom - skin.top for skin in row) for row in skins)
    scale = min(LARGEST, 1 / widest, (height - len(rows) * (NAME_HEIGHT + GAP)) / highest)
    for row in skins:
        share = (ink.width - scale * sum(skin.right - skin.left for skin in row)) / (len(row) + 1)
        left = share
        for skin in row:
            _patch(ink, skin, left - skin.left * scale, top + NAME_HEIGHT - skin.top * scale, scale)
            left += (skin.right - skin.left) * scale + share
        top += max(skin.bottom - skin.top for skin in row) * scale + NAME_HEIGHT + GAP
    return scale


def _patch(ink: Ink, skin: Skin, x: float, y: float, scale: float) -> None:
    """One patch with its name above and its numbers in the places of its points."""
    ink.shape([(x + u * scale, y + v * scale) for u, v in skin.outline], THIN)
    middle = x + (skin.left + skin.right) / 2 * scale
    name = short_name(skin.plane)
    wide = ink.width_of(name, NAME_PT, bold=True) + 2
    ink.words(
        name, middle - wide / 2, y + skin.top * scale - NAME_HEIGHT + 0.5, wide, NAME_PT, bold=True, align=CENTRE
    )
    if skin.ring:
        ink.circle((x, y), skin.ring * scale, FINE, fill=PALE)
        ink.words(_tr("papers", "navel"), x - 10, y - 2.5, 20, NUMBER_PT, align=CENTRE)
    size = LARGE_NUMBER_PT if scale >= ROOMY else NUMBER_PT
    for hole in skin.holes:
        said = point_mark(hole.place, hole.number)
        wide, high = ink.width_of(said, size), ink.height_of(said, 20, size)
        middle, level = x + hole.at[0] * scale, y + hole.at[1] * scale
        # Lines make way for a number.
        ink.box(middle - wide / 2, level - high / 2, wide, high, weight=0, fill=WHITE)
        ink.words(said, middle - 10, level - high / 2, 20, size, align=CENTRE)
