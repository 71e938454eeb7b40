"""Any spot of the skin: by click, by drag and by keys, told in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from anakinra_companion.domain.sites import Place, Plane, SitePoint
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch import CrossHair, PatchView, spot_on
from anakinra_companion.ui.widgets.text import Text
from tests.ui.skins import FRONT, lived_in

START = SitePoint(Place.BELLY_LEFT, 700, 0)
ARROWS = {Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
planes = pytest.mark.parametrize("plane", Plane)


class Looked:
    """A close-up in which any spot may be chosen, and where the cross-hair came to."""

    def __init__(self, plane: Plane, start: SitePoint) -> None:
        self.view = PatchView("Skin")
        self.view.setObjectName("test-patch")
        self.view.resize(560, 500)
        self.view.show_state(lived_in(plane))
        self.view.show()
        self.view.activateWindow()
        self.came: list[SitePoint] = []
        self.picked: list[SitePoint] = []
        self.view.moved.connect(self.came.append)
        self.view.picked.connect(self.picked.append)
        self.view.show_spot(start)

    @property
    def hair(self) -> CrossHair:
        return next(hair for hair in self.view.findChildren(CrossHair) if not hair.isHidden())

    def pixel(self, x: float, y: float) -> QPoint:
        assert self.view.projection is not None
        return self.view.projection.pixel(x, y).toPoint()


@pytest.fixture
def belly(qtbot: QtBot) -> Iterator[Looked]:
    yield from looked(qtbot, Plane.BELLY, START)


@pytest.fixture(params=Plane)
def any_skin(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Looked]:
    yield from looked(qtbot, request.param, spot_on(request.param, 100, 100))


def looked(qtbot: QtBot, plane: Plane, start: SitePoint) -> Iterator[Looked]:
    theme.use(theme.Theme("light", 1.0))
    made = Looked(plane, start)
    qtbot.waitUntil(made.view.isActiveWindow)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize(("x", "side"), [(-800, Place.BELLY_RIGHT), (800, Place.BELLY_LEFT)])
def test_a_click_gives_the_spot_and_the_side_of_the_belly(belly: Looked, x: int, side: Place) -> None:
    QTest.mouseClick(belly.view, Qt.MouseButton.LeftButton, pos=belly.pixel(x, -300))
    (spot,) = belly.came
    assert belly.view.projection is not None
    near = 1 / belly.view.projection.scale
    assert spot.place is side
    assert spot.x == pytest.approx(x, abs=near)
    assert spot.y == pytest.approx(-300, abs=near)


def test_a_click_on_a_point_gives_the_spot_and_not_the_point(belly: Looked) -> None:
    point, button = next(iter(belly.view.points.items()))
    # Through the window, as a pointer comes: the point itself lies under it.
    QTest.mouseClick(
        belly.view.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        button.geometry().center() + QPoint(5, 0),
    )
    assert len(belly.came) == 1
    assert belly.came[0] != point
    assert belly.picked == []


def test_a_click_beside_the_skin_moves_nothing(belly: Looked) -> None:
    QTest.mouseClick(belly.view, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert belly.came == []
    assert belly.view.spot == START


def test_the_cross_hair_follows_a_pointer_that_is_held_down(belly: Looked) -> None:
    window, left, plain = belly.view.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, left, plain, belly.pixel(600, 0))
    QTest.mouseMove(window, belly.pixel(-700, 200))
    QTest.mouseRelease(window, left, plain, belly.pixel(-700, 200))
    assert [spot.place for spot in belly.came] == [Place.BELLY_LEFT, Place.BELLY_RIGHT]
    assert belly.came[-1].x == pytest.approx(-700, abs=10)


@pytest.mark.parametrize("key", ARROWS)
@pytest.mark.parametrize(
    ("modifier", "stride"), [(Qt.KeyboardModifier.NoModifier, 50), (Qt.KeyboardModifier.ShiftModifier, 10)]
)
def test_an_arrow_key_moves_half_a_centimetre_and_with_shift_a_tenth(
    any_skin: Looked, key: Qt.Key, modifier: Qt.KeyboardModifier, stride: int
) -> None:
    before = any_skin.view.spot
    QTest.keyClick(any_skin.hair, key, modifier)
    (spot,) = any_skin.came
    assert before is not None
    side = 1 if any_skin.view.state.plane in FRONT else -1
    right, up = ARROWS[key]
    assert (spot.x - before.x, spot.y - before.y) == (side * right * stride, up * stride)


def test_the_cross_hair_stops_at_the_edge_of_the_skin(any_skin: Looked) -> None:
    for _ in range(80):
        QTest.keyClick(any_skin.hair, Qt.Key.Key_Right)
    assert any_skin.view.projection is not None
    window = any_skin.view.projection.window(any_skin.view.state.box())
    spot = any_skin.came[-1]
    assert window.adjusted(-2, -2, 2, 2).contains(QPointF(any_skin.pixel(spot.x, spot.y)))


def test_walking_over_the_middle_changes_the_side_of_the_belly(belly: Looked) -> None:
    belly.view.show_spot(SitePoint(Place.BELLY_LEFT, 20, -700))
    QTest.keyClick(belly.hair, Qt.Key.Key_Left)
    assert belly.came[-1] == SitePoint(Place.BELLY_RIGHT, -30, -700)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_picks_the_spot_under_the_cross_hair(belly: Looked, key: Qt.Key) -> None:
    QTest.keyClick(belly.hair, key)
    assert belly.picked == [START]


def test_a_screen_reader_finds_the_cross_hair_and_its_words_change_with_it(belly: Looked) -> None:
    told = QAccessible.queryAccessibleInterface(belly.hair)
    assert told.role() is QAccessible.Role.Button
    for words in ("3.1 cm from the last injection", "2.6 cm from the last injection"):
        belly.view.tell(words)
        assert told.text(QAccessible.Text.Name) == words
    assert belly.hair.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_words_about_a_spot_stay_on_the_skin_and_leave_the_spot_free(any_skin: Looked, scale: float) -> None:
    theme.use(theme.Theme("light", scale))
    view = any_skin.view
    box = view.state.box()
    for x in (box.left(), 0.0, box.right()):
        for y in (box.top(), 0.0, box.bottom()):
            view.show_spot(spot_on(view.state.plane, round(x), round(y)))
            view.tell("2.6 cm from the last injection, 4 cm to your left of the navel, 3 cm below it")
            (words,) = (each for each in view.findChildren(Text, "spot-words") if not each.isHidden())
            assert view.rect().contains(words.geometry())
            assert not words.geometry().contains(any_skin.pixel(x, y))
    theme.use(theme.Theme("light", 1.0))


def test_the_spot_stays_the_same_spot_when_the_picture_grows(belly: Looked) -> None:
    belly.view.resize(900, 640)
    QApplication.processEvents()
    assert belly.view.spot == START
    assert (belly.hair.geometry().center() - belly.pixel(START.x, START.y)).manhattanLength() <= 3


def test_back_at_the_points_a_click_selects_a_point_again(belly: Looked) -> None:
    belly.view.show_spot(None)
    assert belly.view.spot is None
    point, button = next(iter(belly.view.points.items()))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert belly.picked == [point]
    assert [hair for hair in belly.view.findChildren(CrossHair) if not hair.isHidden()] == []


def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QAccessible.AnnouncementPoliteness]]:
    """What a screen reader is asked to say, and how pressing it is."""
    said: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


def test_what_a_moving_cross_hair_came_to_is_spoken_once_it_stands_still_and_politely(
    belly: Looked, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = heard(monkeypatch)
    belly.view.moved.connect(lambda spot: belly.view.tell(f"{spot.x} across", f"{spot.y} up"))
    for _ in range(5):
        QTest.keyClick(belly.hair, Qt.Key.Key_Up)
    assert said == []
    qtbot.waitUntil(lambda: bool(said))
    assert said == [("700 across. 250 up", QAccessible.AnnouncementPoliteness.Polite)]
    told = QAccessible.queryAccessibleInterface(belly.hair)
    assert told.text(QAccessible.Text.Description) == "250 up"


def test_the_words_are_there_before_the_keyboard_comes(belly: Looked) -> None:
    names: list[str] = []
    belly.view.show_spot(None)
    belly.view.focused.connect(lambda control: names.append(control.accessibleName()))
    belly.view.show_spot(START, "Here", "7 cm to your left")
    assert names == ["Here"]


@pytest.mark.parametrize("times", [1, 2])
def test_a_point_that_an_outside_program_turns_on_is_picked(belly: Looked, times: int) -> None:
    belly.view.show_spot(None)
    points = list(belly.view.points)
    belly.view.select(points[0])
    for point in points[1 : 1 + times]:
        # What the accessibility of Qt does with a control that can be turned on.
        belly.view.points[point].toggle()
    assert belly.picked == points[1 : 1 + times]
    assert [point for point, button in belly.view.points.items() if button.isChecked()] == [points[times]]
