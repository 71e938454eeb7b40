"""The last net: a mistake of ours is logged, and said once, calmly."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


class LastNet:
    """Catches what nothing else did. PySide6 sends what a slot or a paint event raised to `sys.excepthook`."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._showing = False

    def spread(self) -> None:
        """Takes the place of the interpreter's own report."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs the mistake and tells the person that nothing recorded is lost."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        import logging  # not before something went wrong

        logging.getLogger(__name__).error("a mistake of the program", exc_info=(kind, error, trace))
        if self._showing:
            return
        from PySide6.QtWidgets import QMessageBox  # seldom needed

        self._showing = True
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(box.tr("Something in the program went wrong. What you recorded is saved. You can carry on."))
        box.setInformativeText(box.tr("If it happens again, close the program and open it once more."))
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        self._showing = False
