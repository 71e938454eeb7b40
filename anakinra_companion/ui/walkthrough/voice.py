"""Reads sentences aloud with the voice the computer has, offline; a computer without one says so in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from anakinra_companion.ui.walkthrough.speakers import ProgramSpeaker, QtSpeaker, Speaker, Speed, qt_speaker


class Voice(QObject):
    """Speaks one sentence after the other; `speaking` gives the place of the one being read, -1 after the last."""

    speaking = Signal(int)
    # Within the sentence being read, where the voice knows it: the first letter of a word, and how many it has.
    word = Signal(int, int)
    silent = Signal()

    def __init__(self, parent: QObject | None = None, speaker: Speaker | None = None) -> None:
        super().__init__(parent)
        self.speed = Speed.NORMAL
        self._sentences: list[str] = []
        self._place = -1
        self._speaks = False
        self._speaker: Speaker | None = None
        if speaker is not None:
            self._use(speaker)

    @property
    def is_speaking(self) -> bool:
        """True from `read` until the last sentence, or `hush`."""
        return self._speaks

    def read(self, sentences: Sequence[str]) -> None:
        """Reads from the first sentence on; what was being read stops."""
        self.hush()
        self._sentences, self._place = [each for each in sentences if each], 0
        self._say()

    def repeat(self) -> None:
        """Reads the sentence being read once more and goes on; after the end, the last one again."""
        if not self._sentences:
            return
        self.hush()
        self._place = min(max(self._place, 0), len(self._sentences) - 1)
        self._say()

    def hush(self) -> None:
        """Stops at once."""
        if self._speaks and self._speaker is not None:
            self._speaks = False
            self._speaker.stop()
            self.speaking.emit(-1)

    def _say(self) -> None:
        if self._place >= len(self._sentences):
            self._speaks = False
            self.speaking.emit(-1)
            return
        self._speaks = True
        self.speaking.emit(self._place)
        if self._speaker is None:
            # An engine takes a moment to wake; only whoever wants to be read to waits for it.
            self._use(qt_speaker() or ProgramSpeaker())
        if self._speaker is not None:
            self._speaker.say(self._sentences[self._place], self.speed)

    def _use(self, speaker: Speaker) -> None:
        self._speaker = speaker
        speaker.setParent(self)
        speaker.finished.connect(self._go_on)
        speaker.failed.connect(self._failed)
        speaker.word.connect(self.word)

    def _go_on(self) -> None:
        self._place += 1
        self._say()

    def _failed(self) -> None:
        """One voice did not speak: the other tries; when neither does that is told, once, and is no error."""
        if isinstance(self._speaker, QtSpeaker):
            self._speaker.deleteLater()
            self._use(ProgramSpeaker())
            self._say()
            return
        self._speaks = False
        self._sentences = []
        self.speaking.emit(-1)
        self.silent.emit()
