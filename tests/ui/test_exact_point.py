""" "I injected here": the spot that was shown is kept and told in words, never refused, and never kept by a slip."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.sites import HELPER_PLACES, Place, SitePoint
from anakinra_companion.domain.skin.tape import Tape
from anakinra_companion.domain.skin.truth import SiteFlags, site_flags
from anakinra_companion.domain.suggestion import Blocked
from anakinra_companion.ui import theme
from anakinra_companion.ui.calendar.page import CalendarPage
from anakinra_companion.ui.dialogs.exact_point import ExactPoint
from anakinra_companion.ui.dialogs.record_dose import RecordDose
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.patch import PatchView
from anakinra_companion.ui.widgets.text import Text
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose
from tests.ui.exact import hair, only_dose, place, said, walk
from tests.ui.shown import Shown

HERE = SitePoint(Place.THIGH_LEFT, 0, 0)
NEXT_DAY = TODAY + timedelta(days=1)


def in_two_places(diary: Diary, clock: HandClock) -> str:
    """Yesterday the middle of the left thigh, today that of the right one."""
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now(), HERE))
    clock.pass_time(days=1)
    return diary.doses.record(Given(NEXT_DAY, diary.now(), SitePoint(Place.THIGH_RIGHT, 0, 0))).doses[0]


def on_day(diary: Diary, show: Show) -> Shown[Page]:
    shown = show(CalendarPage(diary))
    shown.page.point_to(NEXT_DAY.isoformat())
    shown.settle()
    return shown


def test_a_belly_too_small_for_any_point_can_be_where_it_went(diary: Diary, show: Show, clock: HandClock) -> None:
    second = in_two_places(diary, clock)
    diary.sizes.measure(Tape(belly_height=900))
    shown = on_day(diary, show)

    def answer(dialog: ExactPoint) -> None:
        place(dialog, Place.BELLY_LEFT).click()
        walk(dialog, Qt.Key.Key_Up)
        dialog.primary.click()

    with answering(ExactPoint, answer):
        shown.press(f"elsewhere-{second}")
    assert only_dose(diary, 1).place is Place.BELLY_LEFT


# ---- from the calendar ------------------------------------------------------------------------------------------


def test_h14_a_spot_too_near_the_last_is_kept_and_says_so(diary: Diary, show: Show, clock: HandClock) -> None:
    second = in_two_places(diary, clock)
    shown = on_day(diary, show)

    def answer(dialog: ExactPoint) -> None:
        place(dialog, Place.THIGH_LEFT).click()
        walk(dialog, *[Qt.Key.Key_Down] * 4)
        spot = dialog.point
        walk(dialog, *[Qt.Key.Key_Up if spot.y < 0 else Qt.Key.Key_Down] * (abs(spot.y) // 50))
        told = said(dialog)
        assert "Too near the injection before." in told
        assert "It is kept all the same, with this note." in told
        assert "from the injection before" in hair(dialog).accessibleName()
        dialog.primary.click()

    with answering(ExactPoint, answer):
        shown.press(f"elsewhere-{second}")
    dose = only_dose(diary, 1)
    told = site_flags(dose.flags)
    assert dose.point is not None
    assert told.reasons == (Blocked.TOO_NEAR_LAST,)
    assert told.apart is not None
    assert f"Here instead, {told.apart // 10 / 10:.1f} cm from the one before." in shown.said
    assert "Too near the injection before." in shown.said
    back = show(SitesPage(diary))
    back.press("choice-back")
    assert f"Here instead, {told.apart // 10 / 10:.1f} cm from the one before." in back.said


def test_the_words_follow_the_cross_hair_and_2_49_cm_is_never_told_as_2_5(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    second = in_two_places(diary, clock)
    diary.sites.injected_here(second, SitePoint(Place.THIGH_LEFT, 249, 0))
    shown = on_day(diary, show)
    assert "Here instead, 2.4 cm from the one before." in shown.said

    def answer(dialog: ExactPoint) -> None:
        assert hair(dialog).accessibleName().startswith("Your left thigh, 2.4 cm from the injection before")
        assert "2.4 cm to your left from the middle of this place." in said(dialog)
        QTest.keyClick(hair(dialog), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert hair(dialog).accessibleName() == "Your left thigh, 2.5 cm from the injection before"
        assert "Too near" not in said(dialog)

    with answering(ExactPoint, answer):
        shown.press(f"elsewhere-{second}")


def test_every_place_can_be_named_and_a_helpers_says_what_it_is(diary: Diary, show: Show, clock: HandClock) -> None:
    second = in_two_places(diary, clock)
    shown = on_day(diary, show)

    def answer(dialog: ExactPoint) -> None:
        for each in Place:
            assert ("only when somebody else injects" in place(dialog, each).accessibleName()) is (
                each in HELPER_PLACES
            )
        place(dialog, Place.ARM_LEFT).setFocus()
        QTest.keyClick(place(dialog, Place.ARM_LEFT), Qt.Key.Key_Return)
        assert dialog.focusWidget() is hair(dialog)
        assert "A place for when somebody else injects." in said(dialog)
        walk(dialog, Qt.Key.Key_Up)
        dialog.primary.click()

    with answering(ExactPoint, answer):
        shown.press(f"elsewhere-{second}")
    assert only_dose(diary, 1).place is Place.ARM_LEFT
    assert site_flags(only_dose(diary, 1).flags).reasons == (Blocked.HELPER_ONLY,)


def test_neither_the_spot_on_record_nor_the_one_it_begins_at_is_kept_by_a_slip(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    second = in_two_places(diary, clock)
    shown = on_day(diary, show)

    def answer(dialog: ExactPoint) -> None:
        dialog.primary.click()
        assert dialog.isVisible()
        assert "on record already" in said(dialog)
        place(dialog, Place.BELLY_LEFT).click()
        dialog.primary.click()
        assert dialog.isVisible()
        assert "Show the spot first" in said(dialog)
        dialog.cancel.click()

    with answering(ExactPoint, answer):
        shown.press(f"elsewhere-{second}")
    assert only_dose(diary, 1).point == SitePoint(Place.THIGH_RIGHT, 0, 0)
    assert shown.undos == []


def test_a_click_on_the_skin_is_enough(diary: Diary, show: Show, clock: HandClock) -> None:
    second = in_two_places(diary, clock)
    shown = on_day(diary, show)
    clicked: list[SitePoint] = []

    def answer(dialog: ExactPoint) -> None:
        view = dialog.findChild(PatchView, "patch")
        assert isinstance(view, PatchView)
        assert view.projection is not None
        at = view.projection.pixel(-200, 300).toPoint()
        clicked.append(view.projection.spot(at.toPointF()))
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
        dialog.primary.click()

    with answering(ExactPoint, answer):
        shown.press(f"elsewhere-{second}")
    assert [only_dose(diary, 1).point] == clicked


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_cross_hair_and_its_words_stay_in_sight(diary: Diary, show: Show, clock: HandClock, scale: float) -> None:
    theme.use(theme.Theme("light", scale))
    second = in_two_places(diary, clock)
    shown = on_day(diary, show)

    def answer(dialog: ExactPoint) -> None:
        dialog.resize(984, 580)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            walk(dialog, *[key] * 14)
            shown.settle()
            words = next(each for each in dialog.findChildren(Text, "spot-words") if not each.isHidden())
            for each in (hair(dialog), words):
                assert each.visibleRegion().boundingRect().size() == each.size(), each

    with answering(ExactPoint, answer):
        shown.press(f"elsewhere-{second}")
    theme.use(theme.Theme("light", 1.0))


# ---- for a dose that is recorded later --------------------------------------------------------------------------


def test_an_exact_point_is_recorded_for_a_dose_that_was_given(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now(), HERE))
    clock.pass_time(days=1)
    shown = show(CalendarPage(diary))
    shown.page.point_to(NEXT_DAY.isoformat())
    shown.settle()
    spots: list[SitePoint] = []

    def show_spot(dialog: ExactPoint) -> None:
        place(dialog, Place.THIGH_LEFT).click()
        walk(dialog, Qt.Key.Key_Down)
        spots.append(dialog.point)
        dialog.primary.click()

    def answer(dialog: RecordDose) -> None:
        with answering(ExactPoint, show_spot):
            choose(dialog, "exact")
            shown.settle()
        assert "Your left thigh" in said(dialog)
        assert "Show another spot" in [each.text() for each in dialog.findChildren(Button) if each.isVisible()]
        dialog.primary.click()

    with answering(RecordDose, answer):
        shown.press("record")
    dose = only_dose(diary, 1)
    assert [dose.point] == spots
    assert not site_flags(dose.flags).instead


def test_without_a_spot_the_exact_answer_is_not_taken(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(CalendarPage(diary))

    def answer(dialog: RecordDose) -> None:
        with answering(ExactPoint, lambda exact: exact.reject()):
            choose(dialog, "exact")
            shown.settle()
        dialog.primary.click()
        assert dialog.isVisible()
        assert "Please show the spot" in said(dialog)
        focused = dialog.focusWidget()
        assert isinstance(focused, QWidget)
        assert focused.objectName() == "show-spot"
        choose(dialog, "belly_left")
        dialog.primary.click()

    with answering(RecordDose, answer):
        shown.press("record")
    assert (only_dose(diary).place, only_dose(diary).point) == (Place.BELLY_LEFT, None)
    assert site_flags(only_dose(diary).flags) == SiteFlags()
