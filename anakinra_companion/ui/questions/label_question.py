"""The prescription label as a question, asked at first run and in Settings."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.regimen import Label
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.questions.person import Part
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.fields import DateField, ListField, TextField, TimeField
from anakinra_companion.ui.widgets.frames import Card
from anakinra_companion.ui.widgets.text import Text, lead

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate


class LabelQuestion(Part):
    """The prescription label, and the next four dates it means, read back (H20); `done` gives what was written."""

    done = Signal(object)

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        present, today = diary.regimen.present(), diary.today()
        said = _tr("questions", "How often does your label say?")
        self._often = Choices(
            [("1", _tr("questions", "Every day")), ("2", _tr("questions", "Every second day"))],
            name=said,
            across=True,
        )
        self._often.setObjectName("often")
        self._often.choose(str(present.every_days) if present else None)
        self._often.picked.connect(self._read_back)
        self._missing = Text(tone=Tone.STOP)
        self._missing.hide()
        self._at = TimeField(_tr("questions", "At what time?"), present.at if present else time(20, 0))
        self._from = DateField(_tr("questions", "From which day?"), today)
        self._reason = TextField(_tr("questions", "Why does it change?"))
        self._zone = self._zone_choice()
        earliest = diary.regimen.earliest_start()
        self._from.limit(earliest or today - timedelta(days=366), None)
        # The limit may have moved it: the day after today's dose is the first that a new label can begin on.
        self._from_shown = self._from.value
        self._at.edit.timeChanged.connect(self._read_back)
        self._from.edit.dateChanged.connect(self._read_back)
        self._dates = Card(_tr("questions", "Is this what your label says?"))
        self._in_words = Text(size=theme.LEAD, bold=True)
        self._dates.add(self._in_words, Text(_tr("questions", "Then the next four doses are due:")))
        self._lines = [lead() for _ in range(4)]
        self._dates.add(*self._lines)
        self.add(Text(said, bold=True), self._often, self._missing, self._at, self._zone, self._from, self._reason)
        self.add(self._dates)
        self._reason.setHidden(present is None)
        self.add(FactLine(content.say("dose-label"), content.sources("dose-label")))
        self._read_back()

    @property
    def label(self) -> Label | None:
        """What was copied, or None while it is not said how often."""
        if self._often.value is None:
            return None
        zone = self._zone.value or self.diary.zone()
        return Label(int(self._often.value), self._at.value, zone, self._from.value, self._reason.value)

    def _zone_choice(self) -> ListField:
        """Asked only where the computer is in another zone than the label on record: somebody has moved."""
        kept, here = self.diary.zone(), self.diary.regimen.computers_zone()
        entries = [(name, name.replace("_", " ")) for name in dict.fromkeys((kept, here))]
        field = ListField(_tr("questions", "In which time zone?"), entries, kept)
        field.setHidden(kept == here)
        return field

    def keep(self) -> bool:
        """Records the label as a new version, unless it says what is on record already."""
        label = self.label
        if label is None:
            self._missing.say(_tr("questions", "Please say how often, as your label does."))
            return False
        if self._changes(label):
            if self.diary.regimen.present() is not None and not label.reason:
                # A change without its reason tells the doctor nothing later (H20).
                self._reason.complain(_tr("questions", "Please write why it changes, such as who changed it."))
                return False
            self._reason.complain("")
            self.done.emit(self.diary.regimen.copy_label(label))
            self._from_shown = self._from.value
        return True

    def _changes(self, label: Label) -> bool:
        """True unless the label says what is on record already."""
        present = self.diary.regimen.present()
        kept = (present.every_days, present.at, present.zone) if present is not None else None
        # The day alone is a change too, once it was touched: a label for every second day hangs on it.
        return kept != (label.every_days, label.at, label.zone) or self._from.value != self._from_shown

    def _read_back(self) -> None:
        label = self.label
        self._dates.setVisible(label is not None)
        if label is None:
            return
        self._missing.hide()
        often, first = words.often(label.every_days, label.at), words.long_day(label.starts)
        self._in_words.setText(_tr("questions", "{0} From {1} on.").format(often, first))
        slots = self.diary.regimen.read_back(label)
        if (present := self.diary.regimen.present()) is not None and not self._changes(label):
            # Untouched, it says what is on record: which of two days it is hangs on the first day there.
            first, slots = words.long_day(present.starts), self.diary.regimen.next_dates()
            self._in_words.setText(_tr("questions", "{0} From {1} on.").format(often, first))
        for line in self._lines[len(slots) :]:
            # In a pause without an end no day can be named.
            line.setText("")
        for line, slot in zip(self._lines, slots, strict=False):
            hour = words.clock_time(slot.due, label.zone)
            line.setText(_tr("questions", "{0} at {1}").format(words.capital(words.long_day(slot.day)), hour))
        self.changed.emit()
