"""The one window: a rail, one page in front, and the only place where refreshing is wired."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from anakinra_companion import resources
from anakinra_companion.settings import UNSEEN, Settings
from anakinra_companion.ui import pages, theme, window_parts
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.undo_offer import UndoOffer
from anakinra_companion.ui.widgets.rail import Rail

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.undo import Undo
    from anakinra_companion.store.trouble import RecordTrouble
    from anakinra_companion.ui.page import Page

SMALLEST = (1024, 640)
# So long after a small window was found open it is looked again (milliseconds).
BUSY_MS = 500


class Window(QMainWindow):
    """Shows one page of the diary at a time; help works before there is any diary."""

    first_painted = Signal()
    page_shown = Signal(str)
    closing = Signal()

    def __init__(self, settings: Settings, settings_path: Path, pulse: Pulse) -> None:
        super().__init__()
        self.settings = settings
        self._settings_path = settings_path
        self._pulse = pulse
        self._diary: Diary | None = None
        self._trouble: RecordTrouble | None = None
        self._pages: dict[str, Page] = {}
        self._name = ""
        self._painted = False
        self._is_well = True
        self._position = -1
        self._damaged = 0
        # Asked before the window closes; it may ignore the event.
        self.before_close: Callable[[QCloseEvent], None] | None = None
        self.setWindowTitle(self.tr("Anakinra Companion"))
        self.setMinimumSize(*SMALLEST)
        self.resize(max(settings.width, SMALLEST[0]), max(settings.height, SMALLEST[1]))
        theme.use_settings(self.settings)
        self._build()
        self._pulse.changed.connect(self._refresh_soon)
        self._pulse.tick.connect(self._tick)

    @property
    def name(self) -> str:
        """The page in front."""
        return self._name

    @property
    def page(self) -> Page | None:
        """The page in front, once there is one."""
        return self._pages.get(self._name)

    def show_diary(self, diary: Diary) -> None:
        """The record is open: the first page comes."""
        self._diary = diary
        self._pages.pop("help", None)
        self._position = diary.changed_elsewhere()
        if self._name != "help":
            self.show_page("today" if diary.profile().is_set_up else "first_run")

    def show_trouble(self, trouble: RecordTrouble) -> None:
        """The record cannot be opened: says why and what to do; help stays within reach."""
        self._trouble = trouble
        from anakinra_companion.ui.trouble_page import TroublePage  # seldom needed

        self._stack_up("trouble", TroublePage(trouble))

    def show_damage(self, entries: int) -> None:
        """The record was changed from outside: says so above every page until the program is closed."""
        self._damaged = entries
        self._above.addWidget(window_parts.damage_line(entries))

    def show_page(self, name: str) -> None:
        """Brings a page to the front and lets it look at the diary again."""
        if name != "help" and self._diary is None:
            return
        if name not in self._pages:
            self._pages[name] = self._made(name)
        page = self._pages[name]
        self._stack_up(name, page)
        page.enter()
        page.refresh()
        self.page_shown.emit(name)

    def refresh(self) -> None:
        """The page in front looks again."""
        if self._diary is not None:
            self._position = self._diary.changed_elsewhere()
        if (page := self.page) is not None:
            page.refresh()

    def refresh_quietly(self) -> None:
        """Looks again after something went wrong, where that is possible at all."""
        with suppress(Exception):
            self.refresh()

    def change_settings(self, **values: Any) -> None:
        """Changes theme, text size or motion; every page is made anew in the new look."""
        self.settings = replace(self.settings, **values)
        self.settings.write(self._settings_path)
        theme.use_settings(self.settings)
        theme.use_palette()
        name = self._name
        self._undoing.hide()
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()
        self._name = ""
        self._build()
        self.show_page(name)

    def offer_undo(self, undo: Undo) -> None:
        """Says what was done, and offers to take it back."""
        if self._diary is not None:
            self._undoing.offer(undo, self._diary)

    def bring(self, name: str = "", id_: str = "") -> None:
        """Comes to the front, with a page and a thing on it; an injection that is going on stays where it is."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
        if name and self._diary is not None and self._name not in ("walkthrough", "practice", "first_run"):
            if id_:
                self._go_to(name, id_)
            else:
                self.show_page(name)

    def keep_settings(self, **values: Any) -> None:
        """Keeps preferences that change nothing on screen."""
        self.settings = replace(self.settings, **values)
        self.settings.write(self._settings_path)

    def call_attention(self) -> None:
        """Asks to be looked at, where no notice can be shown: the entry in the task bar lights up."""
        if not self.isVisible():
            # Hidden it has no entry there, and nobody would hear of anything.
            self.showMinimized()
        QApplication.alert(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint starts the opening of the record."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps the window's size."""
        self.settings = replace(self.settings, width=self.width(), height=self.height())
        if self._diary is not None:
            self.settings.write(self._settings_path)
        event.accept()
        if self.before_close is not None:
            self.before_close(event)
        if not event.isAccepted():
            return
        self.closing.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        look = theme.active()
        frame = QWidget()
        across = QHBoxLayout(frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._rail = Rail(window_parts.rail_entries())
        self._rail.chosen.connect(self.show_page)
        across.addWidget(self._rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._above = QVBoxLayout()
        right.addLayout(self._above)
        if self._damaged:
            self.show_damage(self._damaged)
        self._stack = QStackedWidget()
        self._stack.addWidget(window_parts.waiting())
        right.addWidget(self._stack, 1)
        self._below = QHBoxLayout()
        self._below.setContentsMargins(look.gap(28), 0, look.gap(28), 0)
        self._undoing = UndoOffer(self._below, self)
        right.addLayout(self._below)
        across.addLayout(right, 1)
        self.setCentralWidget(frame)

    def _after_first_paint(self) -> None:
        """The record opens meanwhile; then what the first look at the window does not show."""
        from PySide6.QtGui import QIcon  # its many names take a while to import

        self.first_painted.emit()
        theme.use_palette()
        self.setWindowIcon(QIcon(str(resources.path("icons/app.svg"))))
        window_parts.add_keys(self, partial(self.show_page, "help"), self._by_key, self._by_undo_key)
        QApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._state_changed)

    def _made(self, name: str) -> Page:
        page = pages.made(name, self._diary)
        page.go.connect(self._go)
        page.go_to.connect(self._go_to)
        page.done.connect(self.offer_undo)
        page.settings_changed.connect(self._settings_changed)
        page.show_settings(self.settings)
        return page

    def _stack_up(self, name: str, page: QWidget) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        if name != self._name:
            self._undoing.hide()
            # The page gives the keyboard to its own first control; whatever Qt hands it to before would be heard.
            if (focused := self.focusWidget()) is not None:
                focused.clearFocus()
        self._name = name
        self._stack.setCurrentWidget(page)
        # With large words an injection needs the room; its own buttons lead away from it.
        close = name in ("walkthrough", "practice") and theme.active().scale >= theme.LARGE
        self._rail.only_help(only=name == "first_run" or self._diary is None or close, narrow=close)
        self._rail.show_page(name)

    def _go(self, name: str) -> None:
        if name == "start":
            name = "walkthrough"
        self.show_page(name)

    def _go_to(self, name: str, id_: str) -> None:
        self.show_page(name)
        self._pages[name].point_to(id_)

    def _by_key(self, name: str) -> None:
        if self._diary is not None and self._name != "first_run":
            self.show_page(name)

    def _by_undo_key(self) -> None:
        self._undoing.take_back()

    def _refresh_soon(self) -> None:
        # The act that changed something is still on its way back to the page that asked for it.
        QTimer.singleShot(0, self, self.refresh)

    def _state_changed(self) -> None:
        """A window that comes to the front looks again: the computer may have slept."""
        # A hundred enums, 20 ms: not before the first paint. Until then Qt cannot hand over a state, so it is asked.
        from PySide6.QtCore import Qt

        if QApplication.applicationState() is Qt.ApplicationState.ApplicationActive:
            self._pulse.tick.emit()

    def _tick(self) -> None:
        if self._diary is None:
            return
        from anakinra_companion.store.trouble import RecordTrouble  # open by now

        try:
            self._diary.look_at_clock()
        except RecordTrouble:
            # Said once: a minute's look that cannot be kept loses nothing a person did.
            if self._is_well:
                self._is_well = False
                raise
        else:
            self._is_well = True
        self.refresh()

    def _settings_changed(self, values: dict[str, Any]) -> None:
        if values and UNSEEN.issuperset(values):
            self.keep_settings(**values)
            return
        # The page that asked is made anew, so it must be out of its own signal first.
        QTimer.singleShot(0, self, partial(self._change_when_free, values))

    def _change_when_free(self, values: dict[str, Any]) -> None:
        # A small window that is open belongs to a page, and would go with it.
        if QApplication.activeModalWidget() is not None:
            QTimer.singleShot(BUSY_MS, self, partial(self._change_when_free, values))
        else:
            self.change_settings(**values)

    def _system_changed(self) -> None:
        theme.system_changed()
        if self.settings.theme == "system" and theme.resolved("system") != theme.active().name:
            self._settings_changed({})
