"""What the gallery shows of the fridge and of a trip; the record is a copy that is thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit, QScrollArea, QWidget

from anakinra_companion.demo import FRIDGE
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui.dialogs.import_readings import ImportReadings
from anakinra_companion.ui.dialogs.type_reading import Typed, TypeReading
from anakinra_companion.ui.dialogs.warm_since import WarmSince
from anakinra_companion.ui.dialogs.which_fridge import WhichFridge
from anakinra_companion.ui.storage import fridge_words
from anakinra_companion.ui.storage.trip_card import plan_trip

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.ui.storage.import_worker import Steps
    from anakinra_companion.ui.window import Window

States = Iterator[tuple[str, QWidget]]
CELSIUS = TemperatureUnit.CELSIUS
UNKNOWN_FILE = "when;what;more\n03.02.2026 20:00;5.1;door closed\n03.02.2026 20:05;5.2;\nbroken;5;\n"


def states(diary: Diary, window: Window, folder: Path) -> States:
    """Each state with its name, on show until the next one is asked for."""
    diary.change_profile(temperature_unit=CELSIUS)
    window.show_page("storage")
    _press(window, "choice-fridge")
    yield "fridge", window
    _press(window, "choice-all")
    for name, part in (("chart", "chart-earlier"), ("list", "every-day"), ("spots", "spot-middle")):
        _into_sight(window, part)
        yield f"fridge-{name}", window
    diary.fridge.type_in(FRIDGE, 1150)
    window.refresh()
    _into_sight(window, "since-0")
    yield "fridge-question", window
    yield from _typing(diary, window)
    yield from _importing(diary, window, folder)
    yield from _small(diary, window)
    yield from _trip(diary, window)


def _typing(diary: Diary, window: Window) -> States:
    def meant(told: Typed, unit: TemperatureUnit) -> list[str]:
        return fridge_words.meaning(diary.fridge.would_mean(FRIDGE, told.hundredths), unit)

    dialog = TypeReading(FRIDGE, CELSIUS, diary.now(), diary.zone(), meant, window)
    dialog.show()
    yield "type-reading", dialog
    _type(dialog, "Temperature now", "-1")
    dialog.primary.click()
    yield "type-reading-back", dialog
    _away(dialog)


def _importing(diary: Diary, window: Window, folder: Path) -> States:
    file = folder / "unknown.csv"
    file.write_text(UNKNOWN_FILE, encoding="utf-8")

    def begin(sensor: str, found: object, zone: str) -> Steps:
        return diary.fridge.importing(FRIDGE, sensor, file, found, zone)  # type: ignore[arg-type]

    dialog = ImportReadings(file, CELSIUS, diary.now(), diary.zone(), begin, window)
    dialog.show()
    _wait(dialog)
    yield "import-columns", dialog
    for name, column in (("column-time", 0), ("column-temperature", 1)):
        listed = dialog.findChild(QComboBox, name)
        if isinstance(listed, QComboBox):
            listed.setCurrentIndex(listed.findData(str(column)))
    for name, answer in (("import-unit", "celsius"), ("import-dates", "month_first"), ("import-clock", "")):
        dialog.primary.click()
        _wait(dialog)
        yield name, dialog
        if answer:
            _press(dialog, f"choice-{answer}")
    dialog.primary.click()
    _wait(dialog)
    yield "import-result", dialog
    _away(dialog)


def _small(diary: Diary, window: Window) -> States:
    said = fridge_words.question(diary.fridge.questions(FRIDGE)[0], diary.zone(), CELSIUS)
    for name, make in (
        ("warm-since", partial(WarmSince, said, diary.now(), diary.zone(), window)),
        ("which-fridge", partial(WhichFridge, "It is in this one", diary.fridge.places(), window)),
    ):
        dialog: QDialog = make()
        dialog.show()
        yield name, dialog
        _away(dialog)


def _trip(diary: Diary, window: Window) -> States:
    dialog = plan_trip(diary, window)
    dialog.show()
    yield "plan-trip", dialog
    _press(dialog, "choice-yes")
    dialog.primary.click()
    yield "plan-trip-result", dialog
    _away(dialog)


def _type(dialog: QDialog, name: str, words: str) -> None:
    for edit in dialog.findChildren(QLineEdit):
        if edit.accessibleName() == name:
            edit.setText(words)


def _press(part: QWidget, name: str) -> None:
    QApplication.processEvents()
    shown = [each for each in part.findChildren(QAbstractButton, name) if each.isVisible()]
    if shown:
        shown[0].click()
    QApplication.processEvents()


def _into_sight(window: Window, name: str) -> None:
    """The control at the top of the page, as far as it scrolls."""
    QApplication.processEvents()
    part = window.page.findChild(QWidget, name) if window.page is not None else None
    areas = window.page.findChildren(QScrollArea) if window.page is not None else []
    inner = areas[0].widget() if areas else None
    if isinstance(part, QWidget) and isinstance(inner, QWidget):
        areas[0].verticalScrollBar().setValue(part.mapTo(inner, part.rect().topLeft()).y() - 60)


def _wait(dialog: ImportReadings) -> None:
    while dialog.is_busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _away(dialog: QDialog) -> None:
    dialog.reject()
    dialog.deleteLater()
