"""A question with its answers below, and what is wrong in plain words while nobody has answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.text import Text


class ChoiceField(QWidget):
    """One of a few answers, none of them chosen beforehand; `picked` gives its key."""

    picked = Signal(str)

    def __init__(self, question: str, answers: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(answers, name=question, across=True)
        self.choices.picked.connect(self._picked)
        self._wrong = Text(tone=Tone.STOP)
        self._wrong.hide()
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(6))
        for part in (Text(question, bold=True), self._wrong, self.choices):
            below.addWidget(part)

    @property
    def value(self) -> str | None:
        """The key of the answer, or None while nobody chose."""
        return self.choices.value

    def choose(self, key: str | None) -> None:
        """Shows an answer given earlier, or none."""
        self.choices.choose(key)

    def complain(self, words: str) -> None:
        """Says what is missing, and brings the keyboard there; nothing when all is well."""
        self._wrong.say(words)
        self.choices.setAccessibleDescription(words)
        if words:
            self.choices.focus_first()

    def _picked(self, key: str) -> None:
        self.complain("")
        self.picked.emit(key)
