"""One alert: a shape, a word for how much it matters, a sentence, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import Symbol
from anakinra_companion.ui.widgets.text import Text

ICONS = {Tone.STOP: "stop", Tone.SOON: "warning", Tone.INFO: "info"}


class AlertLine(QFrame):
    """An alert with at most one button; `acted` when it is pressed."""

    acted = Signal()

    def __init__(self, tone: Tone, word: str, sentence: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.active()
        tokens = look.tokens
        self.setObjectName("alert")
        self.setAccessibleName(f"{word}. {sentence}")
        self.setStyleSheet(
            f"QFrame#alert {{ background: {tokens.wash(tone)}; border: 1px solid {tokens.ink(tone)};"
            f" border-radius: {look.px(12)}px; }}"
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(look.gap(16), look.gap(12), look.gap(16), look.gap(12))
        across.setSpacing(look.gap(12))
        across.addWidget(Symbol(ICONS.get(tone, "info"), tone, 26))
        words = QVBoxLayout()
        words.setSpacing(look.gap(4))
        words.addWidget(Text(word, size=theme.SMALL, tone=tone, bold=True))
        words.addWidget(Text(sentence))
        across.addLayout(words, 1)
        if action:
            button = Button(action, Kind.SECONDARY)
            button.clicked.connect(self.acted)
            across.addWidget(button)
