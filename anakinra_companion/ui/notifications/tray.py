"""Notices where there is no notification service on a bus: from an icon in the tray, which Windows and macOS have."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from anakinra_companion.ui.notifications.notifier import OPEN, Message, Notifier

# How long the system is asked to show it; most decide for themselves (milliseconds).
SHOWN_MS = 20_000


class TrayNotifier(Notifier):
    """Knows one notice at a time, and no answers but a press on it."""

    def __init__(self, icon: QSystemTrayIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._icon.messageClicked.connect(self._pressed)
        self._name = ""

    def show_message(self, message: Message) -> None:
        """Shows it if this system has a tray."""
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            self.failed.emit(message)
            return
        self._name = message.name
        self._icon.show()
        kind = QSystemTrayIcon.MessageIcon
        self._icon.showMessage(
            message.title, message.body, kind.Warning if message.urgent else kind.Information, SHOWN_MS
        )

    def withdraw(self, name: str) -> None:
        """A tray has no call for that; a press on an old notice leads nowhere any more."""
        if name == self._name:
            self._name = ""

    def close(self) -> None:
        """Shows nothing more; the icon is not ours."""
        self._name = ""

    def _pressed(self) -> None:
        if self._name:
            self.answered.emit(self._name, OPEN)
