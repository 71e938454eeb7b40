"""Whole places a person would rather use, or not use."""

from __future__ import annotations

from sqlalchemy import Connection, select

from anakinra_companion.domain.sites import Place
from anakinra_companion.domain.skin.wishes import Wish, WishKind
from anakinra_companion.store.changes import Before, change, write
from anakinra_companion.store.instants import day_or_none, day_text
from anakinra_companion.store.skin.tables import WISHES
from anakinra_companion.store.store import Act, next_rank


def wishes(connection: Connection) -> tuple[Wish, ...]:
    """What is wished of each place, the newest word on it, also where its last day is over."""
    rows = connection.execute(select(WISHES).where(WISHES.c.withdrawn == 0).order_by(WISHES.c.rank)).mappings()
    newest = {
        row["place"]: Wish(row["id"], Place(row["place"]), WishKind(row["kind"]), day_or_none(row["until"]))
        for row in rows
    }
    return tuple(newest.values())


def put_wish(act: Act, wish: Wish) -> Before:
    """Writes a wish; it takes the place of any other about the same place."""
    values = {
        "place": wish.place.value,
        "kind": wish.kind.value,
        "until": day_text(wish.until),
        "rank": next_rank(act.connection, WISHES),
        "withdrawn": 0,
    }
    return write(act, WISHES, wish.id, values)


def withdraw_wishes(act: Act, place: Place) -> tuple[Before, ...]:
    """Nothing is wished of a place any more."""
    standing = select(WISHES.c.id).where(WISHES.c.place == place.value, WISHES.c.withdrawn == 0)
    ids = act.connection.execute(standing.order_by(WISHES.c.rank)).scalars().all()
    return tuple(change(act, WISHES, id_, withdrawn=1) for id_ in ids)
