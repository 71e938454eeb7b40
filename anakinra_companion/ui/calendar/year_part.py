"""A year at a glance: twelve small months, each day a shape in its colour; a press opens the month at that day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from anakinra_companion.domain.month import Month
from anakinra_companion.ui import theme
from anakinra_companion.ui.calendar.month_view import YEARS, first_weekday, legend
from anakinra_companion.ui.calendar.small_month import SmallMonth
from anakinra_companion.ui.part import Part
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import row
from anakinra_companion.ui.widgets.text import heading, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

MONTHS = range(1, 13)


class YearPart(Part):
    """Months stand for a whole life of the page; another year only gives them other facts."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        self._today = diary.today()
        self._number = self._today.year
        self._on = self._today
        self._shown: tuple[Month, ...] = ()
        self._name = heading()
        self._name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        back = self._button("year-before", self.tr("Year before"), "back", -1)
        after = self._button("year-after", self.tr("Year after"), "forward", 1)
        today = Button(self.tr("This year"), Kind.QUIET, icon="today")
        today.setObjectName("this-year")
        today.clicked.connect(self._to_today)
        how = self.tr("Arrow keys walk from day to day, and Enter opens the month at that day.")
        above = QWidget()
        across = QHBoxLayout(above)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.active().gap(20))
        across.addWidget(self._name)
        across.addWidget(row(back, after, today), 1)
        self.add(above, self._months(), legend(), small(how))
        self.look_again()

    def look_again(self) -> None:
        """Shows the year as it stands now."""
        self._today = self.diary.today()
        months = self.diary.looking_back.year(self._number, first_weekday=first_weekday())
        self._name.setText(QLocale().toString(QDate(self._number, 1, 1), "yyyy"))
        for month, table in zip(months, self._tables, strict=True):
            table.show_month(month, self._today, self._on)
            self._names[month.number].say(_month_name(month))

    def walk(self, key: Qt.Key, on: date) -> None:
        """From a day to another one: a day, a week, the ends of its month, or the same day a month away."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        if self.isRightToLeft():
            steps[Qt.Key.Key_Left], steps[Qt.Key.Key_Right] = 1, -1
        if key in steps:
            there = on + timedelta(days=steps[key])
        elif key == Qt.Key.Key_Home:
            there = on.replace(day=1)
        elif key == Qt.Key.Key_End:
            there = _moved(on.replace(day=1), 1) - timedelta(days=1)
        else:
            there = _moved(on, -1 if key == Qt.Key.Key_PageUp else 1)
        if YEARS[0] <= there.year <= YEARS[1]:
            self._to(there)

    def _to(self, on: date) -> None:
        self._on = on
        if on.year != self._number:
            self._number = on.year
        self.look_again()
        table = self._tables[on.month - 1]
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.into_sight.emit(table)

    def _months(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.active().gap(28))
        grid.setVerticalSpacing(theme.active().gap(6))
        scale = theme.active().scale
        columns = 4 if scale < 1.2 else 3 if scale < 1.6 else 2
        self._tables: list[SmallMonth] = []
        self._names: dict[int, Button] = {}
        for number in MONTHS:
            one = QWidget()
            below = QVBoxLayout(one)
            below.setContentsMargins(0, 0, 0, 0)
            below.setSpacing(theme.active().gap(2))
            name = Button("", Kind.QUIET)
            name.setObjectName(f"open-month-{number}")
            name.clicked.connect(partial(self._open_month, number))
            table = SmallMonth()
            table.setObjectName(f"month-{number}")
            table.opened.connect(self._open)
            table.walked.connect(self.walk)
            self._tables.append(table)
            self._names[number] = name
            below.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
            below.addWidget(table)
            below.addStretch(1)
            grid.addWidget(one, (number - 1) // columns, (number - 1) % columns)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        return holder

    def _button(self, name: str, words: str, icon: str, years: int) -> Button:
        button = Button(words, icon=icon)
        button.setObjectName(name)
        button.clicked.connect(partial(self._turn, years))
        return button

    def _turn(self, years: int) -> None:
        if YEARS[0] <= self._number + years <= YEARS[1]:
            self._number += years
            self._on = _moved(self._on, 12 * years)
            self.look_again()

    def _to_today(self) -> None:
        self._on = self.diary.today()
        self._number = self._on.year
        self.look_again()

    def _open(self, on: date) -> None:
        self.go_to.emit("calendar", on.isoformat())

    def _open_month(self, number: int) -> None:
        inside = (self._today.year, self._today.month) == (self._number, number)
        self._open(self._today if inside else date(self._number, number, 1))


def _month_name(month: Month) -> str:
    return QLocale().toString(QDate(month.year, month.number, 1), "MMMM")


def _moved(on: date, months: int) -> date:
    """The same day so many months away; the last of a month that is too short for it."""
    number = on.year * 12 + on.month - 1 + months
    found = QDate(number // 12, number % 12 + 1, 1)
    return date(found.year(), found.month(), min(on.day, found.daysInMonth()))
