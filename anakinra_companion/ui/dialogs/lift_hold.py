""" "A doctor says that I may go on": who, and on which day; nothing else lifts a hold."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.widgets.fields import DateField, TextField
from anakinra_companion.ui.widgets.text import Text, lead


class LiftHold(Dialog):
    """Asks which doctor said so, and on which day."""

    def __init__(self, since: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("A doctor says I may inject again"), self.tr("Note who said so"), parent)
        self._since, self._today = since, today
        self._who = TextField(self.tr("Which doctor?"))
        self._on = DateField(self.tr("On which day did they say so?"), today)
        self.add(lead(content.say("help-hold")), self._who, self._on)
        self.add(Text(self.tr("It stays in your record who said so and when. From then on reminders come again.")))
        self.body.addStretch(1)
        self._who.control.setFocus()
        self.be_short()

    @property
    def who(self) -> str:
        """The doctor who said so."""
        return self._who.value

    @property
    def on(self) -> date:
        """The day they said so."""
        return self._on.value

    def try_accept(self) -> None:
        """Somebody is named, and the day lies between the hold and today."""
        self._who.complain("")
        self._on.complain("")
        if not self.who:
            self._who.complain(self.tr("Please write which doctor said so."))
        elif self.on > self._today:
            self._on.complain(self.tr("This day is still ahead. Choose today or an earlier day."))
        elif self.on < self._since:
            self._on.complain(self.tr("That was before you stopped. Choose a later day."))
        else:
            self.accept()
