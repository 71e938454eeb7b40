"""What stands before a start: never two doses in one slot, never a guess about "too early"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from anakinra_companion.domain.doses import Dose, DoseRecord, doses_on
from anakinra_companion.domain.regimen import Slot, governing, is_paused, slot_on, slots_between
from anakinra_companion.domain.walkthrough import Walkthrough

# An injection that nobody touched for so long was left; no clinical number.
LEFT_AFTER = timedelta(hours=1)


class StartGuard(StrEnum):
    """Why a walkthrough may start or not, the weightiest reason first."""

    HOLD = "hold"
    CLOCK = "clock"
    NO_REGIMEN = "no_regimen"
    POSSIBLE_DOSE = "possible_dose"
    SECOND_DOSE = "second_dose"
    PAUSED = "paused"
    TOO_EARLY = "too_early"
    GO = "go"


def proposed_slot(record: DoseRecord, now: datetime, today: date) -> Slot | None:
    """The slot whose due time is nearest to now, answered or not; the person sees it and may change it.

    One whose own day has not begun is proposed only when there is no other: it could not be started (S9), and
    tonight's late dose is not tomorrow's.
    """
    near = slots_between(record.regimens, today - timedelta(days=3), today + timedelta(days=3))
    return min(near, key=lambda slot: (slot.day > today, abs(slot.due - now), slot.day), default=None)


def start_guard(
    record: DoseRecord,
    slot: date | None,
    now: datetime,
    interval: timedelta | None = None,
    *,
    hold: bool = False,
    clock_trusted: bool = True,
) -> StartGuard:
    """Whether an injection for `slot` may start now (H1, S9).

    Too early means before the slot's own day, or within `interval` of the last dose where the care team gave one;
    no other number exists (C1, H3).
    """
    if hold:
        return StartGuard.HOLD
    if not clock_trusted:
        # Which day it is, and how long a syringe was out, cannot be said (H5).
        return StartGuard.CLOCK
    if slot is None or slot_on(record.regimens, slot) is None:
        return StartGuard.NO_REGIMEN
    if record.unfinished:
        # A needle that was bare may have been used, for whichever slot: that is asked first.
        return StartGuard.POSSIBLE_DOSE
    if doses_on(record, slot):
        return StartGuard.SECOND_DOSE
    if is_paused(record.pauses, slot):
        return StartGuard.PAUSED
    if _today_of(record, slot, now) < slot or _within(record, now, interval):
        return StartGuard.TOO_EARLY
    return StartGuard.GO


def left_behind(walk: Walkthrough, doses: Iterable[Dose], now: datetime, zone: str) -> bool:
    """True for an injection that was left before the cover came off, and must not simply be gone on with (H1).

    A dose was recorded since it began; or nobody touched it for an hour and another day has come.
    """
    if walk.cover_off_at is not None:
        return False
    if any(dose.recorded > walk.started for dose in doses):
        return True
    touched = walk.answers[-1].at if walk.answers else walk.started
    days = (now.astimezone(ZoneInfo(zone)).date() - touched.astimezone(ZoneInfo(zone)).date()).days
    return days > 0 and now - touched > LEFT_AFTER


def _today_of(record: DoseRecord, slot: date, now: datetime) -> date:
    regimen = governing(record.regimens, slot)
    return now.astimezone(ZoneInfo(regimen.zone)).date() if regimen else slot


def _within(record: DoseRecord, now: datetime, interval: timedelta | None) -> bool:
    if interval is None:
        return False
    given = [dose.at for dose in record.doses if dose.at is not None and dose.at <= now]
    return bool(given) and now - max(given) < interval
