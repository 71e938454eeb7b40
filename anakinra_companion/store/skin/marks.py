"""Skin to keep away from: marks and lumps."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, RowMapping, select

from anakinra_companion.domain.sites import AvoidMark, AvoidReason, Checked, Lump, Place
from anakinra_companion.store.changes import Before, change, write
from anakinra_companion.store.instants import day_or_none, day_text
from anakinra_companion.store.skin.tables import LUMPS, MARKS
from anakinra_companion.store.store import Act, next_rank

# Built once, because every look at the map and every dose asks them.
_ALL_MARKS = select(MARKS).where(MARKS.c.withdrawn == 0).order_by(MARKS.c.rank)
_ALL_LUMPS = select(LUMPS).where(LUMPS.c.withdrawn == 0).order_by(LUMPS.c.rank)


def marks(connection: Connection) -> tuple[AvoidMark, ...]:
    """Every mark that was not taken back, also those that ended, oldest first."""
    return tuple(_mark(row) for row in connection.execute(_ALL_MARKS).mappings())


def mark(connection: Connection, id_: str) -> AvoidMark | None:
    """One mark that was not taken back."""
    one = select(MARKS).where(MARKS.c.id == id_, MARKS.c.withdrawn == 0)
    row = connection.execute(one).mappings().first()
    return _mark(row) if row else None


def put_mark(act: Act, mark: AvoidMark, since: date) -> Before:
    """Writes a new mark, noted on the day `since`."""
    rank = next_rank(act.connection, MARKS)
    return write(act, MARKS, mark.id, {**_of_mark(mark, since), "rank": rank, "withdrawn": 0})


def correct_mark(act: Act, mark: AvoidMark, since: date) -> Before:
    """Writes a corrected version of a mark; the earlier one stays in the journal."""
    return change(act, MARKS, mark.id, **_of_mark(mark, since))


def withdraw_mark(act: Act, id_: str) -> Before:
    """Takes a mark back: it was never there."""
    return change(act, MARKS, id_, withdrawn=1)


def lumps(connection: Connection) -> tuple[Lump, ...]:
    """Every lump that was not taken back, also those a doctor has checked, oldest first (H16)."""
    return tuple(_lump(row) for row in connection.execute(_ALL_LUMPS).mappings())


def lump(connection: Connection, id_: str) -> Lump | None:
    """One lump that was not taken back."""
    one = select(LUMPS).where(LUMPS.c.id == id_, LUMPS.c.withdrawn == 0)
    row = connection.execute(one).mappings().first()
    return _lump(row) if row else None


def put_lump(act: Act, lump: Lump, found: date) -> Before:
    """Writes a new lump, found on a day."""
    rank = next_rank(act.connection, LUMPS)
    return write(act, LUMPS, lump.id, {**_of_lump(lump, found), "rank": rank, "withdrawn": 0})


def correct_lump(act: Act, lump: Lump, found: date) -> Before:
    """Writes a corrected version of a lump, or that a doctor has checked it."""
    return change(act, LUMPS, lump.id, **_of_lump(lump, found))


def withdraw_lump(act: Act, id_: str) -> Before:
    """Takes a lump back: it was never there."""
    return change(act, LUMPS, id_, withdrawn=1)


def _of_mark(mark: AvoidMark, since: date) -> dict[str, str | int | None]:
    return {
        "place": mark.place.value,
        "x": mark.x,
        "y": mark.y,
        "radius": mark.radius,
        "reason": mark.reason.value,
        "until": day_text(mark.until),
        "note": mark.note,
        "since": since.isoformat(),
        "gone": day_text(mark.gone),
    }


def _mark(row: RowMapping) -> AvoidMark:
    return AvoidMark(
        id=row["id"],
        place=Place(row["place"]),
        x=row["x"],
        y=row["y"],
        radius=row["radius"],
        reason=AvoidReason(row["reason"]),
        until=day_or_none(row["until"]),
        note=row["note"],
        since=date.fromisoformat(row["since"]),
        gone=day_or_none(row["gone"]),
    )


def _of_lump(lump: Lump, found: date) -> dict[str, str | int | None]:
    return {
        "place": lump.place.value,
        "x": lump.x,
        "y": lump.y,
        "found": found.isoformat(),
        "note": lump.note,
        "dose": lump.dose_id,
        "checked_by": lump.checked.by if lump.checked else None,
        "checked_on": lump.checked.on.isoformat() if lump.checked else None,
    }


def _lump(row: RowMapping) -> Lump:
    on = day_or_none(row["checked_on"])
    return Lump(
        id=row["id"],
        place=Place(row["place"]),
        x=row["x"],
        y=row["y"],
        checked=Checked(row["checked_by"], on) if on and row["checked_by"] else None,
        found=date.fromisoformat(row["found"]),
        note=row["note"],
        dose_id=row["dose"],
    )
