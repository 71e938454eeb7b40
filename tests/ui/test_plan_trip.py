"""Planning a trip: told by keys, shown with every dose on the clock there, and nothing promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from content_check import PROMISES
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from anakinra_companion.diary.diary import Diary
from anakinra_companion.ui.dialogs.plan_trip import MOST_STOPS, PlanTrip
from anakinra_companion.ui.dialogs.trip_stop import TripStop
from anakinra_companion.ui.storage.page import StoragePage
from anakinra_companion.ui.storage.trip import Stop, first_wrong, trip
from anakinra_companion.ui.storage.trip_card import plan_trip
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.moment_field import MomentField
from anakinra_companion.ui.widgets.zone_field import ZoneField, zone_words, zones
from tests.people import ZONE, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose

TOKYO = "Asia/Tokyo"


def local(day: int, hour: int, zone: str = ZONE) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=ZoneInfo(zone))


@pytest.fixture
def planner(diary: Diary, qapp: QApplication) -> Iterator[PlanTrip]:
    set_up(diary)
    dialog = plan_trip(diary)
    dialog.show()
    qapp.processEvents()
    yield dialog
    dialog.close()
    dialog.deleteLater()


def put(field: MomentField, day: int, hour: int) -> None:
    field.day.edit.setDate(QDate(2026, 3, day))
    field.time.edit.setTime(QTime(hour, 0))


def fields(planner: PlanTrip) -> list[MomentField]:
    return planner.findChildren(MomentField)


def stop(planner: PlanTrip, number: int = 1) -> TripStop:
    found = planner.findChild(TripStop, f"stop-{number}")
    assert isinstance(found, TripStop)
    return found


def said(planner: PlanTrip) -> str:
    return "\n".join(label.text() for label in planner.findChildren(QLabel) if not label.isHidden())


def to_tokyo(planner: PlanTrip, *, fridge: str = "yes") -> None:
    """Leaves on the 10th, is there on the 11th, leaves on the 17th and is home that evening."""
    there = stop(planner)
    there.zone.choose(TOKYO)
    leaves, returns = (
        next(each for each in fields(planner) if each.day.control.accessibleName().startswith(name))
        for name in ("I leave home", "I am home")
    )
    put(leaves, 10, 8)
    put(there.arrives, 11, 9)
    put(there.leaves, 17, 10)
    put(returns, 17, 20)
    choose(planner, fridge)


def test_the_plan_says_how_many_when_and_what_the_bag_takes(planner: PlanTrip) -> None:
    to_tokyo(planner)
    planner.primary.click()
    assert "Take 8 syringe(s)" in said(planner)
    assert "Tue 10 Mar: 20:00, at home" in said(planner)
    # 20:00 in Madrid is 4:00 of the next day in Tokyo.
    assert "Thu 12 Mar to Tue 17 Mar: 04:00, Tokyo (Asia). 6 dose(s)." in said(planner)
    assert "Tue 17 Mar: 20:00, at home" in said(planner)
    assert "From home to Tokyo (Asia): 17 h 0 min in the bag. All together 17 h 0 min, 7 h 0 min left." in said(
        planner
    )
    assert planner.isVisible()


def test_the_plan_comes_into_sight(planner: PlanTrip, qapp: QApplication) -> None:
    to_tokyo(planner)
    planner.primary.click()
    for _ in range(4):
        qapp.processEvents()
    first = planner.shown[0]
    assert first.visibleRegion().boundingRect().height() == first.height()


def test_a_trip_that_takes_all_hours_says_so_first(planner: PlanTrip) -> None:
    to_tokyo(planner)
    planner.primary.click()
    # 17 hours there and 18 hours back.
    assert "must not be used at its end" in said(planner)
    assert "35 h 0 min, 0 h 0 min left" in said(planner)


def test_the_limit_of_ones_own_counts_and_is_named_as_that(diary: Diary, qapp: QApplication) -> None:
    set_up(diary)
    diary.change_profile(limit_minutes=12 * 60)
    dialog = plan_trip(diary)
    dialog.show()
    qapp.processEvents()
    to_tokyo(dialog)
    dialog.primary.click()
    assert "longer than the limit you set" in said(dialog)
    assert "of the 24 hours" not in said(dialog)
    dialog.close()
    dialog.deleteLater()


def test_without_a_fridge_the_bag_is_not_left(planner: PlanTrip) -> None:
    to_tokyo(planner, fridge="no")
    planner.primary.click()
    assert "From home to home: 180 h 0 min in the bag." in said(planner)


def test_nothing_is_guessed_about_a_fridge(planner: PlanTrip) -> None:
    planner.primary.click()
    assert "Please say whether there is a fridge." in said(planner)
    assert not planner.shown


def test_a_time_before_the_one_above_is_named_at_its_field(planner: PlanTrip) -> None:
    to_tokyo(planner)
    put(stop(planner).leaves, 10, 23)
    planner.primary.click()
    assert "This is before the time above it" in stop(planner).leaves.day.control.accessibleDescription()
    assert not planner.shown
    put(stop(planner).leaves, 17, 10)
    planner.primary.click()
    assert stop(planner).leaves.day.control.accessibleDescription() == ""
    assert planner.shown


def test_a_place_that_is_not_on_the_list_is_asked_for_again(planner: PlanTrip) -> None:
    to_tokyo(planner)
    stop(planner).zone.edit.setEditText("Atlantis")
    planner.primary.click()
    assert "not on the list" in said(planner)
    assert not planner.shown


def test_a_city_is_found_by_part_of_its_name(planner: PlanTrip) -> None:
    zone = stop(planner).zone
    zone.edit.setFocus()
    line = zone.edit.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "tokyo (asia)")
    assert zone.value == TOKYO


def test_stops_are_added_and_taken_away(planner: PlanTrip) -> None:
    more, fewer = (planner.findChild(Button, name) for name in ("more-stops", "fewer-stops"))
    assert isinstance(more, Button)
    assert isinstance(fewer, Button)
    assert not fewer.isEnabled()
    for _ in range(MOST_STOPS):
        more.click()
    assert not more.isEnabled()
    assert len(planner.findChildren(TripStop)) == MOST_STOPS
    fewer.click()
    assert stop(planner, MOST_STOPS).isHidden()
    assert more.isEnabled()


def test_no_sentence_promises_anything(planner: PlanTrip) -> None:
    to_tokyo(planner)
    planner.primary.click()
    assert not any(promise in said(planner).lower() for promise in PROMISES)
    assert "stricter reading" in said(planner)


def test_without_a_label_the_hour_is_asked(diary: Diary, qapp: QApplication) -> None:
    dialog = plan_trip(diary)
    dialog.show()
    qapp.processEvents()
    assert "Your dose is due at" in said(dialog)
    stop(dialog).fridge.choices.choose("yes")
    dialog.primary.click()
    assert "Take 7 syringe(s)" in said(dialog)
    dialog.close()
    dialog.deleteLater()


def test_it_is_reached_and_left_by_keys_alone(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.press("choice-away")
    button = shown.find("plan-trip")
    assert button is not None
    button.setFocus()

    def leave(dialog: PlanTrip) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    with answering(PlanTrip, leave):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert not shown.undos


# ---- what is told, as values ------------------------------------------------------------------------------------


def test_a_landing_before_the_start_by_the_wall_clock_is_in_order() -> None:
    # Tokyo to Honolulu: a day earlier by the calendar.
    leaves, arrives = local(10, 20, TOKYO), local(10, 8, "Pacific/Honolulu")
    stay = Stop("Pacific/Honolulu", arrives, local(12, 8, "Pacific/Honolulu"), cooled=True)
    assert first_wrong(leaves, [stay], local(20, 8, TOKYO)) is None
    planned, _ = trip(TOKYO, leaves, [stay], local(20, 8, TOKYO))
    assert planned.bag[0].cooled - planned.bag[0].packed == timedelta(hours=7)


def test_legs_follow_the_arrivals() -> None:
    stay = Stop(TOKYO, local(11, 9, TOKYO), local(17, 10, TOKYO), cooled=True)
    planned, stretches = trip(ZONE, local(10, 8), [stay], local(17, 20))
    assert [leg.zone for leg in planned.legs] == [ZONE, TOKYO, ZONE]
    assert planned.legs[1].begins == stay.arrives.astimezone(UTC)
    assert [(each.start, each.end) for each in stretches] == [(ZONE, TOKYO), (TOKYO, ZONE)]


def test_every_zone_has_words_and_none_is_there_twice() -> None:
    assert {"Europe/Madrid", "Asia/Tokyo", "America/New_York"} <= set(zones())
    assert len({zone_words(zone) for zone in zones()}) == len(zones())
    assert zone_words("America/Argentina/Buenos_Aires") == "Buenos Aires (America)"


def test_the_zone_of_the_record_is_always_on_the_list(qapp: QApplication) -> None:
    assert qapp is not None
    assert ZoneField("Where", "UTC").value == "UTC"
