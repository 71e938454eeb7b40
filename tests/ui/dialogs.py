"""Answers a small window that opens during a press."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit, QWidget

D = TypeVar("D", bound=QDialog)


@contextmanager
def answering(kind: type[D], answer: Callable[[D], None]) -> Iterator[None]:
    """What is done in the dialog of this kind that the body opens; it must open."""
    answered: list[D] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind), dialog
        answered.append(dialog)
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    yield
    assert answered


def pick(dialog: QDialog, name: str, key: str) -> None:
    """Chooses an entry of a list by the name the list has for a screen reader."""
    field = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == name)
    field.setCurrentIndex(field.findData(key))


def type_in(dialog: QWidget, name: str, words: str) -> None:
    """Types into a field by its name."""
    next(edit for edit in dialog.findChildren(QLineEdit) if edit.accessibleName() == name).setText(words)


def choose(dialog: QDialog, name: str) -> None:
    """Presses one of several answers by its key."""
    button = dialog.findChild(QAbstractButton, f"choice-{name}")
    assert isinstance(button, QAbstractButton), name
    button.click()
