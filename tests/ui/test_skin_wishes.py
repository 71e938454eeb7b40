"""Wishes for whole places, the way out when nothing is free, and the two other points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from anakinra_companion import content
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.skin.marks import Marked
from anakinra_companion.domain.sites import AvoidReason, Place, SitePoint
from anakinra_companion.domain.skin.wishes import WishKind
from anakinra_companion.settings import Settings
from anakinra_companion.ui.dialogs.wish_place import WishPlace
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.widgets.patch import PatchView
from anakinra_companion.ui.widgets.undo_bar import UndoBar
from anakinra_companion.ui.window import Window
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.dialogs import answering, choose
from tests.ui.shown import Shown
from tests.ui.windows import press, said

Show = Callable[[Page], Shown[Page]]
SELF = (Place.THIGH_LEFT, Place.THIGH_RIGHT, Place.BELLY_LEFT, Place.BELLY_RIGHT)
EVERYWHERE = 3000


@pytest.fixture
def page(show: Show, diary: Diary) -> Shown[Page]:
    return show(SitesPage(diary))


@pytest.fixture
def window(qtbot: QtBot, diary: Diary, tmp_path: Path) -> Iterator[Window]:
    set_up(diary)
    opened = Window(Settings(), tmp_path / "settings.toml", Pulse())
    opened.show()
    qtbot.waitExposed(opened)
    opened.show_diary(diary)
    yield opened
    opened.close()
    opened.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wish(page: Shown[Page], place: Place, kind: str, until: str) -> None:
    def say(dialog: WishPlace) -> None:
        choose(dialog, kind)
        choose(dialog, until)
        press(dialog)

    with answering(WishPlace, say):
        page.press(f"wish-{place.value}")


def all_marked(diary: Diary) -> None:
    for place in (Place.THIGH_LEFT, Place.THIGH_RIGHT, Place.BELLY_LEFT):
        diary.marks.add(Marked(SitePoint(place, 0, 0), EVERYWHERE, AvoidReason.SCAR))


def test_a_place_left_out_for_a_week_is_not_suggested_until_the_week_is_over(
    page: Shown[Page], diary: Diary, clock: HandClock
) -> None:
    first = diary.sites.suggestion()
    assert first is not None
    left_out = first.point.place
    page.press("choice-skin")
    wish(page, left_out, WishKind.EXCLUDE.value, "week")
    assert "Left out until Monday, 9 March 2026" in page.said
    for _ in range(8):
        now = diary.sites.suggestion()
        assert now is not None
        assert now.point.place is not left_out
        clock.pass_time(hours=24)
    after = diary.sites.suggestion()
    assert after is not None
    assert after.point.place is left_out
    page.refresh()
    assert "Left out" not in page.said


def test_a_place_that_comes_first_is_suggested(page: Shown[Page]) -> None:
    page.press("choice-skin")
    wish(page, Place.BELLY_RIGHT, WishKind.PREFER.value, "for-good")
    assert "Comes first, for good" in page.said
    page.press("choice-map")
    assert "Next: Your belly, right side" in page.said


def test_a_wish_is_changed_and_cleared_and_each_can_be_undone(page: Shown[Page], diary: Diary) -> None:
    page.press("choice-skin")
    wish(page, Place.THIGH_LEFT, WishKind.EXCLUDE.value, "four-weeks")

    def rather(dialog: WishPlace) -> None:
        assert dialog.kind is WishKind.EXCLUDE
        assert dialog.until == TODAY + timedelta(days=28)
        choose(dialog, WishKind.PREFER.value)
        press(dialog)

    with answering(WishPlace, rather):
        page.press(f"wish-{Place.THIGH_LEFT.value}")
    (now,) = diary.wishes.in_force()
    assert (now.kind, now.until) == (WishKind.PREFER, TODAY + timedelta(days=28))
    page.press(f"clear-{Place.THIGH_LEFT.value}")
    assert diary.wishes.in_force() == ()
    assert page.find(f"clear-{Place.THIGH_LEFT.value}") is None
    diary.undo(page.undos[-1])
    assert [each.kind for each in diary.wishes.in_force()] == [WishKind.PREFER]


def test_both_questions_of_a_wish_are_asked_at_their_fields(page: Shown[Page], diary: Diary) -> None:
    page.press("choice-skin")

    def hurried(dialog: WishPlace) -> None:
        press(dialog)
        assert "Please choose one of the two." in said(dialog)
        choose(dialog, WishKind.EXCLUDE.value)
        press(dialog)
        assert "Please say until when." in said(dialog)

    with answering(WishPlace, hurried):
        page.press(f"wish-{Place.THIGH_LEFT.value}")
    assert diary.wishes.in_force() == ()


def test_a_wish_for_a_helpers_place_can_be_cleared_without_the_helper(page: Shown[Page], diary: Diary) -> None:
    page.press("choice-skin")
    assert page.find(f"wish-{Place.ARM_RIGHT.value}") is None
    diary.wishes.exclude(Place.ARM_RIGHT)
    page.refresh()
    page.press(f"clear-{Place.ARM_RIGHT.value}")
    assert diary.wishes.in_force() == ()


def test_the_two_others_are_selected_by_a_press(page: Shown[Page], diary: Diary) -> None:
    for at, other in enumerate(diary.sites.map().alternatives):
        page.press(f"other-{at}")
        patch = next(each for each in page.page.findChildren(PatchView) if each.isVisible())
        assert patch.points[other.point].isChecked()
    assert len(diary.sites.map().alternatives) == 2


def test_an_other_is_selected_with_keys_alone(page: Shown[Page], diary: Diary) -> None:
    other = diary.sites.map().alternatives[1]
    for _ in range(20):
        focused = page.page.focusWidget()
        if focused is not None and focused.objectName() == "other-1":
            break
        page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Return)
    patch = next(each for each in page.page.findChildren(PatchView) if each.isVisible())
    assert patch.points[other.point].isChecked()


# ---- nothing is free ------------------------------------------------------------------------------------------


def test_without_a_free_point_the_map_says_whom_to_ask_and_what_may_help(page: Shown[Page], diary: Diary) -> None:
    all_marked(diary)
    page.refresh()
    assert diary.sites.suggestion() is None
    assert "No point is free now." in page.said
    assert content.say("sites-nothing-free") in page.said
    assert "You marked skin to keep away from. Is all of it still there?" in page.said
    assert page.find("see-lumps") is None
    page.press("see-marks")
    assert page.went[-1] == ("sites", "skin/mark-")
    page.page.point_to("skin/mark-")
    page.settle()
    focused = page.page.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Correct: Scar")


def test_a_lump_that_locks_the_last_points_leads_to_the_lumps(page: Shown[Page], diary: Diary) -> None:
    for place in SELF:
        for view in diary.sites.map().points[place]:
            if view.blocked is None:
                diary.lumps.found(view.point, date(2026, 3, 1))
    page.refresh()
    assert content.say("sites-lump") in page.said
    page.press("see-lumps")
    page.page.point_to(page.went[-1][1])
    page.settle()
    focused = page.page.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("A doctor has checked it: Lump, not checked yet")


def test_places_left_out_lead_to_the_wishes(page: Shown[Page], diary: Diary) -> None:
    for place in SELF:
        diary.wishes.exclude(place)
    page.refresh()
    assert "You left out your left thigh, your right thigh, your belly, left side" in page.said
    page.press("see-wishes")
    page.page.point_to(page.went[-1][1])
    page.settle()
    page.press(f"clear-{Place.BELLY_LEFT.value}")
    page.press("choice-map")
    assert "Next: Your belly, left side" in page.said


def test_a_helper_is_offered_where_that_would_free_a_point(page: Shown[Page], diary: Diary) -> None:
    all_marked(diary)
    page.refresh()
    page.press("ask-helper")
    assert "No point is free now." not in page.said
    assert page.find("place-arm_left") is not None


def test_what_is_too_near_the_last_injection_is_said(page: Shown[Page], diary: Diary) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now(), place=Place.THIGH_LEFT))
    for place in (Place.THIGH_RIGHT, Place.BELLY_LEFT):
        diary.marks.add(Marked(SitePoint(place, 0, 0), EVERYWHERE, AvoidReason.SCAR))
    page.refresh()
    assert "No point is free now." in page.said
    assert "Points are too near the last injection." in page.said


def test_marks_and_lumps_can_be_said_where_nothing_is_free(page: Shown[Page], diary: Diary) -> None:
    all_marked(diary)
    page.refresh()
    page.press("choice-any-spot")
    assert any(each.spot for each in page.page.findChildren(PatchView))


def test_the_way_out_is_one_press_in_the_real_window(window: Window, diary: Diary) -> None:
    all_marked(diary)
    window.show_page("sites")
    settle()
    way_out = window.findChild(QAbstractButton, "see-marks")
    assert isinstance(way_out, QAbstractButton)
    way_out.click()
    settle()
    focused = window.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.accessibleName().startswith("Correct: Scar")
    assert window.name == "sites"
    gone = window.findChild(QAbstractButton, f"mark-gone-{diary.marks.every()[0].id}")
    assert isinstance(gone, QAbstractButton)
    gone.click()
    settle()
    bar = window.findChild(UndoBar)
    assert isinstance(bar, UndoBar)
    assert bar.accessibleName() == "Noted that it is gone."
    bar.undone.emit()
    settle()
    assert len(diary.marks.in_force()) == 3


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()
