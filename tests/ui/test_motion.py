"""The drawings move where movement teaches, hold still when asked, and cost little."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from anakinra_companion import resources
from anakinra_companion.ui import theme
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.motion import MOTIONS
from anakinra_companion.ui.sheets import BEYOND
from anakinra_companion.ui.theme import Theme


@pytest.fixture(params=[False, True], ids=["right", "left"])
def picture(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Artwork]:
    theme.use(Theme("light", 1.0))
    made = Artwork("walkthrough/step-1.svg", "Wipe", moves=True, mirrored=request.param)
    made.setObjectName("test-picture")
    made.resize(400, 300)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def drawn(picture: Artwork, share: float) -> QImage:
    picture.hold_at(share)
    return picture.grab().toImage()


@pytest.mark.parametrize("name", MOTIONS)
def test_every_layer_that_moves_is_in_its_drawing(name: str) -> None:
    drawing = QSvgRenderer(str(resources.path(f"walkthrough/{name}.svg")))
    assert all(drawing.elementExists(layer) for layer in MOTIONS[name].layers)


@pytest.mark.parametrize("name", MOTIONS)
def test_a_movement_ends_where_the_layers_were_drawn_and_stays_near(name: str) -> None:
    motion = MOTIONS[name]
    assert motion.at(1.0) == pytest.approx((0.0, 0.0), abs=1e-6)
    width = QSvgRenderer(str(resources.path(f"walkthrough/{name}.svg"))).viewBoxF().width()
    ways = [motion.at(share / 200) for share in range(201)]
    assert max(max(abs(x), abs(y)) for x, y in ways) <= BEYOND * width


def test_the_wipe_goes_outward_from_the_middle() -> None:
    motion = MOTIONS["step-1"]
    x, y = motion.at(0.0)
    far = [((motion.at(n / 100)[0] - x) ** 2 + (motion.at(n / 100)[1] - y) ** 2) ** 0.5 for n in range(101)]
    assert far == sorted(far)
    assert far[-1] > 60


def test_the_needle_goes_in_quickly_and_the_plunger_slowly() -> None:
    quick, slow = MOTIONS["step-4"], MOTIONS["step-5"]
    assert quick.seconds * quick.moving < 0.5
    assert slow.seconds * slow.moving > 3


def test_a_picture_moves_and_holds_still_on_request(picture: Artwork) -> None:
    assert picture.is_moving
    assert drawn(picture, 0.0) != drawn(picture, 0.4)
    picture.hold_still()
    assert not picture.is_moving
    still = Artwork("walkthrough/step-1.svg", "Wipe", mirrored=picture.mirrored)
    still.resize(picture.size())
    assert picture.grab().toImage() == still.grab().toImage()
    still.deleteLater()


def test_out_of_sight_nothing_moves(picture: Artwork) -> None:
    picture.hide()
    assert not picture.is_moving
    picture.show()
    assert picture.is_moving


def test_in_a_minimised_window_nothing_moves(picture: Artwork) -> None:
    picture.showMinimized()
    QApplication.processEvents()
    assert not picture.is_moving
    picture.showNormal()
    QApplication.processEvents()
    assert picture.is_moving


def test_under_another_page_nothing_moves(qtbot: QtBot) -> None:
    theme.use(Theme("light", 1.0))
    stack = QStackedWidget()
    stack.setObjectName("test-stack")
    first, other = Artwork("walkthrough/step-1.svg", "Wipe", moves=True), QWidget()
    stack.addWidget(first)
    stack.addWidget(other)
    with qtbot.waitExposed(stack):
        stack.show()
    assert first.is_moving
    stack.setCurrentWidget(other)
    assert not first.is_moving
    stack.setCurrentWidget(first)
    assert first.is_moving
    stack.close()
    stack.deleteLater()


@pytest.mark.parametrize("name", MOTIONS)
@pytest.mark.parametrize("mirrored", [False, True], ids=["right", "left"])
def test_painting_only_what_moved_leaves_the_picture_as_painting_all_of_it(
    qtbot: QtBot, name: str, mirrored: bool
) -> None:
    theme.use(Theme("light", 1.0))
    moving = Artwork(f"walkthrough/{name}.svg", "Moves", moves=True, mirrored=mirrored)
    moving.setObjectName("test-picture")
    moving.resize(401, 347)
    with qtbot.waitExposed(moving):
        moving.show()
    moving.hold_at(0.0)
    QApplication.processEvents()
    for share in (0.05, 0.2, 0.35, 0.6):
        moving.move_to(share)
        QApplication.processEvents()
        left = moving.screen().grabWindow(moving.winId()).toImage()
        assert left.convertToFormat(QImage.Format.Format_RGB32) == moving.grab().toImage().convertToFormat(
            QImage.Format.Format_RGB32
        )
    moving.close()
    moving.deleteLater()


def test_with_less_motion_asked_for_nothing_moves(qtbot: QtBot) -> None:
    theme.use(Theme("light", 1.0, still=True))
    made = Artwork("walkthrough/step-5.svg", "Push", moves=True)
    made.setObjectName("test-picture")
    with qtbot.waitExposed(made):
        made.show()
    assert not made.is_moving
    made.close()
    made.deleteLater()
    theme.use(Theme("light", 1.0))
