""" "Is it gone?": marks whose last day is over are asked about, each answered by one press."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from anakinra_companion.domain.sites import AvoidMark
from anakinra_companion.ui import theme
from anakinra_companion.ui.sites import skin_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind, named
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import small


class AskedCard(Card):
    """All questions with their answers; `gone` and `stays` give the mark."""

    gone = Signal(object)
    stays = Signal(object)

    def __init__(self, asked: Sequence[AvoidMark], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("A question about your skin"), parent)
        self.tint(Tone.INFO)
        for mark in asked:
            question = skin_words.is_it_gone(mark)
            self.add(Line(question, "question-circle", Tone.INFO, bold=True))
            if mark.note:
                self.add(small(mark.note))
            gone = named(f"gone-{mark.id}", self.tr("It is gone"), "check", partial(self.gone.emit, mark))
            stays = named(f"stays-{mark.id}", self.tr("It is still there"), "stop", partial(self.stays.emit, mark))
            for button in (gone, stays):
                button.setAccessibleDescription(question)
            self.add(row(gone, stays))
        self.add(small(self.tr("Its last day is over, so the map may use this skin again.")))


class AskedLine(Card):
    """The first question as one quiet line; `answer` leads to all of them."""

    answer = Signal()

    def __init__(self, asked: Sequence[AvoidMark], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        line = Line(skin_words.is_it_gone(asked[0]), "question-circle", Tone.INFO)
        button = Button(self.tr("Answer"), Kind.SECONDARY)
        button.setObjectName("answer-asked")
        button.setAccessibleDescription(skin_words.is_it_gone(asked[0]))
        button.clicked.connect(self.answer)
        across = QHBoxLayout()
        across.setSpacing(theme.active().gap(12))
        across.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(button)
        self.body.addLayout(across)
