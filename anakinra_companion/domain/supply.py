"""How long the syringes at home will last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from anakinra_companion.domain.storage import Look


@dataclass(frozen=True, slots=True)
class Supply:
    """`usable` syringes have a slot of their own; `runs_out_on` is the first slot without one, if it is in sight."""

    usable: int
    runs_out_on: date | None


def supply(looks: Iterable[Look], slots: Sequence[date]) -> Supply:
    """Gives each coming slot the syringe that expires first; one that expires before its turn is not counted."""
    waiting = sorted(look.syringe.box.expires for look in looks if look.usable)
    used = 0
    for day in slots:
        while waiting and waiting[0] < day:
            waiting.pop(0)
        if not waiting:
            return Supply(used, day)
        waiting.pop(0)
        used += 1
    return Supply(used + len(waiting), None)
