"""The calendar: what happened on each day, and saying what really happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from anakinra_companion.diary import dose_sites, dose_syringes
from anakinra_companion.diary.days import dose_record
from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn, SecondDose, Unfinished
from anakinra_companion.diary.skin import lumps
from anakinra_companion.diary.storage import in_the_past
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain import doses as rules
from anakinra_companion.domain import guards
from anakinra_companion.domain.dose_table import is_box_flag
from anakinra_companion.domain.doses import AnswerKind, Day, Dose, DoseKind, SlotAnswer
from anakinra_companion.domain.month import Month, month
from anakinra_companion.domain.regimen import Slot
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.domain.skin.truth import INSTEAD
from anakinra_companion.store import doses as store
from anakinra_companion.store import walkthroughs

if TYPE_CHECKING:
    from anakinra_companion.store.store import Act

# How far back Today asks about open days; older ones stay open in the calendar.
OPEN_DAYS = 28
SECOND = "second"


@dataclass(frozen=True, slots=True)
class DoseVersion:
    """How a dose stood after one act: the journal's name of the act, its instant, and whether it still counted."""

    act: str
    at: str
    values: Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a dose that was given; None and "" stand for unknown."""

    slot: date | None
    at: datetime | None
    point: SitePoint | None = None
    place: Place | None = None
    syringe: str | None = None
    kind: DoseKind = DoseKind.TAKEN
    given_by: str = ""
    note: str = ""


class Doses:
    """Everything about days and doses."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def month(self, year: int, number: int, *, first_weekday: int = 0) -> Month:
        """One month of days with their states, whole weeks; 0 is Monday."""
        first = date(year, number, 1) - timedelta(days=7)
        last = date(year, number, 1) + timedelta(days=45)
        with self._record.reading() as connection:
            known = dose_record(connection, first, last)
            today = self._record.today(connection)
        return month(known, year, number, self._record.now(), today, first_weekday)

    def day(self, on: date) -> Day:
        """One day with everything recorded for it."""
        with self._record.reading() as connection:
            # A slot stays open until the next one is due, so its neighbours are read with it.
            known = dose_record(connection, on - timedelta(days=3), on + timedelta(days=3))
            today = self._record.today(connection)
        return rules.day(known, on, self._record.now(), today)

    def open_days(self) -> list[Day]:
        """Past slots that still wait for an answer, newest first (H2)."""
        with self._record.reading() as connection:
            today = self._record.today(connection)
            known = dose_record(connection, today - timedelta(days=OPEN_DAYS), today)
        since = today - timedelta(days=OPEN_DAYS)
        return rules.open_days(known, self._record.now(), today, since, OPEN_DAYS)

    def proposed_slot(self) -> Slot | None:
        """The slot a dose given now is most likely for; always shown, and one press changes it."""
        with self._record.reading() as connection:
            today = self._record.today(connection)
            known = dose_record(connection, today - timedelta(days=4), today + timedelta(days=4))
        return guards.proposed_slot(known, self._record.now(), today)

    def next_slot(self) -> Slot | None:
        """The first slot from today on that nothing was recorded for yet."""
        with self._record.reading() as connection:
            today = self._record.today(connection)
            known = dose_record(connection, today, today + timedelta(days=4))
        return rules.next_unanswered(known, today)

    def last(self) -> Dose | None:
        """The newest dose on record."""
        with self._record.reading() as connection:
            return store.last_dose(connection)

    def record(self, given: Given, *, second: bool = False) -> Undo:
        """Records a dose that was given; raises `SecondDose` unless `second` says it was done on purpose (H1)."""
        with self._record.act("record_dose") as act:
            _none_unfinished(act, given.slot)
            dose = add_dose(act, self._record, given, second=second)
            told = dose_syringes.use(act, self._record, dose)
        return Undo(Done.DOSE_RECORDED, doses=(dose.id,), events=told)

    def earlier(self) -> Dose | None:
        """The last injection before this record, if anything was said of it."""
        with self._record.reading() as connection:
            return store.flagged(connection, store.BEFORE_RECORD)

    def before_record(self, place: Place | None, point: SitePoint | None = None, at: datetime | None = None) -> None:
        """Where the last injection before this record was; it counts for distances, not for the calendar (S29).

        Said again it corrects what was said before.
        """
        with self._record.act("record_earlier_site") as act:
            known = store.flagged(act.connection, store.BEFORE_RECORD)
            dose = new_dose(act, self._record, Given(None, at, point, place), (store.BEFORE_RECORD,))
            if known is not None:
                dose = replace(dose, id=known.id, recorded=known.recorded, day=known.day)
                store.correct_dose(act, dose)
            else:
                store.put_dose(act, dose)

    def never_before(self) -> None:
        """There was no injection before this record: what was said of any is taken back."""
        with self._record.act("record_earlier_site") as act:
            for known in store.all_flagged(act.connection, store.BEFORE_RECORD):
                store.withdraw_dose(act, known.id)

    def answer(self, answers: Mapping[date, AnswerKind], reason: str = "") -> Undo:
        """Says of one or several slots that no dose was given: skipped or missed."""
        written = []
        with self._record.act("answer_days") as act:
            for slot, kind in answers.items():
                answer = SlotAnswer(new_id(), slot, kind, reason.strip(), act.at)
                store.put_answer(act, answer)
                written.append(answer.id)
        return Undo(Done.DAY_ANSWERED, answers=tuple(written))

    def correct(self, dose_id: str, given: Given, *, second: bool = False) -> Undo:
        """Writes a corrected version of a dose; the earlier one stays in its history.

        Raises `SecondDose` when the day it moves to has one, unless `second` says it was so (H1).
        """
        with self._record.act("correct_dose") as act:
            in_the_past(act, given.at)
            dose = _known(act, dose_id)
            first = _other_in_slot(act, dose_id, given.slot)
            if first is not None and given.slot != dose.slot and not second:
                raise SecondDose(first)
            corrected = _corrected(act, self._record, dose, given, second=first is not None)
            before = store.correct_dose(act, corrected)
            followed = lumps.follow(act, dose, corrected)
            moved = dose_syringes.Freed()
            if given.syringe != dose.syringe:
                moved = dose_syringes.move(act, self._record, dose, corrected)
        return Undo(Done.DOSE_CORRECTED, events=moved.written, voided=moved.voided, before=(before,), skin=followed)

    def withdraw(self, dose_id: str) -> Undo:
        """Takes a dose back; its syringe returns to what it was, its clock having run."""
        with self._record.act("withdraw_dose") as act:
            freed = withdraw_dose(act, self._record, dose_id)
        return Undo(Done.DOSE_TAKEN_BACK, doses=(dose_id,), events=freed.written, voided=freed.voided)

    def versions(self, dose_id: str) -> int:
        """How many versions a dose has had; what it costs does not grow with the record, as `history` does."""
        with self._record.reading() as connection:
            return store.versions(connection, dose_id)

    def history(self, dose_id: str) -> tuple[DoseVersion, ...]:
        """Every version of a dose, oldest first."""
        versions = []
        for entry in self._record.store.history_of(dose_id):
            for _, id_, values in entry.puts():
                if id_ == dose_id:
                    versions.append(DoseVersion(entry.act, entry.utc, values))
        return tuple(versions)


