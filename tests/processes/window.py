"""The real window as a process of its own, pressed button by button: `python window.py DATA_DIR NAME...`.

Says each stage once it is on show, which is after it is on disk; then it waits to be killed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from anakinra_companion.app import Companion, new_application
from anakinra_companion.paths import Paths
from anakinra_companion.ui.walkthrough.page import WalkthroughPage


class Presses(QObject):
    """Presses one button after the other, each when it is in sight and the page has settled."""

    def __init__(self, companion: Companion, names: list[str]) -> None:
        super().__init__()
        self._companion = companion
        self._names = names
        self._looking = QTimer(self)
        self._looking.setInterval(10)
        self._looking.timeout.connect(self._look)
        self._looking.start()

    def _look(self) -> None:
        page = self._companion.window.page
        if page is None or (isinstance(page, WalkthroughPage) and not page.is_settled):
            return
        if isinstance(page, WalkthroughPage) and page.stage is not None:
            print(page.stage.value, flush=True)
        found = [each for each in page.findChildren(QAbstractButton, self._names[0]) if each.isVisible()]
        if found:
            del self._names[0]
            QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        if not self._names:
            self._looking.stop()


def main(folder: str, *names: str) -> None:
    application = new_application()
    companion = Companion(Paths.under(Path(folder)), demo=False)
    companion.show()
    presses = Presses(companion, [*names, "nothing has this name"])
    application.exec()
    presses.deleteLater()


if __name__ == "__main__":
    main(*sys.argv[1:])
