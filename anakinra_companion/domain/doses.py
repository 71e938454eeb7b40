"""What happened on each day: slots, doses, answers, and the one state each day has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from anakinra_companion.domain.regimen import (
    Pause,
    Regimen,
    Slot,
    is_paused,
    next_slots,
    slot_on,
    slots_between,
)
from anakinra_companion.domain.sites import TYPICAL, Place, SitePoint


class DoseKind(StrEnum):
    """A whole syringe, or part of one; either uses the slot (S14, S15)."""

    TAKEN = "taken"
    PART = "part"


class AnswerKind(StrEnum):
    """What a person says of a slot without a dose; nothing else makes a day missed."""

    SKIPPED = "skipped"
    MISSED = "missed"


class DayState(StrEnum):
    """The state of one day."""

    NONE = "none"
    DUE = "due"
    TAKEN = "taken"
    PART = "part"
    SKIPPED = "skipped"
    MISSED = "missed"
    NOT_RECORDED = "not_recorded"
    TIME_UNKNOWN = "time_unknown"
    UNFINISHED = "unfinished"
    PAUSED = "paused"
    FUTURE = "future"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose as it was given; None and "" stand for what is not known. `slot` None: for no slot of the label.

    `calibration` names the sizes of the skin it was given under. `day` is the day as lived of an injection from
    before the record, where no more of its time is known.
    """

    id: str
    slot: date | None
    kind: DoseKind
    at: datetime | None
    zone: str
    point: SitePoint | None
    place: Place | None
    syringe: str | None
    given_by: str
    flags: tuple[str, ...]
    recorded: datetime
    note: str = ""
    calibration: str = TYPICAL.id
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SlotAnswer:
    """What a person said of a slot on which no dose was given."""

    id: str
    slot: date
    kind: AnswerKind
    reason: str
    recorded: datetime


@dataclass(frozen=True, slots=True)
class DoseRecord:
    """What the rules of days need; `unfinished` are slots with a possible dose that nobody has spoken for yet."""

    regimens: tuple[Regimen, ...] = ()
    pauses: tuple[Pause, ...] = ()
    doses: tuple[Dose, ...] = ()
    answers: tuple[SlotAnswer, ...] = ()
    unfinished: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Day:
    """One day: its slot, its one state, and what was recorded. `open`: a slot that still waits for an answer."""

    day: date
    slot: Slot | None
    state: DayState
    doses: tuple[Dose, ...]
    answer: SlotAnswer | None
    extra: bool
    open: bool


def doses_on(record: DoseRecord, on: date) -> tuple[Dose, ...]:
    """The doses of a day: those for its slot, and those for no slot that were given on it, in order of time."""
    return _in_order(dose for dose in record.doses if _day_of(dose) == on)


def _in_order(doses: Iterable[Dose]) -> tuple[Dose, ...]:
    return tuple(sorted(doses, key=lambda dose: (dose.at or dose.recorded, dose.recorded, dose.id)))


def _day_of(dose: Dose) -> date | None:
    if dose.slot is not None:
        return dose.slot
    return dose.at.astimezone(ZoneInfo(dose.zone)).date() if dose.at else None


def day(record: DoseRecord, on: date, now: datetime, today: date) -> Day:
    """One day with its state. What a person recorded comes first, then a possible dose, then the label."""
    answer = next((each for each in reversed(record.answers) if each.slot == on), None)
    return _judged(record, on, doses_on(record, on), answer, now, today)


def days_between(record: DoseRecord, first: date, last: date, now: datetime, today: date) -> list[Day]:
    """Each of these days with its state, as `day` says; the doses are looked through once for all of them."""
    given: dict[date, list[Dose]] = defaultdict(list)
    for dose in record.doses:
        if (on := _day_of(dose)) is not None:
            given[on].append(dose)
    answers = {answer.slot: answer for answer in record.answers}
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [_judged(record, on, _in_order(given.get(on, ())), answers.get(on), now, today) for on in days]


def _judged(
    record: DoseRecord, on: date, doses: tuple[Dose, ...], answer: SlotAnswer | None, now: datetime, today: date
) -> Day:
    slot = slot_on(record.regimens, on)
    state = _state(record, on, slot, doses, answer, now, today)
    waiting = state in (DayState.DUE, DayState.NOT_RECORDED, DayState.UNFINISHED)
    extra = len(doses) > 1 or (bool(doses) and slot is None)
    return Day(on, slot, state, doses, answer, extra, waiting)


def _state(
    record: DoseRecord,
    on: date,
    slot: Slot | None,
    doses: tuple[Dose, ...],
    answer: SlotAnswer | None,
    now: datetime,
    today: date,
) -> DayState:
    if doses:
        return _given(doses, slot)
    if on in record.unfinished:
        return DayState.UNFINISHED
    if answer is not None:
        return DayState(answer.kind.value)
    if slot is None:
        return DayState.NONE
    if is_paused(record.pauses, on):
        return DayState.PAUSED
    if on > today:
        return DayState.FUTURE
    return DayState.DUE if _still_open(record, on, now) else DayState.NOT_RECORDED


def _given(doses: tuple[Dose, ...], slot: Slot | None) -> DayState:
    if slot is None and all(dose.slot is None for dose in doses):
        return DayState.EXTRA
    if all(dose.kind is DoseKind.PART for dose in doses):
        return DayState.PART
    whole = [dose for dose in doses if dose.kind is DoseKind.TAKEN]
    return DayState.TIME_UNKNOWN if all(dose.at is None for dose in whole) else DayState.TAKEN


def _still_open(record: DoseRecord, on: date, now: datetime) -> bool:
    """An unanswered slot stays open until the next one is due."""
    following = next_slots(record.regimens, on, 1)
    return not following or now < following[0].due


def open_days(record: DoseRecord, now: datetime, today: date, since: date, limit: int) -> list[Day]:
    """Slots up to today that still wait for an answer, newest first (H2)."""
    slots = slots_between(record.regimens, since, today, record.pauses)
    found = (day(record, slot.day, now, today) for slot in reversed(slots))
    return [each for each in found if each.open][:limit]


def next_unanswered(record: DoseRecord, today: date) -> Slot | None:
    """The first slot from today on that nothing was recorded for yet."""
    answered = {dose.slot for dose in record.doses} | {answer.slot for answer in record.answers}
    coming = next_slots(record.regimens, today - timedelta(days=1), 8, record.pauses)
    return next((slot for slot in coming if slot.day not in answered | record.unfinished), None)


def last_answered(record: DoseRecord) -> date | None:
    """The newest slot that anything was recorded for."""
    given = [day for dose in record.doses if (day := _day_of(dose)) is not None]
    return max([*given, *(answer.slot for answer in record.answers)], default=None)


def earliest_start(record: DoseRecord, today: date) -> date:
    """The first day a changed label may count from: the day after the last answered slot; past slots stay."""
    answered = last_answered(record)
    return today if answered is None else answered + timedelta(days=1)
