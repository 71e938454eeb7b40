"""The last two weeks before the record: told in one go at first run, or later, and never twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QWidget

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.undo import Done
from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import TYPICAL, Place, SitePoint, plane_of
from anakinra_companion.ui.dialogs.earlier_sites import EarlierSites
from anakinra_companion.ui.first_run_page import FirstRunPage
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.settings_page import SettingsPage
from anakinra_companion.ui.sites.page import SitesPage
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering
from tests.ui.shown import Shown


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def row(within: QWidget, day: date) -> QComboBox:
    found = within.findChild(QComboBox, f"day-{day.isoformat()}")
    assert isinstance(found, QComboBox)
    return found


def tell(within: QWidget, day: date, answer: str) -> None:
    box = row(within, day)
    assert box.findData(answer) >= 0
    box.setCurrentIndex(box.findData(answer))


def shown_rows(within: QWidget) -> list[str]:
    boxes = [box for box in within.findChildren(QComboBox) if box.objectName().startswith("day-")]
    return [str(box.currentData()) for box in boxes if box.isVisible()]


@pytest.fixture
def page(diary: Diary, show: Show) -> Shown[Page]:
    diary.change_profile(first_run="last")
    return show(FirstRunPage(diary))


def test_the_last_place_alone_is_enough(page: Shown[Page], diary: Diary) -> None:
    assert page.find("two-weeks") is None
    page.press("choice-thigh_left")
    assert page.find("two-weeks") is not None
    assert shown_rows(page.page) == []
    page.press("first-run-next")
    assert diary.earlier.told() == {}
    told = diary.doses.earlier()
    assert told is not None
    assert (told.place, told.day) == (Place.THIGH_LEFT, None)
    assert diary.profile().first_run == "box"


def test_two_weeks_are_told_with_the_last_place_as_the_newest_day(page: Shown[Page], diary: Diary) -> None:
    page.press("choice-thigh_left")
    page.press("two-weeks")
    assert shown_rows(page.page) == ["thigh_left", *[""] * 13]
    tell(page.page, ago(2), "not_known")
    tell(page.page, ago(3), "none")
    tell(page.page, ago(4), "arm_right")
    page.press("first-run-next")
    assert diary.earlier.told() == {ago(1): Place.THIGH_LEFT, ago(2): None, ago(4): Place.ARM_RIGHT}
    assert len(diary.sites.map().skin.history) == 3
    found = diary.sites.suggestion()
    assert found is not None
    assert plane_of(found.point.place) is not plane_of(Place.THIGH_LEFT)
    assert whole(diary)


def test_the_newest_day_follows_another_answer_until_it_has_one_of_its_own(page: Shown[Page]) -> None:
    page.press("choice-thigh_left")
    page.press("two-weeks")
    page.press("choice-belly_right")
    assert shown_rows(page.page)[0] == "belly_right"
    tell(page.page, ago(1), "none")
    page.press("choice-thigh_left")
    assert shown_rows(page.page)[0] == "none"


def test_who_goes_round_in_turn_answers_one_round(page: Shown[Page], diary: Diary) -> None:
    page.press("choice-thigh_left")
    page.press("two-weeks")
    tell(page.page, ago(2), "none")
    tell(page.page, ago(3), "belly_right")
    tell(page.page, ago(4), "none")
    tell(page.page, ago(9), "not_known")
    page.press("same-order")
    turn = ["thigh_left", "none", "belly_right", "none"]
    expected = [turn[place % 4] for place in range(14)]
    expected[8] = "not_known"
    assert shown_rows(page.page) == expected
    assert diary.earlier.told() == {}
    page.press("empty-days")
    assert shown_rows(page.page) == [""] * 14


def test_without_a_first_day_there_is_no_order_to_repeat(page: Shown[Page]) -> None:
    page.press("choice-thigh_left")
    page.press("two-weeks")
    tell(page.page, ago(1), "")
    page.press("same-order")
    assert "Please answer at least the first day." in page.said
    assert shown_rows(page.page) == [""] * 14


def test_it_is_resumed_with_what_was_told_and_changed(page: Shown[Page], diary: Diary, show: Show) -> None:
    page.press("choice-thigh_left")
    page.press("two-weeks")
    tell(page.page, ago(2), "belly_left")
    page.press("first-run-next")
    page.press("first-run-back")
    assert shown_rows(page.page)[:3] == ["thigh_left", "belly_left", ""]
    again = show(FirstRunPage(diary))
    assert shown_rows(again.page)[:3] == ["thigh_left", "belly_left", ""]
    tell(again.page, ago(2), "belly_right")
    tell(again.page, ago(1), "")
    again.press("first-run-next")
    assert diary.earlier.told() == {ago(2): Place.BELLY_RIGHT}


def test_passing_it_again_writes_nothing(page: Shown[Page], diary: Diary) -> None:
    page.press("choice-thigh_left")
    page.press("two-weeks")
    page.press("first-run-next")
    dose = diary.doses.earlier()
    assert dose is not None
    page.press("first-run-back")
    page.press("first-run-next")
    assert len(diary.doses.history(dose.id)) == 1


def test_who_never_injected_has_nothing_to_tell(page: Shown[Page], diary: Diary) -> None:
    page.press("choice-thigh_left")
    page.press("two-weeks")
    page.press("choice-never")
    assert shown_rows(page.page) == []
    page.press("first-run-next")
    assert diary.earlier.told() == {}
    assert diary.doses.earlier() is None


def test_by_keys_alone_in_the_smallest_window(page: Shown[Page], diary: Diary) -> None:
    page.page.resize(830, 640)
    page.press("choice-thigh_left")
    button = page.find("two-weeks")
    assert button is not None
    button.setFocus()
    page.key(Qt.Key.Key_Return)
    area = page.page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    for number in range(1, 15):
        focused = page.page.focusWidget()
        assert focused is row(page.page, ago(number))
        at = focused.mapTo(area.viewport(), QPoint())
        assert area.viewport().rect().contains(focused.rect().translated(at)), number
        if number > 1:
            for _ in range(3):
                page.key(Qt.Key.Key_Down)
        page.key(Qt.Key.Key_Tab)
    while (focused := page.page.focusWidget()) is not None and focused.objectName() != "first-run-next":
        page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Return)
    assert diary.profile().first_run == "box"
    told = diary.earlier.told()
    assert told == {ago(1): Place.THIGH_LEFT, **{ago(number): Place.BELLY_LEFT for number in range(2, 15)}}


def test_the_wheel_on_the_way_down_changes_no_day(page: Shown[Page]) -> None:
    page.press("choice-thigh_left")
    page.press("two-weeks")
    box = row(page.page, ago(2))
    tell(page.page, ago(2), "belly_left")
    at, down = QPointF(box.rect().center()), QPoint(0, -120)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    phase = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(box, QWheelEvent(at, box.mapToGlobal(at), down, down, left, none, phase, False))
    assert box.currentData() == "belly_left"


@pytest.mark.parametrize("where", ["back", "settings"])
def test_they_are_told_later_and_taken_back(diary: Diary, show: Show, where: str) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary) if where == "settings" else SitesPage(diary))
    if where == "back":
        shown.press("choice-back")

    def answer(dialog: EarlierSites) -> None:
        tell(dialog, ago(1), "belly_left")
        tell(dialog, ago(5), "thigh_right")
        dialog.try_accept()

    with answering(EarlierSites, answer):
        shown.press("earlier-sites")
    assert diary.earlier.told() == {ago(1): Place.BELLY_LEFT, ago(5): Place.THIGH_RIGHT}
    (undo,) = shown.undos
    assert undo.done is Done.EARLIER_SITES
    if where == "back":
        assert "Sun 1 Mar: your belly, left side" in shown.said
    else:
        last = shown.find("choice-belly_left")
        assert last is not None
        assert last.isChecked()
    diary.undo(undo)
    assert diary.earlier.told() == {}


def test_a_window_closed_without_keeping_tells_nothing(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(SettingsPage(diary))

    def answer(dialog: EarlierSites) -> None:
        tell(dialog, ago(1), "belly_left")
        dialog.reject()

    with answering(EarlierSites, answer):
        shown.press("earlier-sites")
    assert diary.earlier.told() == {}
    assert shown.undos == []


def test_a_point_told_elsewhere_stays_while_its_place_does(diary: Diary, show: Show) -> None:
    set_up(diary)
    point = lattice(Place.THIGH_LEFT, TYPICAL)[3]
    diary.earlier.tell({ago(1): point})
    shown = show(SettingsPage(diary))

    def answer(dialog: EarlierSites) -> None:
        tell(dialog, ago(2), "belly_left")
        dialog.try_accept()

    with answering(EarlierSites, answer):
        shown.press("earlier-sites")
    assert diary.earlier.told() == {ago(1): point, ago(2): Place.BELLY_LEFT}


def test_once_the_record_has_two_weeks_of_its_own_nobody_is_asked(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, clock.now(), SitePoint(Place.THIGH_LEFT, 0, 0)))
    shown = show(SettingsPage(diary))
    assert shown.find("earlier-sites") is not None
    clock.pass_time(days=14)
    later = show(SettingsPage(diary))
    assert later.find("earlier-sites") is None
    assert show(SitesPage(diary)).find("earlier-sites") is None


def test_a_day_that_got_a_dose_while_the_window_was_open_is_left_alone(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary, starts=ago(3))
    shown = show(SettingsPage(diary))

    def answer(dialog: EarlierSites) -> None:
        tell(dialog, ago(1), "belly_left")
        tell(dialog, ago(3), "belly_right")
        diary.doses.record(Given(ago(2), clock.now() - timedelta(days=2), SitePoint(Place.THIGH_LEFT, 0, 0)))
        dialog.try_accept()

    with answering(EarlierSites, answer):
        shown.press("earlier-sites")
    assert diary.earlier.told() == {ago(3): Place.BELLY_RIGHT}
