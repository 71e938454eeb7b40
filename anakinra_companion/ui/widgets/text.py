"""Words on the page: wrapped, selectable by no accident, in the sizes of the type scale."""

from __future__ import annotations

from html import escape

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
        self._words = ""
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

    @property
    def words(self) -> str:
        """What is written, without the mark of a word."""
        return self._words or self.text()

    def mark(self, *, marked: bool) -> None:
        """Shows that this paragraph is being read aloud: on another ground, and underlined."""
        if not marked and not self.styleSheet():
            return
        look = theme.active().tokens
        self._unmark_word()
        shape = f"background: {look.primary_soft}; color: {look.text}; text-decoration: underline;"
        self.setStyleSheet(shape if marked else "")

    def mark_word(self, start: int, length: int) -> None:
        """Shows the word being read, as a block, in the paragraph being read; other paragraphs stay as they are."""
        if not self.styleSheet():
            return
        words, look = self.words, theme.active().tokens
        before, word, after = words[:start], words[start : start + length], words[start + length :]
        block = f'<span style="background: {look.text}; color: {look.ground};">{escape(word)}</span>'
        self._words = words
        # Whoever listens to a screen reader is not told of each word.
        self.setAccessibleName(words)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(f"{escape(before)}{block}{escape(after)}")

    def _unmark_word(self) -> None:
        if self._words:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(self._words)
            self._words = ""

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
