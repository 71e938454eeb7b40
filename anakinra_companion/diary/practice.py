"""A practice run: everything as it is, on a copy in memory that is gone afterwards; nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.refusals import MayNotStart
from anakinra_companion.diary.regimen import Label
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.store.engine import memory_copy
from anakinra_companion.store.store import Store

# The practice box has no lot and lasts a year; neither is ever written to the record.
LASTS = timedelta(days=365)


def practice_of(diary: Diary, announce: Callable[[], object]) -> Diary:
    """A diary on a copy of the record in memory."""
    return Diary(Store(memory_copy(diary.path), diary.path, "practice"), diary.clock, announce)


def begin(copy: Diary, helper: str = "") -> Walkthrough:
    """Starts an injection on the copy, whatever was injected today; raises what a start may raise (H5, H11)."""
    today, now = copy.today(), copy.now()
    if copy.overview().guard in (StartGuard.CLOCK, StartGuard.POSSIBLE_DOSE, StartGuard.HOLD):
        raise MayNotStart(copy.overview().guard)
    # What was injected before has nothing to do with an injection that is only practiced.
    copy.change_profile(interval_minutes=None)
    for dose in copy.doses.day(today).doses:
        copy.doses.withdraw(dose.id)
    local = now.astimezone(ZoneInfo(copy.zone()))
    copy.regimen.copy_label(Label(1, local.time().replace(second=0, microsecond=0), copy.zone(), today))
    if copy.storage.next() is None:
        copy.storage.add_box("", today + LASTS)
    return copy.walkthrough.start(helper=helper)
