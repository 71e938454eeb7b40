"""Reads sentences aloud with the voice the computer has, offline; a computer without one says so in words."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import IntEnum
from shutil import which

from PySide6.QtCore import QObject, QProcess, Signal


class Speed(IntEnum):
    """How fast is read."""

    SLOW = -1
    NORMAL = 0
    FAST = 1


def command(sentence: str, speed: Speed) -> list[str] | None:
    """The system's own way to speak one sentence and wait for its end; None where it has none."""
    if sys.platform == "darwin" and which("say"):
        return ["say", "-r", str(175 + 50 * speed), "--", sentence]
    if sys.platform == "win32" and which("powershell"):
        # The sentence comes by the standard input, so that no quote in it can end the command.
        speak = "$v=New-Object -ComObject SAPI.SpVoice;"
        return [
            "powershell",
            "-NoProfile",
            "-Command",
            f"{speak}$v.Rate={3 * speed};$v.Speak([Console]::In.ReadToEnd())",
        ]
    if which("spd-say"):
        return ["spd-say", "--wait", "--rate", str(40 * speed), "--", sentence]
    if which("espeak-ng"):
        return ["espeak-ng", "-s", str(160 + 40 * speed), "--", sentence]
    return None


class Voice(QObject):
    """Speaks one sentence after the other; `speaking` gives the place of the one being read, -1 after the last."""

    speaking = Signal(int)
    silent = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.speed = Speed.NORMAL
        self._sentences: list[str] = []
        self._place = -1
        self._process: QProcess | None = None

    @property
    def is_speaking(self) -> bool:
        """True from `read` until the last sentence, or `hush`."""
        return self._process is not None

    def read(self, sentences: Sequence[str]) -> None:
        """Reads from the first sentence on; what was being read stops."""
        self.hush()
        self._sentences, self._place = [each for each in sentences if each], -1
        self._go_on()

    def hush(self) -> None:
        """Stops at once."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect()
            process.errorOccurred.disconnect()
            process.kill()
            process.waitForFinished(1_000)
            process.deleteLater()
            self.speaking.emit(-1)

    def _go_on(self) -> None:
        self._process = None
        self._place += 1
        if self._place >= len(self._sentences):
            self.speaking.emit(-1)
            return
        said = command(self._sentences[self._place], self.speed)
        if said is None:
            self.silent.emit()
            return
        self._process = process = QProcess(self)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._went_wrong)
        self.speaking.emit(self._place)
        process.start(said[0], said[1:])
        if sys.platform == "win32":
            process.write(self._sentences[self._place].encode())
        process.closeWriteChannel()

    def _finished(self, code: int) -> None:
        if self._process is not None:
            self._process.deleteLater()
        if code:
            self._failed()
        else:
            self._go_on()

    def _went_wrong(self, error: QProcess.ProcessError) -> None:
        # Anything else is followed by its end, which says how it went.
        if error is QProcess.ProcessError.FailedToStart:
            self._failed()

    def _failed(self) -> None:
        """The system's voice did not speak: that is told in words, once, and is no error."""
        self._process = None
        self._sentences = []
        self.speaking.emit(-1)
        self.silent.emit()
