"""Two signals that mean "look again": something changed, or a minute passed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

# Once a minute is enough for every countdown on screen, which speaks in minutes.
TICK_MS = 60_000


class Pulse(QObject):
    """`changed` after an act; `tick` once a minute and whenever the window comes to the front."""

    changed = Signal()
    tick = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Begins to tick."""
        self._timer.start()

    def stop(self) -> None:
        """Falls silent."""
        self._timer.stop()
