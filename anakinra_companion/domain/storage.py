"""Boxes, syringes, and what can happen to them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from anakinra_companion.domain.clock import ClockBreak, ClockDoubt, ClockReading, Mark
from anakinra_companion.domain.fridge.syringes import Exposure

# How long a syringe may be out of the fridge, all stretches together (S94). Never raised, only lowered.
ROOM_LIMIT = timedelta(hours=24)
# From here on it is "use soon"; our own choice, so that an evening's notice remains.
USE_SOON_LEFT = timedelta(hours=4)
# One for each day of the week (S11).
BOX_SIZE = 7


class SyringeEventKind(StrEnum):
    """Something that happened to a syringe, or was said about it."""

    OUT = "out"
    BACK = "back"
    SET_ASIDE = "set_aside"
    COVER_OFF = "cover_off"
    USED = "used"
    WASTED = "wasted"
    IN_SHARPS = "in_sharps"
    HANDED_IN = "handed_in"
    LOST = "lost"
    UNKNOWN = "unknown"
    DECLARED = "declared"


class SetAsideReason(StrEnum):
    """Why a syringe must not be used (S21, S22, S92, B2, B3, D9)."""

    FROZEN = "frozen"
    OVERHEATED = "overheated"
    CLOUDY = "cloudy"
    COLOURED = "coloured"
    FLOATING = "floating"
    DROPPED = "dropped"
    CRACKED = "cracked"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SyringeEvent:
    """One event with the clock evidence of when it was recorded, and `since`, when it really happened, if told.

    `doubted`: the clock was not believed then.
    """

    id: str
    kind: SyringeEventKind
    at: ClockReading
    epoch: int
    since: datetime | None = None
    place: str = ""
    reason: SetAsideReason | None = None
    note: str = ""
    doubted: bool = False

    @property
    def mark(self) -> Mark:
        """When it was recorded, by every clock."""
        return Mark(self.at, self.epoch, self.doubted)


@dataclass(frozen=True, slots=True)
class Box:
    """A box as it was bought; `expires` is the last day its syringes may be used."""

    id: str
    lot: str
    expires: date
    received: date | None
    place: str
    opened_with: int


@dataclass(frozen=True, slots=True)
class Syringe:
    """One syringe: its position 1 to 7 in a box, and its events in the order they were recorded."""

    id: str
    box: Box
    position: int
    events: tuple[SyringeEvent, ...] = ()

    @property
    def kept_in(self) -> str:
        """The fridge or place it was last put into; its box's while nobody said another."""
        told = [event.place for event in self.events if event.kind is SyringeEventKind.BACK and event.place]
        return told[-1] if told else self.box.place


class State(StrEnum):
    """Where a syringe is in its life."""

    IN_FRIDGE = "in_fridge"
    OUT = "out"
    COVER_OFF = "cover_off"
    USED = "used"
    IN_SHARPS = "in_sharps"
    OVER_LIMIT = "over_limit"
    FROZEN = "frozen"
    OVERHEATED = "overheated"
    SET_ASIDE = "set_aside"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    WASTED = "wasted"
    LOST = "lost"
    HANDED_IN = "handed_in"


class Verdict(StrEnum):
    """What may be said of a syringe. `MAY_CHECK`: nothing on record speaks against it, now look at the liquid."""

    MAY_CHECK = "may_check"
    USE_SOON = "use_soon"
    DO_NOT_USE = "do_not_use"
    UNKNOWN = "unknown"
    CANNOT_VERIFY = "cannot_verify"


class Reason(StrEnum):
    """Why the verdict is what it is.

    `FROZEN_BY_READING`, `OVERHEATED_BY_READING` and `WARM_FRIDGE` come from the temperatures of a fridge, our
    stricter reading: correcting them takes it back. `SINCE_WHEN`: its fridge was warm, nobody has said since when.
    """

    IN_FRIDGE = "in_fridge"
    OUT = "out"
    SOON = "soon"
    OVER_LIMIT = "over_limit"
    CLOCK = "clock"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    FROZEN = "frozen"
    OVERHEATED = "overheated"
    FROZEN_BY_READING = "frozen_by_reading"
    OVERHEATED_BY_READING = "overheated_by_reading"
    WARM_FRIDGE = "warm_fridge"
    SINCE_WHEN = "since_when"
    CLOUDY = "cloudy"
    COLOURED = "coloured"
    FLOATING = "floating"
    DROPPED = "dropped"
    CRACKED = "cracked"
    OTHER = "other"
    COVER_OFF = "cover_off"
    USED = "used"
    IN_SHARPS = "in_sharps"
    WASTED = "wasted"
    LOST = "lost"
    HANDED_IN = "handed_in"


@dataclass(frozen=True, slots=True)
class Moment:
    """What "now" is for every rule of storage: the reading, its clock epoch, any doubt, and the day as lived.

    `breaks` are the ends of earlier epochs, and of this one while it is doubted, in order.
    """

    reading: ClockReading
    epoch: int
    doubt: ClockDoubt
    today: date
    breaks: tuple[ClockBreak, ...] = ()

    @property
    def mark(self) -> Mark:
        """Now, by every clock."""
        return Mark(self.reading, self.epoch, self.doubt is not ClockDoubt.NONE)


@dataclass(frozen=True, slots=True)
class Look:
    """A syringe judged at one moment.

    `time_out` is the longest it can have been out by any clock, and what its fridge was warm (`exposure`) with it.
    `recorded`: the state that was told of it, whatever the readings of its fridge say; an act that writes down what
    happens to a syringe asks this one, because the readings may be corrected later.
    """

    syringe: Syringe
    state: State
    verdict: Verdict
    reason: Reason
    time_out: timedelta
    limit: timedelta
    is_out: bool
    over_limit: bool
    exposure: Exposure
    recorded: State

    @property
    def left(self) -> timedelta:
        """What is left of the limit, never below zero."""
        return max(self.limit - self.time_out, timedelta(0))

    @property
    def usable(self) -> bool:
        """True while nothing on record speaks against looking at its liquid."""
        return self.verdict in (Verdict.MAY_CHECK, Verdict.USE_SOON)

    @property
    def ended(self) -> bool:
        """True when it can never be chosen again."""
        return self.state not in (State.IN_FRIDGE, State.OUT)


def month_end(year: int, month: int) -> date:
    """The last day of a month: what an expiry printed as month and year means."""
    return date(year, month, monthrange(year, month)[1])
