"""When a person is reminded of a dose: at its time, a few times again, never once anything was recorded for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from anakinra_companion.domain.regimen import Slot

# None of these is a clinical number: they are what a person would want, and can change.
AGAIN_AFTER = timedelta(minutes=30)
AGAIN = 2
MOST_AGAIN = 12
LATER = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a person wants to be reminded: how often again, how long apart, and from when to when not again.

    `quiet` are two wall-clock times, over midnight where the first is the later one; the reminder at the dose's own
    time comes all the same, because the person chose that time.
    """

    again: int = AGAIN
    apart: timedelta = AGAIN_AFTER
    quiet: tuple[time, time] | None = None

    def is_quiet(self, now: datetime, zone: str) -> bool:
        """True in the quiet hours of a zone."""
        if self.quiet is None or self.quiet[0] == self.quiet[1]:
            return False
        first, last = self.quiet
        local = now.astimezone(ZoneInfo(zone)).time()
        if first < last:
            return first <= local < last
        return local >= first or local < last


@dataclass(frozen=True, slots=True)
class Told:
    """What a person was told of one slot: how many of its reminders are over, and until when they want peace."""

    over: int = 0
    later: datetime | None = None


def reminder(slot: Slot, now: datetime, told: Told, plan: Plan, zone: str) -> Told | None:
    """What is told once a reminder is given now; None when it is not time for one.

    Reminders that were slept through are not made up for: only the newest counts. "Later" brings one more, also
    after the last of them.
    """
    if now < slot.due:
        return None
    if told.later is not None:
        return None if now < told.later else Told(over=max(told.over, _passed(slot, now, plan) + 1))
    newest = _passed(slot, now, plan)
    if newest < told.over or (newest > 0 and plan.is_quiet(now, zone)):
        return None
    return Told(over=newest + 1)


def _passed(slot: Slot, now: datetime, plan: Plan) -> int:
    """The number of the newest reminder whose time has come: 0 is the one at the due time."""
    return min((now - slot.due) // plan.apart, max(plan.again, 0))
