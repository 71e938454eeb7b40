"""One start of one program: `python child.py KIND START_NS [DATA_DIR]` prints what was measured, then ends.

START_NS is the parent's `perf_counter_ns` just before it started this process; both read one clock of the system.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

FRAMES = 40


def since(start: int) -> float:
    """Milliseconds since the parent started this process."""
    return (time.perf_counter_ns() - start) / 1e6


def pss_mib() -> float:
    """This process's proportional share of memory."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def empty(start: int, *, database: bool, memory: bool) -> None:
    """An empty window; with `database`, SQLAlchemy is imported after its first paint."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Empty(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, painted)

    application = QApplication(sys.argv[:1])
    done: list[int] = []

    def painted() -> None:
        if done:
            return
        done.append(1)
        if database:
            import sqlalchemy  # noqa: F401 - its import is what is measured
        print(pss_mib() if memory else since(start))
        application.quit()

    window = Empty()
    window.resize(1180, 760)
    window.show()
    application.exec()


def ours(start: int, folder: str, *, kind: str) -> None:
    """The real window: its first paint, Today with data, or its memory after every page was visited."""
    from anakinra_companion.main import hold_collector

    hold_collector()
    from anakinra_companion.app import Companion, new_application
    from anakinra_companion.paths import Paths

    application = new_application()
    companion = Companion(Paths.under(Path(folder)), demo=False)

    def leave() -> None:
        companion.window.close()
        application.quit()

    def painted() -> None:
        if kind == "frame":
            print(since(start))
            leave()

    def look(name: str) -> None:
        if name != "today" or done:
            return
        done.append(1)
        application.processEvents()
        if kind == "today":
            print(since(start))
        else:
            for page in ("sites", "storage", "calendar", "settings", "help", "today"):
                companion.window.show_page(page)
                for _ in range(FRAMES):
                    application.processEvents()
            print(pss_mib())
        leave()

    done: list[int] = []
    companion.window.first_painted.connect(painted)
    if kind != "frame":
        companion.window.page_shown.connect(look)
    companion.show()
    application.exec()
    companion.close()


def main() -> None:
    """Runs the kind that was asked for."""
    kind, start = sys.argv[1], int(sys.argv[2])
    if kind.startswith("empty"):
        empty(start, database="database" in kind, memory="memory" in kind)
    else:
        ours(start, sys.argv[3], kind=kind)


if __name__ == "__main__":
    main()
