"""Doses and what was said about days without one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, bindparam, column, func, or_, outerjoin, select

from anakinra_companion.domain.doses import AnswerKind, Dose, DoseKind, SlotAnswer
from anakinra_companion.domain.sites import TYPICAL
from anakinra_companion.store import journal
from anakinra_companion.store.changes import Before, change
from anakinra_companion.store.injections import WHEN
from anakinra_companion.store.instants import (
    day_or_none,
    day_text,
    instant,
    instant_or_none,
    instant_text,
    text_or_none,
)
from anakinra_companion.store.journal import canonical
from anakinra_companion.store.points import place, point, point_values
from anakinra_companion.store.store import Act, next_rank
from anakinra_companion.store.tables import DOSES, JOURNAL, SLOT_ANSWERS

# Said of the injection before this record: it counts for distances, and for no day.
BEFORE_RECORD = "before_record"
_STANDING = DOSES.c.withdrawn == 0
_NAMED = select(column("value", String)).select_from(func.json_each(bindparam("ids", type_=String)))
_FLAGS = select(DOSES.c.id, DOSES.c.flags).where(DOSES.c.id.in_(_NAMED))


def doses_between(connection: Connection, first: date, last: date, since: datetime, until: datetime) -> list[Dose]:
    """Doses for slots of these days, and doses without a slot that fell between the two instants."""
    by_slot = DOSES.c.slot.between(first.isoformat(), last.isoformat())
    loose = DOSES.c.slot.is_(None) & DOSES.c.at.between(instant_text(since), instant_text(until))
    return _doses(connection, or_(by_slot, loose & ~DOSES.c.flags.contains(canonical(BEFORE_RECORD))))


def any_before(connection: Connection, day: date) -> bool:
    """True when the record has a dose of its own before a day; what was told of the time before it is none."""
    own = ~DOSES.c.flags.contains(canonical(BEFORE_RECORD))
    earlier = or_(DOSES.c.slot < day.isoformat(), DOSES.c.at < f"{day.isoformat()}T00:00:00.000000+00:00")
    return connection.execute(select(DOSES.c.id).where(_STANDING, own, earlier).limit(1)).first() is not None


def dose(connection: Connection, id_: str) -> Dose | None:
    """One dose, also a withdrawn one."""
    row = connection.execute(select(DOSES).where(DOSES.c.id == id_)).mappings().first()
    return _dose(row) if row else None


def with_syringes(connection: Connection, ids: Iterable[str]) -> list[Dose]:
    """The standing doses that were given with any of these syringes, oldest first by their time."""
    return sorted(_doses(connection, DOSES.c.syringe.in_(list(ids))), key=_told_at)


def flags_of(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The flags of some doses by their ids."""
    rows = connection.execute(_FLAGS, {"ids": json.dumps(list(ids))})
    return {row.id: tuple(json.loads(row.flags)) for row in rows}


def every_dose(connection: Connection) -> list[Dose]:
    """Every dose that counts, in the order of their days."""
    rows = connection.execute(select(DOSES).where(_STANDING).order_by(WHEN, DOSES.c.recorded, DOSES.c.id)).mappings()
    return [_dose(row) for row in rows]


def every_answer(connection: Connection) -> list[SlotAnswer]:
    """Everything that was said of days without a dose, oldest first."""
    return answers_between(connection, date.min, date.max)


def told_ids(connection: Connection) -> dict[str, str]:
    """The id of every dose and answer there ever was, with the act that took it back; "" for one that counts."""
    known = {}
    for table in (DOSES, SLOT_ANSWERS):
        acts = outerjoin(table, JOURNAL, (table.c.entry == JOURNAL.c.entry) & (table.c.withdrawn == 1))
        for row in connection.execute(select(table.c.id, table.c.withdrawn, JOURNAL.c.act).select_from(acts)):
            known[str(row.id)] = str(row.act or "withdrawn") if row.withdrawn else ""
    return known


def as_it_was(table: str, id_: str, values: Mapping[str, str | int | None]) -> Dose | SlotAnswer | None:
    """A dose or an answer from a version in the journal; None for anything else."""
    if table == DOSES.name:
        return _dose({"calibration": TYPICAL.id, "day": None, **values, "id": id_})
    return _answer({**values, "id": id_}) if table == SLOT_ANSWERS.name else None


def versions(connection: Connection, id_: str) -> int:
    """How many versions a dose has had."""
    entry = connection.execute(select(DOSES.c.entry).where(DOSES.c.id == id_)).scalar()
    return journal.versions(connection, entry, id_) if entry is not None else 0


def is_withdrawn(connection: Connection, id_: str) -> bool:
    """True for a dose that was taken back."""
    return bool(connection.execute(select(DOSES.c.withdrawn).where(DOSES.c.id == id_)).scalar())


def last_dose(connection: Connection) -> Dose | None:
    """The newest dose by the time it was given; those whose time is unknown count by their record."""
    timed = select(DOSES).where(_STANDING, DOSES.c.at.is_not(None)).order_by(DOSES.c.at.desc()).limit(1)
    latest = select(DOSES).where(_STANDING).order_by(DOSES.c.recorded.desc()).limit(20)
    rows = [*connection.execute(timed).mappings(), *connection.execute(latest).mappings()]
    return max((_dose(row) for row in rows), key=_told_at, default=None)


