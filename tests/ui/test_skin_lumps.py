"""Lumps: the skin around one is locked until a doctor has checked it, and the page says what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from anakinra_companion import content
from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.lattice import squared
from anakinra_companion.domain.sites import LUMP_KEEPOUT, Checked, Place, SitePoint
from anakinra_companion.domain.suggestion import Blocked
from anakinra_companion.ui.dialogs.lump_checked import LumpChecked
from anakinra_companion.ui.dialogs.lump_here import LumpHere
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.widgets.patch import MarkButton
from tests.people import TODAY
from tests.ui.dialogs import answering, choose, type_in
from tests.ui.shown import Shown
from tests.ui.windows import on_day, press, said

Show = Callable[[Page], Shown[Page]]
HERE = SitePoint(Place.THIGH_LEFT, 100, -300)
FOUND = TODAY - timedelta(days=3)


@pytest.fixture
def page(show: Show, diary: Diary) -> Shown[Page]:
    return show(SitesPage(diary))


def afterwards(kind: type[LumpChecked], answer: Callable[[LumpChecked], None], looks: int = 50) -> None:
    """What is done in the window that opens once the one that is open now has closed."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            answer(dialog)
        elif looks:
            afterwards(kind, answer, looks - 1)

    QTimer.singleShot(0, act)


def blocked_by_lump(diary: Diary, place: Place) -> list[SitePoint]:
    return [view.point for view in diary.sites.map().points[place] if view.blocked is Blocked.LUMP]


def test_h16_a_lump_locks_the_skin_around_it_and_says_what_to_do(page: Shown[Page], diary: Diary) -> None:
    page.press(f"place-{Place.THIGH_LEFT.value}")
    page.press("point-thigh_left-7")
    point = diary.sites.map().points[Place.THIGH_LEFT][6].point

    def found(dialog: LumpHere) -> None:
        for id_ in ("sites-lump", "sites-lump-locked", "sites-lump-hot"):
            assert content.say(id_) in said(dialog)
        on_day(dialog, FOUND)
        type_in(dialog, "Note (if you like)", "Like a pea")
        press(dialog)

    with answering(LumpHere, found):
        page.press("lump-here")
    (lump,) = diary.lumps.locked()
    assert (lump.place, lump.x, lump.y, lump.found, lump.note) == (
        point.place,
        point.x,
        point.y,
        FOUND,
        "Like a pea",
    )
    locked = blocked_by_lump(diary, Place.THIGH_LEFT)
    assert point in locked
    assert all(squared(each, point.x, point.y) <= LUMP_KEEPOUT**2 for each in locked)
    page.press("choice-skin")
    assert "Lump, not checked yet: your left thigh" in page.said
    assert "Its skin is locked. Show it to your doctor." in page.said
    assert content.say("sites-lump") in page.said


def test_a_lump_is_not_found_tomorrow(page: Shown[Page], diary: Diary) -> None:
    def ahead(dialog: LumpHere) -> None:
        on_day(dialog, TODAY + timedelta(days=1))
        press(dialog)
        assert "This day is still ahead." in said(dialog)
        on_day(dialog, TODAY)
        press(dialog)

    with answering(LumpHere, ahead):
        page.press("lump-here")
    assert diary.lumps.every()[0].found == TODAY


def test_h16_only_a_named_doctor_frees_the_skin(page: Shown[Page], diary: Diary) -> None:
    diary.lumps.found(HERE, FOUND)
    page.press("choice-skin")
    lump = diary.lumps.every()[0]

    def check(dialog: LumpChecked) -> None:
        press(dialog)
        assert "Please write which doctor has checked it." in said(dialog)
        type_in(dialog, "Which doctor?", "  Dr. Soto ")
        on_day(dialog, FOUND - timedelta(days=1))
        press(dialog)
        assert "before the lump was found" in said(dialog)
        on_day(dialog, TODAY + timedelta(days=1))
        press(dialog)
        assert "still ahead" in said(dialog)
        assert blocked_by_lump(diary, Place.THIGH_LEFT)
        on_day(dialog, FOUND)
        press(dialog)
        assert "stays locked without a yes" in said(dialog)
        choose(dialog, "may-not")
        press(dialog)
        assert "Then the skin stays locked." in said(dialog)
        assert blocked_by_lump(diary, Place.THIGH_LEFT)
        choose(dialog, "may")
        press(dialog)

    with answering(LumpChecked, check):
        page.press(f"lump-checked-{lump.id}")
    assert diary.lumps.every()[0].checked == Checked("Dr. Soto", FOUND)
    assert not blocked_by_lump(diary, Place.THIGH_LEFT)
    assert "Checked by Dr. Soto on Friday, 27 February 2026." in page.said
    assert page.find(f"lump-checked-{lump.id}") is None
    diary.undo(page.undos[-1])
    assert blocked_by_lump(diary, Place.THIGH_LEFT)


def test_a_lump_on_the_map_opens_and_leads_to_the_check(page: Shown[Page], diary: Diary) -> None:
    diary.lumps.found(HERE, FOUND)
    page.refresh()
    page.press(f"place-{Place.THIGH_LEFT.value}")
    (button,) = (each for each in page.page.findChildren(MarkButton) if each.isVisible())

    def check(dialog: LumpChecked) -> None:
        type_in(dialog, "Which doctor?", "Dr. Soto")
        choose(dialog, "may")
        press(dialog)

    def open_(dialog: LumpHere) -> None:
        afterwards(LumpChecked, check)
        press(dialog, "lump-checked")

    with answering(LumpHere, open_):
        button.click()
    (lump,) = diary.lumps.every()
    assert lump.checked == Checked("Dr. Soto", TODAY)


def test_a_lump_is_corrected_and_taken_back(page: Shown[Page], diary: Diary) -> None:
    diary.lumps.found(HERE, FOUND)
    lump = diary.lumps.every()[0]
    page.press("choice-skin")

    def correct(dialog: LumpHere) -> None:
        type_in(dialog, "Note (if you like)", "Two of them")
        on_day(dialog, TODAY)
        press(dialog)

    with answering(LumpHere, correct):
        page.press(f"lump-{lump.id}")
    (now,) = diary.lumps.every()
    assert (now.id, now.note, now.found, now.x, now.y) == (lump.id, "Two of them", TODAY, lump.x, lump.y)
    page.press(f"lump-back-{lump.id}")
    assert diary.lumps.every() == ()
    assert "No lump is noted." in page.said
    diary.undo(page.undos[-1])
    assert len(diary.lumps.locked()) == 1


def test_h16_the_lock_outlives_the_program(page: Shown[Page], diary: Diary, show: Show) -> None:
    with answering(LumpHere, press):
        page.press("lump-here")
    again = show(SitesPage(diary))
    again.press("choice-skin")
    assert "Lump, not checked yet" in again.said
