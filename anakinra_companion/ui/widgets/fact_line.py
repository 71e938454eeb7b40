"""A clinical sentence with the way to see where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.text import Text


class FactLine(QWidget):
    """Sentences, and below them on request their sources with the date each was checked."""

    def __init__(self, sentences: str, sources: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(4))
        self.text = Text(sentences)
        below.addWidget(self.text)
        self.text.setHidden(not sentences)
        self._asked = Button(self.tr("Where does this come from?"), Kind.QUIET, icon="question-circle")
        self._asked.clicked.connect(self._turn)
        below.addWidget(self._asked, 0, Qt.AlignmentFlag.AlignLeft)
        self._sources = Text(sources, size=theme.SMALL, tone=Tone.MUTED)
        self._sources.hide()
        below.addWidget(self._sources)

    def _turn(self) -> None:
        self._sources.setVisible(self._sources.isHidden())
