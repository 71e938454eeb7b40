"""What the prescription label says, version by version, and the pauses a doctor ordered."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import Connection, bindparam, select

from anakinra_companion.domain.regimen import Pause, Regimen
from anakinra_companion.store.changes import Before, change, write
from anakinra_companion.store.instants import day_or_none, day_text, instant, instant_text
from anakinra_companion.store.store import Act, next_rank
from anakinra_companion.store.tables import PAUSES, REGIMENS


def regimens(connection: Connection) -> tuple[Regimen, ...]:
    """Every version in the order it was recorded, whatever the clock said then."""
    rows = connection.execute(select(REGIMENS).where(REGIMENS.c.withdrawn == 0).order_by(REGIMENS.c.rank))
    return tuple(
        Regimen(
            id=row.id,
            every_days=row.every_days,
            at=time.fromisoformat(row.at),
            zone=row.zone,
            starts=date.fromisoformat(row.starts),
            recorded=instant(row.recorded),
            reason=row.reason,
            ends=day_or_none(row.ends),
        )
        for row in rows
    )


_ZONE = (
    select(REGIMENS.c.zone)
    .where(REGIMENS.c.withdrawn == 0)
    .order_by((REGIMENS.c.starts <= bindparam("day")).desc(), REGIMENS.c.rank.desc())
).limit(1)


def zone_on(connection: Connection, day: date) -> str | None:
    """The zone of the version that counts on a day; before the first has begun, that of the newest."""
    return connection.execute(_ZONE, {"day": day.isoformat()}).scalar()


def pauses(connection: Connection) -> tuple[Pause, ...]:
    """Every pause in order of its first day."""
    rows = connection.execute(select(PAUSES).where(PAUSES.c.withdrawn == 0).order_by(PAUSES.c.first))
    return tuple(
        Pause(id=row.id, first=date.fromisoformat(row.first), last=day_or_none(row.last), who=row.who) for row in rows
    )


def put_regimen(act: Act, regimen: Regimen) -> Before:
    """Writes one version."""
    return write(
        act,
        REGIMENS,
        regimen.id,
        {
            "every_days": regimen.every_days,
            "at": regimen.at.isoformat(timespec="minutes"),
            "zone": regimen.zone,
            "starts": regimen.starts.isoformat(),
            "ends": day_text(regimen.ends),
            "recorded": instant_text(regimen.recorded),
            "reason": regimen.reason,
            "rank": next_rank(act.connection, REGIMENS),
            "withdrawn": 0,
        },
    )


def put_pause(act: Act, pause: Pause) -> Before:
    """Writes one pause, or how it stands now."""
    values = {
        "first": pause.first.isoformat(),
        "last": day_text(pause.last),
        "who": pause.who,
        "withdrawn": 0,
    }
    return write(act, PAUSES, pause.id, values)


def withdraw_regimen(act: Act, id_: str) -> None:
    """Takes a version back; it stays in the journal."""
    act.change(REGIMENS, id_, withdrawn=1)


def withdraw_pause(act: Act, id_: str) -> Before:
    """Takes a pause back; it stays in the journal."""
    return change(act, PAUSES, id_, withdrawn=1)
