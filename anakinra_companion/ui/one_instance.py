"""One running program for each folder of records: a second start brings the first one's window forward.

Two files and a watch on one of them, so that no connection of any kind is opened.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QThread, Signal

# By this the first program may come to the front on desktops that let nobody push forward unasked.
TOKEN = "XDG_ACTIVATION_TOKEN"
# How long a second start waits for the first to answer, and how often it looks (milliseconds).
PATIENCE_MS, LOOK_MS = 3000, 20


class OneInstance(QObject):
    """`called` when another start asks this one to come forward."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        with suppress(OSError):
            # A folder that cannot be made is told of when the record is opened.
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._call = folder / "come-forward"
        self._lock = QLockFile(str(folder / "running.lock"))
        # Never stale by age: a program may run for weeks. One that died is found by its process.
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """True for the first, and where the first does not answer; otherwise it comes forward, and this start ends.

        It does not answer if it runs on another computer that shares the folder, or left its lock behind there.
        """
        if self._lock.tryLock(0):
            self._write("")
            self._watcher = QFileSystemWatcher([str(self._call)], self)
            self._watcher.fileChanged.connect(self._was_called)
            return True
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            # A folder that takes no lock (a stick, a share) must not keep anybody from their record.
            return True
        self._write(os.environ.get(TOKEN, "") or "come")
        return not self._is_answered()

    def release(self) -> None:
        """Lets the next start be the first."""
        if self._watcher is not None:
            self._watcher.removePaths(self._watcher.files())
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _is_answered(self) -> bool:
        """Waits until the first has taken the call."""
        for _ in range(PATIENCE_MS // LOOK_MS):
            QThread.msleep(LOOK_MS)
            with suppress(OSError):
                if not self._call.read_text(encoding="utf-8"):
                    return True
        return False

    def _write(self, token: str) -> None:
        try:
            self._call.write_text(token, encoding="utf-8")
        except OSError:
            # Then nobody can be called; two windows share a record as they always could.
            return

    def _was_called(self) -> None:
        try:
            token = self._call.read_text(encoding="utf-8")
        except OSError:
            token = "come"
        if self._watcher is not None and str(self._call) not in self._watcher.files():
            # Some editors and systems write a new file in its place, and the watch goes with the old one.
            self._write("")
            self._watcher.addPath(str(self._call))
        if not token:
            return
        # Taken: whoever called waits for that.
        self._write("")
        if token != "come":
            os.environ[TOKEN] = token
        self.called.emit()
