"""Everything that speaks up by itself: reminders of a dose, notices of a syringe, and the icon beside the clock."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog

from anakinra_companion.store.trouble import RecordTrouble
from anakinra_companion.ui.dialogs.on_close import OnClose
from anakinra_companion.ui.dose_reminders import DoseReminders
from anakinra_companion.ui.notifications.notifier import Message
from anakinra_companion.ui.notifications.system import SystemNotifier
from anakinra_companion.ui.syringe_notices import SyringeNotices
from anakinra_companion.ui.tray import Tray

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.ui.pulse import Pulse
    from anakinra_companion.ui.window import Window


class Reminding(QObject):
    """Looks with every pulse. `ended` asks for the end of the program; `asks`: closing may ask what it means."""

    ended = Signal()

    def __init__(
        self,
        window: Window,
        diary: Diary,
        pulse: Pulse,
        parent: QObject | None = None,
        *,
        asks: bool = True,
        in_background: bool = False,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._asks = asks
        self._ending = False
        self.tray = Tray(self)
        self.notifier = SystemNotifier(self.tray.icon, self)
        # Where no system shows a notice, the window itself asks to be looked at.
        self.notifier.failed.connect(window.call_attention)
        self.doses = DoseReminders(diary, self.notifier, lambda: window.settings, self)
        self.syringes = SyringeNotices(diary, self.notifier, lambda: window.settings, self)
        self._wire(window)
        for signal in (pulse.tick, pulse.changed):
            signal.connect(self.look)
        window.before_close = self.before_close
        # A small window that closes while the large one is away must not end the program.
        QApplication.setQuitOnLastWindowClosed(False)
        if in_background or window.settings.on_close == "stay":
            self.tray.show()

    def look(self) -> None:
        """Says what is to be said now."""
        try:
            self.doses.look()
            self.syringes.look()
        except RecordTrouble:
            # The window tells of a record that cannot be read, once; it is looked at again with the next beat.
            logging.getLogger(__name__).exception("reminders could not be looked at")

    def before_close(self, event: QCloseEvent) -> None:
        """The window goes, and the program stays or ends, as the person chose; asked the first time."""
        if self._ending:
            return
        chosen = self._window.settings.on_close
        if chosen == "ask" and self._asks:
            dialog = OnClose(self._window)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                event.ignore()
                return
            chosen = dialog.chosen
            self._window.keep_settings(on_close=chosen)
        if chosen == "stay":
            event.ignore()
            self._window.hide()
            self._stays()
        else:
            self._end()

    def close(self) -> None:
        """Takes every notice away, and lets go of bus and tray."""
        self._ending = True
        self._window.before_close = None
        QApplication.setQuitOnLastWindowClosed(True)
        self.notifier.close()
        self.tray.close()

    def _wire(self, window: Window) -> None:
        self.syringes.opened.connect(partial(window.bring, "storage"))
        self.doses.opened.connect(lambda: window.bring("today"))
        self.doses.took.connect(lambda: window.bring("today", "already"))
        self.doses.answered.connect(window.offer_undo)
        self.tray.opened.connect(window.bring)
        self.tray.ended.connect(self._end)

    def _end(self) -> None:
        self._ending = True
        self.ended.emit()

    def _stays(self) -> None:
        self.tray.show()
        told = self.tr("It reminds you, and comes back when you start it again.")
        self.notifier.show_message(Message("stays", self.tr("The program runs on."), told))


def end() -> None:
    """Ends the program, whichever windows are open."""
    QApplication.quit()
