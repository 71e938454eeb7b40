"""A page of the window: it asks the diary and shows; the one primary button stays in sight below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.frames import row
from anakinra_companion.ui.widgets.text import Text, title

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.settings import Settings

WIDEST = 1040
# With large words, this many buttons stand beside each other at the foot of a page.
ROOM_FOR = 2


class Page(QWidget):
    """Shows one part of the diary. `refresh` may be called at any time and twice; it never writes."""

    go = Signal(str)
    # A page, and the id of the thing to show there.
    go_to = Signal(str, str)
    done = Signal(object)
    # Preferences of the window that the page wants changed.
    settings_changed = Signal(dict)

    def __init__(self, diary: Diary, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diary = diary
        self._shown: object = None
        # The control to return to while a page is being built anew; Qt itself would pick any neighbour.
        self._focus_to_return: str | None = None
        self.setAccessibleName(words)
        look = theme.active()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("content")
        across = QHBoxLayout(content)
        across.setContentsMargins(look.gap(28), look.gap(24), look.gap(28), look.gap(24))
        self._inner = QWidget()
        self._inner.setMaximumWidth(look.px(WIDEST))
        across.addWidget(self._inner, 1)
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(look.gap(16))
        self.title: Text = title(words)
        self.body.addWidget(self.title)
        self.title.setHidden(not words)
        self._area.setWidget(content)
        outer.addWidget(self._area, 1)
        # Between what scrolls and what stays in sight.
        self.below_area = QVBoxLayout()
        outer.addLayout(self.below_area)
        self.footer = QFrame()
        self.footer.setObjectName("footer")
        below = QVBoxLayout(self.footer)
        below.setContentsMargins(look.gap(28), look.gap(12), look.gap(28), look.gap(12))
        below.setSpacing(look.gap(12))
        self._above_foot = QHBoxLayout()
        self.foot = QHBoxLayout()
        for across in (self._above_foot, self.foot):
            across.setSpacing(look.gap(12))
            below.addLayout(across)
        self.footer.hide()
        outer.addWidget(self.footer)

    def refresh(self) -> None:
        """Asks the diary again and shows what it says."""

    def add(self, *widgets: QWidget) -> None:
        """Puts parts below each other."""
        for widget in widgets:
            self.body.addWidget(widget)

    def set_footer(self, *widgets: QWidget, all_in_sight: bool = False) -> None:
        """What stays in sight below: the primary button last, at the right.

        With large words there is room for two; of more, only the primary stays and the others end the page, or
        with `all_in_sight` stand above it.
        """
        _empty(self._above_foot)
        _empty(self.foot)
        primary = [widget for widget in widgets if isinstance(widget, Button) and widget.is_primary]
        kept = widgets
        if theme.active().scale >= theme.LARGE and len(widgets) > ROOM_FOR and primary:
            others = row(*(widget for widget in widgets if widget not in primary))
            if all_in_sight:
                self._above_foot.addWidget(others)
            else:
                self.add(others)
            kept = tuple(primary)
        for widget in kept:
            if widget in primary:
                self.foot.addStretch(1)
            self.foot.addWidget(widget)
            widget.show()
        if not primary:
            self.foot.addStretch(1)
        self.footer.setVisible(bool(kept))

    def show_state(self, state: object, *, afresh: bool = False) -> None:
        """Builds the page for a state, unless it shows that state already; focus and place are kept.

        `afresh`: another question is shown, whose answers may bear the names of those before.
        """
        if (self._shown is not None and state == self._shown) or self._is_asking():
            return
        name = self._focus_to_return if self._focus_to_return is not None else self._focused_name()
        self._focus_to_return = name = "" if afresh else name
        place = 0 if afresh else self._area.verticalScrollBar().value()
        if name or afresh:
            self._let_go()
        self._clear()
        self.build(state)
        self.body.addStretch(1)
        # Qt shows new children of a layout a moment later, and only what is shown can have the focus.
        QTimer.singleShot(0, self, partial(self._return_to, name, place))
        self._shown = state

    def _is_asking(self) -> bool:
        """True while a small window stands on a part of this page: built anew, that would take the window with it."""
        asking = QApplication.activeModalWidget()
        stands_on = asking.parentWidget() if asking is not None else None
        return stands_on is not None and self.isAncestorOf(stands_on)

    def _let_go(self) -> None:
        """Nothing has the keyboard until it is given anew; Qt would hand it to a neighbour, and that be heard."""
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            focused.clearFocus()

    def _focused_name(self) -> str:
        focused = self.focusWidget()
        return focused.objectName() if focused is not None else ""

    def _return_to(self, name: str, place: int) -> None:
        self._focus_to_return = None
        self._area.verticalScrollBar().setValue(place)
        again = self.findChild(QWidget, name) if name else None
        if isinstance(again, QWidget) and self.focusWidget() is not again:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def later(self, act: Callable[[], object]) -> None:
        """Does something once Qt has laid out what was built: a part has its place only then."""
        QTimer.singleShot(0, self, partial(QTimer.singleShot, 0, self, act))

    def to_top(self) -> None:
        """Shows the page from its top, after another part of it was chosen."""
        self.later(partial(self._area.verticalScrollBar().setValue, 0))

    def build(self, state: object) -> None:
        """Puts the parts for a state on the empty page."""

    def forget(self) -> None:
        """Makes the next refresh build the page anew."""
        self._shown = None

    def _clear(self) -> None:
        while self.body.count() > 1:
            item = self.body.takeAt(1)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def enter(self) -> None:
        """Called when the page comes to the front: the keyboard starts at its first control."""
        self._area.verticalScrollBar().setValue(0)
        # Qt shows new children of a layout a moment later, and only what is shown can have the focus.
        QTimer.singleShot(0, self, self.focus_first)

    def show_settings(self, settings: Settings) -> None:
        """The preferences of the window, which a page does not keep itself."""

    def point_to(self, id_: str) -> None:
        """Shows one thing of the page, chosen on another page."""

    def focus_first(self) -> None:
        """Puts the keyboard on the first control of the page."""
        first = self.nextInFocusChain()
        while first is not None and first is not self:
            if self.isAncestorOf(first) and first.focusPolicy() & Qt.FocusPolicy.TabFocus and first.isVisible():
                first.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            first = first.nextInFocusChain()


def _empty(layout: QHBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item is not None and (old := item.widget()) is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
