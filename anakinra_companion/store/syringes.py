"""Boxes, the syringes in them, and everything that happened to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, RowMapping, select

from anakinra_companion.domain.storage import Box, SetAsideReason, Syringe, SyringeEvent, SyringeEventKind
from anakinra_companion.store.clocks import reading, reading_values
from anakinra_companion.store.instants import day_or_none, day_text, instant_or_none, text_or_none
from anakinra_companion.store.store import Act, next_rank
from anakinra_companion.store.tables import BOXES, SYRINGE_EVENTS, SYRINGES

# After these a syringe is no longer at home, and nobody needs to be told of it again.
GONE = frozenset({SyringeEventKind.IN_SHARPS, SyringeEventKind.HANDED_IN, SyringeEventKind.LOST})


def boxes(connection: Connection, ids: Iterable[str]) -> dict[str, Box]:
    """These boxes by their id; a box that was taken back is left out."""
    rows = connection.execute(select(BOXES).where(BOXES.c.id.in_(ids), BOXES.c.withdrawn == 0)).mappings()
    return {row["id"]: _box(row) for row in rows}


def every_box(connection: Connection) -> tuple[Box, ...]:
    """Every box there ever was, the newest first."""
    rows = connection.execute(select(BOXES).where(BOXES.c.withdrawn == 0)).mappings()
    return tuple(sorted(map(_box, rows), key=lambda box: (box.received or date.min, box.id), reverse=True))


def syringes_at_home(connection: Connection) -> tuple[Syringe, ...]:
    """Every syringe that has not left the house or gone into the sharps box."""
    rows = connection.execute(select(SYRINGES).where(SYRINGES.c.finished == 0, SYRINGES.c.withdrawn == 0)).mappings()
    return _with_events(connection, rows.all())


def syringes_of(connection: Connection, box: str) -> tuple[Syringe, ...]:
    """Every syringe of one box, those that are gone included."""
    rows = connection.execute(select(SYRINGES).where(SYRINGES.c.box == box, SYRINGES.c.withdrawn == 0)).mappings()
    return _with_events(connection, rows.all())


def syringe(connection: Connection, id_: str) -> Syringe | None:
    """One syringe, wherever it is."""
    rows = connection.execute(select(SYRINGES).where(SYRINGES.c.id == id_)).mappings()
    return next(iter(_with_events(connection, rows.all())), None)


def printed(connection: Connection) -> dict[str, tuple[str, int, date]]:
    """Lot, place in the box and expiry of every syringe there ever was, by its id."""
    query = select(SYRINGES.c.id, BOXES.c.lot, SYRINGES.c.position, BOXES.c.expires).join(
        BOXES, SYRINGES.c.box == BOXES.c.id
    )
    return {row.id: (row.lot, row.position, date.fromisoformat(row.expires)) for row in connection.execute(query)}


def put_box(act: Act, box: Box, positions: Iterable[int]) -> None:
    """Writes a box and the syringes that are in it."""
    values = {
        "lot": box.lot,
        "expires": box.expires.isoformat(),
        "received": day_text(box.received),
        "place": box.place,
        "opened_with": box.opened_with,
        "withdrawn": 0,
    }
    act.put(BOXES, box.id, values)
    for position in positions:
        values = {"box": box.id, "position": position, "finished": 0, "withdrawn": 0}
        act.put(SYRINGES, f"{box.id}-{position}", values)


def change_box(act: Act, box: Box) -> None:
    """Corrects what was read from a box."""
    act.change(
        BOXES,
        box.id,
        lot=box.lot,
        expires=box.expires.isoformat(),
        received=day_text(box.received),
        place=box.place,
    )


def withdraw_box(act: Act, box: Box) -> None:
    """Takes a box back that was added by mistake; it stays in the journal."""
    act.change(BOXES, box.id, withdrawn=1)
    for row in act.connection.execute(select(SYRINGES.c.id).where(SYRINGES.c.box == box.id)).all():
        act.change(SYRINGES, row.id, withdrawn=1)


def put_event(act: Act, syringe_id: str, event: SyringeEvent) -> None:
    """Writes one thing that happened to a syringe."""
    act.put(
        SYRINGE_EVENTS,
        event.id,
        {
            "syringe": syringe_id,
            "kind": event.kind.value,
            **reading_values(event.at),
            "epoch": event.epoch,
            "doubted": int(event.doubted),
            "since": text_or_none(event.since),
            "place": event.place,
            "reason": event.reason.value if event.reason else None,
            "note": event.note,
            "rank": next_rank(act.connection, SYRINGE_EVENTS, SYRINGE_EVENTS.c.syringe == syringe_id),
            "voided": 0,
        },
    )
    _settle(act, syringe_id)


def void_event(act: Act, event_id: str, *, voided: bool = True) -> str:
    """Corrects a wrong entry: it no longer counts, and stays in the journal. Returns the syringe's id."""
    act.change(SYRINGE_EVENTS, event_id, voided=int(voided))
    found = select(SYRINGE_EVENTS.c.syringe).where(SYRINGE_EVENTS.c.id == event_id)
    syringe_id = str(act.connection.execute(found).scalar_one())
    _settle(act, syringe_id)
    return syringe_id


