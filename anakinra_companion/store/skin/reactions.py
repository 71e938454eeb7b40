"""What the skin did after an injection, report by report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, RowMapping, String, bindparam, column, func, select

from anakinra_companion.domain.skin.reactions import Reaction, Signs
from anakinra_companion.store.changes import Before, change, write
from anakinra_companion.store.instants import instant, instant_text
from anakinra_companion.store.skin.tables import LUMPS, REACTIONS
from anakinra_companion.store.store import Act, next_rank

_STANDING = REACTIONS.c.withdrawn == 0
# Many ids as one value: the statement is the same for any number of them.
_NAMED = select(column("value", String)).select_from(func.json_each(bindparam("doses", type_=String)))
# A lump that was taken back was never there, also not for the report that it was told with.
_LUMP = select(LUMPS.c.id).where(LUMPS.c.id == REACTIONS.c.lump, LUMPS.c.withdrawn == 0).scalar_subquery()
_REPORTS = select(REACTIONS, _LUMP.label("standing_lump"))
_OF_DOSES = _REPORTS.where(_STANDING, REACTIONS.c.dose.in_(_NAMED)).order_by(REACTIONS.c.rank)
_TAKEN_BACK = (
    select(REACTIONS.c.dose, func.count().label("count_"))
    .where(~_STANDING, REACTIONS.c.dose.in_(_NAMED))
    .group_by(REACTIONS.c.dose)
)


def reactions_to(connection: Connection, doses: Iterable[str]) -> tuple[Reaction, ...]:
    """Every report of some injections, oldest first."""
    return tuple(
        _reaction(row) for row in connection.execute(_OF_DOSES, {"doses": json.dumps(list(doses))}).mappings()
    )


def ids_of(connection: Connection, dose: str) -> tuple[str, ...]:
    """Every report of one injection, also those that were taken back, oldest first."""
    named = select(REACTIONS.c.id).where(REACTIONS.c.dose == dose).order_by(REACTIONS.c.rank)
    return tuple(connection.execute(named).scalars())


def taken_back(connection: Connection, doses: Iterable[str]) -> dict[str, int]:
    """How many reports of some injections were taken back, by injection; one without any is left out."""
    return {row.dose: row.count_ for row in connection.execute(_TAKEN_BACK, {"doses": json.dumps(list(doses))})}


def signs_of(values: Mapping[str, str | int | None]) -> Signs:
    """What one version of a report says."""
    spreading, size = values["spreading"], values["size"]
    redness, swelling, bruise, pain, itch = (
        int(values[sign] or 0) for sign in ("redness", "swelling", "bruise", "pain", "itch")
    )
    return Signs(
        redness,
        swelling,
        bruise,
        pain,
        itch,
        size=None if size is None else int(size),
        spreading=None if spreading is None else bool(spreading),
        lump=values["lump"] is not None,
        note=str(values["note"]),
    )


def reaction(connection: Connection, id_: str) -> Reaction | None:
    """One report that was not taken back."""
    row = connection.execute(_REPORTS.where(REACTIONS.c.id == id_, _STANDING)).mappings().first()
    return _reaction(row) if row else None


def put_reaction(act: Act, reaction: Reaction) -> Before:
    """Writes a new report."""
    rank = next_rank(act.connection, REACTIONS)
    return write(act, REACTIONS, reaction.id, {**_values(reaction), "rank": rank, "withdrawn": 0})


def correct_reaction(act: Act, reaction: Reaction) -> Before:
    """Writes a corrected version of a report; it keeps its place in the order."""
    return change(act, REACTIONS, reaction.id, **_values(reaction))


def withdraw_reaction(act: Act, id_: str) -> Before:
    """Takes a report back."""
    return change(act, REACTIONS, id_, withdrawn=1)


def _values(reaction: Reaction) -> dict[str, str | int | None]:
    signs = reaction.signs
    return {
        "dose": reaction.dose_id,
        "at": instant_text(reaction.at),
        "redness": signs.redness,
        "swelling": signs.swelling,
        "bruise": signs.bruise,
        "pain": signs.pain,
        "itch": signs.itch,
        "size": signs.size,
        "spreading": None if signs.spreading is None else int(signs.spreading),
        "lump": reaction.lump_id,
        "note": signs.note,
    }


def _reaction(row: RowMapping) -> Reaction:
    values = {**row, "lump": row["standing_lump"]}
    return Reaction(row["id"], row["dose"], instant(row["at"]), signs_of(values), values["lump"])
