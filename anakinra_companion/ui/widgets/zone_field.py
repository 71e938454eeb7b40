"""A time zone, found by typing part of a city's name or chosen from a list."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from anakinra_companion.ui.widgets.fields import Combo, Field

# What names no place people live in.
_NO_PLACES = ("Etc/", "SystemV/", "posix/", "right/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")
_tr = QCoreApplication.translate


@cache
def zones() -> tuple[str, ...]:
    """The IANA names that name a place, by their cities."""
    named = [zone for zone in available_timezones() if "/" in zone and not zone.startswith(_NO_PLACES)]
    # A few places have two names for the same clock.
    return tuple(zone for _, zone in sorted({zone_words(zone): zone for zone in sorted(named)}.items()))


def zone_words(zone: str) -> str:
    """A zone as people know it: its city first."""
    area, _, rest = zone.partition("/")
    if not rest:
        return zone
    city = rest.rpartition("/")[2].replace("_", " ")
    return _tr("zone", "{0} ({1})").format(city, area.replace("_", " "))


class ZoneField(Field):
    """Nothing but a zone of the list is taken; `value` is None for anything else."""

    def __init__(self, name: str, zone: str, hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = Combo()
        self.edit.setEditable(True)
        self.edit.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.edit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.edit.setMinimumContentsLength(8)
        for each in dict.fromkeys((zone, *zones())):
            self.edit.addItem(zone_words(each), each)
        if (completer := self.edit.completer()) is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        super().__init__(name, self.edit, hint, parent)
        line = self.edit.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    @property
    def value(self) -> str | None:
        """The IANA name; None while what is typed is no zone of the list."""
        at = self.edit.findText(self.edit.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return None if at < 0 else str(self.edit.itemData(at))

    def choose(self, zone: str) -> None:
        """Shows another zone."""
        self.edit.setCurrentIndex(max(self.edit.findData(zone), 0))

    def is_in_order(self) -> bool:
        """Says what is wrong; True when nothing is."""
        found = self.value is not None
        self.complain("" if found else self.tr("This place is not on the list. Choose a large city near it."))
        return found
