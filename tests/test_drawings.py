"""The drawings: every icon is there, every place is on its own side, no picture shows a cover going back on."""

from __future__ import annotations

import re
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtSvg import QSvgRenderer

from anakinra_companion import drawings
from anakinra_companion.domain.sites import HELPER_PLACES, RIGHT_PLACES, SELF_PLACES, Place
from anakinra_companion.domain.skin.tape import Measure
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.widgets.tape_picture import SHOWN
from tests.pictures import (
    BEYOND_TINY,
    BUILDS,
    CHOICES,
    DONTS,
    FIGURES,
    PAGE,
    PROHIBITED,
    RESOURCES,
    STEPS,
    SVG,
    UNCOVERED,
    WORDS,
    colours,
    drawing,
    elements,
    inked,
    view_of,
)

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
# 5 cm (D5) on a figure that stands for a person of about 170 cm.
NAVEL_RING = 25
DRAWN_SKIN = {"#e8b998", "#d19a76", "#f4cfb3"}
HALF = 127


in_every_build = pytest.mark.parametrize("build", BUILDS)


def bounds(place: Place, build: str) -> tuple[QRectF, QSvgRenderer]:
    renderer = QSvgRenderer(str(drawing("body", f"{view_of(place)}-{build}")))
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


@in_every_build
@pytest.mark.parametrize("place", Place)
def test_a_place_is_on_its_own_view_only(place: Place, build: str) -> None:
    other = "back" if place in SELF_PLACES else "front"
    assert QSvgRenderer(str(drawing("body", f"{view_of(place)}-{build}"))).elementExists(place.value)
    assert not QSvgRenderer(str(drawing("body", f"{other}-{build}"))).elementExists(place.value)


@in_every_build
@pytest.mark.parametrize("place", Place)
def test_a_place_lies_within_the_figure(place: Place, build: str) -> None:
    skin, renderer = bounds(place, build)
    assert not skin.isEmpty()
    assert renderer.boundsOnElement("figure").contains(skin)
    assert renderer.viewBoxF().contains(renderer.boundsOnElement("figure"))


@in_every_build
@pytest.mark.parametrize("place", Place)
def test_a_place_is_all_on_the_body(place: Place, build: str) -> None:
    renderer = bounds(place, build)[1]
    assert inked(renderer, place.value, PAGE) <= inked(renderer, "figure", PAGE)


@in_every_build
def test_the_skin_round_the_navel_belongs_to_no_place(build: str) -> None:
    renderer = bounds(Place.BELLY_LEFT, build)[1]
    navel = renderer.boundsOnElement("navel").center()
    belly = inked(renderer, Place.BELLY_LEFT.value, PAGE) | inked(renderer, Place.BELLY_RIGHT.value, PAGE)
    assert min(hypot(x + 0.5 - navel.x(), y + 0.5 - navel.y()) for x, y in belly) >= NAVEL_RING


@in_every_build
@pytest.mark.parametrize("place", Place)
def test_left_is_the_persons_own_left(place: Place, build: str) -> None:
    skin, renderer = bounds(place, build)
    middle = renderer.viewBoxF().center().x()
    viewers_left = (place in RIGHT_PLACES) == (view_of(place) == "front")
    assert (skin.right() < middle) if viewers_left else (skin.left() > middle)


@in_every_build
@pytest.mark.parametrize("places", [SELF_PLACES, HELPER_PLACES])
def test_no_two_places_overlap(places: tuple[Place, ...], build: str) -> None:
    skins = [bounds(place, build)[0] for place in places]
    assert not any(a.intersects(b) for at, a in enumerate(skins) for b in skins[at + 1 :])


@in_every_build
def test_the_thigh_places_lie_above_the_kneecaps_and_below_the_navel(build: str) -> None:
    for place, kneecap in ((Place.THIGH_LEFT, "kneecap_left"), (Place.THIGH_RIGHT, "kneecap_right")):
        skin, renderer = bounds(place, build)
        assert renderer.boundsOnElement("navel").bottom() < skin.top()
        assert skin.bottom() < renderer.boundsOnElement(kneecap).top()


@pytest.mark.parametrize("figure", FIGURES)
def test_places_and_their_parents_are_not_moved_by_a_transform(figure: str) -> None:
    assert [element.get("id") for element in elements(drawing("body", figure)) if element.get("transform")] == []


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_is_drawn_in_the_skin_colours_that_the_tones_replace(figure: str) -> None:
    assert colours(drawing("body", figure)) >= DRAWN_SKIN


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_has_no_words_and_nothing_qt_cannot_draw(figure: str) -> None:
    assert {element.tag for element in elements(drawing("body", figure))}.isdisjoint(WORDS | BEYOND_TINY)


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_is_a_small_file(figure: str) -> None:
    assert drawing("body", figure).stat().st_size < 60_000


def across(build: str, part: str) -> float:
    """How wide a part of the figure is, in units of the drawing."""
    view = "back" if part.startswith(("arm", "buttock")) else "front"
    return QSvgRenderer(str(drawing("body", f"{view}-{build}"))).boundsOnElement(part).width()


@pytest.mark.parametrize("part", ["figure", *(place.value for place in Place)])
def test_a_broader_build_has_broader_skin(part: str) -> None:
    assert across("slight", part) < across("middle", part) < across("broad", part)


