"""Call your doctor now: the signs of an emergency first, then the doctor; shown before anything is saved (H17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.ui import spoken, theme
from anakinra_companion.ui.help_page import emergency_number
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, lead

if TYPE_CHECKING:
    from anakinra_companion.domain.profile import Profile


class DoctorNow(QWidget):
    """Two cards, large and calm, with the person's own numbers where they are known."""

    help_wanted = Signal()

    def __init__(self, profile: Profile, last: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Line(content.say("help-call-now"), "phone", Tone.STOP, size=theme.HEADING, bold=True)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(14))
        below.addWidget(self._emergency(profile))
        below.addWidget(self._doctor(profile, last))

    def take_focus(self) -> None:
        """The keyboard comes to the first words, and all of it is heard there."""
        spoken.give_focus(self._head.text, spoken.words_in(self, self._head.text))

    def _emergency(self, profile: Profile) -> QWidget:
        card = Card()
        card.tint(Tone.STOP)
        card.add(self._head, _number(emergency_number(profile) or self.tr("your local emergency number")))
        card.add(Text(content.say("help-signs")))
        return card

    def _doctor(self, profile: Profile, last: str) -> QWidget:
        card = Card()
        card.tint(Tone.SOON)
        ids = ("skin-doctor-now",)
        card.add(Line(self.tr("None of these?"), "phone", Tone.SOON, size=theme.HEADING, bold=True))
        card.add(lead(content.say(*ids)))
        if profile.care_number:
            card.add(_number(profile.care_number))
        else:
            card.add(Text(self.tr("No number of your doctor is on record. You can add it in Settings.")))
        card.add(Text(self.tr("It was here: {0}").format(last)))
        away = Button(self.tr("To the page Help now"), Kind.SECONDARY, icon="help", big=True)
        away.setObjectName("to-help")
        away.clicked.connect(self.help_wanted)
        card.add(row(away), Text(self.tr("What you told is kept, also if you leave now."), bold=True))
        card.add(FactLine("", content.sources(*ids, "help-signs")))
        return card


def _number(number: str) -> Text:
    text = Text(number, size=theme.TITLE, bold=True)
    if number[-1:].isdigit():
        # Read out digit by digit, not as one large number.
        text.setAccessibleName(" ".join(number))
    return text