def _told_at(dose: Dose) -> datetime:
    if dose.at is None and dose.day is not None:
        return min(dose.recorded, datetime.combine(dose.day, time(10), UTC))
    return dose.at or dose.recorded


def flagged(connection: Connection, flag: str) -> Dose | None:
    """The newest standing dose that carries a flag."""
    return next(iter(all_flagged(connection, flag)), None)


def all_flagged(connection: Connection, flag: str) -> list[Dose]:
    """Every standing dose that carries a flag, the newest first; where no day is known, by its record."""
    carries = DOSES.c.flags.contains(canonical(flag), autoescape=True)
    newest = select(DOSES).where(_STANDING, carries).order_by(WHEN.desc(), DOSES.c.recorded.desc(), DOSES.c.id)
    return [_dose(row) for row in connection.execute(newest).mappings()]


def answers_between(connection: Connection, first: date, last: date) -> list[SlotAnswer]:
    """What was said about slots of these days, oldest first."""
    rows = connection.execute(
        select(SLOT_ANSWERS)
        .where(SLOT_ANSWERS.c.slot.between(first.isoformat(), last.isoformat()), SLOT_ANSWERS.c.withdrawn == 0)
        .order_by(SLOT_ANSWERS.c.rank)
    )
    return [_answer(row) for row in rows.mappings()]


_IN_SLOT = select(DOSES).where(DOSES.c.slot == bindparam("slot"), _STANDING).order_by(DOSES.c.recorded, DOSES.c.id)


def in_slot(connection: Connection, slot: date) -> list[Dose]:
    """The doses of a slot, the one recorded first at the head; more than one is a fact too (no UNIQUE, H1)."""
    return [_dose(row) for row in connection.execute(_IN_SLOT, {"slot": slot.isoformat()}).mappings()]


def put_dose(act: Act, dose: Dose) -> None:
    """Writes a new dose."""
    act.put(DOSES, dose.id, _values(dose), new=True)


def correct_dose(act: Act, dose: Dose) -> Before:
    """Writes a corrected version of a dose; the earlier one stays in the journal."""
    return change(act, DOSES, dose.id, **_values(dose))


def withdraw_dose(act: Act, id_: str, *, withdrawn: bool = True) -> Before:
    """Takes a dose back, or brings it back; the journal keeps both."""
    return change(act, DOSES, id_, withdrawn=int(withdrawn))


def forget_times_after(act: Act, now: datetime) -> None:
    """A time still ahead came from a clock that was wrong: such a dose stays, its time becomes unknown (H5)."""
    ahead = select(DOSES).where(DOSES.c.at > instant_text(now))
    for row in act.connection.execute(ahead).mappings().all():
        act.change(DOSES, row["id"], at=None, recorded=min(row["recorded"], instant_text(now)))


def put_answer(act: Act, answer: SlotAnswer) -> None:
    """Writes what was said about a slot."""
    act.put(
        SLOT_ANSWERS,
        answer.id,
        {
            "slot": answer.slot.isoformat(),
            "kind": answer.kind.value,
            "reason": answer.reason,
            "recorded": instant_text(answer.recorded),
            "rank": next_rank(act.connection, SLOT_ANSWERS),
            "withdrawn": 0,
        },
    )


def withdraw_answer(act: Act, id_: str) -> None:
    """Takes an answer back; it stays in the journal."""
    act.change(SLOT_ANSWERS, id_, withdrawn=1)


def _values(dose: Dose) -> dict[str, str | int | None]:
    return {
        "slot": day_text(dose.slot),
        "kind": dose.kind.value,
        "at": text_or_none(dose.at),
        "zone": dose.zone,
        **point_values(dose.point, dose.place),
        "syringe": dose.syringe,
        "given_by": dose.given_by,
        "flags": canonical(list(dose.flags)),
        "recorded": instant_text(dose.recorded),
        "note": dose.note,
        "withdrawn": 0,
        "calibration": dose.calibration,
        "day": day_text(dose.day),
    }


def _doses(connection: Connection, condition: ColumnElement[bool]) -> list[Dose]:
    rows = connection.execute(
        select(DOSES).where(_STANDING, condition).order_by(DOSES.c.recorded, DOSES.c.id)
    ).mappings()
    return [_dose(row) for row in rows]


def _answer(row: Mapping[Any, Any]) -> SlotAnswer:
    return SlotAnswer(
        id=row["id"],
        slot=date.fromisoformat(row["slot"]),
        kind=AnswerKind(row["kind"]),
        reason=row["reason"],
        recorded=instant(row["recorded"]),
    )


def _dose(row: Mapping[Any, Any]) -> Dose:
    return Dose(
        id=row["id"],
        slot=day_or_none(row["slot"]),
        kind=DoseKind(row["kind"]),
        at=instant_or_none(row["at"]),
        zone=row["zone"],
        point=point(row),
        place=place(row),
        syringe=row["syringe"],
        given_by=row["given_by"],
        flags=tuple(json.loads(row["flags"])),
        recorded=instant(row["recorded"]),
        note=row["note"],
        calibration=row["calibration"],
        day=day_or_none(row["day"]),
    )
