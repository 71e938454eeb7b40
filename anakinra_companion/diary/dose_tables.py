"""Doses as a table: all of them out of the record, and those of another one into it, in one act."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from anakinra_companion.diary import dose_syringes
from anakinra_companion.diary.dose_syringes import AGAINST, OVER_LIMIT
from anakinra_companion.diary.doses import SECOND
from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.dose_table import DoseRow, FromBox, Standing, day_of, is_box_flag
from anakinra_companion.domain.doses import Dose, SlotAnswer
from anakinra_companion.domain.regimen import Regimen, slot_on
from anakinra_companion.domain.skin.against import Blocked
from anakinra_companion.domain.skin.truth import SiteFlags
from anakinra_companion.domain.storage import Reason
from anakinra_companion.store import doses as store
from anakinra_companion.store import journal, regimens, syringes, walkthroughs

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.store.store import Act


class Fate(StrEnum):
    """What becomes of a row that is brought in."""

    NEW = "new"
    SECOND = "second"
    HERE_ALREADY = "here_already"
    CONFLICT = "conflict"
    TAKEN_BACK = "taken_back"
    AHEAD = "ahead"
    STRANGE = "strange"


_KEPT = (Fate.NEW, Fate.SECOND)
# A dose whose bringing in was undone may come again; one that was taken back by its person stays so.
_UNDONE = "undo"


@dataclass(frozen=True, slots=True)
class Preview:
    """What bringing rows in does, or did: the fate of each row, in their order.

    `CONFLICT`: that day has a dose or an answer of its own. `STRANGE`: it carries a flag that nobody here knows.
    """

    rows: tuple[DoseRow, ...]
    fates: tuple[Fate, ...]

    def of(self, *fates: Fate) -> list[DoseRow]:
        """The rows of a fate."""
        return [row for row, fate in zip(self.rows, self.fates, strict=True) if fate in fates]

    @property
    def kept(self) -> list[DoseRow]:
        """The rows that are written."""
        return self.of(*_KEPT)

    @property
    def counts(self) -> Counter[Fate]:
        """How many rows of each fate."""
        return Counter(self.fates)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day of what is written."""
        days = [row.day for row in self.kept if row.day is not None]
        return (min(days), max(days)) if days else None


