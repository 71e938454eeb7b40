"""The window that asks where an injection really went, as a test uses it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.doses import Dose
from anakinra_companion.domain.sites import Place
from anakinra_companion.ui.widgets.patch import CrossHair
from anakinra_companion.ui.widgets.place_button import PlaceButton
from anakinra_companion.ui.widgets.text import Text
from tests.people import TODAY


def hair(dialog: QDialog) -> CrossHair:
    return next(each for each in dialog.findChildren(CrossHair) if not each.isHidden())


def walk(dialog: QDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(hair(dialog), key)


def said(dialog: QDialog) -> str:
    # Qt shows new children of a layout a moment later.
    QApplication.processEvents()
    return "\n".join(text.text() for text in dialog.findChildren(Text) if text.isVisible())


def place(dialog: QDialog, which: Place) -> PlaceButton:
    found = dialog.findChild(PlaceButton, f"place-{which.value}")
    assert isinstance(found, PlaceButton)
    return found


def only_dose(diary: Diary, ago: int = 0) -> Dose:
    (dose,) = diary.doses.day(TODAY + timedelta(days=ago)).doses
    return dose
