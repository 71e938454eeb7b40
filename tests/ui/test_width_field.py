"""How large something on the skin is: in the unit of the tape, in its steps, and kept in 0.1 mm."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from anakinra_companion.ui.widgets.width_field import WidthField


@pytest.fixture(params=[False, True], ids=["cm", "inches"])
def field(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[WidthField]:
    made = WidthField("Size across", 200, inches=request.param)
    made.setObjectName("test-width")
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def typed(field: WidthField, words: str) -> int:
    field.edit.lineEdit().selectAll()
    QTest.keyClicks(field.edit, words)
    return field.value


def test_a_size_is_shown_with_its_unit_and_steps_along_the_tape(field: WidthField) -> None:
    shown = [field.edit.text()]
    for _ in range(2):
        QTest.keyClick(field.edit, Qt.Key.Key_Up)
        shown.append(field.edit.text())
    assert shown in (["2.0 cm", "2.5 cm", "3.0 cm"], ["0.79 in", "1.00 in", "1.25 in"])


def test_a_step_down_ends_above_nothing(field: WidthField) -> None:
    for _ in range(30):
        QTest.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.value in (50, 64)


def test_what_is_typed_is_kept_with_a_point_or_a_comma(field: WidthField) -> None:
    point, comma = typed(field, "1.5"), typed(field, "1,5")
    assert point == comma
    assert point in (150, 381)


def test_words_that_are_no_number_change_nothing(field: WidthField) -> None:
    assert typed(field, "large") == 200


def test_a_fraction_of_the_tape_can_be_typed(field: WidthField) -> None:
    assert typed(field, "1 1/2") == typed(field, "1.5")
    assert typed(field, ".5") == typed(field, "½") == typed(field, "0,5")


def test_each_press_goes_to_the_next_line_and_none_is_left_out(field: WidthField) -> None:
    field.edit.setValue(0)
    lines = stepped(field, 1, 12)
    assert lines in (
        [50 * line for line in range(1, 13)],
        [round(63.5 * line) for line in range(1, 13)],
    )
    assert stepped(field, -1, 11) == lines[-2::-1]


def stepped(field: WidthField, steps: int, times: int) -> list[int]:
    found = []
    for _ in range(times):
        field.edit.stepBy(steps)
        found.append(field.value)
    return found


def test_a_size_that_may_stay_unsaid_is_unsaid_when_it_is_cleared_and_steps_end_at_the_most(qtbot: QtBot) -> None:
    made = WidthField("Size across", 250, most=3000, optional=True)
    made.setObjectName("test-width")
    made.show()
    qtbot.waitExposed(made)
    made.edit.lineEdit().selectAll()
    QTest.keyClick(made.edit, Qt.Key.Key_Delete)
    assert made.value == 0
    QTest.keyClick(made.edit, Qt.Key.Key_Up)
    QTest.keyClick(made.edit, Qt.Key.Key_Down)
    assert (made.value, made.edit.text()) == (0, "not measured")
    assert typed(made, "29,9") == 2990
    for _ in range(3):
        QTest.keyClick(made.edit, Qt.Key.Key_Up)
    assert made.value == 3000
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
