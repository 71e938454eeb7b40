"""Planning a trip: when it begins and ends, each stop, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.domain.regimen import Slot
from anakinra_companion.domain.trip import daily_slots, plan
from anakinra_companion.ui import theme
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.dialogs.trip_stop import TripStop
from anakinra_companion.ui.storage.trip import Stop, first_wrong, trip
from anakinra_companion.ui.storage.trip_result import result
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.fields import NumberField, TimeField
from anakinra_companion.ui.widgets.frames import row
from anakinra_companion.ui.widgets.moment_field import MomentField
from anakinra_companion.ui.widgets.text import Text

MOST_SPARE, MOST_STOPS = 60, 8
# What stands there before anybody says: a week that begins in a week.
AHEAD, STAY = timedelta(days=7), timedelta(days=7)
# From the days of both ends on, so that no zone loses a dose.
AROUND = timedelta(days=2)
Slots = Callable[[datetime, datetime], Sequence[Slot]]


class PlanTrip(Dialog):
    """Nothing is written; `slots` gives the doses between two instants, None when no label is on record."""

    def __init__(
        self, now: datetime, zone: str, limit: timedelta, slots: Slots | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Plan a trip"), self.tr("Show the plan"), parent)
        self._home, self._limit, self._slots = zone, limit, slots
        begin = datetime.combine(now.astimezone(ZoneInfo(zone)).date() + AHEAD, time(8))
        self._leaves = MomentField(self.tr("I leave home"), begin)
        self._returns = MomentField(self.tr("I am home again"), begin + STAY + timedelta(hours=10))
        self._spare = NumberField(
            self.tr("Spare syringes"), 0, (0, MOST_SPARE), self.tr("As many as you want to have.")
        )
        self._at = TimeField(self.tr("Your dose is due at"), time(20))
        if slots is not None:
            self._at.hide()
        self._stops: list[TripStop] = []
        self._places = QVBoxLayout()
        self._places.setSpacing(theme.active().gap(14))
        self._results = QVBoxLayout()
        self._results.setSpacing(theme.active().gap(14))
        self._more = named("more-stops", self.tr("Add a stop"), "plus", self._add_stop)
        self._fewer = named("fewer-stops", self.tr("Take the last stop away"), "minus", self._drop_stop)
        self.add(Text(self.tr("The bag is everything on the way, from one fridge to the next.")), self._leaves)
        self.body.addLayout(self._places)
        self.add(row(self._more, self._fewer), self._returns, self._at, self._spare)
        self.body.addLayout(self._results)
        self.cancel.say(self.tr("Close"))
        self._add_stop()
        self._leaves.day.control.setFocus()

    @property
    def shown(self) -> list[QWidget]:
        """The cards of the plan; none until it was asked for."""
        items = (self._results.itemAt(at) for at in range(self._results.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def try_accept(self) -> None:
        """Shows the plan below; the window stays open."""
        self._clear()
        told = [stop.stop() for stop in self._stops]
        stops = [stop for stop in told if stop is not None]
        if len(stops) == len(told) and self._in_order(stops):
            self._show(stops)

    def _in_order(self, stops: Sequence[Stop]) -> bool:
        times = [self._leaves, *(each for stop in self._stops for each in (stop.arrives, stop.leaves)), self._returns]
        for each in times:
            each.complain("")
        wrong = first_wrong(self._leaves.instant(self._home), stops, self._returns.instant(self._home))
        if wrong is not None:
            times[wrong].complain(self.tr("This is before the time above it. Check the day and the time."))
        return wrong is None

    def _show(self, stops: Sequence[Stop]) -> None:
        leaves, returns = self._leaves.instant(self._home), self._returns.instant(self._home)
        planned, stretches = trip(self._home, leaves, stops, returns)
        found = plan(planned, self._due(leaves, returns), self._spare.value, self._limit)
        cards = result(found, stretches, self._home)
        for card in cards:
            self._results.addWidget(card)
            card.show()
        # What has no place yet cannot be scrolled to.
        QTimer.singleShot(0, self, self._to_results)

    def _due(self, leaves: datetime, returns: datetime) -> Sequence[Slot]:
        if self._slots is not None:
            return self._slots(leaves - AROUND, returns + AROUND)
        first, last = (leaves - AROUND).date(), (returns + AROUND).date()
        return daily_slots(first, last, self._at.value, self._home)

    def _to_results(self) -> None:
        if self.shown:
            self.begin_with(self.shown[0])

    def _clear(self) -> None:
        while (item := self._results.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _add_stop(self) -> None:
        self._clear()
        number = len(self._stops) + 1
        before = self._stops[-1].leaves if self._stops else self._leaves
        begins = before.value + timedelta(hours=6)
        ends = self._returns.value - timedelta(hours=6)
        zone = (self._stops[-1].zone.value if self._stops else None) or self._home
        stop = TripStop(self.tr("Stop {0}").format(number), zone, begins, max(begins, ends))
        stop.setObjectName(f"stop-{number}")
        self._stops.append(stop)
        self._places.addWidget(stop)
        self._few_or_many()
        stop.zone.control.setFocus()

    def _drop_stop(self) -> None:
        self._clear()
        last = self._stops.pop()
        last.hide()
        last.deleteLater()
        self._few_or_many()

    def _few_or_many(self) -> None:
        self._more.setEnabled(len(self._stops) < MOST_STOPS)
        self._fewer.setEnabled(len(self._stops) > 1)