@in_every_build
@pytest.mark.parametrize("view", ["front", "back"])
def test_the_builds_stand_on_one_ground_and_are_as_tall(view: str, build: str) -> None:
    seen, middle = (QSvgRenderer(str(drawing("body", f"{view}-{each}"))) for each in (build, "middle"))
    assert seen.viewBoxF() == QRectF(0, 0, PAGE.width(), PAGE.height())
    assert seen.boundsOnElement("figure").top() == pytest.approx(middle.boundsOnElement("figure").top(), abs=1)
    assert seen.boundsOnElement("figure").bottom() == pytest.approx(middle.boundsOnElement("figure").bottom(), abs=1)


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


@pytest.mark.parametrize("name", DONTS)
def test_what_not_to_do_is_crossed_out_with_the_same_ring(name: str) -> None:
    circles = [element for element in elements(drawing("walkthrough", name)) if element.tag == f"{SVG}circle"]
    rings = [circle for circle in circles if circle.get("stroke") == PROHIBITED and circle.get("r") == "262"]
    assert [(ring.get("cx"), ring.get("cy"), ring.get("stroke-width")) for ring in rings] == [("400", "300", "26")]


@pytest.mark.parametrize("mirrored", [False, True], ids=["right-hand", "left-hand"])
def test_the_angles_stand_at_the_ends_of_their_lines_and_cover_neither_hand_nor_syringe(mirrored: bool) -> None:
    name = "walkthrough/step-4.svg"
    renderer = drawings.renderer(name, 2)
    hands = [layer for layer in drawings.layers(name) if layer.startswith(("hand", "syringe"))]
    drawn = {pixel for layer in hands for pixel in inked(renderer, layer, QSize(800, 600))}
    labels = drawings.labels(renderer, mirrored=mirrored)
    assert [words for words, _, _ in labels] == ["90°", "45°"]
    for (_, x, y), anchor in zip(labels, ("anchor-90", "anchor-45"), strict=True):
        at = 800 - x if mirrored else x
        end = renderer.boundsOnElement(anchor).center()
        assert hypot(at - end.x(), y - end.y()) < 50
        # As large as the words are in a picture 460 pixels wide.
        room = QRectF(at - 30, y - 12, 60, 24)
        assert not any(room.contains(*pixel) for pixel in drawn)


@pytest.mark.usefixtures("qtbot")
def test_a_tick_is_never_turned_over() -> None:
    seen = [Artwork("walkthrough/done.svg", "Done", mirrored=mirrored) for mirrored in (False, True)]
    ticks = []
    for shown in seen:
        shown.resize(800, 600)
        at = drawings.renderer("walkthrough/done.svg", 2).boundsOnElement("sign").toAlignedRect()
        if shown.mirrored:
            at.moveLeft(800 - at.right() - 1)
        ticks.append(shown.grab(at).toImage().scaled(40, 40))
        shown.deleteLater()
    same = sum(ticks[0].pixelColor(x, y) == ticks[1].pixelColor(x, y) for x in range(40) for y in range(40))
    assert same > 0.9 * 1600


@pytest.mark.parametrize("file", sorted((RESOURCES / "walkthrough").rglob("*.svg")), ids=lambda file: file.stem)
def test_a_picture_has_nothing_qt_cannot_draw(file: Path) -> None:
    assert {element.tag for element in elements(file)}.isdisjoint(BEYOND_TINY | WORDS)
    assert [element.get("id") for element in elements(file) if element.get("transform")] == []


@pytest.mark.parametrize("measure", Measure)
@in_every_build
def test_the_tape_lies_on_the_part_it_measures(measure: Measure, build: str) -> None:
    view, shown = SHOWN[measure]
    tape = QSvgRenderer(str(drawing("tape", build)))
    figure = QSvgRenderer(str(drawing("body", f"{view}-{build}")))
    laid = tape.boundsOnElement(measure.value)
    assert shown.contains(laid)
    covered, body = inked(tape, measure.value, PAGE, HALF), inked(figure, "figure", PAGE)
    assert len(covered & body) > 0.9 * len(covered)


@in_every_build
def test_the_tape_follows_the_landmarks_that_the_words_name(build: str) -> None:
    tape = QSvgRenderer(str(drawing("tape", build)))
    front = QSvgRenderer(str(drawing("body", f"front-{build}")))
    along, around, across = (
        tape.boundsOnElement(each.value) for each in (Measure.THIGH_LENGTH, Measure.THIGH_GIRTH, Measure.BELLY_WIDTH)
    )
    assert along.bottom() == pytest.approx(front.boundsOnElement("kneecap_left").top(), abs=12)
    assert abs(around.center().y() - along.center().y()) < 12
    navel = front.boundsOnElement("navel")
    assert across.intersects(navel.adjusted(0, -6, 0, 0))
    assert across.center().x() == pytest.approx(navel.center().x(), abs=2)
    arm, round_arm = (tape.boundsOnElement(each.value) for each in (Measure.ARM_LENGTH, Measure.ARM_GIRTH))
    assert abs(round_arm.center().y() - arm.center().y()) < 12


def test_a_broader_build_has_a_longer_tape_around() -> None:
    for measure in (Measure.THIGH_GIRTH, Measure.BELLY_WIDTH, Measure.ARM_GIRTH, Measure.HIP_GIRTH):
        wide = [QSvgRenderer(str(drawing("tape", build))).boundsOnElement(measure.value).width() for build in BUILDS]
        assert wide == sorted(wide)


@in_every_build
def test_a_drawing_of_the_tape_has_no_words_and_nothing_qt_cannot_draw(build: str) -> None:
    assert {element.tag for element in elements(drawing("tape", build))}.isdisjoint(WORDS | BEYOND_TINY)
