"""A page on show, as a person meets it: what it says, and what can be pressed."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from anakinra_companion.diary.undo import Undo
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.walkthrough.page import WalkthroughPage

P = TypeVar("P", bound=Page)


class Shown(Generic[P]):
    """One page in a window of its own."""

    def __init__(self, page: P) -> None:
        self.page = page
        self.undos: list[Undo] = []
        self.went: list[tuple[str, ...]] = []
        page.done.connect(self.undos.append)
        page.go.connect(lambda name: self.went.append((name,)))
        page.go_to.connect(lambda name, id_: self.went.append((name, id_)))
        page.setObjectName("test-page")
        page.resize(1000, 700)
        page.show()
        # On a screen without a window manager nobody else makes it the active window.
        page.activateWindow()
        page.enter()
        self.refresh()

    def refresh(self) -> None:
        """The page looks again."""
        self.page.refresh()
        self.settle()

    def settle(self) -> None:
        """Lets Qt do what it put off."""
        for _ in range(4):
            QApplication.processEvents()

    @property
    def said(self) -> str:
        """Every sentence in sight."""
        labels = [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]
        buttons = [button.text() for button in self.page.findChildren(QAbstractButton) if button.isVisible()]
        return "\n".join([*labels, *buttons])

    def find(self, name: str) -> QAbstractButton | None:
        """A button in sight, by its name."""
        found = [each for each in self.page.findChildren(QAbstractButton, name) if each.isVisible()]
        return found[0] if found else None

    def press(self, name: str) -> None:
        """A click on a button in sight."""
        found = self.find(name)
        assert found is not None, f"{name} is not in sight:\n{self.said}"
        found.click()
        self.refresh()

    def key(self, key: Qt.Key) -> None:
        """A key pressed where the keyboard is."""
        focused = self.page.focusWidget()
        QTest.keyClick(focused if isinstance(focused, QWidget) else self.page, key)
        self.settle()


def settled(page: WalkthroughPage) -> None:
    """Lets the moment pass in which presses are slips of the hand."""
    while not page.is_settled:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
