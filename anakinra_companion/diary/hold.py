""" "Do not inject again until a doctor says so": set at once, lifted only by a doctor's word on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn, NobodyNamed, NotThatDay
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.hold import Hold, HoldReason
from anakinra_companion.store import holds

if TYPE_CHECKING:
    from sqlalchemy import Connection


def standing(connection: Connection) -> Hold | None:
    """The first hold that no doctor has lifted."""
    return next((hold for hold in holds.holds(connection) if hold.stands), None)


class Holds:
    """Everything about holds. A dose that was given all the same is recorded as any other."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def standing(self) -> Hold | None:
        """The hold that stands now."""
        with self._record.reading() as connection:
            return standing(connection)

    def every(self) -> tuple[Hold, ...]:
        """Every hold, oldest first, those that were lifted too."""
        with self._record.reading() as connection:
            return holds.holds(connection)

    def set(self, reason: HoldReason) -> Undo:
        """No injection from now on; raises `MovedOn` where a hold stands already."""
        with self._record.act(Done.HOLD_SET.value) as act:
            if standing(act.connection) is not None:
                raise MovedOn("a hold stands already")
            written = holds.put_hold(act, Hold(new_id(), reason, act.at))
        return Undo(Done.HOLD_SET, skin=(written,))

    def lift(self, who: str, on: date) -> Undo:
        """A doctor said on a day that injections may go on: every hold that stands ends.

        Raises `NobodyNamed`, `NotThatDay` for one before the hold or ahead, and `MovedOn` where none stands.
        """
        if not who.strip():
            raise NobodyNamed("nobody said that it is over")
        with self._record.act(Done.HOLD_LIFTED.value) as act:
            found = [hold for hold in holds.holds(act.connection) if hold.stands]
            if not found:
                raise MovedOn("no hold stands")
            zone = ZoneInfo(self._record.zone(act.connection))
            first, today = found[-1].since.astimezone(zone).date(), self._record.today(act.connection)
            if not first <= on <= today:
                raise NotThatDay(first, today)
            lifted = [replace(hold, lifted_by=who.strip(), lifted_on=on) for hold in found]
            written = tuple(holds.put_hold(act, hold) for hold in lifted)
        return Undo(Done.HOLD_LIFTED, skin=written)
