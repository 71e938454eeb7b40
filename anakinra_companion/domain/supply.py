"""How long the syringes at home will last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from anakinra_companion.domain.regimen import Slot
from anakinra_companion.domain.storage import Look

# A week's box takes a few days to come; a person may say another number of days. No clinical number.
LEAD_DAYS = 7


@dataclass(frozen=True, slots=True)
class Supply:
    """`usable` syringes have a slot of their own; `runs_out_on` is the first slot without one, if it is in sight.

    `too_late` are the ids of syringes that may be looked at today, but will not last until their turn. `lead` is how
    many days before running out the person wants to be told.
    """

    usable: int
    runs_out_on: date | None
    too_late: tuple[str, ...] = ()
    lead: int = LEAD_DAYS

    @property
    def refill_on(self) -> date | None:
        """The day from which it is time to ask for more."""
        return None if self.runs_out_on is None else self.runs_out_on - timedelta(days=self.lead)


def supply(looks: Iterable[Look], slots: Sequence[Slot], now: datetime, lead: int = LEAD_DAYS) -> Supply:
    """Gives each coming slot the syringe that lasts least; one that does not last until its turn is not counted.

    A syringe lasts until its expiry day (B4), and outside the fridge until its hours are over (S94).
    """
    judged = [(_lasts(look, slots, now), look) for look in looks if look.usable]
    waiting = sorted(judged, key=lambda each: each[0])
    too_late: list[str] = []
    used = 0
    for place, slot in enumerate(slots):
        while waiting and waiting[0][0] <= place:
            too_late.append(waiting.pop(0)[1].syringe.id)
        if not waiting:
            return Supply(used, slot.day, tuple(too_late), lead)
        waiting.pop(0)
        used += 1
    return Supply(used + len(waiting), None, tuple(too_late), lead)


def _lasts(look: Look, slots: Sequence[Slot], now: datetime) -> int:
    """For how many of the coming slots, counted from the first, a syringe could still be used."""
    over = now + look.left
    fitting = (
        slot.day <= look.syringe.box.expires and (not look.is_out or max(slot.due, now) < over) for slot in slots
    )
    return next((place for place, fits in enumerate(fitting) if not fits), len(slots))
