"""From a box in the fridge to a recorded dose, through the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.profile import Gate
from anakinra_companion.domain.sites import SitePoint, distance
from anakinra_companion.domain.storage import State
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths
from tests.journal_check import whole
from tests.journeys.person import Person
from tests.ui.dialogs import pick

SCREENS = 8


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def opened(qtbot: QtBot, folder: Path) -> Iterator[Callable[[], Person]]:
    people: list[Person] = []

    def open_again() -> Person:
        for person in people:
            person.quit()
        people[:] = [Person(qtbot, folder)]
        return people[0]

    yield open_again
    for person in people:
        person.quit()


def fill_box(dialog: QDialog) -> None:
    lot = dialog.findChild(QLineEdit)
    assert isinstance(lot, QLineEdit)
    lot.setText("K77")
    pick(dialog, "Expiry: month", "5")
    pick(dialog, "Expiry: year", str(system_clock().now().year + 1))
    primary = dialog.findChild(QAbstractButton, "dialog-primary")
    assert isinstance(primary, QAbstractButton)
    primary.click()


def first_run(person: Person, press: Callable[..., None], pick_country: Callable[[], None]) -> int:
    """Goes through first run and returns how many screens it had."""
    answers: list[list[tuple[str, str]]] = [
        [],
        [("country", "")],
        [*(("choice-yes", f"gate-{gate.value}") for gate in Gate), ("choice-rheumatoid_arthritis", "condition")],
        [("choice-1", "often")],
        [("choice-full", "leaflet")],
        [("choice-practised", "mode")],
        [("choice-thigh_right", "last-place")],
    ]
    for screen in answers:
        for name, inside in screen:
            if name == "country":
                pick_country()
            else:
                press(name, inside)
        press("first-run-next")
    person.in_dialog(lambda: press("first-box"), fill_box)
    press("first-run-next")
    return len(answers) + 1


def state_of(folder: Path) -> tuple[DayState, SitePoint | None, set[State]]:
    diary = open_diary(Paths.under(folder), system_clock(), list)
    view = diary.overview()
    assert whole(diary)
    looks = {look.state for box in diary.storage.boxes() for look in box.looks}
    point = view.last.point if view.last else None
    diary.close()
    return view.day.state, point, looks


def test_the_journey_by_clicks(opened: Callable[[], Person], folder: Path) -> None:
    person = opened()
    person.at("first_run")
    assert first_run(person, person.click, lambda: person.pick("country", 1)) == SCREENS
    person.at("today")
    assert "No, not yet." in person.words()
    person.click("start")
    person.presses = 1
    person.at("walkthrough")
    person.click("answer-1")
    person.click("reply-clear")
    person.click("answer-1")
    person.click("reply-next")
    person.click("reply-next")
    person.click("reply-needle_out")
    person.click("reply-in_sharps")
    assert person.presses <= 8
    recorded = person.words()
    assert "on record" in recorded
    person.click("to-today")
    person.at("today")
    assert "Yes, you injected today" in person.words()
    state, point, looks = state_of(folder)
    assert state is DayState.TAKEN
    assert State.IN_SHARPS in looks
    again = opened()
    again.at("today")
    assert "Yes, you injected today" in again.words()
    _suggestion_is_an_inch_away(folder, point)


def test_the_journey_by_keys_alone(opened: Callable[[], Person], folder: Path) -> None:
    person = opened()
    person.at("first_run")

    def press(name: str, inside: str = "") -> None:
        person.tab_to(name, inside)
        person.key(Qt.Key.Key_Space)

    def pick_country() -> None:
        person.tab_to("country")
        person.key(Qt.Key.Key_Down)

    assert first_run(person, press, pick_country) == SCREENS
    person.at("today")
    person.presses = 0
    person.key(Qt.Key.Key_Return)
    person.at("walkthrough")
    person.key(Qt.Key.Key_1)
    person.key(Qt.Key.Key_1)
    person.key(Qt.Key.Key_1)
    person.key(Qt.Key.Key_Space)
    person.key(Qt.Key.Key_PageDown)
    person.key(Qt.Key.Key_1)
    person.key(Qt.Key.Key_1)
    assert person.presses == 8
    assert "on record" in person.words()
    person.key(Qt.Key.Key_Return)
    person.at("today")
    assert "Yes, you injected today" in person.words()
    person.key(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    person.at("calendar")
    assert "Taken" in person.words()
    state, point, _ = state_of(folder)
    assert state is DayState.TAKEN
    _suggestion_is_an_inch_away(folder, point)


def test_help_is_one_click_and_one_key_from_every_page(opened: Callable[[], Person]) -> None:
    person = opened()
    person.at("first_run")
    person.key(Qt.Key.Key_F1)
    person.at("help")
    assert "911" not in person.words()
    assert "your local emergency number" in person.words()


def test_first_run_can_be_left_and_goes_on_where_it_was(opened: Callable[[], Person]) -> None:
    person = opened()
    person.click("first-run-next")
    person.pick("country", 1)
    person.click("first-run-next")
    person.click("choice-yes", "gate-adult")
    again = opened()
    again.at("first_run")
    assert "3 of 8" in again.words()
    chosen = again.see("gate-adult").findChild(QAbstractButton, "choice-yes")
    assert isinstance(chosen, QAbstractButton)
    assert chosen.isChecked()


def _suggestion_is_an_inch_away(folder: Path, point: SitePoint | None) -> None:
    diary = open_diary(Paths.under(folder), system_clock(), list)
    found = diary.sites.suggestion()
    diary.close()
    assert found is not None
    assert point is not None
    apart = distance(found.point, point)
    assert apart is None or apart >= 250
