"""Skin to keep away from: a scar, a mole, a vein, a bruise; until a day, or for good."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn, OddNumber, OverAlready
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.sites import AvoidMark, AvoidReason, SitePoint
from anakinra_companion.store.skin import marks as store

if TYPE_CHECKING:
    from anakinra_companion.store.store import Act

# Only to catch a slip of the hand: 1 mm to 30 cm, in 0.1 mm.
RADIUS = (10, 3000)


@dataclass(frozen=True, slots=True)
class Marked:
    """What is said of skin to keep away from; radius in 0.1 mm, `until` is its last day, None is for good."""

    point: SitePoint
    radius: int
    reason: AvoidReason
    until: date | None = None
    note: str = ""


class Marks:
    """Everything about marks."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def in_force(self) -> tuple[AvoidMark, ...]:
        """The marks that count today."""
        with self._record.reading() as connection:
            today = self._record.today(connection)
            return tuple(mark for mark in store.marks(connection) if mark.in_force(today))

    def asked_again(self) -> tuple[AvoidMark, ...]:
        """Marks whose last day is over, until somebody says "gone" or "still there"."""
        with self._record.reading() as connection:
            today = self._record.today(connection)
            return tuple(mark for mark in store.marks(connection) if mark.asks_again(today))

    def every(self) -> tuple[AvoidMark, ...]:
        """All marks that were not taken back, also those that are gone, oldest first."""
        with self._record.reading() as connection:
            return store.marks(connection)

    def add(self, marked: Marked) -> Undo:
        """Marks skin to keep away from; raises `OddNumber` or `OverAlready`."""
        with self._record.act("mark_skin") as act:
            today = self._record.today(act.connection)
            _reasonable(marked)
            _still_ahead(marked.until, today)
            written = store.put_mark(act, _mark(new_id(), marked), today)
        return Undo(Done.MARKED, skin=(written,))

    def correct(self, id_: str, marked: Marked) -> Undo:
        """Writes a corrected version of a mark, noted on the same day; the earlier one stays in the journal."""
        with self._record.act("correct_mark") as act:
            present = _known(act, id_)
            today = self._record.today(act.connection)
            _reasonable(marked)
            if marked.until != present.until:
                _still_ahead(marked.until, today)
            corrected = replace(_mark(id_, marked), gone=present.gone)
            written = store.correct_mark(act, corrected, present.since or today)
        return Undo(Done.MARK_CORRECTED, skin=(written,))

    def gone(self, id_: str) -> Undo:
        """ "It is gone": the skin may be used again."""
        with self._record.act("mark_gone") as act:
            present = _known(act, id_)
            today = self._record.today(act.connection)
            written = store.correct_mark(act, replace(present, gone=today), present.since or today)
        return Undo(Done.MARK_GONE, skin=(written,))

    def still_there(self, id_: str, until: date | None = None) -> Undo:
        """ "It is still there", until a day or for good; raises `OverAlready`."""
        with self._record.act("mark_still_there") as act:
            present = _known(act, id_)
            today = self._record.today(act.connection)
            _still_ahead(until, today)
            stays = replace(present, until=until, gone=None)
            written = store.correct_mark(act, stays, present.since or today)
        return Undo(Done.MARK_STAYS, skin=(written,))

    def withdraw(self, id_: str) -> Undo:
        """Takes a mark back: it was never there."""
        with self._record.act("withdraw_mark") as act:
            _known(act, id_)
            written = store.withdraw_mark(act, id_)
        return Undo(Done.MARK_TAKEN_BACK, skin=(written,))


def _mark(id_: str, marked: Marked) -> AvoidMark:
    spot = marked.point
    return AvoidMark(id_, spot.place, spot.x, spot.y, marked.radius, marked.reason, marked.until, marked.note.strip())


def _reasonable(marked: Marked) -> None:
    if not RADIUS[0] <= marked.radius <= RADIUS[1]:
        raise OddNumber("radius", *RADIUS)


def _still_ahead(until: date | None, today: date) -> None:
    if until is not None and until < today:
        raise OverAlready(until)


def _known(act: Act, id_: str) -> AvoidMark:
    if (found := store.mark(act.connection, id_)) is None:
        raise MovedOn("this mark was taken back")
    return found
