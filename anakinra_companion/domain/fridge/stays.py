"""When a syringe was in which fridge, by what was recorded of it."""

from __future__ import annotations

from anakinra_companion.domain.fridge.syringes import Stay
from anakinra_companion.domain.storage import Syringe, SyringeEvent, SyringeEventKind

# With these it has left every fridge; one that is set aside may still lie in it.
_LEAVES = {
    SyringeEventKind.OUT,
    SyringeEventKind.COVER_OFF,
    SyringeEventKind.USED,
    SyringeEventKind.WASTED,
    SyringeEventKind.IN_SHARPS,
    SyringeEventKind.HANDED_IN,
    SyringeEventKind.LOST,
}


def stays(syringe: Syringe, place: str, came: int = 0) -> list[Stay]:
    """The stays of a syringe in the fridge of that name, in order; capitals and space around it do not matter.

    `came`: the UTC second its box came home; without it the syringe was always there. Put back without a place, it is
    where its box is kept. A time out that is told anew, as longer, shortens no stay: what is counted can only be too
    much.
    """
    here, since, inside = syringe.box.place, came, True
    found: list[Stay] = []
    for event in syringe.events:
        at = _second(event)
        if event.kind in _LEAVES and inside:
            inside = False
            if _same(here, place) and at > since:
                found.append(Stay(since, at))
        elif event.kind is SyringeEventKind.BACK and not inside:
            here, since, inside = event.place or syringe.box.place, at, True
    if inside and _same(here, place):
        found.append(Stay(since))
    return found


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _second(event: SyringeEvent) -> int:
    return int((event.since or event.at.utc).timestamp())
