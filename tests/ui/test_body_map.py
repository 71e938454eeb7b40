"""The body map: places by click and by keys, right is right, and a smooth way to the close-up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QAccessible, QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import HELPER_PLACES, RIGHT_PLACES, SELF_PLACES, Place
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.body_figure import BodyFigure, FigureState, Side, side_of
from anakinra_companion.ui.widgets.body_map import BodyMap, MapState, MapWords
from anakinra_companion.ui.widgets.patch import CrossHair
from anakinra_companion.ui.widgets.zoom import MILLISECONDS, Zoom
from tests.ui.skins import figure, whole

SIZES = ((1100, 800), (620, 1300))


@pytest.fixture(params=SIZES, ids=["wide", "narrow"])
def body(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[BodyMap]:
    yield from shown(qtbot, request.param, still=True)


@pytest.fixture
def moving(qtbot: QtBot) -> Iterator[BodyMap]:
    yield from shown(qtbot, SIZES[0], still=False)


def shown(qtbot: QtBot, size: tuple[int, int], *, still: bool) -> Iterator[BodyMap]:
    theme.use(theme.Theme("light", 1.0, still))
    made = BodyMap(MapWords("Front", "Back"))
    made.setObjectName("test-map")
    made.resize(*size)
    made.show_state(whole(Place.BELLY_LEFT))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.use(theme.Theme("light", 1.0))


@pytest.mark.parametrize("place", Place)
def test_every_place_is_a_large_control_with_a_name_and_a_state(body: BodyMap, place: Place) -> None:
    button = body.figures[side_of(place)].buttons[place]
    told = QAccessible.queryAccessibleInterface(button)
    assert told.text(QAccessible.Text.Name) == place.value
    assert bool(told.state().checked) is (place is Place.BELLY_LEFT)
    assert min(button.width(), button.height()) >= theme.TARGET


@pytest.mark.parametrize("build", Build)
def test_no_place_lies_under_another_and_all_are_on_the_figure(body: BodyMap, build: Build) -> None:
    state = figure(Place.BELLY_LEFT)
    for side in body.figures.values():
        side.show_state(FigureState(state.places, build=build))
        buttons = list(side.buttons.values())
        assert all(side.rect().contains(button.geometry()) for button in buttons)
        for at, one in enumerate(buttons):
            assert not any(one.geometry().intersects(other.geometry()) for other in buttons[at + 1 :])


@pytest.mark.parametrize("place", Place)
def test_a_click_on_a_place_says_which(body: BodyMap, place: Place) -> None:
    picked: list[Place] = []
    body.place_picked.connect(picked.append)
    QTest.mouseClick(body.figures[side_of(place)].buttons[place], Qt.MouseButton.LeftButton)
    assert picked == [place]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_picks_a_place(body: BodyMap, key: Qt.Key) -> None:
    picked: list[Place] = []
    body.place_picked.connect(picked.append)
    button = body.figures[Side.FRONT].buttons[Place.THIGH_RIGHT]
    button.setFocus()
    QTest.keyClick(button, key)
    assert picked == [Place.THIGH_RIGHT]


def focused(body: BodyMap) -> Place:
    return next(
        place for side in body.figures.values() for place, button in side.buttons.items() if button.hasFocus()
    )


def test_arrow_keys_walk_all_places_on_both_views(body: BodyMap) -> None:
    seen: set[Place] = set()
    ahead = [Place.BELLY_RIGHT]
    while ahead:
        here = ahead.pop()
        if here in seen:
            continue
        seen.add(here)
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            button = body.figures[side_of(here)].buttons[here]
            button.setFocus()
            QTest.keyClick(button, key)
            ahead.append(focused(body))
    assert seen == set(Place)


@pytest.mark.parametrize("place", Place)
def test_a_place_is_on_the_side_of_its_name(body: BodyMap, place: Place) -> None:
    view = body.figures[side_of(place)]
    on_the_left = view.place_rect(place).center().x() < view.width() / 2
    assert on_the_left is ((place in RIGHT_PLACES) is (side_of(place) is Side.FRONT))


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_your_left_is_written_on_the_side_of_the_left_places(side: Side, scale: float) -> None:
    theme.use(theme.Theme("light", scale))
    view = BodyFigure(side, "")
    view.resize(260, 480)
    view.show_state(FigureState(figure().places, your_left="left", your_right=""))
    picture = view.grab().toImage()
    text, high = QColor(theme.LIGHT.text).lightness(), round(20 * scale)
    half = picture.width() // 2

    def written(begin: int) -> bool:
        spots = [(x, y) for x in range(begin, begin + half) for y in range(high)]
        return any(abs(picture.pixelColor(x, y).lightness() - text) < 40 for x, y in spots)

    of_left = view.place_rect(Place.THIGH_LEFT if side is Side.FRONT else Place.ARM_LEFT)
    left_is_right = of_left.center().x() > half
    assert (written(0), written(half)) == (not left_is_right, left_is_right)
    theme.use(theme.Theme("light", 1.0))
    view.deleteLater()


def test_a_helpers_places_are_shown_only_when_a_helper_is_there(body: BodyMap) -> None:
    for side in body.figures.values():
        side.show_state(figure(None, *SELF_PLACES))
    assert body.figures[Side.BACK].buttons == {}
    for side in body.figures.values():
        side.show_state(figure(None, *SELF_PLACES, *HELPER_PLACES))
    assert set(body.figures[Side.BACK].buttons) == set(HELPER_PLACES)


@pytest.mark.parametrize("build", Build)
def test_the_persons_build_and_skin_are_drawn(body: BodyMap, build: Build) -> None:
    seen = []
    for tone in range(6):
        body.figures[Side.FRONT].show_state(FigureState((), build=build, tone=tone))
        seen.append(body.figures[Side.FRONT].grab().toImage())
    assert all(one != other for at, one in enumerate(seen) for other in seen[at + 1 :])


def test_the_close_up_stands_beside_the_figure_where_there_is_room(body: BodyMap) -> None:
    figures, patch = body.figures[Side.FRONT], body.patch
    below = patch.mapTo(body, QPoint()).y() > figures.mapTo(body, figures.rect().bottomLeft()).y()
    assert below is not body.is_wide
    assert body.is_wide is (body.width() == SIZES[0][0])


@pytest.mark.usefixtures("qtbot")
def test_large_words_put_the_close_up_below() -> None:
    theme.use(theme.Theme("light", 2.0))
    made = BodyMap(MapWords("Front", "Back"))
    made.resize(1400, 900)
    assert not made.is_wide
    theme.use(theme.Theme("light", 1.0))
    made.deleteLater()


def test_another_place_grows_out_of_the_figure_and_leaves_nothing_behind(moving: BodyMap, qtbot: QtBot) -> None:
    place = Place.THIGH_LEFT
    moving.show_state(whole(place))
    zoom = moving.findChild(Zoom)
    assert isinstance(zoom, Zoom)
    view = moving.figures[Side.FRONT]
    drawn = view.place_rect(place)
    assert moving.is_zooming
    assert zoom.at.toRect() == QRect(view.mapTo(moving, drawn.topLeft()), drawn.size())
    qtbot.waitUntil(lambda: not moving.is_zooming, timeout=MILLISECONDS * 10)
    assert zoom.isHidden()
    assert [timer for timer in moving.findChildren(QTimer) if timer.isActive()] == []
    running = QVariantAnimation.State.Running
    assert [each for each in moving.findChildren(QVariantAnimation) if each.state() is running] == []
    assert zoom.at.toAlignedRect().size() == moving.patch.size()


def test_the_close_up_can_be_used_while_it_grows(moving: BodyMap) -> None:
    moving.show_state(whole(Place.THIGH_LEFT))
    picked: list[object] = []
    moving.picked.connect(picked.append)
    point, button = next(iter(moving.patch.points.items()))
    at = button.mapTo(moving, button.rect().center())
    QTest.mouseClick(moving.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert moving.is_zooming
    assert picked == [point]


def test_nothing_grows_when_motion_is_to_be_avoided(body: BodyMap) -> None:
    body.show_state(whole(Place.THIGH_LEFT))
    assert not body.is_zooming


def test_the_other_side_of_the_belly_is_the_same_skin_and_nothing_grows(moving: BodyMap) -> None:
    moving.show_state(whole(Place.BELLY_RIGHT))
    assert not moving.is_zooming


def test_a_spot_of_the_state_is_where_the_cross_hair_stands(body: BodyMap) -> None:
    state = whole(Place.THIGH_LEFT)
    spot = state.patch.dots[2].point
    body.show_state(MapState(state.figure, state.patch, state.patch_words, spot=spot))
    assert body.patch.spot == spot
    body.show_state(state)
    assert body.patch.spot is None


def test_a_spot_is_in_sight_from_the_start(qtbot: QtBot) -> None:
    state = whole(Place.BELLY_LEFT)
    spot = state.patch.dots[2].point
    made = BodyMap(MapWords("Front", "Back"))
    made.setObjectName("test-map")
    made.show_state(MapState(state.figure, state.patch, state.patch_words, spot=spot))
    made.resize(*SIZES[0])
    with qtbot.waitExposed(made):
        made.show()
    QApplication.processEvents()
    (hair,) = made.findChildren(CrossHair)
    assert made.patch.projection is not None
    at = made.patch.projection.pixel(spot.x, spot.y)
    assert (hair.geometry().center() - at.toPoint()).manhattanLength() <= 3
    made.close()
    made.deleteLater()


def test_the_legend_explains_the_frame_as_soon_as_a_point_was_chosen(body: BodyMap) -> None:
    assert "Chosen" not in body.legend.words
    body.select(next(iter(body.patch.points)))
    assert "Chosen" in body.legend.words
    body.select(None)
    assert "Chosen" not in body.legend.words


def test_a_pointer_that_rests_is_told_the_name_of_what_lies_under_it(body: BodyMap) -> None:
    button = next(each for each in body.figures[Side.FRONT].buttons.values() if each.isVisible())
    for control in (button, next(iter(body.patch.points.values()))):
        middle = control.mapToGlobal(control.rect().center())
        QApplication.sendEvent(control, QHelpEvent(QEvent.Type.ToolTip, control.rect().center(), middle))
        assert QToolTip.text() == control.accessibleName()
        # Nothing that a screen reader would say a second time.
        assert control.toolTip() == ""
        QToolTip.hideText()
