"""What may be said outside the window, where others may read along."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.settings import Settings
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.text import Text, small


class NoticesQuestion(QWidget):
    """Takes effect at once; `changed` gives the setting that differs."""

    changed = Signal(dict)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(14))
        said = self.tr("What may a notice say, when a syringe's time runs out?")
        choices = Choices(
            [
                ("neutral", self.tr("Only that there is something to look at")),
                ("full", self.tr("What it is about")),
                ("none", self.tr("Nothing: I look myself")),
            ],
            name=said,
        )
        choices.setObjectName("notices")
        choices.choose(settings.notices)
        choices.picked.connect(self._picked)
        below.addWidget(Text(said, bold=True))
        below.addWidget(choices)
        below.addWidget(
            small(self.tr("Others who see your screen can read a notice. It comes while the program runs."))
        )

    def _picked(self, answer: str) -> None:
        self.changed.emit({"notices": answer})