class DoseTables:
    """Everything about doses as a table."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def rows(self, first: date | None = None, last: date | None = None, *, history: bool = False) -> list[DoseRow]:
        """Every dose and answer of these days in the order of their days; with `history` what they were before.

        Rows of which nobody knows the day come only with all days.
        """
        with self._record.reading() as connection:
            versions = regimens.regimens(connection)
            told: list[Dose | SlotAnswer] = [*store.every_dose(connection), *store.every_answer(connection)]
            boxes = {id_: FromBox(*each) for id_, each in syringes.printed(connection).items()}
            rows = [_row(each, versions, boxes) for each in told]
            if history:
                rows += _earlier(connection)
        kept = [row for row in rows if _between(row.day, first, last)]
        return sorted(kept, key=lambda row: (row.day or date.min, row.told.recorded, row.told.id))

    def preview(self, rows: Sequence[DoseRow], *, second: bool = False, own: bool = True) -> Preview:
        """What `bring_in` would do; nothing is written."""
        with self._record.reading() as connection:
            known = _known(connection, self._record.now(), self._record.today(connection))
        return known.judged(rows, second=second, own=own)

    def bring_in(self, rows: Sequence[DoseRow], *, second: bool = False, own: bool = True) -> tuple[Undo, Preview]:
        """Writes rows in one act; brought in once more they change nothing.

        A day that has something of its own keeps it alone, unless `second` says that its dose is another one (H1).
        `own`: the rows were a record of this program, where two doses of a day are told apart already.
        """
        answers: list[str] = []
        doses: list[str] = []
        events: list[str] = []
        with self._record.act("bring_in_doses") as act:
            known = _known(act.connection, act.at, self._record.today(act.connection))
            found = known.judged(rows, second=second, own=own)
            for row, fate in zip(found.rows, found.fates, strict=True):
                if fate not in _KEPT:
                    continue
                if isinstance(row.told, SlotAnswer):
                    store.put_answer(act, replace(row.told, recorded=min(row.told.recorded, act.at)))
                    answers.append(row.told.id)
                    continue
                dose = _own(act, row.told, row.box, second=fate is Fate.SECOND)
                if dose.id in known.ids:
                    store.correct_dose(act, dose)
                else:
                    store.put_dose(act, dose)
                events.extend(dose_syringes.use(act, self._record, dose))
                doses.append(dose.id)
        return Undo(Done.DOSES_BROUGHT_IN, tuple(events), doses=tuple(doses), answers=tuple(answers)), found


# ---- out ----------------------------------------------------------------------------------------------------


def _between(day: date | None, first: date | None, last: date | None) -> bool:
    if day is None:
        return first is None and last is None
    return (first is None or first <= day) and (last is None or day <= last)


def _row(told: Dose | SlotAnswer, versions: tuple[Regimen, ...], boxes: Mapping[str, FromBox]) -> DoseRow:
    slot = slot_on(versions, told.slot) if told.slot else None
    box = boxes.get(told.syringe or "", FromBox()) if isinstance(told, Dose) else FromBox()
    return DoseRow(told, box, slot.due if slot else None)


def _earlier(connection: Connection) -> list[DoseRow]:
    """Every version that a later one took the place of, and what was taken back, from the journal."""
    found: dict[str, list[DoseRow]] = {}
    for entry in journal.entries(connection):
        at = datetime.fromisoformat(entry.utc)
        for table, id_, values in entry.puts():
            if (told := store.as_it_was(table, id_, values)) is not None:
                standing = Standing.TAKEN_BACK if values.get("withdrawn") else Standing.EARLIER
                found.setdefault(id_, []).append(DoseRow(told, standing=standing, written=at))
    taken_back = store.told_ids(connection)
    return [row for id_, rows in found.items() for row in (rows if taken_back[id_] else rows[:-1])]


# ---- in -----------------------------------------------------------------------------------------------------


_FLAGS = (
    {store.BEFORE_RECORD, SECOND, OVER_LIMIT}
    | {AGAINST + reason.value for reason in Reason}
    | set(SiteFlags(instead=True, reasons=tuple(Blocked)).words())
)
_APART = re.compile(r"site_from_last_\d{1,5}")


def is_known_flag(flag: str) -> bool:
    """True for a flag this program writes itself; any other could mean anything."""
    return flag in _FLAGS or is_box_flag(flag) or _APART.fullmatch(flag) is not None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the record says already: which ids, which days, which of them an open injection may be the dose of."""

    now: datetime
    today: date
    ids: Mapping[str, str]
    days: frozenset[date]
    before: frozenset[date | None]
    unfinished: frozenset[date]

    def judged(self, rows: Sequence[DoseRow], *, second: bool, own: bool) -> Preview:
        """The fate of each row; of another program's table the first dose of a day comes in, others are conflicts."""
        fates: list[Fate] = []
        seen: set[str] = set()
        days: set[date | None] = set()
        for row in rows:
            fate = self._fate(row, second=second)
            if row.told.id in seen:
                fate = Fate.HERE_ALREADY
            elif fate is Fate.NEW and not own and row.day in days:
                fate = Fate.SECOND if second else Fate.CONFLICT
            if fate in _KEPT:
                days.add(row.day)
                seen.add(row.told.id)
            fates.append(fate)
        return Preview(tuple(rows), tuple(fates))

    def _fate(self, row: DoseRow, *, second: bool) -> Fate:
        taken_back = self.ids.get(row.told.id)
        if taken_back is not None and taken_back != _UNDONE:
            return Fate.TAKEN_BACK if taken_back else Fate.HERE_ALREADY
        if isinstance(row.told, SlotAnswer):
            if row.told.slot > self.today:
                return Fate.AHEAD
            return Fate.CONFLICT if row.day in self.days | self.unfinished else Fate.NEW
        return self._fate_of_dose(row.told, row.day, second=second)

    def _fate_of_dose(self, dose: Dose, day: date | None, *, second: bool) -> Fate:
        if not all(is_known_flag(flag) for flag in dose.flags):
            return Fate.STRANGE
        if (dose.at or self.now) > self.now or (dose.slot or self.today) > self.today:
            return Fate.AHEAD
        if store.BEFORE_RECORD in dose.flags:
            return Fate.CONFLICT if day in self.before else Fate.NEW
        if day in self.unfinished:
            return Fate.CONFLICT
        if day not in self.days:
            return Fate.NEW
        return Fate.SECOND if second else Fate.CONFLICT


def _known(connection: Connection, now: datetime, today: date) -> _Known:
    doses = store.every_dose(connection)
    own = [day_of(dose) for dose in doses if store.BEFORE_RECORD not in dose.flags]
    answered = [answer.slot for answer in store.every_answer(connection)]
    walks = walkthroughs.open_walkthroughs(connection)
    return _Known(
        now,
        today,
        store.told_ids(connection),
        frozenset(day for day in (*own, *answered) if day is not None),
        frozenset(day_of(dose) for dose in doses if store.BEFORE_RECORD in dose.flags),
        frozenset(walk.slot for walk in walks if walk.is_possible_dose),
    )


def _own(act: Act, dose: Dose, box: FromBox, *, second: bool) -> Dose:
    """The dose as this record keeps it: a syringe nobody here knows is told by its box."""
    flags = dose.flags + ((SECOND,) if second and SECOND not in dose.flags else ())
    known = syringes.syringe(act.connection, dose.syringe) if dose.syringe else None
    if known is None and box != FromBox():
        flags += (box.flag(),)
    recorded = min(dose.recorded, act.at)
    return replace(dose, flags=flags, syringe=known.id if known else None, recorded=recorded)
