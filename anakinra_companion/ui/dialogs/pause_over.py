"""A pause is over: which day was its last."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.regimen import Pause
from anakinra_companion.ui import words
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fields import DateField
from anakinra_companion.ui.widgets.frames import Line
from anakinra_companion.ui.widgets.text import lead


class PauseOver(Dialog):
    """Asks for the last day without an injection."""

    def __init__(self, pause: Pause, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The pause is over"), self.tr("Note its end"), parent)
        self._pause = pause
        self._last = DateField(self.tr("The last day without an injection"), max(pause.first, today))
        self._from = Line(icon="calendar")
        self.add(lead(words.pause_days(pause.first, pause.last)), self._last, self._from)
        self._last.edit.dateChanged.connect(self._follow)
        self._last.control.setFocus()
        self._follow()
        self.be_short()

    @property
    def last(self) -> date:
        """The last day of the pause."""
        return self._last.value

    def try_accept(self) -> None:
        """It cannot end before it begins."""
        if self.last < self._pause.first:
            self._last.complain(self.tr("That is before the first day. Choose that day or a later one."))
        else:
            self.accept()

    def _follow(self) -> None:
        again = words.long_day(self.last + timedelta(days=1))
        said = self.tr("From {0} on your label counts again.").format(again)
        self._from.show_state(said, "calendar", Tone.INFO)
