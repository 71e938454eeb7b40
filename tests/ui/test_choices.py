"""The answers of a question, as a hand and as a screen reader give them."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from anakinra_companion.ui.widgets.choices import Choices


def asked(qtbot: QtBot) -> tuple[Choices, list[str]]:
    choices = Choices([("yes", "Yes"), ("no", "No, or not sure")], name="Did you read the leaflet?")
    qtbot.addWidget(choices)
    given: list[str] = []
    choices.picked.connect(given.append)
    return choices, given


def button(choices: Choices, name: str) -> QAbstractButton:
    found = choices.findChild(QAbstractButton, f"choice-{name}")
    assert isinstance(found, QAbstractButton)
    return found


def test_a_press_gives_one_answer(qtbot: QtBot) -> None:
    choices, given = asked(qtbot)
    button(choices, "yes").click()
    assert (choices.value, given) == ("yes", ["yes"])


def test_an_answer_that_a_screen_reader_turns_on_is_given(qtbot: QtBot) -> None:
    choices, given = asked(qtbot)
    button(choices, "yes").click()
    action = QAccessible.queryAccessibleInterface(button(choices, "no")).actionInterface()
    action.doAction(action.actionNames()[0])
    assert (choices.value, given) == ("no", ["yes", "no"])


def test_an_answer_given_earlier_is_shown_and_not_given_again(qtbot: QtBot) -> None:
    choices, given = asked(qtbot)
    choices.choose("no")
    assert (choices.value, given) == ("no", [])
