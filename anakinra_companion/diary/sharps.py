"""The sharps box in use: what went in, and when it is time for a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import OddNumber
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.sharps import SharpsBox
from anakinra_companion.store import sharps

if TYPE_CHECKING:
    from sqlalchemy import Connection

# More syringes than any box for the home takes: a number above is a slip of the hand.
MOST = 2000


@dataclass(frozen=True, slots=True)
class SharpsView:
    """The sharps box in use with the syringes in it; `box` None while none is on record."""

    box: SharpsBox | None
    count: int = 0

    @property
    def is_full(self) -> bool:
        """True from three quarters of its size on (E12)."""
        return self.box is not None and self.box.is_full(self.count)

    @property
    def room(self) -> int | None:
        """How many more go in until then; None where its size is not known."""
        return None if self.box is None else self.box.room_until_full(self.count)


def view(connection: Connection) -> SharpsView:
    """The sharps box in use."""
    present = _present(connection)
    return SharpsView(None) if present is None else SharpsView(present, sharps.dropped_in(connection, present))


class Sharps:
    """Everything about sharps boxes."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def view(self) -> SharpsView:
        """The sharps box in use."""
        with self._record.reading() as connection:
            return view(connection)

    def earlier(self) -> tuple[SharpsView, ...]:
        """The boxes that were replaced, the newest first, with what went into each."""
        with self._record.reading() as connection:
            boxes = [box for box in sharps.sharps_boxes(connection) if box.replaced is not None]
            return tuple(SharpsView(box, sharps.dropped_in(connection, box)) for box in reversed(boxes))

    def begin(self, holds: int | None, *, inside: int = 0) -> Undo:
        """A new box, `holds` syringes large; the one before is replaced by it. Raises `OddNumber` for a slip."""
        _reasonable(holds, inside)
        with self._record.act(Done.SHARPS_BEGUN.value) as act:
            written = []
            if (before := _present(act.connection)) is not None:
                written.append(sharps.put_sharps_box(act, replace(before, replaced=act.at)))
            written.append(sharps.put_sharps_box(act, SharpsBox(new_id(), act.at, holds, inside)))
        return Undo(Done.SHARPS_BEGUN, skin=tuple(written))

    def correct(self, id_: str, holds: int | None, *, inside: int) -> Undo:
        """Another size, or another number that was in it at first; raises `OddNumber`, and KeyError for no box."""
        _reasonable(holds, inside)
        with self._record.act(Done.SHARPS_CORRECTED.value) as act:
            known = {box.id: box for box in sharps.sharps_boxes(act.connection)}
            written = sharps.put_sharps_box(act, replace(known[id_], holds=holds, inside=inside))
        return Undo(Done.SHARPS_CORRECTED, skin=(written,))


def _present(connection: Connection) -> SharpsBox | None:
    boxes = sharps.sharps_boxes(connection)
    return boxes[-1] if boxes and boxes[-1].replaced is None else None


def _reasonable(holds: int | None, inside: int) -> None:
    if holds is not None and not 1 <= holds <= MOST:
        raise OddNumber("holds", 1, MOST)
    if not 0 <= inside <= MOST:
        raise OddNumber("inside", 0, MOST)
