"""The pauses a doctor ordered: told, corrected, ended, taken back; beside the label, and in the calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.domain.regimen import Pause
from anakinra_companion.ui import words
from anakinra_companion.ui.dialogs.dialog import accepted
from anakinra_companion.ui.dialogs.pause import PauseDialog
from anakinra_companion.ui.dialogs.pause_over import PauseOver
from anakinra_companion.ui.part import Part
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind, named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, divider, row
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class PausesPart(Part):
    """One card: every pause, the newest first, and the button for another."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        self._shown: object = None
        self.look_again()

    def look_again(self) -> None:
        """Shows the pauses as they stand now."""
        state = (self.diary.regimen.pauses(), self.diary.today())
        if state == self._shown:
            return
        self._shown = state
        name = self.focused_name()
        self.clear()
        self.add(self._card())
        if name:
            self.give_back(name, "pause-new")

    def _card(self) -> Card:
        card = Card(self.tr("Pauses"))
        pauses = self.diary.regimen.pauses()
        if not pauses:
            card.add(Text(self.tr("No pause is on record.")))
        for place, pause in enumerate(reversed(pauses)):
            if place:
                card.add(divider())
            self._add(card, pause)
        new = Button(self.tr("My doctor told me to stop"), icon="pause")
        new.setObjectName("pause-new")
        new.clicked.connect(self._new)
        ids = ("dose-pause-who", "dose-pause-long")
        card.add(row(new), FactLine(content.say(*ids), content.sources(*ids)))
        return card

    def _add(self, card: Card, pause: Pause) -> None:
        today = self.diary.today()
        stands = pause.covers(today)
        over = pause.last is not None and pause.last < today
        tone = Tone.INFO if stands else Tone.MUTED if over else Tone.PLAIN
        card.add(Line(words.pause_days(pause.first, pause.last), "pause", tone, bold=stands))
        card.add(small(self.tr("{0} said so.").format(pause.who)))
        acts: list[QWidget] = []
        if stands:
            acts.append(named(f"pause-over-{pause.id}", self.tr("It is over"), "check", partial(self._over, pause)))
        acts.append(named(f"pause-correct-{pause.id}", self.tr("Correct"), "edit", partial(self._correct, pause)))
        back = Button(self.tr("Take it back"), Kind.QUIET, icon="undo")
        back.setObjectName(f"pause-back-{pause.id}")
        back.clicked.connect(partial(self._take_back, pause))
        card.add(row(*acts, back))

    def _new(self) -> None:
        dialog = PauseDialog(self.diary.today(), parent=self.window())
        if accepted(dialog):
            self.do(partial(self.diary.regimen.pause, dialog.first, dialog.last, dialog.who))

    def _correct(self, pause: Pause) -> None:
        dialog = PauseDialog(self.diary.today(), pause, self.window())
        if accepted(dialog):
            correct = self.diary.regimen.correct_pause
            self.do(partial(correct, pause, dialog.first, dialog.last, dialog.who))

    def _over(self, pause: Pause) -> None:
        dialog = PauseOver(pause, self.diary.today(), self.window())
        if accepted(dialog):
            self.do(partial(self.diary.regimen.end_pause, pause, dialog.last))

    def _take_back(self, pause: Pause) -> None:
        self.do(partial(self.diary.regimen.take_back_pause, pause))