def events_with_voided(connection: Connection, syringe_id: str) -> list[tuple[SyringeEvent, bool]]:
    """Everything ever said about a syringe, corrected entries marked True."""
    rows = connection.execute(
        select(SYRINGE_EVENTS).where(SYRINGE_EVENTS.c.syringe == syringe_id).order_by(SYRINGE_EVENTS.c.rank)
    ).mappings()
    return [(_event(row), bool(row["voided"])) for row in rows]


def _settle(act: Act, syringe_id: str) -> None:
    kinds = act.connection.execute(
        select(SYRINGE_EVENTS.c.kind).where(SYRINGE_EVENTS.c.syringe == syringe_id, SYRINGE_EVENTS.c.voided == 0)
    ).scalars()
    finished = int(any(SyringeEventKind(kind) in GONE for kind in kinds))
    before = act.connection.execute(select(SYRINGES.c.finished).where(SYRINGES.c.id == syringe_id)).scalar()
    if before != finished:
        act.change(SYRINGES, syringe_id, finished=finished)


def _with_events(connection: Connection, rows: Sequence[RowMapping]) -> tuple[Syringe, ...]:
    known = boxes(connection, {row["box"] for row in rows})
    events = _events_of(connection, [row["id"] for row in rows])
    found = [
        Syringe(row["id"], known[row["box"]], int(row["position"]), tuple(events[row["id"]]))
        for row in rows
        if row["box"] in known
    ]
    return tuple(sorted(found, key=lambda each: (each.box.received or date.min, each.box.id, each.position)))


def _events_of(connection: Connection, ids: Sequence[str]) -> dict[str, list[SyringeEvent]]:
    events: dict[str, list[SyringeEvent]] = defaultdict(list)
    rows = connection.execute(
        select(SYRINGE_EVENTS)
        .where(SYRINGE_EVENTS.c.syringe.in_(ids), SYRINGE_EVENTS.c.voided == 0)
        .order_by(SYRINGE_EVENTS.c.rank)
    ).mappings()
    for row in rows:
        events[row["syringe"]].append(_event(row))
    return events


def _box(row: RowMapping) -> Box:
    return Box(
        id=row["id"],
        lot=row["lot"],
        expires=date.fromisoformat(row["expires"]),
        received=day_or_none(row["received"]),
        place=row["place"],
        opened_with=int(row["opened_with"]),
    )


def _event(row: RowMapping) -> SyringeEvent:
    return SyringeEvent(
        id=row["id"],
        kind=SyringeEventKind(row["kind"]),
        at=reading(row),
        epoch=int(row["epoch"]),
        since=instant_or_none(row["since"]),
        place=row["place"],
        reason=SetAsideReason(row["reason"]) if row["reason"] else None,
        note=row["note"],
        doubted=bool(row["doubted"]),
    )
