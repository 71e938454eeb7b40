"""What a dose says of its place: what spoke against it, and the sizes it was given under."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.diary.skin.known import Skin
from anakinra_companion.domain.doses import Dose
from anakinra_companion.domain.sites import TYPICAL, AvoidMark, Lump, SitePoint
from anakinra_companion.domain.skin.truth import INSTEAD, is_site_flag
from anakinra_companion.store import injections
from anakinra_companion.store.skin import marks, sizes

if TYPE_CHECKING:
    from sqlalchemy import Connection

NOON = time(12)


def sizes_id(connection: Connection, point: SitePoint | None) -> str:
    """The sizes a point of now is measured by."""
    return TYPICAL.id if point is None else sizes.present(connection).id


def flagged(connection: Connection, record: OpenRecord, dose: Dose) -> Dose:
    """The dose with every reason that spoke against its point then; one that is in order gains no flag.

    A dose said to be "here instead" always has its distance from the injection before.
    """
    others = tuple(flag for flag in dose.flags if not is_site_flag(flag))
    if dose.point is None:
        return replace(dose, flags=others)
    known = skin_before(connection, record, dose)
    told = known.flags(dose.point, helper=bool(dose.given_by), instead=INSTEAD in dose.flags)
    return replace(dose, flags=others + told.words())


def skin_before(connection: Connection, record: OpenRecord, dose: Dose) -> Skin:
    """The skin as it was known when a dose was given, which itself is left out; measured as the dose is."""
    at, zone = _when(dose), ZoneInfo(record.zone(connection))
    day = at.astimezone(zone).date()
    before = injections.injections_before(connection, at, without=dose.id)
    return Skin(
        history=tuple(replace(each, at=each.at.astimezone(zone)) for each in before),
        today=day,
        calibration=sizes.calibration(connection, dose.calibration),
        avoid=tuple(mark for mark in marks.marks(connection) if _was_there(mark, day)),
        lumps=tuple(_as_of(lump, day) for lump in marks.lumps(connection) if _was_found(lump, day, dose.id)),
    )


def _when(dose: Dose) -> datetime:
    if dose.at is not None:
        return dose.at
    day = dose.slot or dose.day
    return dose.recorded if day is None else datetime.combine(day, NOON, UTC)


def _was_there(mark: AvoidMark, day: date) -> bool:
    return mark.since is None or mark.since <= day


def _was_found(lump: Lump, day: date, dose_id: str) -> bool:
    """The lump that an injection left behind did not speak against it."""
    return lump.dose_id != dose_id and (lump.found is None or lump.found <= day)


def _as_of(lump: Lump, day: date) -> Lump:
    """A check that came later had not been made yet."""
    return replace(lump, checked=None) if lump.checked and lump.checked.on > day else lump
