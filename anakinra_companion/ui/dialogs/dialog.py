"""The frame of every small window: a title, fields that scroll, and two buttons below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.more_below import MoreBelow
from anakinra_companion.ui.widgets.text import heading

# How high a window of few questions is, in pixels at 100 %.
SHORT = 530


class Dialog(QDialog):
    """Asks, and is closed by its primary button or by Cancel."""

    def __init__(self, words: str, primary: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.active()
        self.setWindowTitle(words)
        self.setModal(True)
        self.setStyleSheet(f"QDialog {{ background: {look.tokens.ground}; }}")
        below = QVBoxLayout(self)
        below.setContentsMargins(look.gap(24), look.gap(20), look.gap(24), look.gap(16))
        below.setSpacing(look.gap(14))
        below.addWidget(heading(words))
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("content")
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        self.body = QVBoxLayout()
        # Few fields stay together at the top.
        whole.addLayout(self.body)
        whole.addStretch(1)
        self.body.setContentsMargins(look.gap(4), 0, look.gap(12), 0)
        self.body.setSpacing(look.gap(14))
        area.setWidget(content)
        below.addWidget(area, 1)
        below.addWidget(MoreBelow(area))
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._focus_moved)
        foot = QHBoxLayout()
        foot.setSpacing(look.gap(12))
        self.cancel = Button(self.tr("Cancel"), Kind.QUIET)
        self.cancel.clicked.connect(self.reject)
        self.primary = Button(primary, Kind.PRIMARY)
        self.primary.setObjectName("dialog-primary")
        self.primary.clicked.connect(self.try_accept)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.primary)
        below.addLayout(foot)
        self._fit()

    def add(self, *widgets: QWidget) -> None:
        """Puts fields below each other."""
        for widget in widgets:
            self.body.addWidget(widget)

    def into_sight(self, widget: QWidget) -> None:
        """Scrolls to a control that the keyboard came to."""
        self._area.ensureWidgetVisible(widget)

    def begin_with(self, widget: QWidget) -> None:
        """Scrolls until a part of the window is its first in sight, as far as there is anything below."""
        content = self._area.widget()
        if content is not None and (layout := content.layout()) is not None:
            layout.activate()
            content.resize(content.width(), max(content.height(), layout.heightForWidth(content.width())))
            self._area.verticalScrollBar().setValue(widget.mapTo(content, QPoint(0, 0)).y())

    def try_accept(self) -> None:
        """Closes when everything is in order; a field that is not says so and keeps the window open."""
        self.accept()

    def be_short(self) -> None:
        """A window of few questions is no higher than they are; what opens below them scrolls."""
        self.resize(self.width(), min(self.height(), theme.active().px(SHORT)))

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._area.isAncestorOf(new):
            # What is complained of takes its room a moment later.
            QTimer.singleShot(0, self, self._see_focus)

    def _see_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._area.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused, 0, theme.active().gap(80))

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        look = theme.active()
        self.resize(min(look.px(620), room.width() - 40), min(look.px(620), room.height() - 60))


def accepted(dialog: QDialog) -> bool:
    """Opens a window, which is put away afterwards; what was entered can still be read of it."""
    kept = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return kept
