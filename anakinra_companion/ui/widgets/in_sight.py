"""Whether a widget can be seen: shown, and its window neither minimised nor wholly hidden by the system."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget


class InSight(QObject):
    """Watches the window of a widget from `watch` to `leave`; `changed` says that it may be in sight or out of it."""

    changed = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._watched: list[QObject] = []

    @property
    def is_in_sight(self) -> bool:
        """True where movement can be seen."""
        widget = self._parent()
        handle = widget.window().windowHandle()
        shown = widget.isVisible() and not widget.window().isMinimized()
        return shown and isinstance(handle, QWindow) and handle.isExposed()

    def watch(self) -> None:
        """Call when the widget is shown."""
        self.leave()
        window = self._parent().window()
        self._watched = [each for each in (window, window.windowHandle()) if each is not None]
        for each in self._watched:
            each.installEventFilter(self)

    def leave(self) -> None:
        """Call when it is hidden."""
        for each in self._watched:
            each.removeEventFilter(self)
        self._watched = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The system shows, covers, minimises or brings back the window."""
        if event.type() in (QEvent.Type.Expose, QEvent.Type.WindowStateChange):
            self.changed.emit()
        return False

    def _parent(self) -> QWidget:
        # Asked of Qt each time: two that kept each other would wait for the collector, a picture's sheets with them.
        widget = self.parent()
        assert isinstance(widget, QWidget)
        return widget
