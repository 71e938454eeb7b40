"""The way from page to page: icons with words, and help always at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from anakinra_companion.ui import icons, theme

# The style sheet paints these buttons: a paint event of our own would import the hundred enums of "Qt" (20 ms)
# before the first frame, in which the rail stands.


class RailButton(QPushButton):
    """One page on the rail, checked while it is in front."""

    def __init__(self, name: str, words: str, icon: str, *, urgent: bool = False) -> None:
        super().__init__(f"  {words}")
        look = theme.active()
        self.name = name
        self._words = words
        self.setObjectName("rail-help" if urgent else "rail-page")
        self.setAccessibleName(words)
        self.setCheckable(not urgent)
        self.setAutoExclusive(not urgent)
        self.setFont(look.font(theme.SMALL if look.scale > 1.4 else theme.BODY, bold=urgent))
        size = look.px(22)
        self.setIconSize(QSize(size, size))
        self._icon = icon
        self._turned(checked=False)
        self.toggled.connect(self._turned)

    def show_words(self, shown: bool) -> None:
        """Shows the words beside the sign, or the sign alone; a screen reader hears them either way."""
        self.setText(f"  {self._words}" if shown else "")
        self.setToolTip("" if shown else self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too; a held key presses once."""
        from PySide6.QtCore import Qt  # at use, see above

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def _turned(self, checked: bool) -> None:
        look = theme.active()
        ink = "stop" if not self.isCheckable() else "primary" if checked else "text"
        self.setIcon(QIcon(icons.pixmap(self._icon, look.colour(ink), look.px(22))))


class Rail(QFrame):
    """All pages; `chosen` names the one to show. Up and down walk along it."""

    chosen = Signal(str)

    def __init__(self, pages: list[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.active()
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, RailButton] = {}
        self._front = self._turned_to = ""
        below = QVBoxLayout(self)
        below.setContentsMargins(look.gap(8), look.gap(16), look.gap(8), look.gap(16))
        below.setSpacing(look.gap(6))
        for name, words, icon in pages:
            if name == "help":
                below.addStretch(1)
            button = RailButton(name, words, icon, urgent=name == "help")
            button.clicked.connect(self._pressed)
            button.toggled.connect(self._toggled)
            self._buttons[name] = button
            below.addWidget(button)

    def show_page(self, name: str) -> None:
        """Marks the page in front."""
        self._front = name
        if name in self._buttons and name != "help":
            self._buttons[name].setChecked(True)
            return
        for button in self._buttons.values():
            if button.isChecked():
                button.setAutoExclusive(False)
                button.setChecked(False)
                button.setAutoExclusive(True)

    def only_help(self, *, only: bool, narrow: bool = False) -> None:
        """During set-up, and with large words during an injection, only help is offered; `narrow` by its sign."""
        for name, button in self._buttons.items():
            button.setVisible(name == "help" or not only)
        self._buttons["help"].show_words(not narrow)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton) and button.name != self._turned_to:
            self.chosen.emit(button.name)
        self._turned_to = ""

    def _toggled(self, checked: bool) -> None:
        """A screen reader turns such a button on without pressing it; a press turns it on first."""
        button = self.sender()
        if checked and isinstance(button, RailButton) and button.name != self._front:
            self._turned_to = button.name
            self.chosen.emit(button.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk along the pages."""
        from PySide6.QtCore import Qt  # at use, see above

        shown = [button for button in self._buttons.values() if button.isVisible()]
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        here = next((place for place, button in enumerate(shown) if button.hasFocus()), None)
        if step and here is not None:
            shown[(here + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
