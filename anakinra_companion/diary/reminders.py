"""Reminders of a dose: given once each, by whichever window comes first, and never of a slot that was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from anakinra_companion.diary.days import dose_record
from anakinra_companion.diary.hold import standing
from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.domain import doses as rules
from anakinra_companion.domain.clock import ClockDoubt
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.guards import LEFT_AFTER
from anakinra_companion.domain.regimen import Slot, slots_between
from anakinra_companion.domain.reminders import LATER, Plan, Told, reminder
from anakinra_companion.store import reminders, walkthroughs

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

# A slot of every second day stays open until the next one is due.
_BACK = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: of which slot, and whether it is the first."""

    slot: Slot
    first: bool


class Reminders:
    """Everything about being reminded of a dose."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def open_slot(self) -> Slot | None:
        """The slot that waits for its dose now: its time has come, nothing was recorded for it, no hold stands."""
        with self._record.reading() as connection:
            return self._open_slot(connection)

    def take(self, plan: Plan) -> Reminder | None:
        """The reminder to give now; whoever takes it gives it, and nobody is handed it again.

        None while an injection is under way, and while this computer's clock cannot be trusted (H5).
        """
        with self._record.reading() as connection:
            if self._due(connection, plan) is None:
                return None
        with self._record.store.noting() as connection:
            # Looked at again inside the write: another window may have taken it in between.
            found = self._due(connection, plan)
            if found is None:
                return None
            slot, before, after = found
            reminders.put_told(connection, slot.day, after)
        return Reminder(slot, first=before.over == 0)

    def later(self, slot: date) -> None:
        """ "Later": one more reminder after a while, and peace until then."""
        with self._record.store.noting() as connection:
            told = reminders.told(connection, slot)
            reminders.put_told(connection, slot, Told(told.over, self._record.now() + LATER))

    def _due(self, connection: Connection, plan: Plan) -> tuple[Slot, Told, Told] | None:
        now = self._record.now()
        if self._record.moment(connection).doubt is not ClockDoubt.NONE or _is_injecting(connection, now):
            return None
        slot = self._open_slot(connection)
        if slot is None:
            return None
        before = reminders.told(connection, slot.day)
        after = reminder(slot, now, before, plan, self._record.zone(connection))
        return None if after is None else (slot, before, after)

    def _open_slot(self, connection: Connection) -> Slot | None:
        if standing(connection) is not None:
            return None
        now, today = self._record.now(), self._record.today(connection)
        known = dose_record(connection, today - _BACK, today)
        begun = [
            slot for slot in slots_between(known.regimens, today - _BACK, today, known.pauses) if slot.due <= now
        ]
        if not begun or rules.day(known, begun[-1].day, now, today).state is not DayState.DUE:
            return None
        return begun[-1]


def _is_injecting(connection: Connection, now: datetime) -> bool:
    """True while somebody goes through the steps; an injection left before the cover came off no longer counts."""
    for walk in walkthroughs.open_walkthroughs(connection):
        touched = walk.answers[-1].at if walk.answers else walk.started
        if walk.is_possible_dose or now - touched < LEFT_AFTER:
            return True
    return False
