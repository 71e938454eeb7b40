"""Skin to keep away from: marked on the map, corrected, ended, taken back, and asked about when its time is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSpinBox

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.skin.marks import Marked
from anakinra_companion.domain.sites import AvoidReason, Place, SitePoint
from anakinra_companion.domain.suggestion import Blocked
from anakinra_companion.ui.dialogs.mark_skin import MarkSkin
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.widgets.patch import CrossHair, PatchView
from tests.people import TODAY
from tests.ui.dialogs import answering, choose
from tests.ui.shown import Shown
from tests.ui.windows import awake, on_day, press, said

Show = Callable[[Page], Shown[Page]]
HERE = SitePoint(Place.THIGH_LEFT, 100, -300)
BRUISE = Marked(HERE, 150, AvoidReason.BRUISE, TODAY + timedelta(days=3), "From the table")


@pytest.fixture
def page(show: Show, diary: Diary) -> Shown[Page]:
    return show(SitesPage(diary))


def saying(reason: str) -> Callable[[MarkSkin], None]:
    def say(dialog: MarkSkin) -> None:
        choose(dialog, reason)
        press(dialog)

    return say


def hair(dialog: MarkSkin | Page) -> CrossHair:
    return next(each for each in dialog.findChildren(CrossHair) if each.isVisible())


def across(dialog: MarkSkin) -> QSpinBox:
    found = dialog.findChild(QSpinBox)
    assert isinstance(found, QSpinBox)
    return found


def test_a_scar_is_three_presses_from_the_point_on_the_map(page: Shown[Page], diary: Diary) -> None:
    page.press(f"place-{Place.THIGH_LEFT.value}")
    page.press("point-thigh_left-7")
    point = diary.sites.map().points[Place.THIGH_LEFT][6].point

    def scar(dialog: MarkSkin) -> None:
        choose(dialog, "scar")
        press(dialog)

    with answering(MarkSkin, scar):
        page.press("keep-away")
    (mark,) = diary.marks.in_force()
    assert (mark.place, mark.x, mark.y) == (point.place, point.x, point.y)
    assert (mark.reason, mark.until) == (AvoidReason.SCAR, None)
    assert diary.sites.map().points[Place.THIGH_LEFT][6].blocked is Blocked.AVOID_MARK
    assert len(page.undos) == 1


def test_undo_takes_the_mark_away(page: Shown[Page], diary: Diary) -> None:
    with answering(MarkSkin, saying("mole")):
        page.press("keep-away")
    assert diary.marks.in_force()
    diary.undo(page.undos[0])
    assert not diary.marks.every()


def test_what_is_missing_is_asked_for_at_its_field(page: Shown[Page], diary: Diary) -> None:
    def hurried(dialog: MarkSkin) -> None:
        press(dialog)
        assert dialog.isVisible()
        assert "Please say what is there." in said(dialog)
        choose(dialog, "bruise")
        assert "Please say what is there." not in said(dialog)
        press(dialog)
        assert "Please say until when." in said(dialog)
        choose(dialog, "week")
        press(dialog)

    with answering(MarkSkin, hurried):
        page.press("keep-away")
    (mark,) = diary.marks.in_force()
    assert mark.until == TODAY + timedelta(days=7)


def test_what_stays_is_for_good_unless_somebody_says_otherwise(page: Shown[Page], diary: Diary) -> None:
    def only_for_now(dialog: MarkSkin) -> None:
        choose(dialog, "four-weeks")
        choose(dialog, "tattoo")
        press(dialog)

    with answering(MarkSkin, only_for_now):
        page.press("keep-away")
    assert diary.marks.in_force()[0].until == TODAY + timedelta(days=28)


@pytest.mark.parametrize(("typed", "fits"), [("0.1", False), ("0.2", True), ("60", True), ("60.1", False)])
def test_a_slip_in_the_size_is_asked_about(page: Shown[Page], diary: Diary, typed: str, fits: bool) -> None:
    def odd(dialog: MarkSkin) -> None:
        choose(dialog, "scar")
        box = across(dialog)
        box.lineEdit().selectAll()
        QTest.keyClicks(box, typed)
        press(dialog)
        assert dialog.isVisible() is not fits
        assert ("between 0.2 cm and 60.0 cm" in said(dialog)) is not fits

    with answering(MarkSkin, odd):
        page.press("keep-away")
    assert len(diary.marks.every()) == fits


def test_a_last_day_that_is_over_is_asked_about(page: Shown[Page], diary: Diary) -> None:
    def yesterday(dialog: MarkSkin) -> None:
        choose(dialog, "bruise")
        choose(dialog, "on-a-day")
        on_day(dialog, TODAY - timedelta(days=1))
        press(dialog)
        assert "This day is over." in said(dialog)
        on_day(dialog, TODAY)
        press(dialog)

    with answering(MarkSkin, yesterday):
        page.press("keep-away")
    assert diary.marks.in_force()[0].until == TODAY


def test_any_spot_of_the_map_can_be_chosen_and_marked(page: Shown[Page], diary: Diary) -> None:
    page.press(f"place-{Place.THIGH_LEFT.value}")
    page.press("choice-any-spot")
    cross = hair(page.page)
    assert cross.hasFocus()
    begin = next(each for each in page.page.findChildren(PatchView) if each.spot).spot
    assert begin is not None
    page.key(Qt.Key.Key_Right)
    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_Down)
    with answering(MarkSkin, saying("vein")):
        page.press("keep-away")
    (mark,) = diary.marks.in_force()
    assert (mark.x, mark.y) == (begin.x + 50, begin.y - 100)
    # The page was made anew, and still stands at the spot.
    assert hair(page.page).accessibleName().startswith("Your left thigh: ")
    assert "You marked this skin." in hair(page.page).accessibleName()


def test_back_at_the_points_the_suggestion_is_framed_again(page: Shown[Page], diary: Diary) -> None:
    suggestion = diary.sites.suggestion()
    assert suggestion is not None
    page.press("choice-any-spot")
    page.press("choice-point")
    patch = next(each for each in page.page.findChildren(PatchView) if each.isVisible())
    assert patch.spot is None
    assert patch.points[suggestion.point].isChecked()


def test_the_spot_moves_in_the_window_by_key_and_by_click(page: Shown[Page], diary: Diary) -> None:
    page.press(f"place-{Place.THIGH_LEFT.value}")
    told: list[str] = []

    def move(dialog: MarkSkin) -> None:
        awake(dialog)
        cross = hair(dialog)
        assert cross.hasFocus()
        told.append(cross.accessibleName())
        QTest.keyClick(cross, Qt.Key.Key_Up)
        told.append(cross.accessibleName())
        assert told[1] in said(dialog)
        view = dialog.picture.view
        assert view.projection is not None
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.projection.pixel(-100, 200).toPoint())
        choose(dialog, "scar")
        press(dialog)

    with answering(MarkSkin, move):
        page.press("keep-away")
    assert told[0] != told[1]
    (mark,) = diary.marks.in_force()
    assert abs(mark.x + 100) < 15
    assert abs(mark.y - 200) < 15


def test_the_skin_that_would_be_left_alone_is_seen_to_grow(page: Shown[Page]) -> None:
    def grow(dialog: MarkSkin) -> None:
        choose(dialog, "scar")
        before = dialog.picture.grab().toImage()
        for _ in range(4):
            dialog.findChildren(QSpinBox)[0].stepBy(1)
        assert across(dialog).value() == 400
        assert dialog.picture.grab().toImage() != before

    with answering(MarkSkin, grow):
        page.press("keep-away")


def test_a_mark_is_made_with_keys_alone(page: Shown[Page], diary: Diary) -> None:
    def to(name: str) -> None:
        for _ in range(80):
            focused = page.page.focusWidget()
            if focused is not None and focused.objectName() == name:
                return
            page.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} cannot be reached with Tab")

    def by_keys(dialog: MarkSkin) -> None:
        awake(dialog)

        def focused() -> QAbstractButton | QSpinBox:
            found = dialog.focusWidget()
            assert isinstance(found, QAbstractButton | QSpinBox)
            return found

        QTest.keyClick(focused(), Qt.Key.Key_Up)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        # Arrows walk along the answers; Space chooses.
        for _ in range(3):
            QTest.keyClick(focused(), Qt.Key.Key_Right)
        QTest.keyClick(focused(), Qt.Key.Key_Space)
        while not isinstance(focused(), QSpinBox):
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QTest.keyClick(focused(), Qt.Key.Key_Up)
        while focused().objectName() != "choice-week":
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QTest.keyClick(focused(), Qt.Key.Key_Space)
        button = dialog.findChild(QAbstractButton, "dialog-primary")
        assert isinstance(button, QAbstractButton)
        for _ in range(20):
            if button.hasFocus():
                break
            QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
        assert button.hasFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)

    to("keep-away")
    with answering(MarkSkin, by_keys):
        page.key(Qt.Key.Key_Return)
    (mark,) = diary.marks.in_force()
    assert (mark.reason, mark.radius, mark.until) == (AvoidReason.BRUISE, 125, TODAY + timedelta(days=7))


def test_a_page_made_anew_under_an_open_window_loses_nothing(page: Shown[Page], diary: Diary) -> None:
    def meanwhile(dialog: MarkSkin) -> None:
        choose(dialog, "scar")
        page.page.forget()
        page.page.refresh()
        page.settle()
        press(dialog)

    with answering(MarkSkin, meanwhile):
        page.press("keep-away")
    assert len(diary.marks.in_force()) == 1
    assert len(page.undos) == 1


def test_enter_on_the_spot_leads_to_what_can_be_said_of_it(page: Shown[Page]) -> None:
    page.press("choice-any-spot")
    page.key(Qt.Key.Key_Return)
    focused = page.page.focusWidget()
    assert focused is not None
    assert focused.objectName() == "keep-away"
