"""Somebody at the real window: clicks what they see, or uses keys alone, and waits for what comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from anakinra_companion.app import Companion
from anakinra_companion.paths import Paths
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
from anakinra_companion.ui.window import Window


class Person:
    """Opens the program on a folder; `presses` counts what they did since it was last set to 0."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self._folder = folder
        self.presses = 0
        self._companion = Companion(Paths.under(folder), demo=False)
        self._companion.show()
        qtbot.waitExposed(self.window)
        qtbot.waitUntil(self._is_active, timeout=5_000)
        qtbot.waitUntil(lambda: self.window.page is not None, timeout=10_000)

    @property
    def window(self) -> Window:
        return self._companion.window

    def quit(self) -> None:
        self.window.close()
        self._companion.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()

    def at(self, name: str) -> None:
        """Waits until a page is in front."""
        self._qtbot.waitUntil(lambda: self.window.name == name, timeout=5_000)

    def see(self, name: str) -> QWidget:
        """The control with this name, once it can be pressed."""

        def there() -> bool:
            found = self._find(name)
            return found is not None and found.isEnabled()

        self._settle()
        self._qtbot.waitUntil(there, timeout=5_000)
        found = self._find(name)
        assert found is not None
        return found

    def click(self, name: str, inside: str = "") -> None:
        """One click with the mouse, in the middle of a control."""
        control = self.see(name) if not inside else self._inside(name, inside)
        self._qtbot.mouseClick(control, Qt.MouseButton.LeftButton)
        self.presses += 1
        QApplication.processEvents()

    def pick(self, name: str, row: int) -> None:
        """Opens a list with the mouse and clicks one of its rows."""
        box = self.see(name)
        assert isinstance(box, QComboBox)
        self._qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
        self._qtbot.waitUntil(box.view().isVisible, timeout=5_000)
        # A list that has just opened takes the press that opened it for its own.
        self._qtbot.wait(QApplication.doubleClickInterval() + 100)
        where = box.view().visualRect(box.model().index(row, 0)).center()
        self._qtbot.mouseClick(box.view().viewport(), Qt.MouseButton.LeftButton, pos=where)
        self._qtbot.waitUntil(lambda: not box.view().isVisible(), timeout=5_000)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, wherever the focus is."""
        self._settle()
        focused = QApplication.focusWidget() or self.window
        self._qtbot.keyClick(focused, key, modifier)
        self.presses += 1
        QApplication.processEvents()

    def tab_to(self, name: str, inside: str = "") -> None:
        """Walks with Tab until a control has the focus; not counted, for the eye does the same."""
        self._settle()
        wanted = self.see(name) if not inside else self._inside(name, inside)
        group = wanted.parentWidget() if inside else None
        for _ in range(200):
            focused = QApplication.focusWidget()
            if focused is wanted:
                return
            # Inside a group of answers the arrows walk, as on radio buttons.
            walking = group is not None and focused is not None and focused.parentWidget() is group
            key = Qt.Key.Key_Down if walking else Qt.Key.Key_Tab
            self._qtbot.keyClick(focused or self.window, key)
        raise AssertionError(f"{name} cannot be reached with Tab")

    def in_dialog(self, opening: Callable[[], None], does: Callable[[QDialog], None]) -> None:
        """Opens a small window and does something in it."""

        waiting = QTimer(self.window)
        waiting.setInterval(20)

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return
            waiting.stop()
            try:
                does(dialog)
            finally:
                # Whatever went wrong inside must not leave the window open, which would wait for ever.
                dialog.done(dialog.result())

        waiting.timeout.connect(act)
        waiting.start()
        opening()
        self._qtbot.waitUntil(self._is_active, timeout=5_000)

    def words(self) -> str:
        """Every word on the page in front."""
        QApplication.processEvents()
        page = self.window.page
        assert page is not None
        shown = [child for child in page.findChildren(QWidget) if child.isVisible()]
        return "\n".join(str(child.property("text")) for child in shown if child.property("text"))

    def _is_active(self) -> bool:
        self.window.activateWindow()
        return self.window.isActiveWindow()

    def _inside(self, name: str, inside: str) -> QWidget:
        found = self.see(inside).findChild(QAbstractButton, name)
        assert isinstance(found, QWidget)
        return found

    def _find(self, name: str) -> QWidget | None:
        top = QApplication.activeModalWidget() or self.window
        shown = [child for child in top.findChildren(QWidget, name) if child.isVisible()]
        return shown[0] if shown else None

    def _settle(self) -> None:
        QApplication.processEvents()
        page = self.window.page
        if isinstance(page, WalkthroughPage):
            self._qtbot.waitUntil(lambda: page.is_settled, timeout=2_000)
