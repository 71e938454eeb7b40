"""A picture says which place it is and whose hands they are: for either hand, alone or with somebody who helps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from anakinra_companion import drawings
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import RIGHT_PLACES, Place
from anakinra_companion.drawings import DRAWN
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.motion import MOTIONS
from tests.pictures import (
    BOX,
    CHOICES,
    DOT,
    FIGURE,
    HEAD,
    JEANS,
    PAGE,
    PLACED,
    RESOURCES,
    SHIRT,
    STEPS,
    colours,
    inked,
    view_of,
)


@pytest.mark.parametrize("place", Place)
def test_every_place_has_a_body_of_its_own_to_be_shown_on(place: Place) -> None:
    file = RESOURCES / "walkthrough" / "bodies" / f"{place.value}.svg"
    assert QSvgRenderer(str(file)).elementExists("body")
    assert colours(file) & set(DRAWN)


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("place", Place)
def test_the_place_that_was_chosen_is_the_one_that_is_drawn(place: Place, mirrored: bool) -> None:
    shown = Artwork("walkthrough/step-1.svg", "Wipe", place=place, mirrored=mirrored)
    side = place.value.rsplit("_", 1)[1]
    drawn = shown.body.rsplit("_", 1)
    assert drawn[0] == place.value.rsplit("_", 1)[0]
    assert (drawn[1] == side) is not mirrored
    shown.deleteLater()


def figure(name: str, place: Place | None, *, mirrored: bool, helper: bool) -> QImage:
    """The small figure as it is on the screen, cut out."""
    shown = Artwork(f"walkthrough/{name}.svg", "Shown", place=place, mirrored=mirrored, helper=helper)
    shown.resize(800, 600)
    picture = shown.grab().toImage()
    shown.deleteLater()
    corner = QPoint(800 - FIGURE.right() - 1, FIGURE.top()) if mirrored else FIGURE.topLeft()
    return picture.copy(QRect(corner, FIGURE.size()))


def dot(picture: QImage) -> float:
    """How far right of the figure's middle its dot is."""
    found = [
        x
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
        if picture.pixelColor(x, y).name() == QColor(DOT).name()
    ]
    return sum(found) / len(found) - picture.width() / 2


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("helper", [False, True], ids=["alone", "helped"])
@pytest.mark.parametrize("mirrored", [False, True], ids=["right-hand", "left-hand"])
@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("name", PLACED)
def test_a_small_figure_says_which_place_it_is(name: str, place: Place, mirrored: bool, helper: bool) -> None:
    shown = figure(name, place, mirrored=mirrored, helper=helper)
    viewers_left = (place in RIGHT_PLACES) == (view_of(place) == "front")
    assert (dot(shown) < -5) if viewers_left else (dot(shown) > 5)
    hair = shown.pixelColor(HEAD[0] - FIGURE.left(), HEAD[1] - FIGURE.top()).name() == DRAWN[-1]
    assert hair is (view_of(place) == "back")


