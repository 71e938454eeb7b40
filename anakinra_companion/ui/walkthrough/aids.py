"""What helps somebody follow a step: ask about it, hear it, or see only its picture, large."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion.settings import Settings
from anakinra_companion.ui import spoken
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.walkthrough.speakers import Speed
from anakinra_companion.ui.walkthrough.voice import Voice
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import Line, column, row
from anakinra_companion.ui.widgets.text import Text

# What is opened, and the button that opens and closes it.
TURNS = {"asking": "ask", "sources": "sources", "large": "picture-only"}


class Reader(QWidget):
    """Reads the sentences of a step with the computer's voice, and marks the one being read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.voice = Voice(self)
        self.voice.speaking.connect(self._mark)
        self.voice.word.connect(self._mark_word)
        self.voice.silent.connect(self._no_voice)
        self._sentences: list[str] = []
        self._texts: list[Text] = []
        self._by_itself = False
        self._told: Line | None = None
        self._hear: Button | None = None
        self._again: Button | None = None

    def use(self, settings: Settings) -> None:
        """How fast, and whether each step is read by itself."""
        self.voice.speed = Speed(settings.speech_speed)
        self._by_itself = settings.read_aloud

    def show_step(self, sentences: list[str], texts: list[Text], told: Line, hear: Button, again: Button) -> None:
        """Another step is on show; `told` is where it is said that there is no voice, `hear` and `again` read it."""
        self.forget()
        self._sentences, self._texts, self._told = [each for each in sentences if each], texts, told
        self._hear, self._again = hear, again
        if self._by_itself:
            self.read()

    def forget(self) -> None:
        """What was read is no longer on show."""
        self._hear = self._again = self._told = None
        self._sentences, self._texts = [], []
        self.voice.hush()

    def read(self) -> None:
        """Reads from the beginning, or stops what is being read."""
        if self.voice.is_speaking:
            self.voice.hush()
        else:
            self.voice.read(self._sentences)

    def _mark(self, place: int) -> None:
        sentence = self._sentences[place] if 0 <= place < len(self._sentences) else None
        for text in self._texts:
            text.mark(marked=text.words == sentence)
        if self._hear is not None and self._again is not None:
            self._hear.say(self.tr("Read aloud") if sentence is None else self.tr("Stop reading"))
            # Once something was read there is something to say again.
            self._again.setVisible(sentence is not None or not self._again.isHidden())

    def _mark_word(self, start: int, length: int) -> None:
        for text in self._texts:
            text.mark_word(start, length)

    def _no_voice(self) -> None:
        if self._told is not None:
            self._told.show()


class Aids(QWidget):
    """The row below a step."""

    asked = Signal()
    picture_only = Signal()
    sources = Signal()

    def __init__(self, sentences: list[str], texts: list[Text], *, has_picture: bool, large: bool) -> None:
        super().__init__()
        self._sentences, self._texts = sentences, texts
        ask = Button(self.tr("I do not understand this step"), Kind.QUIET, icon="question-circle", big=True)
        ask.setObjectName("ask")
        ask.clicked.connect(self.asked)
        self._hear = Button(self.tr("Read aloud"), Kind.QUIET, icon="speaker", big=True)
        self._hear.setObjectName("read-aloud")
        self._again = Button(self.tr("Say it again"), Kind.QUIET, icon="undo", big=True)
        self._again.setObjectName("say-again")
        buttons = [ask, self._hear, self._again]
        if has_picture:
            said = self.tr("Show the words again") if large else self.tr("Large picture")
            picture = Button(said, Kind.QUIET, icon="eye", big=True)
            picture.setObjectName("picture-only")
            picture.clicked.connect(self.picture_only)
            buttons.append(picture)
        sources = Button(self.tr("Sources"), Kind.QUIET, icon="book", big=True)
        sources.setObjectName("sources")
        sources.clicked.connect(self.sources)
        buttons.append(sources)
        self._silent = Line(self.tr("This computer has no voice that the program can use."), "info", Tone.INFO)
        self._silent.hide()
        inner = column([row(*buttons), self._silent])
        self._again.hide()
        layout = inner.layout()
        if layout is not None:
            self.setLayout(layout)

    def use(self, reader: Reader) -> None:
        """The step is on show: it can be read from now on."""
        self._hear.clicked.connect(reader.read)
        self._again.clicked.connect(reader.voice.repeat)
        reader.show_step(self._sentences, self._texts, self._silent, self._hear, self._again)

    def opened(self, name: str, part: QWidget) -> QWidget:
        """A part that one of the buttons opened: it is heard at that button, where the keyboard stays."""
        button = self.findChild(Button, name)
        if isinstance(button, Button):
            button.setAccessibleDescription(spoken.words_in(part))
        return part
