"""How long the syringes at home will last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from anakinra_companion.domain.regimen import Slot
from anakinra_companion.domain.storage import Look


@dataclass(frozen=True, slots=True)
class Supply:
    """`usable` syringes have a slot of their own; `runs_out_on` is the first slot without one, if it is in sight."""

    usable: int
    runs_out_on: date | None


def supply(looks: Iterable[Look], slots: Sequence[Slot], now: datetime) -> Supply:
    """Gives each coming slot the syringe that lasts least; one that does not last until its turn is not counted.

    A syringe lasts until its expiry day (B4), and outside the fridge until its hours are over (S94).
    """
    waiting = sorted(_lasts(look, slots, now) for look in looks if look.usable)
    used = 0
    for place, slot in enumerate(slots):
        while waiting and waiting[0] <= place:
            waiting.pop(0)
        if not waiting:
            return Supply(used, slot.day)
        waiting.pop(0)
        used += 1
    return Supply(used + len(waiting), None)


def _lasts(look: Look, slots: Sequence[Slot], now: datetime) -> int:
    """For how many of the coming slots, counted from the first, a syringe could still be used."""
    over = now + look.left
    fitting = (
        slot.day <= look.syringe.box.expires and (not look.is_out or max(slot.due, now) < over) for slot in slots
    )
    return next((place for place, fits in enumerate(fitting) if not fits), len(slots))
