"""The notifier of this system, with the next best behind it."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from anakinra_companion.ui.notifications.notifier import Message, Notifier
from anakinra_companion.ui.notifications.tray import TrayNotifier
from anakinra_companion.ui.system_motion import has_bus


class SystemNotifier(Notifier):
    """The desktop's own service where there is one; what it would not show goes to the tray, and from there back."""

    def __init__(self, icon: QSystemTrayIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = TrayNotifier(icon, self)
        self._first = _on_bus(self) or self._tray
        self._tray.answered.connect(self.answered)
        self._tray.failed.connect(self.failed)
        if self._first is not self._tray:
            self._first.answered.connect(self.answered)
            self._first.failed.connect(self._tray.show_message)

    def show_message(self, message: Message) -> None:
        """Shows a notice."""
        self._first.show_message(message)

    def withdraw(self, name: str) -> None:
        """Takes a notice away, whoever showed it."""
        self._first.withdraw(name)
        self._tray.withdraw(name)

    def close(self) -> None:
        """Lets go of bus and tray."""
        self._first.close()
        self._tray.close()


def _on_bus(parent: QObject) -> Notifier | None:
    if not sys.platform.startswith("linux") or not has_bus(os.environ):
        return None
    from anakinra_companion.ui.notifications.bus import BusNotifier  # jeepney is installed on Linux only

    try:
        return BusNotifier(parent=parent)
    except Exception:
        # A bus that cannot be used is as good as none, whatever is wrong with it.
        return None
