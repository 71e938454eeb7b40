"""Words on the page: wrapped, selectable by no accident, in the sizes of the type scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.theme import Tone


class Text(QLabel):
    """A wrapped paragraph in one size and tone."""

    def __init__(
        self,
        words: str = "",
        *,
        size: int = theme.BODY,
        tone: Tone = Tone.PLAIN,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme.active().font(size, bold=bold))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.set_tone(tone)

    def set_tone(self, tone: Tone) -> None:
        """Colours the words; the words themselves say the state."""
        if self.property("tone") == tone.value:
            return
        # One style sheet for all knows the tones; a sheet of its own for each paragraph would be parsed each time.
        self.setProperty("tone", tone.value)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self.style().unpolish(self)
            self.style().polish(self)

    def mark(self, *, marked: bool) -> None:
        """Shows that this paragraph is being read aloud."""
        look = theme.active().tokens
        self.setStyleSheet(f"background: {look.primary_soft}; color: {look.text};" if marked else "")

    def say(self, words: str) -> None:
        """Shows other words; an empty paragraph takes no room."""
        self.setText(words)
        self.setVisible(bool(words))


def title(words: str = "") -> Text:
    """The name of a page."""
    return Text(words, size=theme.TITLE, bold=True)


def heading(words: str = "") -> Text:
    """The name of a part of a page."""
    return Text(words, size=theme.HEADING, bold=True)


def lead(words: str = "") -> Text:
    """The sentence that matters most in its part."""
    return Text(words, size=theme.LEAD)


def small(words: str = "") -> Text:
    """A remark."""
    return Text(words, size=theme.SMALL, tone=Tone.MUTED)
