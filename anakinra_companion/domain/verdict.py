"""May this syringe still be looked at: the rules of its time out, its ends, and which comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from anakinra_companion.domain.clock import ClockBreak, Mark, at_least, elapsed
from anakinra_companion.domain.fridge.syringes import Exposure
from anakinra_companion.domain.storage import (
    ROOM_LIMIT,
    USE_SOON_LEFT,
    Look,
    Moment,
    Reason,
    SetAsideReason,
    State,
    Syringe,
    SyringeEvent,
    SyringeEventKind,
    Verdict,
)

ZERO = timedelta(0)
NOTHING_MET = Exposure()
# The fate that is told last in a syringe's life wins over an earlier one.
_FATES = {
    SyringeEventKind.COVER_OFF: (State.COVER_OFF, Reason.COVER_OFF),
    SyringeEventKind.USED: (State.USED, Reason.USED),
    SyringeEventKind.WASTED: (State.WASTED, Reason.WASTED),
    SyringeEventKind.IN_SHARPS: (State.IN_SHARPS, Reason.IN_SHARPS),
    SyringeEventKind.HANDED_IN: (State.HANDED_IN, Reason.HANDED_IN),
    SyringeEventKind.LOST: (State.LOST, Reason.LOST),
}
# With these the clock of a syringe has nothing left to count.
_STOPS = frozenset(_FATES) - {SyringeEventKind.COVER_OFF}
_ASIDE_STATES = {SetAsideReason.FROZEN: State.FROZEN, SetAsideReason.OVERHEATED: State.OVERHEATED}


@dataclass(frozen=True, slots=True)
class TimeOut:
    """The sum of all stretches out: at least, at most, whether it can be verified, whether it is out now."""

    shortest: timedelta = ZERO
    longest: timedelta = ZERO
    verified: bool = True
    is_out: bool = False


@dataclass(slots=True)
class _Sum:
    """The stretches so far, and the one that is open: its start, and what had been told of it at `start`."""

    breaks: tuple[ClockBreak, ...]
    shortest: timedelta = ZERO
    longest: timedelta = ZERO
    verified: bool = True
    start: Mark | None = None
    told_short: timedelta = ZERO
    told_long: timedelta = ZERO

    def open(self, event: SyringeEvent) -> None:
        told = _told(event)
        if self.start is None:
            self._restart(event, told)
        elif told > self._until(event.mark)[1]:
            # Told again of a syringe that is out already: it can only have been out for longer.
            self._restart(event, told)

    def declare(self, event: SyringeEvent) -> None:
        """Settles what the clock cannot tell: never less than is on record, and counted from here on."""
        told = _told(event)
        if self.start is not None:
            self._restart(event, max(told, self._on_record(event.mark)))
        elif not self.verified:
            # It is back already: the whole time since it came out counts, which can only be too much.
            self.shortest = self.longest = max(told, self.shortest)
            self.verified = True

    def close(self, at: Mark) -> None:
        if self.start is None:
            return
        shortest, longest, agreed = self._until(at)
        self.shortest += shortest
        self.longest += longest
        self.verified = self.verified and agreed
        self.start = None

    def now(self, moment: Moment) -> TimeOut:
        if self.start is None:
            return TimeOut(self.shortest, self.longest, self.verified)
        shortest, longest, agreed = self._until(moment.mark)
        verified = self.verified and agreed
        return TimeOut(self.shortest + shortest, self.longest + longest, verified, is_out=True)

    def _on_record(self, at: Mark) -> timedelta:
        """What this stretch has lasted by the clocks that may be believed."""
        shortest, longest, agreed = self._until(at)
        return longest if agreed else shortest

    def _restart(self, event: SyringeEvent, told: timedelta) -> None:
        self.start = event.mark
        self.told_short = self.told_long = told

    def _until(self, at: Mark) -> tuple[timedelta, timedelta, bool]:
        """The stretch so far: at least, at most, and whether no doubt fell into it (H5)."""
        if self.start is None:
            return ZERO, ZERO, True
        passed = elapsed(self.start.reading, at.reading)
        agreed = passed.agreed and self.start.epoch == at.epoch and not (self.start.doubted or at.doubted)
        least = at_least(self.start, at, self.breaks)
        return (
            self.told_short + max(passed.shortest, least),
            self.told_long + max(passed.longest, least),
            agreed,
        )


def _told(event: SyringeEvent) -> timedelta:
    return max(event.at.utc - event.since, ZERO) if event.since is not None else ZERO


def time_out(syringe: Syringe, moment: Moment) -> TimeOut:
    """How long a syringe has been out, all stretches together: putting it back pauses, and never resets (H6, S94)."""
    total = _Sum(moment.breaks)
    for event in syringe.events:
        if event.kind is SyringeEventKind.OUT:
            total.open(event)
        elif event.kind is SyringeEventKind.DECLARED:
            total.declare(event)
        elif event.kind is SyringeEventKind.BACK or event.kind in _STOPS:
            total.close(event.mark)
    return total.now(moment)


def look(syringe: Syringe, moment: Moment, limit: timedelta = ROOM_LIMIT, exposure: Exposure = NOTHING_MET) -> Look:
    """Judges a syringe: flagged from 24:00:00 on, one tick stricter than "more than 24 hours" (S94, H4).

    `limit` may lower the 24 hours, never raise them. `exposure`: what the temperatures of its fridge add (H8).
    """
    limit = min(limit, ROOM_LIMIT)
    told = time_out(syringe, moment)
    recorded = _judged(syringe, told, moment.today, limit)
    if exposure == NOTHING_MET:
        return _look(syringe, told, limit, exposure, recorded, recorded[0])
    warm = timedelta(seconds=exposure.warm_seconds)
    out = replace(told, shortest=told.shortest + warm, longest=told.longest + warm)
    judged = _judged(syringe, out, moment.today, limit, exposure)
    if judged[2] is Reason.OVER_LIMIT and not _over(told, limit):
        judged = judged[0], judged[1], Reason.WARM_FRIDGE
    return _look(syringe, out, limit, exposure, judged, recorded[0])


_Judged = tuple[State, Verdict, Reason]


def _look(
    syringe: Syringe, out: TimeOut, limit: timedelta, exposure: Exposure, judged: _Judged, recorded: State
) -> Look:
    over = _over(out, limit)
    return Look(syringe, *judged, out.longest, limit, out.is_out, over, exposure, recorded)


def _over(out: TimeOut, limit: timedelta) -> bool:
    return (out.longest if out.verified else out.shortest) >= limit


def _judged(syringe: Syringe, out: TimeOut, today: date, limit: timedelta, met: Exposure = NOTHING_MET) -> _Judged:
    present = State.OUT if out.is_out else State.IN_FRIDGE
    if (fate := _fate(syringe)) is not None:
        return fate[0], Verdict.DO_NOT_USE, fate[1]
    if (aside := _set_aside(syringe)) is not None:
        return _ASIDE_STATES.get(aside, State.SET_ASIDE), Verdict.DO_NOT_USE, Reason(aside.value)
    if met.frozen:
        return State.FROZEN, Verdict.DO_NOT_USE, Reason.FROZEN_BY_READING
    if met.overheated:
        return State.OVERHEATED, Verdict.DO_NOT_USE, Reason.OVERHEATED_BY_READING
    if _over(out, limit):
        return State.OVER_LIMIT, Verdict.DO_NOT_USE, Reason.OVER_LIMIT
    if any(event.kind is SyringeEventKind.UNKNOWN for event in syringe.events):
        return State.UNKNOWN, Verdict.UNKNOWN, Reason.UNKNOWN
    if today > syringe.box.expires:
        return State.EXPIRED, Verdict.DO_NOT_USE, Reason.EXPIRED
    if not out.verified:
        return present, Verdict.CANNOT_VERIFY, Reason.CLOCK
    if met.since_when:
        return present, Verdict.CANNOT_VERIFY, Reason.SINCE_WHEN
    if limit - out.longest <= USE_SOON_LEFT and out.longest > ZERO:
        return present, Verdict.USE_SOON, Reason.SOON
    return present, Verdict.MAY_CHECK, Reason.OUT if out.is_out else Reason.IN_FRIDGE


def _fate(syringe: Syringe) -> tuple[State, Reason] | None:
    told = [event.kind for event in syringe.events if event.kind in _FATES]
    return _FATES[told[-1]] if told else None


def _set_aside(syringe: Syringe) -> SetAsideReason | None:
    told = [event for event in syringe.events if event.kind is SyringeEventKind.SET_ASIDE]
    return (told[0].reason or SetAsideReason.OTHER) if told else None


def next_syringe(looks: Iterable[Look]) -> Look | None:
    """Which syringe comes next: least time left, then earliest expiry, then its place in the box."""
    return min((look for look in looks if look.usable), key=_turn, default=None)


def _turn(look: Look) -> tuple[timedelta, date, date, str, int]:
    box = look.syringe.box
    return look.left, box.expires, box.received or date.min, box.id, look.syringe.position
