"""Puts the window together; the only module that knows all the others."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication

from anakinra_companion.logs import configure
from anakinra_companion.paths import DEMO, Paths
from anakinra_companion.settings import Settings
from anakinra_companion.ui.crash import LastNet
from anakinra_companion.ui.language import speak
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.window import Window

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.ui.one_instance import OneInstance
    from anakinra_companion.ui.reminding import Reminding


# So long after Today is shown the rest is done (milliseconds).
SETTLED_MS = 500


class Opening(QThread):
    """Opens the record beside the first paint: importing SQLAlchemy takes longer than painting the frame."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, paths: Paths, pulse: Pulse, parent: QObject, *, demo: bool) -> None:
        super().__init__(parent)
        self._paths = paths
        self._pulse = pulse
        self._demo = demo

    def run(self) -> None:
        """Runs in the worker; the finished diary goes to the window by a signal."""
        from anakinra_companion.opening import open_diary, system_clock
        from anakinra_companion.store.trouble import RecordTrouble, Trouble

        clock = system_clock()
        try:
            if self._demo:
                from anakinra_companion.demo import fill

                fill(self._paths, clock)
            diary = open_diary(self._paths, clock, self._pulse.changed.emit)
        except RecordTrouble as trouble:
            self.failed.emit(trouble)
        except Exception:
            # The window would wait for ever; the mistake itself goes into the last net.
            self.failed.emit(RecordTrouble(Trouble.UNREADABLE, self._paths.root))
            raise
        else:
            self.opened.emit(diary)


class Verifying(QThread):
    """Verifies the hashes of the journal once Today is on screen: SQLite's own checks miss a third of bit flips."""

    damaged = Signal(int)

    def __init__(self, diary: Diary, parent: QObject) -> None:
        super().__init__(parent)
        self._diary = diary

    def run(self) -> None:
        """Runs in a worker, on a connection of its own."""
        from anakinra_companion.store.trouble import RecordTrouble

        try:
            broken = self._diary.changed_from_outside()
        except RecordTrouble:
            # What cannot even be read was changed too.
            broken = 1
        if broken:
            self.damaged.emit(broken)


class Companion(QObject):
    """The running window with its record."""

    def __init__(self, paths: Paths, *, demo: bool, debug: bool = False, asks_on_close: bool = False) -> None:
        super().__init__()
        self._paths = paths
        self._debug = debug
        self._asks_on_close = asks_on_close
        self._in_background = False
        application = QApplication.instance()
        if application is not None:
            self._words = speak(application)
        self.pulse = Pulse(self)
        self.window = Window(Settings.read(paths.settings), paths.settings, self.pulse)
        self._opening = Opening(paths, self.pulse, self, demo=demo)
        self._diary: Diary | None = None
        self._verifying: Verifying | None = None
        self._reminding: Reminding | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self._settled)
        self.window.first_painted.connect(self._open)
        self._opening.opened.connect(self._opened)
        self._opening.failed.connect(self.window.show_trouble)
        LastNet(self.window).spread()

    def show(self, *, in_background: bool = False) -> None:
        """Shows the frame; the record follows. In the background it opens without a frame, to remind."""
        self._in_background = in_background
        if in_background:
            QApplication.setQuitOnLastWindowClosed(False)
            self._opening.failed.connect(lambda _trouble: self.window.bring())
            self._open()
        else:
            self.window.show()

    def _open(self) -> None:
        # Once: a window that was opened in the background paints for the first time much later.
        if self._diary is None and not self._opening.isRunning():
            self._opening.start()

    def close(self) -> None:
        """Lets go of the record once the worker is done with it."""
        gc.enable()
        self.pulse.stop()
        self._settling.stop()
        self._opening.wait()
        if self._verifying is not None:
            self._verifying.wait()
        if self._reminding is not None:
            self._reminding.close()
        if self._diary is not None:
            self._diary.close()

    def _opened(self, diary: Diary) -> None:
        self._diary = diary
        self.window.show_diary(diary)
        self.pulse.start()
        self._settling.start()

    def _settled(self) -> None:
        """What Today need not wait for."""
        gc.enable()
        if self._diary is None:
            return
        # Not before the record is open: a folder that cannot serve is left as it was.
        configure(self._paths, debug=self._debug)
        self._diary.look_at_clock()
        self._follow_motion()
        self._speak_up(self._diary)
        self._verifying = Verifying(self._diary, self)
        self._verifying.damaged.connect(self.window.show_damage)
        self._verifying.start()

    def _follow_motion(self) -> None:
        # Nothing moves before the first step of an injection, so that neither the first paint nor Today waits for it.
        from anakinra_companion.ui.system_motion import SystemMotion

        self._motion = SystemMotion(self)
        self._motion.changed.connect(self._motion_changed)
        self._motion.follow()

    def _speak_up(self, diary: Diary) -> None:
        from anakinra_companion.ui.reminding import Reminding, end  # not needed before Today is on show

        self._reminding = Reminding(
            self.window,
            diary,
            self.pulse,
            self,
            asks=self._asks_on_close,
            in_background=self._in_background,
        )
        self._reminding.ended.connect(end)
        self._reminding.look()

    def _motion_changed(self, less: bool) -> None:
        from anakinra_companion.ui.system_motion import put_in_force  # known by now

        put_in_force(self.window, self.window.settings, less=less)


def new_application() -> QApplication:
    """Qt's application in the one style that looks the same everywhere.

    The style is named by argument: `setStyle` would import every name of QStyle, 16 ms before the first paint.
    """
    return QApplication([*sys.argv[:1], "-style", "fusion"])


def run(data_dir: Path | None, *, demo: bool, debug: bool, in_background: bool = False) -> int:
    """Opens the window and returns when the program ends; `in_background` shows it only when it is called."""
    application = new_application()
    application.setApplicationName("anakinra-companion")
    application.setApplicationDisplayName("Anakinra Companion")
    if demo:
        from tempfile import TemporaryDirectory  # only the demo throws its folder away

        with TemporaryDirectory(prefix=DEMO) as folder:
            return _live(Paths.under(Path(folder)), demo=True, debug=debug)
    from anakinra_companion.ui.one_instance import OneInstance  # the demo may run beside anything

    paths = Paths.under(data_dir) if data_dir else Paths.for_user()
    only = OneInstance(paths.root)
    if not only.claim():
        return 0
    try:
        return _live(paths, demo=False, debug=debug, only=only, in_background=in_background)
    finally:
        only.release()


def _live(
    paths: Paths, *, demo: bool, debug: bool, only: OneInstance | None = None, in_background: bool = False
) -> int:
    companion = Companion(paths, demo=demo, debug=debug, asks_on_close=not demo)
    if only is not None:
        only.called.connect(companion.window.bring)
    companion.show(in_background=in_background)
    try:
        return int(QApplication.exec())
    finally:
        companion.close()
