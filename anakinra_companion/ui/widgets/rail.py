"""The way from page to page: icons with words, and help always at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from anakinra_companion.ui import icons, theme


class RailButton(QAbstractButton):
    """One page on the rail, checked while it is in front."""

    def __init__(self, name: str, words: str, icon: str, *, urgent: bool = False) -> None:
        super().__init__()
        self.name = name
        self._icon = icon
        self._urgent = urgent
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(not urgent)
        self.setAutoExclusive(not urgent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.active().font(theme.SMALL if theme.active().scale > 1.4 else theme.BODY, bold=urgent))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its words, as high as a target."""
        look = theme.active()
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + look.px(22) + look.gap(46), look.px(theme.TARGET) + 8)

    def minimumSizeHint(self) -> QSize:
        """The way to help is never squeezed away by a wide page."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too; a held key presses once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, icon, words, a bar at the chosen page, and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.active()
        ink = look.colour("stop" if self._urgent else "primary" if self.isChecked() else "text")
        frame = QRectF(self.rect()).adjusted(4, 3, -4, -3)
        painter.setPen(QPen(ink, 2) if self._urgent else Qt.PenStyle.NoPen)
        if self.isChecked() or self._urgent:
            painter.setBrush(look.colour("stop_soft" if self._urgent else "primary_soft"))
            painter.drawRoundedRect(frame, look.px(10), look.px(10))
        size = look.px(22)
        left = look.gap(16)
        icons.paint(painter, self._icon, ink, QRectF(left, (self.height() - size) / 2, size, size))
        painter.setPen(ink)
        painter.setFont(self.font())
        words = self.rect().adjusted(left + size + look.gap(10), 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-1.5, -1, 1.5, 1), look.px(10), look.px(10))
        painter.end()


class Rail(QFrame):
    """All pages; `chosen` names the one to show. Up and down walk along it."""

    chosen = Signal(str)

    def __init__(self, pages: list[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.active()
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, RailButton] = {}
        below = QVBoxLayout(self)
        below.setContentsMargins(look.gap(8), look.gap(16), look.gap(8), look.gap(16))
        below.setSpacing(look.gap(6))
        for name, words, icon in pages:
            if name == "help":
                below.addStretch(1)
            button = RailButton(name, words, icon, urgent=name == "help")
            button.clicked.connect(self._pressed)
            self._buttons[name] = button
            below.addWidget(button)

    def show_page(self, name: str) -> None:
        """Marks the page in front."""
        if name in self._buttons and name != "help":
            self._buttons[name].setChecked(True)
            return
        for button in self._buttons.values():
            if button.isChecked():
                button.setAutoExclusive(False)
                button.setChecked(False)
                button.setAutoExclusive(True)

    def only_help(self, *, only: bool) -> None:
        """During set-up and an injection only help is offered."""
        for name, button in self._buttons.items():
            button.setVisible(name == "help" or not only)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk along the pages."""
        shown = [button for button in self._buttons.values() if button.isVisible()]
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        here = next((place for place, button in enumerate(shown) if button.hasFocus()), None)
        if step and here is not None:
            shown[(here + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
