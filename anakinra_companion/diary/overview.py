"""Today at a glance: did I inject, when is the next dose, where, with which syringe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from anakinra_companion.diary import sharps
from anakinra_companion.diary.alerts import Alert, alerts
from anakinra_companion.diary.days import dose_record
from anakinra_companion.diary.doses import OPEN_DAYS
from anakinra_companion.diary.fridge.viewing import latest
from anakinra_companion.diary.fridge.views import FridgeNow
from anakinra_companion.diary.hold import standing
from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.diary.skin.known import skin
from anakinra_companion.diary.storage import looks_at_home
from anakinra_companion.diary.walkthrough import waiting
from anakinra_companion.domain import doses as rules
from anakinra_companion.domain import guards
from anakinra_companion.domain.clock import ClockDoubt
from anakinra_companion.domain.doses import Day, Dose, DoseRecord
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.hold import Hold
from anakinra_companion.domain.profile import Profile, locked_by
from anakinra_companion.domain.regimen import Pause, Regimen, Slot, next_slots
from anakinra_companion.domain.sites import Calibration
from anakinra_companion.domain.skin.wishes import NothingFree
from anakinra_companion.domain.storage import Look
from anakinra_companion.domain.suggestion import Suggestion
from anakinra_companion.domain.supply import LEAD_DAYS, Supply, supply
from anakinra_companion.domain.verdict import next_syringe
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.store import doses, profiles, walkthroughs

# Slots ahead that the supply is counted against: two boxes a fortnight for half a year.
SUPPLY_SLOTS = 200
_AHEAD = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything Today and `status` say. With a doubted clock, `day` must not be shown as "today"."""

    now: datetime
    zone: str
    today: date
    doubt: ClockDoubt
    profile: Profile
    regimen: Regimen | None
    day: Day
    last: Dose | None
    next_slot: Slot | None
    start_slot: date | None
    guard: StartGuard
    gates_shut: bool
    waiting: Walkthrough | None
    open_days: tuple[Day, ...]
    suggestion: Suggestion | None
    nothing_free: NothingFree | None
    calibration: Calibration
    looks: tuple[Look, ...]
    next_syringe: Look | None
    supply: Supply
    alerts: tuple[Alert, ...]
    fridges: tuple[FridgeNow, ...]
    hold: Hold | None = None
    pause: Pause | None = None
    # The slot after today's own, whatever was recorded for either.
    slot_after: Slot | None = None

    @property
    def clock_trusted(self) -> bool:
        """False while the computer's clock cannot be trusted."""
        return self.doubt is ClockDoubt.NONE

    @property
    def held_back(self) -> bool:
        """True while a doctor's word stands against injecting today: no sentence may invite a dose then."""
        return self.hold is not None or self.pause is not None

    @property
    def asked_first(self) -> Day | None:
        """The open day just before today's slot: what happened then is asked before a start is offered (H1)."""
        if self.regimen is None or not self.open_days:
            return None
        newest = self.open_days[0]
        return newest if (self.today - newest.day).days <= self.regimen.every_days else None

    @property
    def since_last(self) -> timedelta | None:
        """How long ago the last dose was, where its time is known."""
        return None if self.last is None or self.last.at is None else self.now - self.last.at


def overview(record: OpenRecord) -> Overview:
    """Looks at everything at once, in one consistent read."""
    with record.reading() as connection:
        reading = record.clock.reading()
        moment = record.moment(connection, reading)
        today, now = moment.today, reading.utc
        known = dose_record(connection, today - timedelta(days=OPEN_DAYS), today + _AHEAD)
        looks = looks_at_home(connection, moment)
        places = skin(record, connection)
        profile = profiles.profile(connection)
        going_on = waiting(record, connection, known.doses)
        unbinned = _unbinned(walkthroughs.open_walkthroughs(connection))
        last = doses.last_dose(connection)
        zone = record.zone(connection)
        fridges = latest(connection)
        held = standing(connection)
        sharps_full = sharps.view(connection).is_full
    open_days = _open_days(known, now, today)
    proposed = guards.proposed_slot(known, now, today)
    lead = LEAD_DAYS if profile.refill_days is None else profile.refill_days
    left = _supply(known, looks, now, today, lead)
    helper = profile.helper
    suggestion = places.suggest(helper=bool(helper))
    trusted = moment.doubt is ClockDoubt.NONE
    start_slot = proposed.day if proposed else None
    return Overview(
        now=now,
        zone=zone,
        today=today,
        doubt=moment.doubt,
        profile=profile,
        regimen=known.regimens[-1] if known.regimens else None,
        day=rules.day(known, today, now, today),
        last=last,
        next_slot=rules.next_unanswered(known, today),
        start_slot=start_slot,
        guard=guards.start_guard(
            known, start_slot, now, profile.least_interval, hold=held is not None, clock_trusted=trusted
        ),
        gates_shut=bool(locked_by(profile.gates_of(helper))),
        waiting=going_on,
        open_days=open_days,
        suggestion=suggestion,
        nothing_free=None if suggestion else places.nothing_free(helper=bool(helper)),
        calibration=places.calibration,
        looks=looks,
        next_syringe=next_syringe(looks),
        supply=left,
        alerts=alerts(
            looks,
            moment.doubt,
            unbinned,
            len(open_days),
            left,
            today,
            sharps_full=sharps_full,
            held_since=held.since if held else None,
        ),
        fridges=fridges,
        hold=held,
        slot_after=next(iter(next_slots(known.regimens, today, 1, known.pauses)), None),
        pause=next((pause for pause in known.pauses if pause.covers(today)), None),
    )


def _open_days(known: DoseRecord, now: datetime, today: date) -> tuple[Day, ...]:
    since = today - timedelta(days=OPEN_DAYS)
    return tuple(day for day in rules.open_days(known, now, today, since, OPEN_DAYS) if day.day != today)


def _unbinned(open_ones: tuple[Walkthrough, ...]) -> tuple[Walkthrough, ...]:
    """Injections whose needle was bare: what came of it, or of the syringe, is still to be said."""
    return tuple(walk for walk in open_ones if walk.cover_off_at is not None)


def _supply(known: DoseRecord, looks: tuple[Look, ...], now: datetime, today: date, lead: int) -> Supply:
    first = rules.next_unanswered(known, today)
    if first is None:
        return Supply(sum(look.usable for look in looks), None, lead=lead)
    slots = next_slots(known.regimens, first.day - timedelta(days=1), SUPPLY_SLOTS, known.pauses)
    return supply(looks, slots, now, lead)