def small_figure(place: Place, build: Build) -> set[tuple[int, int]]:
    """The pixels of the small figure alone, without its white box."""
    renderer = drawings.renderer("walkthrough/step-1.svg", 2, place.value, build=build)
    picture = QImage(QSize(800, 600), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    renderer.render(painter, "where", renderer.boundsOnElement("where"))
    painter.end()
    across, down = range(FIGURE.left(), FIGURE.right()), range(FIGURE.top(), FIGURE.bottom())
    return {(x, y) for x in across for y in down if picture.pixelColor(x, y).name() != "#ffffff"}


@pytest.mark.parametrize("place", Place)
def test_the_small_figure_has_the_persons_build_and_stays_in_its_box(place: Place) -> None:
    figures = [small_figure(place, build) for build in Build]
    wide = [max(x for x, _ in drawn) - min(x for x, _ in drawn) for drawn in figures]
    assert wide[0] < wide[1] < wide[2] <= BOX.width() - 20
    assert len({min(y for _, y in drawn) for drawn in figures}) == 1


@pytest.mark.parametrize("build", Build)
@pytest.mark.parametrize("place", Place)
def test_the_dot_lies_on_the_body_of_every_build(place: Place, build: Build) -> None:
    renderer = drawings.renderer("walkthrough/step-1.svg", 2, place.value, build=build)
    picture = QImage(QSize(800, 600), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    renderer.render(painter, "where", renderer.boundsOnElement("where"))
    painter.end()
    cut = picture.copy(FIGURE)
    viewers_left = (place in RIGHT_PLACES) == (view_of(place) == "front")
    assert (dot(cut) < -5) if viewers_left else (dot(cut) > 5)
    xs = [x for x, y in small_figure(place, build) if picture.pixelColor(x, y).name() == QColor(DOT).name()]
    body = [x for x, _ in small_figure(place, build)]
    assert min(body) < min(xs) < max(xs) < max(body)


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("mirrored", [False, True], ids=["right-hand", "left-hand"])
@pytest.mark.parametrize("name", PLACED)
def test_where_no_place_was_chosen_it_is_the_thigh_on_the_side_of_the_hand(name: str, mirrored: bool) -> None:
    place = Place.THIGH_LEFT if mirrored else Place.THIGH_RIGHT
    assert figure(name, None, mirrored=mirrored, helper=False) == figure(name, place, mirrored=mirrored, helper=False)


@pytest.mark.parametrize("name", PLACED)
def test_the_small_figure_holds_still_and_covers_no_hand(name: str) -> None:
    layers = drawings.layers(f"walkthrough/{name}.svg")
    assert "where" in layers
    assert name not in MOTIONS or "where" not in MOTIONS[name].layers
    for helper in (False, True):
        renderer = drawings.renderer(f"walkthrough/{name}.svg", 2, helper=helper)
        hands = (layer for layer in layers if layer.startswith(("hand", "syringe", "marks", "moving")))
        drawn = {pixel for layer in hands for pixel in inked(renderer, layer, QSize(800, 600))}
        assert not any(BOX.contains(x, y) for x, y in drawn)


@pytest.mark.parametrize("mirrored", [False, True], ids=["right-hand", "left-hand"])
@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("name", PLACED)
def test_a_word_below_the_small_figure_says_the_persons_own_side(name: str, place: Place, mirrored: bool) -> None:
    body = drawings.other_side(place.value) if mirrored else place.value
    said = drawings.side_label(drawings.renderer(f"walkthrough/{name}.svg", 2, body), body, mirrored=mirrored)
    assert said is not None
    words, room = said
    assert words == place.value.rsplit("_", 1)[1]
    box = QRectF(BOX.translated(800 - BOX.right() - 1 - BOX.left(), 0) if mirrored else BOX)
    assert box.contains(room)
    assert room.top() > FIGURE.bottom() - 8


@pytest.mark.parametrize("mirrored", [False, True], ids=["right-hand", "left-hand"])
def test_where_no_place_was_chosen_the_word_is_the_side_of_the_hand(mirrored: bool) -> None:
    said = drawings.side_label(drawings.renderer("walkthrough/step-1.svg", 2, ""), "", mirrored=mirrored)
    assert said is not None
    assert said[0] == ("left" if mirrored else "right")


@pytest.mark.parametrize("name", [name for name in (*STEPS, *CHOICES) if name not in PLACED])
def test_a_picture_without_a_small_figure_says_no_side(name: str) -> None:
    assert drawings.side_label(drawings.renderer(f"walkthrough/{name}.svg", 2), "", mirrored=False) is None


def word(place: Place, *, mirrored: bool, width: int = 800) -> QImage:
    """The word for a side as it is on the screen, cut out."""
    shown = Artwork("walkthrough/step-3.svg", "Shown", place=place, mirrored=mirrored)
    shown.resize(width, width * 3 // 4)
    picture = shown.grab().toImage()
    shown.deleteLater()
    share = width / 800
    left = 800 - 148 if mirrored else 16
    return picture.copy(QRect(round(left * share), round(231 * share), round(132 * share), round(58 * share)))


def ink(picture: QImage) -> set[tuple[int, int]]:
    """The pixels that are dark."""
    across, down = range(picture.width()), range(picture.height())
    return {(x, y) for x in across for y in down if picture.pixelColor(x, y).lightness() < 128}


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("width", [240, 400, 800])
@pytest.mark.parametrize("place", [Place.BELLY_LEFT, Place.ARM_RIGHT])
def test_the_word_for_a_side_is_in_sight_and_never_turned_over(place: Place, width: int) -> None:
    right, left = (ink(word(place, mirrored=mirrored, width=width)) for mirrored in (False, True))
    turned = {(round(132 * width / 800) - 1 - x, y) for x, y in left}
    assert len(right) > 20
    assert len(right ^ left) < 0.7 * len(right ^ turned)


@pytest.mark.usefixtures("qtbot")
def test_left_and_right_are_different_words() -> None:
    left, right = (word(place, mirrored=False) for place in (Place.BELLY_LEFT, Place.BELLY_RIGHT))
    assert left != right


def body_at(place: Place, at: tuple[int, int], *, helper: bool) -> str:
    """The colour of a point of the body of a place."""
    renderer = drawings.renderer("walkthrough/look-at-skin.svg", 2, place.value, helper=helper)
    picture = QImage(QSize(800, 600), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    renderer.render(painter, "body", renderer.boundsOnElement("body"))
    painter.end()
    return picture.pixelColor(*at).name()


@pytest.mark.parametrize("place", [Place.BELLY_LEFT, Place.BELLY_RIGHT])
def test_a_helper_sees_a_belly_upright_and_oneself_sees_it_from_above(place: Place) -> None:
    top, bottom = (430, 20), (430, 590)
    assert (body_at(place, top, helper=True), body_at(place, bottom, helper=True)) == (SHIRT, JEANS)
    assert (body_at(place, top, helper=False), body_at(place, bottom, helper=False)) == (JEANS, SHIRT)


@pytest.mark.parametrize("place", [Place.THIGH_LEFT, Place.THIGH_RIGHT])
def test_a_helper_sees_a_thigh_below_the_shorts_and_oneself_above(place: Place) -> None:
    assert body_at(place, (440, 10), helper=True) == JEANS
    assert body_at(place, (440, 590), helper=False) == JEANS


@pytest.mark.parametrize("helper", [False, True], ids=["alone", "helped"])
@pytest.mark.parametrize("place", [Place.THIGH_LEFT, Place.THIGH_RIGHT])
def test_the_other_leg_is_on_the_other_side_as_whoever_injects_sees_it(place: Place, helper: bool) -> None:
    left, right = (10, 300), (790, 300)
    other_leg_is_left = body_at(place, left, helper=helper) != "#ffffff"
    assert other_leg_is_left is ((place is Place.THIGH_RIGHT) is not helper)
    assert (body_at(place, right, helper=helper) != "#ffffff") is not other_leg_is_left


@pytest.mark.parametrize("place", [Place.ARM_LEFT, Place.ARM_RIGHT, Place.BUTTOCK_LEFT, Place.BUTTOCK_RIGHT])
def test_what_only_a_helper_reaches_is_seen_from_behind(place: Place) -> None:
    one, other = (
        drawings.renderer("walkthrough/step-7.svg", 2, place.value, helper=helper) for helper in (False, True)
    )
    assert inked(one, "body", PAGE) == inked(other, "body", PAGE)


@pytest.mark.parametrize("place", Place)
def test_the_quarters_of_a_buttock_are_shown_where_the_place_is_looked_at_and_not_under_a_plaster(
    place: Place,
) -> None:
    looked, plastered = (
        inked(drawings.renderer(f"walkthrough/{name}.svg", 2, place.value), "quarters", PAGE)
        for name in ("look-at-skin", "step-7")
    )
    assert bool(looked) is place.value.startswith("buttock")
    assert not plastered


def test_the_thumb_goes_with_the_plunger() -> None:
    layers = drawings.layers("walkthrough/step-5.svg")
    assert {"moving", "moving-thumb"} <= set(layers)
    assert MOTIONS["step-5"].layers == {"moving", "moving-thumb"}
    assert layers.index("moving") < layers.index("moving-thumb")
