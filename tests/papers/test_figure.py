"""The small person on paper is drawn as they look on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize

from anakinra_companion import drawings
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import SELF_PLACES, TYPICAL, Place, Plane
from anakinra_companion.papers import dot_template, rotation_sheet
from anakinra_companion.papers.figure import AIR, SIDES_HEIGHT
from tests.papers.dots import DAY
from tests.papers.measured import Shape, Sheet, sheets

A4 = QPageSize.PageSizeId.A4


def frame(build: Build, place: Place, height: float) -> tuple[float, float]:
    """How wide and high the frame of a place is, in millimetres, on a figure of this height."""
    drawing = drawings.renderer(f"body/front-{build.value}.svg", 0)
    scale = (height - SIDES_HEIGHT) / drawing.viewBoxF().height()
    box = drawing.boundsOnElement(place.value)
    return box.width() * scale + 2 * AIR, box.height() * scale + 2 * AIR


def builds_on(sheet: Sheet, places: Sequence[Place], height: float) -> set[Build]:
    """The builds whose frames of all these places are on the sheet."""

    def framed(build: Build, place: Place) -> bool:
        wide, high = frame(build, place, height)
        return any(abs(wide - shape.width) < 0.05 and abs(high - tall(shape)) < 0.05 for shape in sheet.shapes)

    return {build for build in Build if all(framed(build, place) for place in places)}


def tall(shape: Shape) -> float:
    return max(y for _, y in shape.corners) - min(y for _, y in shape.corners)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("build", Build)
def test_the_dot_template_shows_the_persons_build(build: Build, tmp_path: Path) -> None:
    path = tmp_path / "dots.pdf"
    dot_template.write(path, A4, dot_template.Template(Plane.BELLY, TYPICAL, DAY, build=build))
    assert builds_on(sheets(path)[0], [Place.BELLY_LEFT, Place.BELLY_RIGHT], dot_template.FIGURE_HEIGHT) == {build}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("build", Build)
def test_the_sheet_for_the_fridge_door_shows_the_persons_build(build: Build, tmp_path: Path) -> None:
    path = tmp_path / "rotation.pdf"
    rotation_sheet.write(path, A4, rotation_sheet.Rotation(TYPICAL, DAY, build=build))
    assert builds_on(sheets(path)[0], SELF_PLACES, rotation_sheet.FIGURE_HEIGHT) == {build}
