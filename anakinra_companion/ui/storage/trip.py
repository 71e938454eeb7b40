"""A trip as a person tells it, turned into what the rules of a trip speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from anakinra_companion.domain.trip import BagStretch, Leg, Trip


@dataclass(frozen=True, slots=True)
class Stop:
    """A stay on the way, in local times with their zone; `cooled` when there is a fridge."""

    zone: str
    arrives: datetime
    leaves: datetime
    cooled: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """From which zone to which, in the bag."""

    start: str
    end: str


def first_wrong(leaves: datetime, stops: Sequence[Stop], returns: datetime) -> int | None:
    """The number of the first time that comes before the one above it; None when all are in order.

    Counted are the arrival and the leaving of each stop, and the return.
    """
    told = [leaves, *(each for stop in stops for each in (stop.arrives, stop.leaves)), returns]
    instants = [each.astimezone(UTC) for each in told]
    return next((at for at in range(1, len(instants)) if instants[at] < instants[at - 1]), None)


def trip(home: str, leaves: datetime, stops: Sequence[Stop], returns: datetime) -> tuple[Trip, tuple[Stretch, ...]]:
    """The trip, and for each stretch in the bag its ends; at a stop without a fridge the bag is not left."""
    legs = [Leg(leaves.astimezone(UTC), home)]
    packed, start = leaves, home
    bag: list[BagStretch] = []
    stretches: list[Stretch] = []
    for stop in stops:
        legs.append(Leg(stop.arrives.astimezone(UTC), stop.zone))
        if stop.cooled:
            bag.append(BagStretch(packed.astimezone(UTC), stop.arrives.astimezone(UTC)))
            stretches.append(Stretch(start, stop.zone))
            packed, start = stop.leaves, stop.zone
    legs.append(Leg(returns.astimezone(UTC), home))
    bag.append(BagStretch(packed.astimezone(UTC), returns.astimezone(UTC)))
    stretches.append(Stretch(start, home))
    return Trip(leaves.astimezone(UTC), returns.astimezone(UTC), tuple(legs), tuple(bag)), tuple(stretches)
