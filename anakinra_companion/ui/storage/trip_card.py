"""The card that leads to planning a trip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.domain.regimen import Slot, slots_between
from anakinra_companion.ui.dialogs.plan_trip import PlanTrip
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, row
from anakinra_companion.ui.widgets.text import lead

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class TripCard(Card):
    """Says what a trip does to the syringes, and opens the planner; nothing is written."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("A trip"), parent)
        self._diary = diary
        self.add(lead(self.tr("How many syringes to take, when each dose is due there, and what the bag takes.")))
        ids = ("trip-bag", "trip-cold")
        self.add(FactLine(content.say(*ids), content.sources(*ids)))
        self.add(row(named("plan-trip", self.tr("Plan a trip"), "calendar", self._plan)))

    def _plan(self) -> None:
        plan_trip(self._diary, self).exec()


def plan_trip(diary: Diary, parent: QWidget | None = None) -> PlanTrip:
    """The planner for this record: its label's doses, its zone, and the limit the person set."""
    versions, pauses = diary.regimen.versions(), diary.regimen.pauses()

    def slots(first: datetime, last: datetime) -> Sequence[Slot]:
        return slots_between(versions, first.date(), last.date(), pauses)

    limit = diary.profile().limit
    return PlanTrip(diary.now(), diary.zone(), limit, slots if versions else None, parent)
