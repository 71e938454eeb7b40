"""Two ways to speak one sentence: Qt's own where it is installed, or a small program of the system."""

from __future__ import annotations

import sys
from enum import IntEnum
from shutil import which
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

# Qt's test engine makes no sound.
SOUNDLESS = "mock"
# Waits for the desktop's speech service in the window's own thread, for ever where that hangs, and tells no words:
# the service's own program does as much, and holds nothing up.
WAITS = "speechd"
QT_RATE = 0.35


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


class Speaker(QObject):
    """Speaks one sentence at a time: `finished` after it, `failed` when it cannot, `word` where it knows them."""

    finished = Signal()
    failed = Signal()
    # The first letter of the word being spoken, and how many it has.
    word = Signal(int, int)

    def say(self, sentence: str, speed: Speed) -> None:
        """Begins to speak."""

    def stop(self) -> None:
        """Is silent at once, and says nothing more of that sentence."""


class ProgramSpeaker(Speaker):
    """Each sentence by a process of the system's voice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._elsewhere = False

    def say(self, sentence: str, speed: Speed) -> None:
        """Starts the program; a system without one fails."""
        said = command(sentence, speed)
        if said is None:
            self.failed.emit()
            return
        self._elsewhere = said[0] == "spd-say"
        self._process = process = QProcess(self)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._went_wrong)
        process.start(said[0], said[1:])
        if sys.platform == "win32":
            process.write(sentence.encode())
        process.closeWriteChannel()

    def stop(self) -> None:
        """Ends the program, and waits for its end, so that none is left behind."""
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect()
        process.errorOccurred.disconnect()
        process.kill()
        process.waitForFinished(1_000)
        process.deleteLater()
        if self._elsewhere:
            # The sound comes from a service, which would speak to the end of the sentence.
            QProcess.startDetached("spd-say", ["--stop"])

    def _ended(self, code: int) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        (self.failed if code else self.finished).emit()

    def _went_wrong(self, error: QProcess.ProcessError) -> None:
        # Anything else is followed by its end, which says how it went.
        if error is QProcess.ProcessError.FailedToStart:
            self._process = None
            self.failed.emit()


class QtSpeaker(Speaker):
    """Qt's TextToSpeech, which on most systems tells each word as it comes."""

    def __init__(self, speech: QTextToSpeech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        speech.setParent(self)
        self._begun = False
        self._speaking = False
        speech.stateChanged.connect(self._state_changed)
        if hasattr(speech, "sayingWord"):
            speech.sayingWord.connect(self._saying)

    def say(self, sentence: str, speed: Speed) -> None:
        """Hands the sentence to the engine."""
        self._speaking, self._begun = True, False
        self._speech.setRate(QT_RATE * speed)
        self._speech.say(sentence)
        if self._state == "Error":
            self._end(self.failed.emit)

    def stop(self) -> None:
        """The engine stops at once."""
        if self._speaking:
            self._speaking = False
            self._speech.stop()

    @property
    def _state(self) -> str:
        return self._speech.state().name

    def _state_changed(self) -> None:
        if self._state == "Error":
            self._end(self.failed.emit)
        elif self._state == "Speaking":
            self._begun = True
        elif self._state == "Ready" and self._begun:
            self._end(self.finished.emit)

    def _saying(self, word: str, number: int, start: int, length: int) -> None:
        if self._speaking:
            self.word.emit(start, length)

    def _end(self, tell: object) -> None:
        if self._speaking and callable(tell):
            self._speaking = False
            tell()


def qt_speaker(parent: QObject | None = None) -> QtSpeaker | None:
    """Qt's speaker, where the extra is installed and has an engine that can be heard."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # an extra that few install
    except ImportError:
        return None
    engines = [name for name in QTextToSpeech.availableEngines() if name not in (SOUNDLESS, WAITS)]
    if not engines:
        return None
    speech = QTextToSpeech(engines[0])
    if speech.state() is QTextToSpeech.State.Error:
        speech.deleteLater()
        return None
    return QtSpeaker(speech, parent)
