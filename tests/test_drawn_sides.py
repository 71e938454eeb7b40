"""A place seen from its side is seen from the person's own near side; what is held, pushed and aimed is in sight."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from anakinra_companion import drawings
from anakinra_companion.domain.sites import Place
from anakinra_companion.drawings import DRAWN
from anakinra_companion.ui.artwork import Artwork
from tests.pictures import JEANS, PAGE, RESOURCES, SHIRT, colours, inked


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("name", ["step-3", "step-4", "step-5", "cannot-pinch"])
def test_a_place_seen_from_its_side_is_told_by_clothes_and_by_what_is_beside_it(name: str, place: Place) -> None:
    other = Place.ARM_LEFT if place is not Place.ARM_LEFT else Place.BELLY_LEFT
    seen, another = (
        inked(drawings.renderer(f"walkthrough/{name}.svg", 2, each.value), "side", PAGE) for each in (place, other)
    )
    assert seen
    if place.value.split("_")[0] != other.value.split("_")[0]:
        assert seen != another
    assert colours(RESOURCES / "walkthrough" / "bodies" / f"{place.value}.svg") & {JEANS, SHIRT}


# Where the clothes nearest to the head are, on places seen from their side: front up, or back up.
TORSO = {"thigh": JEANS, "belly": SHIRT, "arm": JEANS, "buttock": SHIRT}
FRONT_UP = ("thigh", "belly")


def side_at(shown: Artwork, x: int, y: int) -> str:
    """The colour of a point of the body seen from its side, as it is on the screen."""
    renderer = drawings.renderer("walkthrough/step-3.svg", 2, shown.body, helper=shown.helper)
    picture = QImage(QSize(800, 600), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    renderer.render(painter, "side", renderer.boundsOnElement("side"))
    painter.end()
    return picture.pixelColor(799 - x if shown.mirrored else x, y).name()


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("helper", [False, True], ids=["alone", "helped"])
@pytest.mark.parametrize("mirrored", [False, True], ids=["right-hand", "left-hand"])
@pytest.mark.parametrize("place", Place)
def test_a_place_seen_from_its_side_is_seen_from_the_persons_own_near_side(
    place: Place, mirrored: bool, helper: bool
) -> None:
    """From the left, a person whose front is up has the head at the right; one whose back is up, at the left."""
    shown = Artwork("walkthrough/step-3.svg", "Pinch", place=place, mirrored=mirrored, helper=helper)
    part, side = place.value.split("_")
    head_is_right = (side == "left") == (part in FRONT_UP)
    head, feet = (780, 20) if head_is_right else (20, 780)
    assert side_at(shown, head, 540) == TORSO[part]
    assert side_at(shown, feet, 540) != TORSO[part]
    shown.deleteLater()


@pytest.mark.parametrize("place", [Place.BELLY_LEFT, Place.BELLY_RIGHT])
def test_the_navel_is_beyond_the_place_as_seen_from_the_side_of_the_place(place: Place) -> None:
    side = (RESOURCES / "walkthrough" / "bodies" / f"{place.value}.svg").read_text(encoding="utf-8")
    layer = side[side.index('<g id="side"') :]
    navel = [line for line in layer.splitlines() if DRAWN[1] in line and 'stroke-width="3"' in line]
    assert len(navel) == 1
    numbers = re.findall(r"M[\d.]+ ([\d.]+)", navel[0])
    # The fold is held, and the needle goes in, nearer to whoever looks.
    assert float(numbers[0]) < 425


def test_at_the_end_the_plunger_sits_at_the_flange() -> None:
    renderer = drawings.renderer("walkthrough/step-5.svg", 2)
    plunger, barrel = (renderer.boundsOnElement(layer) for layer in ("moving", "syringe-front"))
    # The head is a plate of its own above the flange: no more than its thickness stands out.
    assert 0 < barrel.top() - plunger.top() < 20
