"""What is seen and pressed in a small window about the skin."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateEdit, QDialog, QLabel


def press(dialog: QDialog, name: str = "dialog-primary") -> None:
    button = dialog.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton), name
    button.click()
    QApplication.processEvents()


def said(dialog: QDialog) -> str:
    """Every sentence in sight."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def on_day(dialog: QDialog, day: date) -> None:
    edit = dialog.findChild(QDateEdit)
    assert isinstance(edit, QDateEdit)
    edit.setDate(QDate(day.year, day.month, day.day))


def awake(dialog: QDialog) -> None:
    """On a screen without a window manager nobody else makes it the active window."""
    dialog.activateWindow()
    QApplication.processEvents()
