"""The page of the body map: figure, close-up and list say the same, whichever of them was used."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QTableView

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.lattice import middle_of
from anakinra_companion.domain.sites import Place, SitePoint, plane_of
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.domain.skin.tape import Tape
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.widgets.body_map import BodyMap
from anakinra_companion.ui.widgets.patch import PatchView
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.shown import Shown

Show = Callable[[Page], Shown[Page]]


@pytest.fixture
def page(show: Show, diary: Diary) -> Shown[Page]:
    return show(SitesPage(diary))


def patch(page: Shown[Page]) -> PatchView:
    found = page.page.findChild(PatchView, "patch")
    assert isinstance(found, PatchView)
    return found


def chosen(page: Shown[Page]) -> list[QAbstractButton]:
    return [button for button in patch(page).points.values() if button.isChecked()]


def table(page: Shown[Page]) -> QTableView:
    (found,) = (each for each in page.page.findChildren(QTableView, "points") if not each.isHidden())
    return found


def test_the_suggestion_is_framed_from_the_start(page: Shown[Page], diary: Diary) -> None:
    suggestion = diary.sites.suggestion()
    assert suggestion is not None
    assert chosen(page) == [patch(page).points[suggestion.point]]


@pytest.mark.parametrize("place", [Place.THIGH_LEFT, Place.THIGH_RIGHT, Place.BELLY_RIGHT])
def test_a_place_of_the_figure_brings_its_skin_its_list_and_its_words(page: Shown[Page], place: Place) -> None:
    same = page.page.findChild(BodyMap)
    page.press(f"place-{place.value}")
    assert patch(page).state.plane is plane_of(place)
    assert page.page.findChild(BodyMap) is same
    assert (
        table(page)
        .accessibleName()
        .endswith(
            {"thigh_left": "left thigh", "thigh_right": "right thigh", "belly_right": "right side"}[place.value]
        )
    )


def test_a_point_of_the_close_up_is_framed_and_told(page: Shown[Page]) -> None:
    page.press(f"place-{Place.THIGH_LEFT.value}")
    button = page.find("point-thigh_left-7")
    assert button is not None
    button.click()
    page.settle()
    assert chosen(page) == [button]
    assert "left thigh, point 7" in page.said


def test_a_row_of_the_list_frames_its_point(page: Shown[Page]) -> None:
    page.press(f"place-{Place.THIGH_LEFT.value}")
    rows = table(page)
    rows.clicked.emit(rows.model().index(4, 0))
    page.settle()
    assert [button.objectName() for button in chosen(page)] == ["point-thigh_left-5"]


def test_the_point_that_the_keyboard_walks_to_comes_into_sight(page: Shown[Page]) -> None:
    page.page.resize(760, 420)
    page.settle()
    view = patch(page)
    area = page.page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    points = sorted(view.points.values(), key=QAbstractButton.y)
    for button in (points[-1], points[0]):
        button.setFocus()
        page.settle()
        at = button.mapTo(area.viewport(), QPoint())
        assert area.viewport().rect().contains(button.rect().translated(at))


def test_a_helpers_places_come_with_the_helper(page: Shown[Page]) -> None:
    assert page.find("place-arm_left") is None
    page.press("choice-helper")
    assert page.find("place-arm_left") is not None
    page.press("place-arm_left")
    button = next(iter(patch(page).points.values()))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert chosen(page) == [button]


def test_h17_hot_skin_is_said_to_be_left_out_and_leads_to_telling_again(
    page: Shown[Page], diary: Diary, clock: HandClock
) -> None:
    set_up(diary)
    given = diary.doses.record(Given(TODAY, clock.now(), SitePoint(Place.THIGH_LEFT, 0, 0)))
    diary.reactions.report(given.doses[0], Signs(redness=2, spreading=True))
    page.refresh()
    assert "Left out for now: your left thigh." in page.said
    page.press("tell-hot-again")
    assert page.went[-1] == ("sites", "back")


def test_a_belly_too_small_for_any_point_is_looked_at_like_any_other_place(diary: Diary, show: Show) -> None:
    diary.sizes.measure(Tape(belly_height=900))
    page = show(SitesPage(diary))
    page.press("place-belly_left")
    page.press("choice-any-spot")
    assert patch(page).points == {}
    assert patch(page).spot == middle_of(Place.BELLY_LEFT, diary.sites.map().skin.calibration)
    page.press("choice-point")
