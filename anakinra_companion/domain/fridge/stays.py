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


def stays(syringe: Syringe, place: str, came: int = 0, *, epoch: int | None = None) -> list[Stay]:
    """The stays of a syringe in the fridge of that name, in order; capitals and space around it do not matter.

    `came`: the UTC second its box came home; without it the syringe was always there. Put back without a place, it is
    where its box is kept. A time out that is told anew, as longer, shortens no stay: what is counted can only be too
    much. So it is with the clock: while only times of the clock's present `epoch` can be believed, one that was
    recorded under another, or under doubt, ends no stay, and begins one as early as it can have been (H5, H8).
    """
    life = _Life(syringe.box.place, came, epoch)
    for event in syringe.events:
        if event.kind in _LEAVES:
            life.leave(event)
        elif event.kind is SyringeEventKind.BACK:
            life.back(event, event.place or syringe.box.place)
    here = [Stay(since) for name, since in life.open.items() if name == fridge_key(place)]
    return life.closed.get(fridge_key(place), []) + here


def fridge_key(place: str) -> str:
    """By what two names of one fridge are known to be the same."""
    return place.strip().casefold()


class _Life:
    """Where a syringe can be: `open` has more than one fridge when a clock in doubt leaves it open."""

    def __init__(self, place: str, came: int, epoch: int | None) -> None:
        self.open: dict[str, int] = {fridge_key(place): came}
        self.closed: dict[str, list[Stay]] = {}
        self._came, self._epoch = came, epoch
        self._left = came
        self._inside = True

    def leave(self, event: SyringeEvent) -> None:
        if not self._inside:
            return
        self._inside = False
        self._left = self._came
        if self._believed(event):
            self._left = _second(event)
            for name, since in self.open.items():
                if self._left > since:
                    self.closed.setdefault(name, []).append(Stay(since, self._left))
            self.open = {}

    def back(self, event: SyringeEvent, place: str) -> None:
        if self._inside:
            return
        self._inside = True
        since = _second(event) if self._believed(event) else self._left
        self.open.setdefault(fridge_key(place), since)

    def _believed(self, event: SyringeEvent) -> bool:
        return self._epoch is None or (event.epoch == self._epoch and not event.doubted)


def _second(event: SyringeEvent) -> int:
    return int((event.since or event.at.utc).timestamp())
