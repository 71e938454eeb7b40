"""Since when a syringe has been out of the fridge, or that nobody knows."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.widgets.fields import DateField, TimeField
from anakinra_companion.ui.widgets.text import Text


class OutSince(Dialog):
    """Asks for a day and a time in the past."""

    def __init__(self, now: datetime, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("When did it come out?"), self.tr("It came out then"), parent)
        self._now = now
        self._zone = ZoneInfo(zone)
        local = now.astimezone(self._zone)
        self._day = DateField(self.tr("Day"), local.date())
        self._day.limit(None, local.date())
        self._time = TimeField(self.tr("Time"), local.time())
        self.add(Text(self.tr("If you are not sure, choose the earliest time it can have been.")))
        self.add(self._day, self._time)
        self._time.control.setFocus()

    @property
    def since(self) -> datetime:
        """The instant that was told."""
        # In the hour that comes twice in autumn the earlier one counts: never less than it can have been.
        told = datetime.combine(self._day.value, self._time.value, self._zone)
        return min(told, self._now) if told - self._now < timedelta(minutes=1) else told

    def try_accept(self) -> None:
        """A time still ahead cannot have happened."""
        if self.since > self._now:
            self._time.complain(self.tr("This time is still ahead. Check the day and the time."))
            return
        self.accept()
