"""Fields with their names above and what is wrong below, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QDate, QEvent, QObject, Qt, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from anakinra_companion.ui import theme
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.text import Text


class Field(QWidget):
    """A control with its name; turning the wheel over it changes nothing."""

    def __init__(self, name: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        control.setAccessibleName(name)
        control.setFont(theme.active().font(theme.BODY))
        control.installEventFilter(self)
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(4))
        label = Text(name, bold=True)
        label.setBuddy(control)
        below.addWidget(label)
        if hint:
            below.addWidget(Text(hint, size=theme.SMALL, tone=Tone.MUTED))
        below.addWidget(control)
        self._wrong = Text(tone=Tone.STOP)
        self._wrong.hide()
        below.addWidget(self._wrong)

    def complain(self, words: str) -> None:
        """Says what is wrong and what to do; nothing when all is well."""
        self._wrong.say(words)
        self.control.setAccessibleDescription(words)
        if words:
            self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel turned on the way down the page must not change a date."""
        if watched is self.control and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class TextField(Field):
    """One line of words."""

    def __init__(self, name: str, value: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = QLineEdit(value)
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> str:
        """The words, without spaces around them."""
        return self.edit.text().strip()


class DateField(Field):
    """A day, typed or chosen."""

    def __init__(self, name: str, value: date, hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = QDateEdit(QDate(value.year, value.month, value.day))
        self.edit.setCalendarPopup(True)
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> date:
        """The day."""
        chosen = self.edit.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def limit(self, first: date | None, last: date | None) -> None:
        """The days that can be chosen."""
        if first is not None:
            self.edit.setMinimumDate(QDate(first.year, first.month, first.day))
        if last is not None:
            self.edit.setMaximumDate(QDate(last.year, last.month, last.day))


class TimeField(Field):
    """A time of day."""

    def __init__(self, name: str, value: time, hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = QTimeEdit(QTime(value.hour, value.minute))
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> time:
        """The time, to the minute."""
        chosen = self.edit.time()
        return time(chosen.hour(), chosen.minute())


class NumberField(Field):
    """A whole number between two others."""

    def __init__(
        self, name: str, value: int, between: tuple[int, int], hint: str = "", parent: QWidget | None = None
    ) -> None:
        self.edit = QSpinBox()
        self.edit.setRange(*between)
        self.edit.setValue(value)
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> int:
        """The number."""
        return self.edit.value()


class ListField(Field):
    """One of a list."""

    def __init__(
        self,
        name: str,
        entries: Sequence[tuple[str, str]],
        value: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.edit = QComboBox()
        for key, words in entries:
            self.edit.addItem(words, key)
        super().__init__(name, self.edit, hint, parent)
        self.edit.setCurrentIndex(max(self.edit.findData(value), 0))

    @property
    def value(self) -> str:
        """The key of the chosen entry."""
        return str(self.edit.currentData())
