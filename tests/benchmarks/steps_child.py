"""One process of the walkthrough's figures: `python steps_child.py KIND [NAME]` prints numbers, then ends."""

from __future__ import annotations

import ctypes
import gc
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from anakinra_companion.app import new_application
from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.flow import Reply
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from anakinra_companion.settings import Settings
from anakinra_companion.ui import theme
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.motion import MOTIONS
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.walkthrough.page import SETTLING_MS, WalkthroughPage
from anakinra_companion.ui.window import Window
from tests.conftest import START
from tests.hand_clock import HandClock
from tests.people import at_inject, set_up

FIRST, LAST = 10, 100
PRESSES = ("start", "answer-1", "reply-clear", "answer-1", "reply-next", "reply-next", "reply-needle_out")
SIZE = (430, 358)
STILL_SECONDS = 3.0


def spin(seconds: float) -> None:
    """Lets Qt live for so long, to the millisecond: a coarse timer may be off by a twentieth, and frames with it."""
    loop = QEventLoop()
    over = QTimer(loop, singleShot=True, timerType=Qt.TimerType.PreciseTimer, interval=round(seconds * 1000))
    over.timeout.connect(loop.quit)
    over.start()
    loop.exec()


def own_mib() -> float:
    """The memory only this process has: what it shares with others changes as they come and go."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss_Anon:")) / 1024


# ---- a hundred injections -----------------------------------------------------------------------------------


def by_acts(diary: Diary) -> None:
    """One injection without any page: what the record itself costs."""
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    diary.walkthrough.answer(walk, Reply.IN_SHARPS)
    diary.overview()


class Presser:
    """One injection by its buttons, from Today and back, each stage painted."""

    def __init__(self, diary: Diary, folder: Path) -> None:
        self._window = Window(Settings(), folder / "settings.toml", Pulse())
        self._window.show_diary(diary)
        self._window.show()
        # Filled where each change of a stage is timed, with the time to paint the same page anew beside it; and what
        # the processor worked for it, by the stage it led to.
        self.times: list[tuple[float, float]] | None = None
        self.worked: dict[str, list[float]] = {}

    def __call__(self, diary: Diary) -> None:
        self._window.show_page("today")
        for name in (*PRESSES, "reply-in_sharps", "to-today"):
            self._press(name)

    def _press(self, name: str) -> None:
        page = self._window.page
        assert page is not None
        # A loop of its own, as in the program: only there Qt deletes what was put off.
        spin(0)
        if isinstance(page, WalkthroughPage):
            for timer in page.findChildren(QTimer):
                # A hundred injections need not wait for a hand that might slip.
                if timer.isSingleShot() and timer.interval() == SETTLING_MS:
                    timer.setInterval(0)
            while not page.is_settled:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        found = next(each for each in page.findChildren(QAbstractButton, name) if each.isVisible())
        if self.times is not None and isinstance(page, WalkthroughPage):
            self._time(found, page)
        else:
            found.click()
        spin(0)

    def _time(self, pressed: QAbstractButton, page: WalkthroughPage) -> None:
        begun, before = time.perf_counter(), time.process_time()
        pressed.click()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        page.repaint()
        changed, worked = time.perf_counter(), time.process_time() - before
        page.repaint()
        painted = time.perf_counter()
        if self.times is not None and page.isVisible():
            self.times.append((1000 * (changed - begun), 1000 * (painted - changed)))
            self.worked.setdefault(str(page.stage), []).append(1000 * worked)


def growth(folder: Path, *, pages: bool, last: int) -> float:
    """What memory grew by from the tenth injection to the last, in MiB."""
    clock = HandClock(START)
    diary = open_diary(Paths.under(folder), clock, list)
    set_up(diary)
    inject: Callable[[Diary], None] = Presser(diary, folder) if pages else by_acts
    before = 0.0
    for number in range(1, last + 1):
        inject(diary)
        clock.pass_time(days=1)
        if number % 7 == 0:
            diary.storage.add_box(f"A{number}", date(2027, 6, 30))
        if number in (FIRST, last):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()
            # What was freed goes back to the system, so that only what is held is counted.
            ctypes.CDLL(None).malloc_trim(0)
            before, grown = own_mib(), own_mib() - before
    diary.close()
    return grown


# ---- from a press to the next step ---------------------------------------------------------------------------


def change(folder: Path, injections: int) -> tuple[float, float, float]:
    """Milliseconds from a press to the next stage painted, and for painting the same page anew: medians.

    The last figure is the processor's work for the stage that takes most of it.
    """
    clock = HandClock(START)
    diary = open_diary(Paths.under(folder), clock, list)
    set_up(diary)
    presser = Presser(diary, folder)
    presser.times = []
    for number in range(injections):
        presser(diary)
        clock.pass_time(days=1)
        if number % 7 == 6:
            diary.storage.add_box(f"A{number}", date(2027, 6, 30))
    diary.close()
    changed, painted = zip(*presser.times, strict=True)
    slowest = max(statistics.median(each) for each in presser.worked.values())
    return statistics.median(changed), statistics.median(painted), slowest


# ---- the moving pictures ------------------------------------------------------------------------------------


class Painted(QObject):
    """Counts the frames that a widget paints."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.frames = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.frames += event.type() == QEvent.Type.Paint
        return False


