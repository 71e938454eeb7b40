"""Walkthroughs: each answer is on disk before the next screen is shown."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, RowMapping, String, bindparam, select, text

from anakinra_companion.domain.flow import Answer, Mode, Reply, Stage
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.store import journal
from anakinra_companion.store.instants import instant, instant_or_none, instant_text
from anakinra_companion.store.points import point, point_values
from anakinra_companion.store.store import Act, next_rank
from anakinra_companion.store.tables import WALKTHROUGH_ANSWERS, WALKTHROUGHS

# Of the newest walkthroughs only, so that the years before cost nothing: more of them than one day sees.
_SKIN_CHECKED = text("""
    SELECT 1 FROM (SELECT id, mode FROM walkthroughs ORDER BY rowid DESC LIMIT 20) AS walk
    JOIN walkthrough_answers AS said ON said.walkthrough = walk.id
    WHERE said.at > :since AND (
        (said.stage = 'skin' AND said.reply IN ('skin_normal', 'skin_not_normal'))
        OR (said.stage = 'place' AND said.reply = 'here' AND walk.mode = 'practised')
    )
    LIMIT 1
""").bindparams(bindparam("since", type_=String))


def open_walkthroughs(connection: Connection) -> tuple[Walkthrough, ...]:
    """Every walkthrough that has not come to an end, oldest first."""
    rows = connection.execute(
        select(WALKTHROUGHS).where(WALKTHROUGHS.c.is_open == 1).order_by(WALKTHROUGHS.c.started)
    ).mappings()
    return tuple(_walkthrough(connection, row) for row in rows.all())


def walkthrough(connection: Connection, id_: str) -> Walkthrough | None:
    """One walkthrough, open or ended."""
    row = connection.execute(select(WALKTHROUGHS).where(WALKTHROUGHS.c.id == id_)).mappings().first()
    return _walkthrough(connection, row) if row else None


def dose_of(connection: Connection, id_: str) -> str | None:
    """The dose that a walkthrough recorded, if it did."""
    return connection.execute(select(WALKTHROUGHS.c.dose).where(WALKTHROUGHS.c.id == id_)).scalar()


def answered_at(connection: Connection, dose: str, reply: Reply) -> datetime | None:
    """When an answer was given for the last time in the walkthrough that recorded a dose; None without either."""
    newest = (
        select(WALKTHROUGH_ANSWERS.c.at)
        .join(WALKTHROUGHS, WALKTHROUGHS.c.id == WALKTHROUGH_ANSWERS.c.walkthrough)
        .where(WALKTHROUGHS.c.dose == dose, WALKTHROUGH_ANSWERS.c.reply == reply.value)
        .order_by(WALKTHROUGH_ANSWERS.c.rank.desc())
        .limit(1)
    )
    return instant_or_none(connection.execute(newest).scalar())


def skin_checked_since(connection: Connection, since: datetime) -> bool:
    """Whether the skin was looked at after an instant: at its own step, or with the place by somebody practised."""
    return connection.execute(_SKIN_CHECKED, {"since": instant_text(since)}).first() is not None


def last_answer_wrote(connection: Connection, id_: str, dose: str) -> bool:
    """True if the act of the newest answer of a walkthrough wrote a version of a dose too."""
    newest = (
        select(WALKTHROUGH_ANSWERS.c.entry)
        .where(WALKTHROUGH_ANSWERS.c.walkthrough == id_)
        .order_by(WALKTHROUGH_ANSWERS.c.rank.desc())
        .limit(1)
    )
    return journal.wrote(connection, connection.execute(newest).scalar() or "", dose)


def put_walkthrough(act: Act, walk: Walkthrough, dose: str | None = None) -> None:
    """Writes where a walkthrough stands, without its answers."""
    values = {
        "mode": walk.mode.value,
        "slot": walk.slot.isoformat(),
        "started": instant_text(walk.started),
        "syringe": walk.syringe,
        **point_values(walk.point),
        "helper": walk.helper,
        "dose": dose or dose_of(act.connection, walk.id),
        "is_open": int(walk.is_open),
    }
    act.put(WALKTHROUGHS, walk.id, values)


def put_answer(act: Act, walk: Walkthrough) -> None:
    """Writes the newest answer of a walkthrough."""
    answer = walk.answers[-1]
    rank = next_rank(act.connection, WALKTHROUGH_ANSWERS, WALKTHROUGH_ANSWERS.c.walkthrough == walk.id)
    values = {
        "walkthrough": walk.id,
        "stage": answer.stage.value,
        "reply": answer.reply.value,
        "at": instant_text(answer.at),
        "rank": rank,
    }
    act.put(WALKTHROUGH_ANSWERS, f"{walk.id}-{rank}", values)


def _walkthrough(connection: Connection, row: RowMapping) -> Walkthrough:
    answers = connection.execute(
        select(WALKTHROUGH_ANSWERS)
        .where(WALKTHROUGH_ANSWERS.c.walkthrough == row["id"])
        .order_by(WALKTHROUGH_ANSWERS.c.rank)
    ).mappings()
    return Walkthrough(
        id=row["id"],
        mode=Mode(row["mode"]),
        slot=date.fromisoformat(row["slot"]),
        started=instant(row["started"]),
        syringe=row["syringe"],
        point=point(row),
        helper=row["helper"],
        answers=tuple(Answer(Stage(each["stage"]), Reply(each["reply"]), instant(each["at"])) for each in answers),
    )
