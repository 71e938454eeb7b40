"""Lumps, sizes and what goes wrong while the skin is told of: nothing is lost, and nothing is guessed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from anakinra_companion import content
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import MovedOn
from anakinra_companion.domain.lattice import middle_of
from anakinra_companion.domain.sites import TYPICAL, Place, SitePoint
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.ui.dialogs.tell_reaction import TellReaction
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.widgets.patch import CrossHair, PatchView
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose, type_in
from tests.ui.shown import Shown
from tests.ui.telling import in_sight, injected_yesterday, looking_back, press, said, signs, tell


@pytest.fixture
def dose(diary: Diary, clock: HandClock) -> str:
    return injected_yesterday(diary, clock)


@pytest.fixture
def page(diary: Diary, dose: str, show: Show) -> Shown[SitesPage]:  # noqa: ARG001 - the injection that is told of
    return looking_back(diary, show)


def test_h16_a_lump_at_the_injection_locks_its_skin(page: Shown[SitesPage], diary: Diary, dose: str) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "lump-here")
        assert content.say("sites-lump") in said(dialog)
        choose(dialog, "spreading-no")
        dialog.primary.click()

    tell(page, dose, answer)
    (lump,) = diary.lumps.locked()
    assert (lump.x, lump.y, lump.dose_id) == (0, 0, dose)


def test_h16_a_lump_near_the_injection_is_shown_on_the_skin_with_the_keys(
    page: Shown[SitesPage], diary: Diary, dose: str
) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "lump-near")
        QApplication.processEvents()
        (hair,) = (each for each in dialog.findChildren(CrossHair) if each.isVisible())
        for _ in range(12):
            QTest.keyClick(hair, Qt.Key.Key_Up)
        assert "from the injection" in hair.accessibleName()
        choose(dialog, "spreading-no")
        dialog.primary.click()

    tell(page, dose, answer)
    (lump,) = diary.lumps.locked()
    assert lump.place is Place.THIGH_LEFT
    assert lump.y > 0
    assert lump.x == 0


@pytest.mark.parametrize("stays", [False, True])
def test_h16_a_lump_at_an_injection_nobody_can_place_is_asked_for_its_place(
    diary: Diary, show: Show, clock: HandClock, stays: bool
) -> None:
    set_up(diary)
    dose = diary.doses.record(Given(TODAY, diary.now())).doses[0]
    clock.pass_time(hours=1)
    page = looking_back(diary, show)

    def answer(dialog: TellReaction) -> None:
        assert not in_sight(dialog, "choice-lump-here")
        choose(dialog, "lump-near")
        # Whom to call does not wait for anything that is still missing.
        choose(dialog, "spreading-yes")
        assert content.say("skin-doctor-now") in said(dialog)
        dialog.primary.click()
        assert dialog.isVisible()
        assert "show where the lump is" in said(dialog)
        choose(dialog, "lump-belly_right")
        dialog.primary.click()
        # Where the cross-hair begins is not where anybody showed a lump.
        assert dialog.isVisible()
        assert "show where the lump is" in said(dialog)
        QApplication.processEvents()
        (hair,) = (each for each in dialog.findChildren(CrossHair) if each.isVisible())
        QTest.keyClick(hair, Qt.Key.Key_Return if stays else Qt.Key.Key_Up)
        dialog.primary.click()

    tell(page, dose, answer)
    (lump,) = diary.lumps.locked()
    assert lump.place is Place.BELLY_RIGHT
    middle = middle_of(Place.BELLY_RIGHT, TYPICAL)
    assert ((lump.x, lump.y) == (middle.x, middle.y)) is stays


def test_h16_a_place_that_is_known_is_not_yet_where_the_lump_is(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    dose = diary.doses.record(Given(TODAY, diary.now(), None, Place.THIGH_LEFT)).doses[0]
    clock.pass_time(hours=1)
    page = looking_back(diary, show)

    def answer(dialog: TellReaction) -> None:
        choose(dialog, "lump-near")
        choose(dialog, "spreading-no")
        dialog.primary.click()
        assert dialog.isVisible()

    tell(page, dose, answer)
    assert diary.lumps.every() == ()
    assert diary.reactions.of(dose) == ()


def test_help_now_keeps_what_was_told_also_while_nobody_showed_where_the_lump_is(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    dose = diary.doses.record(Given(TODAY, diary.now(), None, Place.THIGH_LEFT)).doses[0]
    clock.pass_time(hours=1)
    page = looking_back(diary, show)

    def answer(dialog: TellReaction) -> None:
        choose(dialog, "redness-3")
        choose(dialog, "lump-near")
        type_in(dialog, "Note (if you like)", "since noon")
        choose(dialog, "spreading-yes")
        press(dialog, "to-help")

    tell(page, dose, answer)
    assert ("help",) in page.went
    (told,) = signs(diary, dose)
    assert (told.redness, told.spreading, told.lump) == (3, True, False)
    assert told.note == "since noon There is a lump. Its place was not shown yet."
    assert diary.lumps.every() == ()


def test_h14_the_close_up_is_called_by_the_place_it_shows(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    dose = diary.doses.record(Given(TODAY, diary.now())).doses[0]
    clock.pass_time(hours=1)
    page = looking_back(diary, show)

    def answer(dialog: TellReaction) -> None:
        choose(dialog, "lump-near")
        for place, name in (("thigh_left", "Left thigh"), ("thigh_right", "Right thigh")):
            choose(dialog, f"lump-{place}")
            (view,) = dialog.findChildren(PatchView)
            assert view.accessibleName() == name

    tell(page, dose, answer)


@pytest.mark.parametrize(("typed", "kept"), [("2,5", 250), ("3.0 cm", 300), ("", None), ("nothing", None)])
def test_the_size_is_typed_as_people_write_it(
    page: Shown[SitesPage], diary: Diary, dose: str, typed: str, kept: int | None
) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "redness-1")
        name = "How large is it across? (if you like)"
        box = next(each for each in dialog.findChildren(QWidget) if each.accessibleName() == name)
        edit = box.findChild(QLineEdit)
        assert isinstance(edit, QLineEdit)
        box.setFocus()
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        QTest.keyClicks(edit, typed)
        choose(dialog, "spreading-no")
        dialog.primary.click()

    tell(page, dose, answer)
    assert [each.size for each in signs(diary, dose)] == [kept]


def test_a_size_that_cannot_be_right_is_said_and_nothing_typed_is_lost(
    page: Shown[SitesPage], diary: Diary, dose: str
) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "redness-1")
        choose(dialog, "spreading-no")
        dialog._size.edit.setValue(9_000)
        dialog.primary.click()
        assert dialog.isVisible()
        assert "This size cannot be right" in said(dialog)
        dialog._size.edit.setValue(300)
        dialog.primary.click()

    tell(page, dose, answer)
    assert [each.size for each in signs(diary, dose)] == [300]


def test_a_dose_taken_back_meanwhile_keeps_the_window_open_and_says_so(
    page: Shown[SitesPage], diary: Diary, dose: str
) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "redness-1")
        choose(dialog, "spreading-no")
        diary.doses.withdraw(dose)
        dialog.primary.click()
        assert dialog.isVisible()
        assert "This was not recorded." in said(dialog)

    tell(page, dose, answer)
    assert page.undos == []


def test_h17_help_comes_first_also_when_nothing_could_be_kept(
    page: Shown[SitesPage], diary: Diary, dose: str, qtbot: QtBot
) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "redness-1")
        choose(dialog, "spreading-yes")
        diary.doses.withdraw(dose)
        press(dialog, "to-help")

    with qtbot.captureExceptions() as raised:
        tell(page, dose, answer)
    assert ("help",) in page.went
    # The last net of the window says that it was not kept.
    assert [kind for kind, *_ in raised] == [MovedOn]


def test_what_spoke_against_a_place_stands_beside_it_and_older_ones_are_in_the_calendar(
    page: Shown[SitesPage], diary: Diary
) -> None:
    diary.doses.record(Given(TODAY + timedelta(days=1), diary.now(), SitePoint(Place.BELLY_LEFT, 30, 0)))
    page.refresh()
    assert "Too near the navel." in page.said
    page.press("to-calendar")
    assert ("calendar", (TODAY + timedelta(days=1)).isoformat()) in page.went


def test_every_answer_says_what_it_answers(page: Shown[SitesPage], dose: str) -> None:
    def answer(dialog: TellReaction) -> None:
        choices = [each for each in dialog.findChildren(QAbstractButton) if each.isCheckable() and each.isVisible()]
        names = [each.accessibleName() for each in choices]
        assert len(set(names)) == len(names) > 20
        assert "Redness: Clearly" in names

    tell(page, dose, answer)


def test_h16_a_lump_taken_back_is_asked_for_again_when_its_report_is_corrected(
    page: Shown[SitesPage], diary: Diary, dose: str
) -> None:
    diary.reactions.report(dose, Signs(lump=True, redness=1, spreading=False))
    (report,) = diary.reactions.of(dose)
    diary.lumps.withdraw(diary.lumps.every()[0].id)
    page.refresh()

    def answer(dialog: TellReaction) -> None:
        assert "stays on the map" not in said(dialog)
        choose(dialog, "lump-here")
        dialog.primary.click()

    with answering(TellReaction, answer):
        page.press(f"correct-report-{report.id}")
    assert len(diary.lumps.locked()) == 1
