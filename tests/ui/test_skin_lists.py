"""Marks that are there: opened on the map, listed, corrected, ended, and asked about when their time is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QSpinBox

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.skin.marks import Marked
from anakinra_companion.domain.sites import AvoidReason, Place, SitePoint
from anakinra_companion.ui.dialogs.mark_skin import MarkSkin
from anakinra_companion.ui.dialogs.mark_stays import MarkStays
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.widgets.patch import MarkButton
from tests.hand_clock import HandClock
from tests.people import TODAY
from tests.ui.dialogs import answering, choose, type_in
from tests.ui.shown import Shown
from tests.ui.windows import press

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


def across(dialog: MarkSkin) -> QSpinBox:
    found = dialog.findChild(QSpinBox)
    assert isinstance(found, QSpinBox)
    return found


def test_a_mark_on_the_map_opens_and_is_corrected(page: Shown[Page], diary: Diary) -> None:
    diary.marks.add(BRUISE)
    page.refresh()
    page.press(f"place-{Place.THIGH_LEFT.value}")
    (button,) = (each for each in page.page.findChildren(MarkButton) if each.isVisible())

    def correct(dialog: MarkSkin) -> None:
        assert "3.0 cm" in across(dialog).text()
        choose(dialog, "sore")
        type_in(dialog, "Note (if you like)", "Still blue")
        press(dialog)

    with answering(MarkSkin, correct):
        button.click()
    page.refresh()
    (mark,) = diary.marks.every()
    assert (mark.reason, mark.radius, mark.until, mark.note) == (
        AvoidReason.SORE,
        150,
        BRUISE.until,
        "Still blue",
    )


@pytest.mark.parametrize("name", ["mark-gone", "mark-take-back"])
def test_a_mark_on_the_map_can_be_ended_or_taken_back(page: Shown[Page], diary: Diary, name: str) -> None:
    diary.marks.add(BRUISE)
    page.refresh()
    page.press(f"place-{Place.THIGH_LEFT.value}")
    (button,) = (each for each in page.page.findChildren(MarkButton) if each.isVisible())
    with answering(MarkSkin, lambda dialog: press(dialog, name)):
        button.click()
    assert not diary.marks.in_force()
    assert len(diary.marks.every()) == (name == "mark-gone")


def test_your_skin_lists_what_is_in_force_with_place_size_reason_and_end(page: Shown[Page], diary: Diary) -> None:
    diary.marks.add(BRUISE)
    diary.marks.add(Marked(SitePoint(Place.BELLY_RIGHT, -700, 100), 255, AvoidReason.SCAR))
    diary.marks.add(Marked(SitePoint(Place.ARM_LEFT, 0, 0), 100, AvoidReason.MOLE))
    page.press("choice-skin")
    for told in (
        "Bruise: your left thigh",
        "3.0 cm across. Its last day is Thursday, 5 March 2026.",
        "From the table",
        "Scar: your belly, right side",
        "5.1 cm across, for good.",
        "Mole: the back of your left arm",
    ):
        assert told in page.said


def test_a_mark_of_the_list_is_corrected_ended_and_taken_back(page: Shown[Page], diary: Diary) -> None:
    for reason in (AvoidReason.SCAR, AvoidReason.MOLE, AvoidReason.VEIN):
        # A helper's place too: nobody else need be injecting to correct it.
        diary.marks.add(Marked(SitePoint(Place.ARM_LEFT, 0, 0), 100, reason))
    scar, mole, vein = (mark.id for mark in diary.marks.every())
    page.press("choice-skin")
    with answering(MarkSkin, saying("tattoo")):
        page.press(f"mark-{scar}")
    page.press(f"mark-gone-{mole}")
    page.press(f"mark-back-{vein}")
    assert [mark.reason for mark in diary.marks.in_force()] == [AvoidReason.TATTOO]
    assert [mark.id for mark in diary.marks.every()] == [scar, mole]
    assert len(page.undos) == 3


def test_each_button_of_a_list_says_which_mark_it_is_for(page: Shown[Page], diary: Diary) -> None:
    diary.marks.add(BRUISE)
    page.press("choice-skin")
    button = page.find(f"mark-{diary.marks.every()[0].id}")
    assert button is not None
    assert button.accessibleName() == "Correct: Bruise: your left thigh"


def test_a_mark_whose_time_is_over_is_asked_about_on_the_map_and_above_the_list(
    page: Shown[Page], diary: Diary, clock: HandClock
) -> None:
    diary.marks.add(BRUISE)
    page.refresh()
    question = "The bruise on your left thigh: is it gone?"
    clock.pass_time(hours=3 * 24)
    page.refresh()
    assert question not in page.said
    clock.pass_time(hours=24)
    page.refresh()
    assert question in page.said
    page.press("answer-asked")
    assert page.went[-1] == ("sites", "skin")
    page.page.point_to("skin")
    page.settle()
    assert question in page.said
    assert page.find("mark-on-map") is not None
    page.press(f"gone-{diary.marks.every()[0].id}")
    assert question not in page.said
    assert not diary.marks.asked_again()


@pytest.mark.parametrize(("answer", "until"), [("for-good", None), ("week", date(2026, 3, 13))])
def test_still_there_asks_until_when(
    page: Shown[Page], diary: Diary, clock: HandClock, answer: str, until: date | None
) -> None:
    diary.marks.add(BRUISE)
    clock.pass_time(hours=4 * 24)
    page.page.point_to("skin")
    page.settle()

    def stays(dialog: MarkStays) -> None:
        press(dialog)
        assert dialog.isVisible()
        choose(dialog, answer)
        press(dialog)

    with answering(MarkStays, stays):
        page.press(f"stays-{diary.marks.every()[0].id}")
    (mark,) = diary.marks.in_force()
    assert mark.until == until
    assert not diary.marks.asked_again()
