"""Lumps and hard spots: the skin around one is locked until a doctor has checked it (H16)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn, NobodyNamed, NotInTime, NotThatDay
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.rest import same_point
from anakinra_companion.domain.sites import Checked, Lump, SitePoint
from anakinra_companion.store.skin import marks as store

if TYPE_CHECKING:
    from anakinra_companion.domain.doses import Dose
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
        """Writes a corrected version of a lump; the earlier version stays in the journal.

        A check of it stays only for the same point of skin, found before it was checked (H16).
        """
        with self._record.act("correct_lump") as act:
            present = _known(act, id_)
            day = not_ahead(on, self._record.today(act.connection))
            written = store.correct_lump(act, replace(_moved(present, point, day), note=note.strip()), day)
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


def follow(act: Act, before: Dose, after: Dose) -> tuple[Before, ...]:
    """Takes the lumps told "at the injection" along to where a dose really went; what takes that back."""
    old, new = before.point, after.point
    if old is None or new is None or old == new:
        return ()
    there = [each for each in store.lumps(act.connection) if each.dose_id == after.id and _point(each) == old]
    days = [each.found or act.at.date() for each in there]
    return tuple(store.correct_lump(act, _moved(each, new, day), day) for each, day in zip(there, days, strict=True))


def _moved(lump: Lump, point: SitePoint, found: date) -> Lump:
    """A lump elsewhere, or found on another day: a doctor's check of other skin, or of before, is none."""
    checked = lump.checked
    if checked is not None and (checked.on < found or not same_point(_point(lump), point)):
        checked = None
    return replace(lump, place=point.place, x=point.x, y=point.y, found=found, checked=checked)


def _point(lump: Lump) -> SitePoint:
    return SitePoint(lump.place, lump.x, lump.y)


def not_ahead(on: date | None, today: date) -> date:
    """The day, today where none is said; raises `NotInTime` for one that is still ahead."""
    if on is not None and on > today:
        raise NotInTime("that day is still ahead")
    return on or today


def _known(act: Act, id_: str) -> Lump:
    if (found := store.lump(act.connection, id_)) is None:
        raise MovedOn("this lump was taken back")
    return found
