"""The drawings: every icon is there, every place is on its own side, no picture shows a cover going back on."""

from __future__ import annotations

import re
from itertools import combinations
from math import hypot
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from anakinra_companion import drawings
from anakinra_companion.domain.sites import HELPER_PLACES, RIGHT_PLACES, SELF_PLACES, Place
from anakinra_companion.drawings import DRAWN
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.motion import MOTIONS

RESOURCES = Path(__file__).parents[1] / "resources"
# fmt: off
STATE_ICONS = (
    "check-circle", "half-circle", "dash-circle", "empty-circle", "x-circle", "question-circle", "pause",
    "plus-circle", "ring-dot", "future", "warning", "stop",
)
ICONS = (
    *STATE_ICONS,
    "today", "bodymap", "storage", "calendar", "help", "settings", "syringe", "fridge", "snowflake", "sun",
    "check", "info", "clock", "undo", "back", "forward", "up", "down", "house", "out", "in", "sharps", "phone",
    "plus", "minus", "edit", "person", "people", "list", "close", "eye", "hand", "drop", "bandage", "box",
    "book", "home-fridge", "trash-apart", "search",
)
# fmt: on
STEPS = tuple(f"step-{number}" for number in range(1, 9))
DONTS = ("dont-touch", "dont-put-down", "dont-recap", "dont-shake", "dont-alcohol")
# fmt: off
CHOICES = (
    "choose-syringe", "kept-well", "look-at-glass", "look-at-liquid", "foam-settles", "look-at-skin", "wash-hands",
    "cannot-pinch", "set-aside", "done", *DONTS,
)
# fmt: on
# From the third step on the cover is in the bin; a picture that shows it teaches recapping.
UNCOVERED = (*STEPS[2:], "cannot-pinch")
# Pictures that show a place say by a small figure which one it is.
PLACED = ("look-at-skin", "step-1", "step-3", "step-4", "step-5", "step-6", "step-7", "cannot-pinch")
# Pictures that nobody's hand is in.
HANDLESS = ("foam-settles", "set-aside", "done")
PLUM, PROHIBITED = "#7a4b6b", "#b3261e"
SHIRT, JEANS = "#d9ded8", "#8fa9ad"
DOT, HEAD = "#0f6b6b", (82, 57)
FIGURE = QRect(22, 22, 120, 214)
# 5 cm (D5) on a figure that stands for a person of about 170 cm.
NAVEL_RING = 25
DRAWN_SKIN = {"#e8b998", "#d19a76", "#f4cfb3"}
SVG = "{http://www.w3.org/2000/svg}"
HALF = 127
PAGE = QSize(400, 900)
WORDS = {f"{SVG}text", f"{SVG}tspan", f"{SVG}textArea"}
BEYOND_TINY = {f"{SVG}{name}" for name in ("filter", "mask", "clipPath", "style", "image", "foreignObject")}


def drawing(folder: str, name: str) -> Path:
    return RESOURCES / folder / f"{name}.svg"


def elements(file: Path) -> list[ElementTree.Element]:
    return list(ElementTree.parse(file).getroot().iter())


def colours(file: Path) -> set[str]:
    """Every paint named in a drawing, as an attribute."""
    named = (element.get(paint) for element in elements(file) for paint in ("fill", "stroke", "stop-color", "color"))
    return {colour.lower() for colour in named if colour is not None}


