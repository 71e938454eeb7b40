"""English plurals."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from anakinra_companion.ui.language import speak


@pytest.mark.usefixtures("qtbot")
def test_one_day_and_two_days_are_said_rightly() -> None:
    application = QApplication.instance()
    assert application is not None
    translator = speak(application)
    said = [QCoreApplication.translate("words", "%n day(s) ago", "", number) for number in (1, 2)]
    application.removeTranslator(translator)
    assert said == ["1 day ago", "2 days ago"]
