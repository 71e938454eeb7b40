"""Sharps boxes on record, and how many syringes went into each."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, func, select

from anakinra_companion.domain.sharps import SharpsBox
from anakinra_companion.domain.storage import SyringeEventKind
from anakinra_companion.store.changes import Before, write
from anakinra_companion.store.instants import instant, instant_or_none, instant_text, text_or_none
from anakinra_companion.store.store import Act, next_rank
from anakinra_companion.store.tables import SHARPS_BOXES, SYRINGE_EVENTS


def sharps_boxes(connection: Connection) -> tuple[SharpsBox, ...]:
    """Every sharps box that was not taken back, the newest last."""
    rows = connection.execute(
        select(SHARPS_BOXES).where(SHARPS_BOXES.c.withdrawn == 0).order_by(SHARPS_BOXES.c.rank)
    ).mappings()
    return tuple(_box(row) for row in rows)


def put_sharps_box(act: Act, box: SharpsBox) -> Before:
    """Writes a sharps box, or a new version of one."""
    known = select(SHARPS_BOXES.c.rank).where(SHARPS_BOXES.c.id == box.id)
    rank = act.connection.execute(known).scalar()
    values = {
        "begun": instant_text(box.begun),
        "holds": box.holds,
        "inside": box.inside,
        "replaced": text_or_none(box.replaced),
        "rank": rank if rank is not None else next_rank(act.connection, SHARPS_BOXES),
        "withdrawn": 0,
    }
    return write(act, SHARPS_BOXES, box.id, values)


def dropped_in(connection: Connection, box: SharpsBox) -> int:
    """How many syringes are in a box: those it began with, and each that was recorded while it was in use."""
    events = SYRINGE_EVENTS.c
    query = select(func.count(func.distinct(events.syringe))).where(
        events.kind == SyringeEventKind.IN_SHARPS.value,
        events.voided == 0,
        events.utc >= instant_text(box.begun),
    )
    if box.replaced is not None:
        query = query.where(events.utc < instant_text(box.replaced))
    return box.inside + int(connection.execute(query).scalar_one())


def _box(row: RowMapping) -> SharpsBox:
    holds = row["holds"]
    return SharpsBox(
        id=row["id"],
        begun=instant(row["begun"]),
        holds=None if holds is None else int(holds),
        inside=int(row["inside"]),
        replaced=instant_or_none(row["replaced"]),
    )
