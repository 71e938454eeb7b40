""" "A doctor has checked it": who, and when; from then on the skin of a lump is free again (H16)."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.domain.sites import Lump
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.sites import skin_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fields import DateField, TextField
from anakinra_companion.ui.widgets.text import Text, lead, small


class LumpChecked(Dialog):
    """Asks who has checked a lump, and on which day."""

    def __init__(self, lump: Lump, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("A doctor has checked it"), self.tr("Note this check"), parent)
        self._found = lump.found
        self._today = today
        self._by = TextField(self.tr("Which doctor?"))
        self._on = DateField(self.tr("On which day?"), today)
        self.add(lead(skin_words.lump_name(lump)))
        if told := skin_words.lump_told(lump):
            self.add(small(told))
        said = self.tr("Did the doctor say that you may inject there?")
        self._may = Choices(
            [("may", self.tr("Yes")), ("may-not", self.tr("No, or not asked"))], name=said, across=True
        )
        self._missing = Text(tone=Tone.STOP)
        self._missing.hide()
        self.add(self._by, self._on, Text(said, bold=True), self._missing, self._may)
        self.add(Text(content.say("sites-lump-checked")))
        self.body.addStretch(1)
        self._by.control.setFocus()
        self.be_short()

    @property
    def by(self) -> str:
        """Who has checked it."""
        return self._by.value

    @property
    def on(self) -> date:
        """The day of the check."""
        return self._on.value

    def try_accept(self) -> None:
        """Somebody is named, and the day lies between finding it and today."""
        self._by.complain("")
        self._on.complain("")
        if not self.by:
            self._by.complain(self.tr("Please write which doctor has checked it."))
        elif self.on > self._today:
            self._on.complain(self.tr("This day is still ahead. Choose today or an earlier day."))
        elif self._found is not None and self.on < self._found:
            self._on.complain(self.tr("That was before the lump was found. Choose a later day."))
        elif self._may.value == "may":
            self.accept()
        else:
            self._missing.say(
                self.tr("Then the skin stays locked. Close this, and ask the doctor.")
                if self._may.value
                else self.tr("Please answer this: the skin stays locked without a yes.")
            )
            self._missing.show()
            self._may.focus_first()
