"""Lumps and hard spots: the skin around one is locked until a doctor has checked it (H16)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn, NobodyNamed, NotInTime, NotThatDay
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.sites import Checked, Lump, SitePoint
from anakinra_companion.store.skin import marks as store

if TYPE_CHECKING:
    from anakinra_companion.store.changes import Before
    from anakinra_companion.store.store import Act


class Lumps:
    """Everything about lumps."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def locked(self) -> tuple[Lump, ...]:
        """The lumps no doctor has checked yet."""
        return tuple(lump for lump in self.every() if not lump.checked)

    def every(self) -> tuple[Lump, ...]:
        """All lumps that were not taken back, oldest first."""
        with self._record.reading() as connection:
            return store.lumps(connection)

    def found(self, point: SitePoint, on: date | None = None, note: str = "") -> Undo:
        """A lump is there, found today or on an earlier day; raises `NotInTime`."""
        with self._record.act("find_lump") as act:
            day = not_ahead(on, self._record.today(act.connection))
            _, written = add_lump(act, point, day, note)
        return Undo(Done.LUMP_FOUND, skin=(written,))

    def correct(self, id_: str, point: SitePoint, on: date, note: str = "") -> Undo:
        """Writes a corrected version of a lump; a check of it stays, the earlier version too in the journal."""
        with self._record.act("correct_lump") as act:
            present = _known(act, id_)
            day = not_ahead(on, self._record.today(act.connection))
            moved = replace(present, place=point.place, x=point.x, y=point.y, note=note.strip())
            written = store.correct_lump(act, moved, day)
        return Undo(Done.LUMP_CORRECTED, skin=(written,))

    def doctor_checked(self, id_: str, by: str, on: date | None = None) -> Undo:
        """ "A doctor has checked it": who, and when; its skin is free again.

        Raises `NobodyNamed`, `NotInTime`, or `NotThatDay` for a day before it was found.
        """
        with self._record.act("lump_checked") as act:
            present = _known(act, id_)
            day = not_ahead(on, self._record.today(act.connection))
            if not by.strip():
                raise NobodyNamed("who has checked it is not said")
            if present.found is not None and day < present.found:
                raise NotThatDay(present.found, self._record.today(act.connection))
            checked = replace(present, checked=Checked(by.strip(), day))
            written = store.correct_lump(act, checked, present.found or day)
        return Undo(Done.LUMP_CHECKED, skin=(written,))

    def withdraw(self, id_: str) -> Undo:
        """Takes a lump back: it was never there."""
        with self._record.act("withdraw_lump") as act:
            _known(act, id_)
            written = store.withdraw_lump(act, id_)
        return Undo(Done.LUMP_TAKEN_BACK, skin=(written,))


def add_lump(act: Act, point: SitePoint, day: date, note: str, dose_id: str | None = None) -> tuple[str, Before]:
    """Writes a lump inside an act; its id, and what takes it back."""
    lump = Lump(new_id(), point.place, point.x, point.y, found=day, note=note.strip(), dose_id=dose_id)
    return lump.id, store.put_lump(act, lump, day)


def not_ahead(on: date | None, today: date) -> date:
    """The day, today where none is said; raises `NotInTime` for one that is still ahead."""
    if on is not None and on > today:
        raise NotInTime("that day is still ahead")
    return on or today


def _known(act: Act, id_: str) -> Lump:
    if (found := store.lump(act.connection, id_)) is None:
        raise MovedOn("this lump was taken back")
    return found
