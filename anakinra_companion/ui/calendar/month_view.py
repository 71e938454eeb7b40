"""One month with its day beside it; only facts change when another month or day is chosen."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from anakinra_companion.domain.doses import Day, DayState
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.calendar.day_acts import DayActs
from anakinra_companion.ui.calendar.day_card import DayCard
from anakinra_companion.ui.calendar.month_table import MonthTable
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import Flow, Line, row
from anakinra_companion.ui.widgets.text import heading

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

# The years that can be turned to: farther away lies nobody's record.
YEARS = (1900, 2199)


def first_weekday() -> int:
    """What weeks begin with where the person lives; 0 is Monday."""
    return QLocale().firstDayOfWeek().value - 1


def legend() -> QWidget:
    """Every state of a day with its shape and word."""
    holder = QWidget()
    flow = Flow(holder)
    for state in DayState:
        icon, word, tone = words.day_state(state)
        if icon:
            line = Line(word, icon, tone, size=theme.SMALL)
            line.text.setWordWrap(False)
            flow.addWidget(line)
    return holder


class MonthView(QWidget):
    """Keeps the day that is chosen."""

    def __init__(self, diary: Diary, acts: DayActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diary, self._acts = diary, acts
        self.on = diary.today()
        self._month = (self.on.year, self.on.month)
        self._name = heading()
        self._table = MonthTable()
        self._table.chosen.connect(self.choose)
        self._detail = QWidget()
        self._below = QVBoxLayout(self._detail)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._lay_out()

    def refresh(self) -> None:
        """Looks at the month and the day again."""
        month = self._diary.doses.month(*self._month, first_weekday=first_weekday())
        self._name.setText(QLocale().toString(QDate(*self._month, 1), "MMMM yyyy"))
        self._table.show_month(month, self._diary.today(), self.on)
        self._show_day(next(day for week in month.weeks for day in week if day.day == self.on))

    def choose(self, on: date) -> None:
        """Shows one day, and its month where that is another."""
        if (on.year, on.month) != self._month:
            self.open(on)
            return
        self.on, self._acts.second = on, None
        self._show_day(self._diary.doses.day(on))

    def open(self, on: date) -> None:
        """Shows one day and its month, looked at once."""
        self.on, self._acts.second = on, None
        self._month = (on.year, on.month)
        self.refresh()

    def _lay_out(self) -> None:
        left = QWidget()
        below = QVBoxLayout(left)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(10))
        back = Button(self.tr("Month before"), icon="back")
        back.setObjectName("month-before")
        back.clicked.connect(partial(self._turn, -1))
        after = Button(self.tr("Month after"), icon="forward")
        after.setObjectName("month-after")
        after.clicked.connect(partial(self._turn, 1))
        today = Button(self.tr("Today"), Kind.QUIET, icon="today")
        today.setObjectName("this-month")
        today.clicked.connect(self._to_today)
        for each in (self._name, row(back, after, today), self._table, legend()):
            below.addWidget(each)
        below.addStretch(1)
        narrow = theme.active().scale >= 1.4
        both: QHBoxLayout | QVBoxLayout = QVBoxLayout(self) if narrow else QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.active().gap(20))
        both.addWidget(left, 7)
        both.addWidget(self._detail, 4)

    def _show_day(self, day: Day) -> None:
        focused = self.window().focusWidget()
        name = focused.objectName() if focused is not None and self._detail.isAncestorOf(focused) else ""
        while self._below.count():
            item = self._below.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._below.addWidget(DayCard(day, self._acts))
        self._below.addStretch(1)
        again = self._detail.findChild(Button, name) if name else None
        if isinstance(again, Button):
            again.setFocus()

    def _turn(self, months: int) -> None:
        year, number = self._month
        moved = year * 12 + number - 1 + months
        if YEARS[0] <= moved // 12 <= YEARS[1]:
            self.open(date(moved // 12, moved % 12 + 1, 1))

    def _to_today(self) -> None:
        self.open(self._diary.today())
