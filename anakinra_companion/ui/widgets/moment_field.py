"""A day and a time of day, beside each other where there is room."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fields import DateField, TimeField
from anakinra_companion.ui.widgets.frames import column, row
from anakinra_companion.ui.widgets.text import Text


class MomentField(QWidget):
    """Two fields under one name; `value` is a local time, whose zone somebody else knows."""

    def __init__(self, name: str, value: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DateField(self.tr("Day"), value.date())
        self.time = TimeField(self.tr("Time"), value.time())
        self.day.control.setAccessibleName(self.tr("{0}: day").format(name))
        self.time.control.setAccessibleName(self.tr("{0}: time").format(name))
        self._wrong = Text(tone=Tone.STOP)
        self._wrong.hide()
        parts = (self.day, self.time)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(4))
        for part in (Text(name, bold=True), self._wrong):
            below.addWidget(part)
        below.addWidget(row(*parts, stretch=True) if theme.active().scale < theme.LARGE else column(parts))

    @property
    def value(self) -> datetime:
        """The day and the time, without a zone."""
        return datetime.combine(self.day.value, self.time.value)

    def instant(self, zone: str) -> datetime:
        """The instant in a zone; of an hour that comes twice the earlier one."""
        return self.value.replace(tzinfo=ZoneInfo(zone))

    def show_moment(self, value: datetime) -> None:
        """Shows another day and time."""
        self.day.show_day(value.date())
        self.time.edit.setTime(QTime(value.hour, value.minute))

    def complain(self, words: str) -> None:
        """Says what is wrong, and brings the keyboard there; nothing when all is well."""
        self._wrong.say(words)
        self.day.control.setAccessibleDescription(words)
        if words:
            self.day.control.setFocus(Qt.FocusReason.OtherFocusReason)
