"""Which dot templates are tested, and how a point is found on one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import dist

import pytest
from PySide6.QtGui import QPageSize

from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import TYPICAL, Calibration, Place, Plane, SitePoint, plane_of
from anakinra_companion.papers.place_words import point_mark
from tests.bodies import body
from tests.papers.measured import Sheet, Spot

Printed = Callable[..., list[Sheet]]
DAY = date(2026, 12, 2)
PAGES = [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter]
LARGE = body("large", thigh_around=8500, waist_around=15000)
# Higher than a sheet, the belly wider than one too.
TALL = replace(TYPICAL, id="tall", thigh_height=2100, belly_width=2600, belly_height=2400)
SMALL = body("small", thigh_around=3200, waist_around=5500)
PATCHES = [
    *((plane, TYPICAL) for plane in Plane),
    (Plane.BELLY, LARGE),
    (Plane.THIGH_LEFT, LARGE),
    (Plane.BELLY, TALL),
    (Plane.THIGH_LEFT, TALL),
    (Plane.BELLY, SMALL),
    (Plane.THIGH_RIGHT, SMALL),
    (Plane.ARM_LEFT, SMALL),
]
HOLE, TENTH_MM = 3.0, 0.1
on_both_papers = pytest.mark.parametrize("page", PAGES, ids=["A4", "Letter"])
on_every_plane = pytest.mark.parametrize("plane", Plane)
on_every_patch = pytest.mark.parametrize(
    ("plane", "body"), PATCHES, ids=[f"{body.id}-{plane.value}" for plane, body in PATCHES]
)


def points(plane: Plane, body: Calibration) -> dict[str, SitePoint]:
    """The lattice by what is printed at each point."""
    places = [place for place in Place if plane_of(place) is plane]
    return {
        point_mark(place, number): point
        for place in places
        for number, point in enumerate(lattice(place, body), start=1)
    }


def holes(sheet: Sheet) -> dict[str, Spot]:
    """The middles of the holes by the number that stands at each."""
    found = {}
    for circle in sheet.circles:
        if abs(circle.radius - HOLE) < TENTH_MM:
            x, y = circle.middle
            words = [word for word in sheet.words if abs(word.middle - x) < 1.5 and abs(word.base - y) < 9]
            mark = min(words, key=lambda word: abs(word.base - 2 - y)).text
            assert mark not in found
            found[mark] = circle.middle
    return found


def tips(sheet: Sheet) -> dict[str, Spot]:
    """The points of the little black tips by their letters, beside an upright joint or a level one."""
    found = {}
    for shape in sheet.shapes:
        if len(shape.corners) == 4 and 3 - TENTH_MM <= shape.width <= 3.2 + TENTH_MM:
            x, y = shape.corners[0]
            letters = [word for word in sheet.words if len(word.text) == 1 and word.text.isalpha()]
            near = min(letters, key=lambda word: dist((word.middle, word.base - 1.5), (x, y)))
            assert dist((near.middle, near.base - 1.5), (x, y)) < 7
            found[near.text] = (x, y)
    return found