class Filled(QWidget):
    """As large as a picture, and filled with one colour sixty times a second: the least that a frame can cost."""

    def __init__(self) -> None:
        super().__init__()
        self._moving = QVariantAnimation(self)
        self._moving.setStartValue(0.0)
        self._moving.setEndValue(1.0)
        self._moving.setDuration(4_000)
        self._moving.setLoopCount(-1)
        self._moving.valueChanged.connect(lambda _: self.update())
        self._moving.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#0f5c63"))
        painter.end()


def shown(widget: QWidget) -> QWidget:
    holder = QWidget()
    below = QVBoxLayout(holder)
    below.setContentsMargins(0, 0, 0, 0)
    below.addWidget(widget)
    holder.resize(*SIZE)
    holder.show()
    spin(0.5)
    return holder


def costs(widget: QWidget, seconds: float, share: float) -> tuple[float, float]:
    """Milliseconds from frame to frame, and per cent of a core, while it moves: a `share` of the `seconds`."""
    holder = shown(widget)
    painted = Painted(widget)
    begun = time.process_time()
    spin(seconds)
    used = time.process_time() - begun
    holder.close()
    return 1000 * seconds * share / max(painted.frames, 1), 100 * used / (seconds * share)


def moving(name: str) -> tuple[float, float]:
    if name == "filled":
        return costs(Filled(), 4.0, 1.0)
    motion = MOTIONS[name]
    # A short movement is watched often enough that where the watching begins does not matter.
    times = max(1, round(2 / (motion.seconds * motion.moving)))
    return costs(Artwork(f"walkthrough/{name}.svg", name, moves=True), times * motion.seconds, motion.moving)


def still(name: str) -> float:
    """Milliseconds of a core that a window with a still picture, or an empty one, uses while nobody does anything."""
    holder = shown(Artwork("walkthrough/step-1.svg", name) if name == "picture" else QWidget())
    spin(1.0)
    begun = time.process_time()
    spin(STILL_SECONDS)
    used = time.process_time() - begun
    holder.close()
    return 1000 * used


def main(kind: str, name: str = "") -> None:
    """Runs the kind that was asked for."""
    application = new_application()
    theme.use(theme.Theme())
    if kind in ("pages", "acts"):
        with TemporaryDirectory(prefix="anakinra-steps-") as folder:
            print(growth(Path(folder), pages=kind == "pages", last=int(name or LAST)))
    elif kind == "change":
        with TemporaryDirectory(prefix="anakinra-steps-") as folder:
            print(*change(Path(folder), int(name or FIRST)))
    elif kind == "moving":
        print(*moving(name))
    else:
        print(still(name))
    application.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
