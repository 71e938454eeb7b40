""" "My doctor told me to stop": from which day, until which, and who said so."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.domain.regimen import Pause
from anakinra_companion.ui import words
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.choice_field import ChoiceField
from anakinra_companion.ui.widgets.fields import DateField, TextField
from anakinra_companion.ui.widgets.frames import Line
from anakinra_companion.ui.widgets.text import Text

KNOWN, OPEN = "known", "open"


class PauseDialog(Dialog):
    """Asks for a pause, or corrects one; the days are read back in words."""

    def __init__(self, today: date, pause: Pause | None = None, parent: QWidget | None = None) -> None:
        title = self.tr("My doctor told me to stop") if pause is None else self.tr("Correct the pause")
        super().__init__(title, self.tr("Note the pause"), parent)
        self._who = TextField(self.tr("Who said so?"), pause.who if pause else "")
        self._first = DateField(self.tr("From which day?"), pause.first if pause else today)
        self._until = ChoiceField(
            self.tr("Until when?"),
            [(KNOWN, self.tr("Through a day")), (OPEN, self.tr("I do not know yet"))],
        )
        last = pause.last if pause else None
        self._last = DateField(self.tr("The last day without an injection"), last or self._first.value)
        if pause is not None:
            self._until.choose(OPEN if last is None else KNOWN)
        self._read_back = Line(icon="pause")
        for each in (self._who, self._first, self._until, self._last, self._read_back):
            self.add(each)
        self.add(Text(content.say("dose-pause-who", "dose-pause-long")))
        self.body.addStretch(1)
        self._until.picked.connect(self._follow)
        self._first.edit.dateChanged.connect(self._follow)
        self._last.edit.dateChanged.connect(self._follow)
        self._who.control.setFocus()
        self._follow()

    @property
    def first(self) -> date:
        """Its first day."""
        return self._first.value

    @property
    def last(self) -> date | None:
        """Its last day, or None while nobody knows."""
        return self._last.value if self._until.value == KNOWN else None

    @property
    def who(self) -> str:
        """Who said so."""
        return self._who.value

    def try_accept(self) -> None:
        """Somebody is named, the end is answered, and it lies not before the beginning."""
        for field in (self._who, self._until, self._last):
            field.complain("")
        if not self.who:
            self._who.complain(self.tr("Please write who told you to stop."))
        elif self._until.value is None:
            self._until.complain(self.tr("Please say until when, also when you do not know it yet."))
        elif self.last is not None and self.last < self.first:
            self._last.complain(self.tr("That is before the first day. Choose that day or a later one."))
        else:
            self.accept()

    def _follow(self) -> None:
        self._last.setVisible(self._until.value == KNOWN)
        in_order = self._until.value == OPEN or (self.last is not None and self.last >= self.first)
        self._read_back.setVisible(in_order)
        if in_order:
            self._read_back.show_state(words.pause_days(self.first, self.last), "pause", Tone.INFO)
