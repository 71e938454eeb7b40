"""A new box: lot, expiry as printed, and how many syringes are in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.domain.storage import BOX_SIZE, month_end
from anakinra_companion.ui import words
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fields import DateField, ListField, NumberField, TextField
from anakinra_companion.ui.widgets.frames import Line
from anakinra_companion.ui.widgets.place_field import PlaceField
from anakinra_companion.ui.widgets.text import small

WHOLE_MONTH = 0
YEARS_AHEAD = 8


class AddBox(Dialog):
    """Asks what is printed on the box."""

    def __init__(self, today: date, parent: QWidget | None = None, *, places: Sequence[str] = ()) -> None:
        super().__init__(self.tr("A new box"), self.tr("Add this box"), parent)
        self._today = today
        # No date is put there beforehand: it has to be read from the box (B4).
        blank = ("", self.tr("Choose"))
        months = [blank, *((str(number), QLocale().standaloneMonthName(number)) for number in range(1, 13))]
        years = [blank, *((str(year), str(year)) for year in range(today.year - 1, today.year + YEARS_AHEAD))]
        days = [(str(WHOLE_MONTH), self.tr("No day is printed")), *((str(day), str(day)) for day in range(1, 32))]
        self._lot = TextField(self.tr("Lot number, as printed"))
        self._month = ListField(self.tr("Expiry: month"), months)
        self._year = ListField(self.tr("Expiry: year"), years)
        self._day = ListField(self.tr("Expiry: day"), days, str(WHOLE_MONTH), content.say("storage-month-only"))
        self._count = NumberField(self.tr("Syringes in it now"), BOX_SIZE, (1, BOX_SIZE))
        self._received = DateField(self.tr("It came on"), today)
        self._received.limit(None, today)
        self._place = PlaceField(self.tr("Where it is kept"), places, self.tr("Fridge at home"))
        self._read_back = Line(icon="calendar")
        self._read_back.hide()
        for field in (self._month, self._year, self._day):
            field.edit.currentIndexChanged.connect(self._show_expiry)
        self.add(self._lot, self._month, self._year, self._day, self._read_back)
        self.add(self._count, self._received, self._place)
        self.add(small(content.say("storage-box-of-seven")))
        self._lot.control.setFocus()

    def try_accept(self) -> None:
        """Without the expiry there is no telling whether a syringe may be used."""
        for field in (self._year, self._month):
            field.complain("" if field.value else self.tr("Please choose what is printed on the box."))
        if self._month.value and self._year.value:
            self.accept()

    def _show_expiry(self) -> None:
        self._read_back.setVisible(bool(self._month.value and self._year.value))
        if not self._read_back.isHidden():
            day = words.long_day(self.expires)
            if self.expires < self._today:
                said = self.tr("{0} has passed. You can add the box, but do not use its syringes.").format(day)
                self._read_back.show_state(said, "stop", Tone.STOP)
            else:
                said = self.tr("Use until {0}. Is that on the box?").format(day)
                self._read_back.show_state(said, "calendar", Tone.INFO)

    @property
    def lot(self) -> str:
        """The lot number."""
        return self._lot.value

    @property
    def expires(self) -> date:
        """The last day its syringes may be used; a month alone means its last day."""
        month, day = int(self._month.value), int(self._day.value)
        last = month_end(int(self._year.value), month)
        return last if day == WHOLE_MONTH else last.replace(day=min(day, last.day))

    @property
    def received(self) -> date:
        """The day it came."""
        return self._received.value

    @property
    def count(self) -> int:
        """How many syringes are in it."""
        return self._count.value

    @property
    def place(self) -> str:
        """Where it is kept."""
        return self._place.value
