"""The close-up: each point is a control, keys walk all of them, state is never told by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from anakinra_companion.domain.sites import SAME_POINT, Place, Plane, SitePoint
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch import Legend, MarkButton, Past, PatchState, PatchView, Rank, worth_painting
from anakinra_companion.ui.widgets.patch.skin import painted
from tests.ui.skins import FRONT, lived_in, skin

planes = pytest.mark.parametrize("plane", Plane)
Shown = Callable[[PatchState], PatchView]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Shown]:
    """Shows a close-up in a window of its own."""
    theme.use(theme.Theme("light", 1.0))
    made: list[PatchView] = []

    def shown(state: PatchState) -> PatchView:
        view = PatchView("Skin")
        view.setObjectName("test-patch")
        view.resize(560, 500)
        view.show_state(state)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        made.append(view)
        return view

    yield shown
    for view in made:
        view.close()
        view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@planes
def test_every_point_is_a_control_with_a_role_a_name_and_a_state(show: Shown, plane: Plane) -> None:
    state = lived_in(plane)
    view = show(state)
    view.select(state.dots[0].point)
    for dot in state.dots:
        told = QAccessible.queryAccessibleInterface(view.points[dot.point])
        assert told.role() is QAccessible.Role.RadioButton
        assert told.text(QAccessible.Text.Name) == dot.words
        assert bool(told.state().checked) is (dot is state.dots[0])


def test_no_point_need_be_chosen(show: Shown) -> None:
    view = show(skin(Plane.BELLY))
    view.select(next(iter(view.points)))
    view.select(None)
    assert not any(button.isChecked() for button in view.points.values())


@planes
def test_arrow_keys_reach_every_point(show: Shown, plane: Plane) -> None:
    view = show(skin(plane))
    seen: set[SitePoint] = set()
    ahead = [next(iter(view.points))]
    while ahead:
        here = ahead.pop()
        if here in seen:
            continue
        seen.add(here)
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            view.focus_point(here)
            QTest.keyClick(view.points[here], key)
            ahead += [point for point, button in view.points.items() if button.hasFocus()]
    assert seen == set(view.points)


@planes
def test_the_right_arrow_goes_right_on_the_screen(show: Shown, plane: Plane) -> None:
    view = show(skin(plane))
    left = min(view.points, key=lambda point: view.points[point].x())
    view.focus_point(left)
    QTest.keyClick(view.points[left], Qt.Key.Key_Right)
    now = next(button for button in view.points.values() if button.hasFocus())
    assert now.x() > view.points[left].x()


def test_tab_comes_to_one_point_only(show: Shown) -> None:
    view = show(skin(Plane.BELLY))
    view.focus_point(list(view.points)[7])
    reached = [point for point, each in view.points.items() if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == [list(view.points)[7]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_selects_the_point_that_has_the_keyboard(show: Shown, key: Qt.Key) -> None:
    view = show(skin(Plane.THIGH_LEFT))
    picked: list[SitePoint] = []
    view.picked.connect(picked.append)
    point = list(view.points)[3]
    view.focus_point(point)
    QTest.keyClick(view.points[point], key)
    assert picked == [point]
    assert view.points[point].isChecked()


@planes
def test_a_click_on_a_point_selects_that_point(show: Shown, plane: Plane) -> None:
    view = show(skin(plane))
    picked: list[SitePoint] = []
    view.picked.connect(picked.append)
    for button in view.points.values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert picked == list(view.points)


def test_a_mark_is_a_control_of_its_own_that_says_what_it_is(show: Shown) -> None:
    state = lived_in(Plane.BELLY)
    view = show(state)
    pressed: list[object] = []
    view.mark_picked.connect(pressed.append)
    marks = view.findChildren(MarkButton)
    for mark in marks:
        assert min(mark.width(), mark.height()) >= theme.TARGET
        mark.click()
    assert [mark.accessibleName() for mark in marks] == ["Scar", "Lump", "Lump, checked"]
    assert pressed == [state.avoid[0].mark, state.lumps[0].lump, state.lumps[1].lump]


def pictures(show: Shown, rank: Rank, name: str, *, chosen: bool = False) -> QImage:
    """One point as it is painted, in shades of grey."""
    theme.use(theme.Theme(name, 1.0))
    state = skin(Plane.THIGH_LEFT)
    state = replace(state, dots=tuple(replace(dot, rank=rank) for dot in state.dots))
    view = show(state)
    point = state.dots[4].point
    view.select(point if chosen else None)
    return view.points[point].grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("name", theme.THEMES)
def test_two_states_of_a_point_differ_without_colour(show: Shown, name: str) -> None:
    shown = [pictures(show, rank, name) for rank in Rank]
    shown += [pictures(show, rank, name, chosen=True) for rank in Rank]
    for at, one in enumerate(shown):
        for other in shown[at + 1 :]:
            spots = [(x, y) for x in range(one.width()) for y in range(one.height())]
            differ = [1 for x, y in spots if abs(grey(one, x, y) - grey(other, x, y)) > 40]
            assert len(differ) > 25


def grey(picture: QImage, x: int, y: int) -> int:
    return QColor(picture.pixel(x, y)).lightness()


def ink(view: PatchView, where: QRect) -> int:
    """How many pixels of a part of the view are words."""
    picture = view.grab(where).toImage()
    text = QColor(theme.active().tokens.text).lightness()
    spots = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return sum(abs(grey(picture, x, y) - text) < 60 for x, y in spots)


@planes
def test_your_left_is_written_where_the_persons_left_is(show: Shown, plane: Plane) -> None:
    view = show(replace(skin(plane), your_right=""))
    assert view.projection is not None
    window = view.projection.window(view.state.box()).toAlignedRect()
    middle, top = window.center().x(), window.top() - 4
    left, right = QRect(window.left(), 0, window.width() // 2, top), QRect(middle, 0, window.width() // 2, top)
    written, empty = (right, left) if plane in FRONT else (left, right)
    assert ink(view, written) > 20
    assert ink(view, empty) == 0


def test_of_a_whole_life_only_the_newest_at_each_spot_is_painted() -> None:
    here = SitePoint(Place.THIGH_LEFT, 0, 0)
    beside = replace(here, x=SAME_POINT // 4)
    elsewhere = SitePoint(Place.BELLY_LEFT, 600, 0)
    life = [Past(here, days) for days in range(3, 14_600)] + [Past(beside, 2), Past(elsewhere, 1)]
    assert worth_painting(life, Plane.THIGH_LEFT) == (Past(beside, 2),)


def test_a_reaction_stays_in_sight_when_the_point_was_used_again() -> None:
    here = SitePoint(Place.THIGH_LEFT, 0, 0)
    assert worth_painting([Past(here, 1), Past(here, 9, 3)], Plane.THIGH_LEFT) == (Past(here, 1, 3),)


@pytest.mark.usefixtures("qtbot")
def test_the_legend_is_only_as_long_as_what_is_shown() -> None:
    legend = Legend()
    legend.show_state(skin(Plane.THIGH_LEFT))
    assert legend.words == ("Free",)
    legend.show_state(lived_in(Plane.BELLY), chosen=True)
    assert len(legend.words) == len(set(legend.words)) == 13
    assert all(words in legend.accessibleDescription() for words in legend.words)
    legend.deleteLater()


def test_what_holds_still_is_drawn_once(show: Shown) -> None:
    view = show(lived_in(Plane.BELLY))
    before = view.grab().toImage()
    view.select(view.state.dots[3].point)
    view.select(None)
    assert view.grab().toImage() == before


def test_a_press_between_two_points_goes_to_the_nearer(show: Shown) -> None:
    view = show(skin(Plane.BELLY))
    picked: list[SitePoint] = []
    view.picked.connect(picked.append)
    assert view.projection is not None
    for point in view.points:
        at = view.projection.pixel(point.x + 40, point.y + 60)
        child = view.childAt(QPoint(round(at.x()), round(at.y())))
        assert child is view.points[point], point
        QTest.mouseClick(child, Qt.MouseButton.LeftButton, pos=child.mapFrom(view, at.toPoint()))
    assert picked == list(view.points)


def test_nothing_is_lost_at_the_smallest_size(show: Shown) -> None:
    view = show(lived_in(Plane.BELLY))
    view.resize(view.minimumWidth(), view.heightForWidth(view.minimumWidth()))
    QApplication.processEvents()
    room = view.rect()
    assert all(room.contains(button.geometry()) for button in view.points.values())
    assert view.projection is not None
    assert view.projection.window(view.state.box()).contains(QPointF(room.center()))


@planes
def test_no_point_covers_what_is_said_of_a_reaction(show: Shown, plane: Plane) -> None:
    state = skin(plane)
    for dot in state.dots[7:8]:
        plain = replace(state, past=(Past(dot.point, 9),))
        told = replace(state, past=(Past(dot.point, 9, 3),))
        view = show(plain)
        assert view.projection is not None
        drawn = [painted(each, view.projection, view.size().toSizeF(), 1.0).toImage() for each in (plain, told)]
        seen = [view.grab().toImage()]
        view.show_state(told)
        seen.append(view.grab().toImage())
        # Nearly all that is drawn of the sign is to be seen between the points.
        assert different(*seen) >= 0.9 * different(*drawn) > 0
        view.close()


def different(one: QImage, other: QImage) -> int:
    """How many pixels are not the same."""
    return sum(one.pixel(x, y) != other.pixel(x, y) for x in range(one.width()) for y in range(one.height()))
