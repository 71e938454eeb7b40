"""The last net: what nothing else caught is said once, calmly, and says honestly whether anything was kept."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

if TYPE_CHECKING:
    from anakinra_companion.ui.window import Window


class LastNet(QObject):
    """Catches what nothing else did. PySide6 sends what a slot or a paint event raised to `sys.excepthook`.

    A fault of the disk says that nothing was saved; a refusal says why; a mistake of ours is logged.
    """

    _fell = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._showing = False
        # A worker may fall into the net too; Qt then passes the signal on to the window's own thread.
        self._fell.connect(self._tell)

    def spread(self) -> None:
        """Takes the place of the interpreter's own report."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Notes it and passes it to the window."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        from anakinra_companion.diary.refusals import Refusal  # not before something went wrong
        from anakinra_companion.store.trouble import RecordTrouble

        if not isinstance(error, Refusal | RecordTrouble):
            import logging

            logging.getLogger(__name__).error("a mistake of the program", exc_info=(kind, error, trace))
        self._fell.emit(error)

    def _tell(self, error: BaseException) -> None:
        from PySide6.QtWidgets import QMessageBox  # seldom needed

        from anakinra_companion.ui import failure_words

        self._window.refresh_quietly()
        if self._showing:
            return
        self._showing = True
        said, do = failure_words.told(error)
        box = QMessageBox(self._window)
        box.setObjectName("failure")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(said)
        box.setInformativeText(do)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        self._showing = False
