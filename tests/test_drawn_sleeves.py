"""Whose hands they are: somebody who helps wears sleeves, one on each hand, and they move with it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from anakinra_companion.domain.sites import Place
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.motion import MOTIONS
from tests.pictures import (
    CHOICES,
    HANDLESS,
    PLUM,
    STEPS,
    SVG,
    drawing,
)


def hands(name: str) -> dict[str, ElementTree.Element]:
    """The layers of hands in a picture."""
    layers = ElementTree.parse(drawing("walkthrough", name)).getroot().findall(f"{SVG}g")
    return {layer.get("id", ""): layer for layer in layers if layer.get("id", "").startswith("hand")}


def sleeved(name: str) -> set[str]:
    """The layers with a sleeve."""
    return {layer for layer, drawn in hands(name).items() if drawn.findall(f"{SVG}path[@class='sleeve']")}


@pytest.mark.parametrize("name", [name for name in (*STEPS, *CHOICES) if name not in HANDLESS])
def test_each_hand_of_somebody_who_helps_has_one_sleeve(name: str) -> None:
    each = {layer.removesuffix("-front") for layer in hands(name)}
    assert sorted(layer.removesuffix("-front") for layer in sleeved(name)) == sorted(each)


@pytest.mark.parametrize("name", MOTIONS)
def test_a_sleeve_moves_with_its_hand(name: str) -> None:
    moving = MOTIONS[name].layers
    for layer in sleeved(name):
        hand = layer.removesuffix("-front")
        assert ({hand, f"{hand}-front"} & set(hands(name)) <= moving) == (layer in moving)


def shows(name: str, colour: str, *, helper: bool, place: Place | None = None) -> bool:
    """True where a colour is to be seen in a picture."""
    shown = Artwork(f"walkthrough/{name}.svg", "Shown", helper=helper, place=place)
    shown.resize(400, 300)
    picture = shown.grab().toImage()
    shown.deleteLater()
    return any(picture.pixelColor(x, y).name() == colour for x in range(0, 400, 3) for y in range(0, 300, 3))


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("name", [name for name in (*STEPS, *CHOICES) if name not in HANDLESS])
def test_only_the_hands_of_somebody_who_helps_wear_sleeves(name: str) -> None:
    assert shows(name, PLUM, helper=True)
    assert not shows(name, PLUM, helper=False)
