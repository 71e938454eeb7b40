"""The icon beside the clock: there while the program runs on without a window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from anakinra_companion import resources


class Tray(QObject):
    """`opened` and `ended` tell what was chosen."""

    opened = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.icon = QSystemTrayIcon(QIcon(str(resources.path("icons/app.svg"))), self)
        self.icon.setToolTip(self.tr("Anakinra Companion"))
        self._menu = QMenu()
        self._menu.addAction(self.tr("Open"), self.opened.emit)
        self._menu.addAction(self.tr("End the program: it cannot remind you then"), self.ended.emit)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._pressed)

    @property
    def is_there(self) -> bool:
        """True on a desktop that has a place for such icons."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Shows the icon, where the desktop has a place for it."""
        if self.is_there:
            self.icon.show()

    def close(self) -> None:
        """Takes the icon away."""
        self.icon.hide()
        self._menu.deleteLater()

    def _pressed(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why is not QSystemTrayIcon.ActivationReason.Context:
            self.opened.emit()