def add_dose(act: Act, record: OpenRecord, given: Given, *, second: bool = False) -> Dose:
    """Writes a dose inside an act, after the guard against a second one in its slot."""
    in_the_past(act, given.at)
    first = _other_in_slot(act, "", given.slot)
    if first is not None and not second:
        raise SecondDose(first)
    flags = (SECOND,) if first is not None else ()
    dose = new_dose(act, record, given, flags + dose_syringes.flags(act, record, given.syringe, given.at))
    dose = dose_sites.flagged(act.connection, record, dose)
    store.put_dose(act, dose)
    return dose


def withdraw_dose(act: Act, record: OpenRecord, dose_id: str) -> dose_syringes.Freed:
    """Takes a dose back inside an act, and its syringe with it; raises `MovedOn` when that was done already."""
    dose = _known(act, dose_id)
    store.withdraw_dose(act, dose_id)
    return dose_syringes.free(act, record, dose)


def _known(act: Act, dose_id: str) -> Dose:
    if (dose := store.dose(act.connection, dose_id)) is None:
        raise KeyError(dose_id)
    if store.is_withdrawn(act.connection, dose_id):
        raise MovedOn("this dose was taken back")
    return dose


def _none_unfinished(act: Act, slot: date | None) -> None:
    """A day with a bare needle nobody has spoken for is answered there, or one injection would count twice (H1)."""
    for walk in walkthroughs.open_walkthroughs(act.connection):
        if walk.is_possible_dose and walk.slot == slot:
            raise Unfinished(walk.slot)


def _other_in_slot(act: Act, dose_id: str, slot: date | None) -> Dose | None:
    others = store.in_slot(act.connection, slot) if slot is not None else []
    return next((each for each in others if each.id != dose_id), None)


def _corrected(act: Act, record: OpenRecord, dose: Dose, given: Given, *, second: bool) -> Dose:
    own = tuple(
        flag for flag in dose.flags if flag == store.BEFORE_RECORD or (is_box_flag(flag) and given.syringe is None)
    )
    against = dose_syringes.flags(act, record, given.syringe, given.at)
    moved = given.point != dose.point
    instead = () if moved or INSTEAD not in dose.flags else (INSTEAD,)
    corrected = replace(
        dose,
        slot=given.slot,
        at=given.at,
        point=given.point,
        place=given.point.place if given.point else given.place,
        syringe=given.syringe,
        kind=given.kind,
        flags=own + ((SECOND,) if second else ()) + against + instead,
        note=given.note.strip(),
        calibration=dose_sites.sizes_id(act.connection, given.point) if moved else dose.calibration,
    )
    return dose_sites.flagged(act.connection, record, corrected)


def new_dose(act: Act, record: OpenRecord, given: Given, flags: tuple[str, ...]) -> Dose:
    """A dose with an id of its own, given under the sizes that hold now; not written yet."""
    return Dose(
        id=new_id(),
        slot=given.slot,
        kind=given.kind,
        at=given.at,
        zone=record.zone(act.connection),
        point=given.point,
        place=given.point.place if given.point else given.place,
        syringe=given.syringe,
        given_by=given.given_by.strip(),
        flags=flags,
        recorded=act.at,
        note=given.note.strip(),
        calibration=dose_sites.sizes_id(act.connection, given.point),
    )
