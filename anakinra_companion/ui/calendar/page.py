"""The calendar: a month with one day in detail, a year at a glance, figures, and pauses."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from anakinra_companion.ui.calendar.day_acts import DayActs
from anakinra_companion.ui.calendar.figures_part import FiguresPart
from anakinra_companion.ui.calendar.month_view import MonthView
from anakinra_companion.ui.calendar.year_part import YearPart
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.part import Part
from anakinra_companion.ui.pauses_part import PausesPart
from anakinra_companion.ui.take_along import TakeAlong
from anakinra_companion.ui.widgets.choices import Choices

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

MONTH = "month"
PARTS: dict[str, type[Part]] = {"year": YearPart, "figures": FiguresPart, "pauses": PausesPart, "along": TakeAlong}


class CalendarPage(Page):
    """The month stays while other parts come and go; a part is kept while it is open and only looks again."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.title.say(self.tr("Calendar"))
        self.setAccessibleName(self.tr("Calendar"))
        self._open = MONTH
        self._part: Part | None = None
        acts = DayActs(diary, self)
        acts.done.connect(self.done)
        acts.go.connect(self.go)
        self._parts = self._choices()
        self._month = MonthView(diary, acts)
        acts.looked.connect(self.refresh)
        self.add(self._parts, self._month)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Looks again at what is open."""
        if self._part is not None:
            self._part.look_again()
        else:
            self._month.refresh()

    def point_to(self, id_: str) -> None:
        """Opens another part by its name, or shows one day, named as YYYY-MM-DD."""
        if id_ in PARTS:
            self._open_part(id_)
            return
        self._open_part(MONTH)
        self._month.open(date.fromisoformat(id_))

    def _choices(self) -> Choices:
        entries = [
            (MONTH, self.tr("Month")),
            ("year", self.tr("Year")),
            ("figures", self.tr("In numbers")),
            ("pauses", self.tr("Pauses")),
            ("along", self.tr("Take it along")),
        ]
        parts = Choices(entries, name=self.tr("What to look at"), across=True)
        parts.choose(MONTH)
        parts.picked.connect(self._open_part)
        return parts

    def _open_part(self, name: str) -> None:
        self._parts.choose(name)
        if name == self._open:
            return
        self._open = name
        if self._part is not None:
            self._part.hide()
            self._part.deleteLater()
            self._part = None
        self._month.setVisible(name == MONTH)
        if name != MONTH:
            self._part = part = PARTS[name](self.diary)
            part.done.connect(self._did)
            part.go_to.connect(self._led)
            part.into_sight.connect(self._area.ensureWidgetVisible)
            self.body.insertWidget(self.body.indexOf(self._month) + 1, part)
        self.refresh()
        self.to_top()

    def _did(self, undo: object) -> None:
        self.done.emit(undo)
        self.refresh()

    def _led(self, page: str, id_: str) -> None:
        # The part that asked is put away, so it must be out of its own signal first.
        act = self.point_to if page == "calendar" else partial(self.go_to.emit, page)
        QTimer.singleShot(0, self, partial(act, id_))
