"""What tests of the fridge share: files of a logger, and waiting for the one that is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel

from anakinra_companion.diary.diary import Diary
from anakinra_companion.ui.dialogs.import_readings import ImportReadings


def file_of(folder: Path, rows: list[tuple[datetime, float]], name: str = "govee.csv") -> Path:
    """A file as Govee writes it, its clock in Madrid's winter."""
    lines = [f"{(at + timedelta(hours=1)):%Y-%m-%d %H:%M:%S},{value},50" for at, value in rows]
    path = folder / name
    path.write_text("Timestamp for sample frequency every 5 min min,Temperature_Celsius,Relative_Humidity\n")
    path.write_text(path.read_text() + "\n".join(lines) + "\n")
    return path


def series(start: datetime, values: list[float]) -> list[tuple[datetime, float]]:
    return [(start + timedelta(minutes=5 * number), value) for number, value in enumerate(values)]


def waited(dialog: ImportReadings, until: Callable[[], bool]) -> None:
    """Lets the worker and the window go on until something is so."""
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    assert dialog.isVisible()


def said(dialog: QDialog) -> str:
    labels = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    return "\n".join([*labels, *(each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible())])


def take_in(dialog: ImportReadings) -> None:
    waited(dialog, lambda: not dialog.is_busy)
    dialog.primary.click()
    waited(dialog, lambda: not dialog.is_busy)


def fridge_name(diary: Diary) -> str:
    return next(iter(diary.fridge.places()), "Fridge at home")
