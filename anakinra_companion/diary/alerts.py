"""What a person should hear of first, worst first; codes and values only, words are put to them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from anakinra_companion.domain.clock import ClockDoubt
from anakinra_companion.domain.storage import Look, State, Verdict
from anakinra_companion.domain.supply import Supply
from anakinra_companion.domain.walkthrough import Walkthrough

# So near the day without a syringe the line of the supply is no longer only a note.
SUPPLY_SOON_DAYS = 3
# Used and wasted syringes, and those that left the house, raise no alert.
SILENT = frozenset({State.USED, State.IN_SHARPS, State.WASTED, State.LOST, State.HANDED_IN, State.COVER_OFF})


class Level(StrEnum):
    """How much it matters; `stop` is the command line's exit status 1."""

    STOP = "stop"
    SOON = "soon"
    INFO = "info"


class AlertCode(StrEnum):
    """What it is about."""

    HOLD = "hold"
    CLOCK = "clock"
    POSSIBLE_DOSE = "possible_dose"
    CANNOT_VERIFY = "cannot_verify"
    DO_NOT_USE = "do_not_use"
    UNKNOWN = "unknown"
    USE_SOON = "use_soon"
    HALF_WAY = "half_way"
    SHARPS = "sharps"
    OPEN_DAYS = "open_days"
    SUPPLY = "supply"
    SHARPS_FULL = "sharps_full"


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert with what its sentence needs."""

    level: Level
    code: AlertCode
    look: Look | None = None
    at: datetime | None = None
    day: date | None = None
    count: int = 0
    walkthrough: str | None = None


_ORDER = (Level.STOP, Level.SOON, Level.INFO)
_VERDICTS = {
    Verdict.DO_NOT_USE: (Level.STOP, AlertCode.DO_NOT_USE),
    Verdict.UNKNOWN: (Level.STOP, AlertCode.UNKNOWN),
    Verdict.CANNOT_VERIFY: (Level.STOP, AlertCode.CANNOT_VERIFY),
    Verdict.USE_SOON: (Level.SOON, AlertCode.USE_SOON),
}


def alerts(
    looks: Iterable[Look],
    doubt: ClockDoubt,
    bare: Iterable[Walkthrough],
    open_days: int,
    supply: Supply,
    today: date,
    *,
    sharps_full: bool = False,
    held_since: datetime | None = None,
) -> tuple[Alert, ...]:
    """Every alert that stands now, worst first."""
    found = [alert for look in looks if (alert := _of_syringe(look)) is not None]
    if held_since is not None:
        found.insert(0, Alert(Level.STOP, AlertCode.HOLD, at=held_since))
    if doubt is not ClockDoubt.NONE:
        found.insert(0, Alert(Level.SOON, AlertCode.CLOCK))
    for walk in bare:
        code = AlertCode.POSSIBLE_DOSE if walk.is_possible_dose else AlertCode.SHARPS
        found.append(Alert(Level.SOON, code, at=walk.cover_off_at, walkthrough=walk.id))
    if open_days:
        found.append(Alert(Level.INFO, AlertCode.OPEN_DAYS, count=open_days))
    if (low := _of_supply(supply, today)) is not None:
        found.append(low)
    if sharps_full:
        found.append(Alert(Level.INFO, AlertCode.SHARPS_FULL))
    return tuple(sorted(found, key=lambda alert: _ORDER.index(alert.level)))


def _of_syringe(look: Look) -> Alert | None:
    if look.state in SILENT:
        return None
    if look.verdict in _VERDICTS:
        level, code = _VERDICTS[look.verdict]
        return Alert(level, code, look=look)
    if look.is_out and look.left <= look.limit / 2:
        return Alert(Level.INFO, AlertCode.HALF_WAY, look=look)
    return None


def _of_supply(supply: Supply, today: date) -> Alert | None:
    if supply.runs_out_on is None or supply.refill_on is None or supply.refill_on > today:
        return None
    near = supply.runs_out_on <= today + timedelta(days=SUPPLY_SOON_DAYS)
    level = Level.SOON if near else Level.INFO
    return Alert(level, AlertCode.SUPPLY, day=supply.runs_out_on, count=supply.usable)