def inked(renderer: QSvgRenderer, part: str, size: QSize, threshold: int = 0) -> set[tuple[int, int]]:
    """The pixels that a part of a drawing, or all of it, covers by more than the threshold (0 to 255)."""
    picture = QImage(size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if part:
        renderer.render(painter, part, renderer.boundsOnElement(part))
    else:
        renderer.render(painter)
    painter.end()
    # Kept in a name: its bytes are gone with it.
    mask = picture.convertToFormat(QImage.Format.Format_Alpha8)
    alpha, line = bytes(mask.constBits()), mask.bytesPerLine()
    return {(at % line, at // line) for at, ink in enumerate(alpha) if ink > threshold and at % line < size.width()}


def view_of(place: Place) -> str:
    return "front" if place in SELF_PLACES else "back"


def bounds(place: Place) -> tuple[QRectF, QSvgRenderer]:
    renderer = QSvgRenderer(str(drawing("body", view_of(place))))
    return renderer.boundsOnElement(place.value), renderer


@pytest.mark.parametrize("name", [*ICONS, "app"])
def test_every_icon_exists_and_can_be_drawn(name: str) -> None:
    assert QSvgRenderer(str(drawing("icons", name))).isValid()


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_has_one_colour_that_the_theme_can_replace(name: str) -> None:
    assert colours(drawing("icons", name)) <= {"#000000", "none"}
    assert "style=" not in drawing("icons", name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_on_a_square_of_24(name: str) -> None:
    assert QSvgRenderer(str(drawing("icons", name))).viewBoxF() == QRectF(0, 0, 24, 24)


def test_the_application_icon_is_drawn_on_a_square_of_128() -> None:
    assert QSvgRenderer(str(drawing("icons", "app"))).viewBoxF() == QRectF(0, 0, 128, 128)


def test_no_two_icons_are_the_same_drawing() -> None:
    drawn = [drawing("icons", name).read_text(encoding="utf-8") for name in ICONS]
    assert len(set(drawn)) == len(ICONS)


@pytest.mark.parametrize(("one", "other"), list(combinations(STATE_ICONS, 2)))
def test_two_states_differ_by_shape_when_small(one: str, other: str) -> None:
    shapes = [inked(QSvgRenderer(str(drawing("icons", name))), "", QSize(20, 20), HALF) for name in (one, other)]
    assert len(shapes[0] ^ shapes[1]) > 0.2 * len(shapes[0] | shapes[1])


def test_no_icon_is_large() -> None:
    assert [file.name for file in (RESOURCES / "icons").glob("*.svg") if file.stat().st_size > 2_000] == []


@pytest.mark.parametrize("place", Place)
def test_a_place_is_on_its_own_view_only(place: Place) -> None:
    other = "back" if place in SELF_PLACES else "front"
    assert QSvgRenderer(str(drawing("body", view_of(place)))).elementExists(place.value)
    assert not QSvgRenderer(str(drawing("body", other))).elementExists(place.value)


@pytest.mark.parametrize("place", Place)
def test_a_place_lies_within_the_figure(place: Place) -> None:
    skin, renderer = bounds(place)
    assert not skin.isEmpty()
    assert renderer.boundsOnElement("figure").contains(skin)
    assert renderer.viewBoxF().contains(renderer.boundsOnElement("figure"))


@pytest.mark.parametrize("place", Place)
def test_a_place_is_all_on_the_body(place: Place) -> None:
    renderer = bounds(place)[1]
    assert inked(renderer, place.value, PAGE) <= inked(renderer, "figure", PAGE)


def test_the_skin_round_the_navel_belongs_to_no_place() -> None:
    renderer = bounds(Place.BELLY_LEFT)[1]
    navel = renderer.boundsOnElement("navel").center()
    belly = inked(renderer, Place.BELLY_LEFT.value, PAGE) | inked(renderer, Place.BELLY_RIGHT.value, PAGE)
    assert min(hypot(x + 0.5 - navel.x(), y + 0.5 - navel.y()) for x, y in belly) >= NAVEL_RING


@pytest.mark.parametrize("place", Place)
def test_left_is_the_persons_own_left(place: Place) -> None:
    skin, renderer = bounds(place)
    middle = renderer.viewBoxF().center().x()
    viewers_left = (place in RIGHT_PLACES) == (view_of(place) == "front")
    assert (skin.right() < middle) if viewers_left else (skin.left() > middle)


@pytest.mark.parametrize("places", [SELF_PLACES, HELPER_PLACES])
def test_no_two_places_overlap(places: tuple[Place, ...]) -> None:
    skins = [bounds(place)[0] for place in places]
    assert not any(a.intersects(b) for at, a in enumerate(skins) for b in skins[at + 1 :])


def test_the_thigh_places_lie_above_the_kneecaps_and_below_the_navel() -> None:
    for place, kneecap in ((Place.THIGH_LEFT, "kneecap_left"), (Place.THIGH_RIGHT, "kneecap_right")):
        skin, renderer = bounds(place)
        assert renderer.boundsOnElement("navel").bottom() < skin.top()
        assert skin.bottom() < renderer.boundsOnElement(kneecap).top()


@pytest.mark.parametrize("view", ["front", "back"])
def test_places_and_their_parents_are_not_moved_by_a_transform(view: str) -> None:
    assert [element.get("id") for element in elements(drawing("body", view)) if element.get("transform")] == []


@pytest.mark.parametrize("view", ["front", "back"])
def test_a_figure_is_drawn_in_the_skin_colours_that_the_tones_replace(view: str) -> None:
    assert colours(drawing("body", view)) >= DRAWN_SKIN


@pytest.mark.parametrize("view", ["front", "back"])
def test_a_figure_has_no_words_and_nothing_qt_cannot_draw(view: str) -> None:
    assert {element.tag for element in elements(drawing("body", view))}.isdisjoint(WORDS | BEYOND_TINY)


@pytest.mark.parametrize("view", ["front", "back"])
def test_a_figure_is_a_small_file(view: str) -> None:
    assert drawing("body", view).stat().st_size < 60_000


@pytest.mark.parametrize("name", [*STEPS, *CHOICES])
def test_every_picture_of_the_walkthrough_can_be_drawn(name: str) -> None:
    renderer = QSvgRenderer(str(drawing("walkthrough", name)))
    assert renderer.isValid()
    assert renderer.viewBoxF() == QRectF(0, 0, 800, 600)


@pytest.mark.parametrize("name", [*STEPS, *CHOICES])
def test_a_picture_of_the_walkthrough_has_no_words(name: str) -> None:
    assert {element.tag for element in elements(drawing("walkthrough", name))}.isdisjoint(WORDS)


@pytest.mark.parametrize("name", UNCOVERED)
def test_no_cover_is_drawn_once_it_came_off(name: str) -> None:
    named = [element.get("id", "") for element in elements(drawing("walkthrough", name))]
    assert [found for found in named if re.search("cap|cover", found, re.IGNORECASE)] == []


@pytest.mark.parametrize("name", [*STEPS, *CHOICES])
def test_a_picture_of_the_walkthrough_is_a_small_file(name: str) -> None:
    assert drawing("walkthrough", name).stat().st_size < 120_000


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
        assert not any(FIGURE.contains(x, y) for x, y in drawn)


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


@pytest.mark.parametrize("name", DONTS)
def test_what_not_to_do_is_crossed_out_with_the_same_ring(name: str) -> None:
    circles = [element for element in elements(drawing("walkthrough", name)) if element.tag == f"{SVG}circle"]
    rings = [circle for circle in circles if circle.get("stroke") == PROHIBITED and circle.get("r") == "262"]
    assert [(ring.get("cx"), ring.get("cy"), ring.get("stroke-width")) for ring in rings] == [("400", "300", "26")]


@pytest.mark.usefixtures("qtbot")
def test_a_tick_is_never_turned_over() -> None:
    seen = [Artwork("walkthrough/done.svg", "Done", mirrored=mirrored) for mirrored in (False, True)]
    ticks = []
    for shown in seen:
        shown.resize(800, 600)
        at = drawings.renderer("walkthrough/done.svg", 2).boundsOnElement("sign").toAlignedRect()
        if shown.mirrored:
            at.moveLeft(800 - at.right() - 1)
        ticks.append(shown.grab(at.adjusted(20, 20, -20, -20)).toImage().scaled(40, 40))
        shown.deleteLater()
    same = sum(ticks[0].pixelColor(x, y) == ticks[1].pixelColor(x, y) for x in range(40) for y in range(40))
    assert same > 0.9 * 1600


@pytest.mark.parametrize("file", sorted((RESOURCES / "walkthrough").rglob("*.svg")), ids=lambda file: file.stem)
def test_a_picture_has_nothing_qt_cannot_draw(file: Path) -> None:
    assert {element.tag for element in elements(file)}.isdisjoint(BEYOND_TINY | WORDS)
    assert [element.get("id") for element in elements(file) if element.get("transform")] == []
