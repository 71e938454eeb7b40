"""A trip: how many syringes, when each dose is due there, and what the bag takes of their 24 hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from anakinra_companion.domain.regimen import Slot, due_instant
from anakinra_companion.domain.storage import ROOM_LIMIT


@dataclass(frozen=True, slots=True)
class Leg:
    """From this instant (aware UTC) on, the person lives by the clock of this IANA zone."""

    begins: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class BagStretch:
    """Instants (aware UTC) between which the syringes are in a bag and not in a fridge."""

    packed: datetime
    cooled: datetime


@dataclass(frozen=True, slots=True)
class Trip:
    """Away from `leaves` until `returns` (aware UTC). `legs` in order, the first one from `leaves` on or before."""

    leaves: datetime
    returns: datetime
    legs: tuple[Leg, ...]
    bag: tuple[BagStretch, ...] = ()


@dataclass(frozen=True, slots=True)
class DoseAway:
    """A dose that falls into the trip: its slot, and its due time on the clock of where the person is then.

    Nothing is moved: the due instant is the one of the prescription's own zone (S69).
    """

    slot: Slot
    local: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class BagUse:
    """What one stretch in the bag takes of the limit, and what all up to its end take together (S94).

    Meant for a syringe that goes through every stretch and has not been out before.
    """

    stretch: BagStretch
    takes: timedelta
    together: timedelta
    left: timedelta
    over_limit: bool


@dataclass(frozen=True, slots=True)
class TripPlan:
    """How many syringes to take along: one for each dose away, and the person's own number of spare ones."""

    doses: tuple[DoseAway, ...]
    spare: int
    bag: tuple[BagUse, ...]
    limit: timedelta

    @property
    def syringes(self) -> int:
        """Doses away and spare syringes together."""
        return len(self.doses) + self.spare

    @property
    def over_limit(self) -> bool:
        """True when a syringe that goes through every stretch reaches the limit in the bag."""
        return any(use.over_limit for use in self.bag)


def plan(trip: Trip, slots: Sequence[Slot], spare: int, limit: timedelta = ROOM_LIMIT) -> TripPlan:
    """Plans a trip. `spare` is the person's own number; `limit` may lower the 24 hours, never raise them (S94).

    Raises ValueError for a trip that ends before it begins, whose first leg begins later, whose legs or stretches in
    the bag are out of order, or for less than no spare syringe.
    """
    _check(trip, spare)
    limit = min(limit, ROOM_LIMIT)
    away = [slot for slot in slots if trip.leaves <= slot.due <= trip.returns]
    doses = tuple(_dose(trip, slot) for slot in sorted(away, key=lambda each: each.due))
    return TripPlan(doses, spare, tuple(_uses(trip.bag, limit)), limit)


def daily_slots(first: date, last: date, at: time, zone: str) -> list[Slot]:
    """A dose every day at a wall-clock time of the prescription's zone, for a plan without a record."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [Slot(day, due_instant(day, at, zone)) for day in days]


def _check(trip: Trip, spare: int) -> None:
    if trip.returns < trip.leaves or spare < 0:
        raise ValueError("a trip ends after it begins, and has no less than no spare syringe")
    begins = [leg.begins for leg in trip.legs]
    if not begins or begins[0] > trip.leaves or begins != sorted(begins):
        raise ValueError("the legs of a trip cover it in order")
    times = [instant for each in trip.bag for instant in (each.packed, each.cooled)]
    if times != sorted(times):
        raise ValueError("the stretches in the bag follow each other")


def _dose(trip: Trip, slot: Slot) -> DoseAway:
    zone = [leg.zone for leg in trip.legs if leg.begins <= slot.due][-1]
    return DoseAway(slot, slot.due.astimezone(ZoneInfo(zone)), zone)


def _uses(stretches: Sequence[BagStretch], limit: timedelta) -> list[BagUse]:
    found, together = [], timedelta(0)
    for each in stretches:
        # Counted in UTC: a plane that lands before it took off has flown all the same.
        takes = each.cooled.astimezone(UTC) - each.packed.astimezone(UTC)
        together += takes
        left = max(limit - together, timedelta(0))
        found.append(BagUse(each, takes, together, left, together >= limit))
    return found
