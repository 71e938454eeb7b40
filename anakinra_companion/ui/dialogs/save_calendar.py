"""What the phone shows and how often it rings, asked before the calendar file is saved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.coming import Coming
from anakinra_companion.ui import words
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.choice_field import ChoiceField
from anakinra_companion.ui.widgets.frames import Line
from anakinra_companion.ui.widgets.text import Text

_tr = QCoreApplication.translate


class SaveCalendar(Dialog):
    """Neutral words and one ring unless the person wants more."""

    def __init__(self, coming: Coming, parent: QWidget | None = None) -> None:
        super().__init__(_tr("table", "Save for your phone"), _tr("table", "Choose where to save"), parent)
        slots = coming.slots()
        said = self.tr("Reminders in this file: %n.", "", len(slots))
        if slots:
            first, last = words.long_day(slots[0].day), words.long_day(slots[-1].day)
            said += " " + self.tr("The first is on {0}, the last on {1}.").format(first, last)
        self._shows = ChoiceField(
            self.tr("What does your phone show?"),
            [("neutral", self.tr('Only "Reminder"')), ("full", self.tr('"Anakinra injection"'))],
        )
        self._rings = ChoiceField(
            self.tr("How often does it ring?"),
            [("once", self.tr("Once, when the dose is due")), ("again", self.tr("Two more times after that"))],
        )
        self._shows.choose("neutral")
        self._rings.choose("once")
        self.add(
            Text(said),
            Line(
                self.tr("Your phone rings only once you have opened this file on it."), "phone", Tone.INFO, bold=True
            ),
            Text(
                self.tr(
                    "It cannot know what you record here. After a new label or a pause, save it again and open it on"
                    " your phone: it replaces the one before."
                )
            ),
            self._shows,
            self._rings,
        )

    @property
    def full_words(self) -> bool:
        """True where the phone may name the medicine."""
        return self._shows.value == "full"

    @property
    def again(self) -> bool:
        """True where it rings again after a while."""
        return self._rings.value == "again"
