"""An injection on its way: every answer is on disk before the next screen is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from anakinra_companion.diary import dose_syringes, walkthrough_doses
from anakinra_companion.diary.days import dose_record
from anakinra_companion.diary.doses import add_dose
from anakinra_companion.diary.hold import standing
from anakinra_companion.diary.looking import look_at
from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import (
    GatesShut,
    MayNotStart,
    MovedOn,
    SiteRefused,
    SyringeRefused,
)
from anakinra_companion.diary.skin.known import skin
from anakinra_companion.diary.storage import event
from anakinra_companion.domain import guards
from anakinra_companion.domain.doses import Dose, DoseRecord, doses_on
from anakinra_companion.domain.flow import POSSIBLE, SETS_ASIDE, WASTES, Mode, Reply, Stage
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.profile import locked_by
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.domain.storage import Look, SetAsideReason, SyringeEventKind
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.store import doses, profiles, syringes, walkthroughs

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.store.store import Act

# Around today: enough to see the open slots that bear on a start.
WINDOW = timedelta(days=4)
# Answers that are more than progress: they say something of a syringe or a dose.
_DURABLE = frozenset({*SETS_ASIDE, Reply.IN_SHARPS, Reply.LIQUID, Reply.WRONG_PRESS})


@dataclass(frozen=True, slots=True)
class StartView:
    """What stands between a person and Start: a guard, gates, and the dose a stop card has to name."""

    slot: date | None
    guard: StartGuard
    gates_shut: bool
    first: Dose | None


def waiting(record: OpenRecord, connection: Connection, given: Iterable[Dose]) -> Walkthrough | None:
    """The walkthrough to go on with: a possible dose first, then one on its way, then one for the sharps box."""
    now, zone = record.now(), record.zone(connection)
    doses_ = tuple(given)
    found = [
        walk for walk in walkthroughs.open_walkthroughs(connection) if not guards.left_behind(walk, doses_, now, zone)
    ]
    return max(
        found,
        key=lambda walk: (walk.is_possible_dose, walk.cover_off_at is None, walk.started),
        default=None,
    )


class Walkthroughs:
    """Everything about starting, following and ending a walkthrough."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def open(self) -> Walkthrough | None:
        """The walkthrough that waits for an answer; a possible dose comes before any other."""
        with self._record.reading() as connection:
            today = self._record.today(connection)
            known = dose_record(connection, today - WINDOW, today + WINDOW)
            return waiting(self._record, connection, known.doses)

    def get(self, id_: str) -> Walkthrough:
        """One walkthrough; raises KeyError for an id nobody gave."""
        with self._record.reading() as connection:
            return _get(connection, id_)

    def dose(self, id_: str) -> Dose | None:
        """The dose a walkthrough recorded."""
        with self._record.reading() as connection:
            dose_id = walkthroughs.dose_of(connection, id_)
            return doses.dose(connection, dose_id) if dose_id else None

    def is_taken_back(self, id_: str) -> bool:
        """True once the dose that a walkthrough recorded was taken back."""
        with self._record.reading() as connection:
            dose_id = walkthroughs.dose_of(connection, id_)
            return dose_id is not None and doses.is_withdrawn(connection, dose_id)

    def start_view(self, slot: date | None = None, *, helper: str = "") -> StartView:
        """Whether a walkthrough for a slot may start now; without one, for the slot that is proposed."""
        with self._record.reading() as connection:
            return self._start_view(connection, slot, helper)

    def start(self, slot: date | None = None, *, mode: Mode | None = None, helper: str = "") -> Walkthrough:
        """Begins a walkthrough; raises `GatesShut` or `MayNotStart`. One left before the cover came off ends."""
        with self._record.act("start_walkthrough", durable=False) as act:
            view = self._start_view(act.connection, slot, helper)
            profile = profiles.profile(act.connection)
            if shut := locked_by(profile.gates_of(helper)):
                raise GatesShut(shut)
            if view.guard is not StartGuard.GO or view.slot is None:
                raise MayNotStart(view.guard)
            self._leave_others(act)
            walk = Walkthrough(new_id(), mode or profile.mode, view.slot, act.at, helper=helper)
            walkthroughs.put_walkthrough(act, walk)
        return walk

    def choose_syringe(self, walk: Walkthrough, syringe_id: str) -> Walkthrough:
        """ "This syringe": in the hand, so it is out of the fridge from now on. Raises `SyringeRefused`."""
        with self._record.act("choose_syringe") as act:
            present = _still_at(act, walk, Stage.SYRINGE)
            if self._record.moment(act.connection, act.reading).mark.doubted:
                # Taken out now, its time could never be told.
                raise MayNotStart(StartGuard.CLOCK)
            if standing(act.connection) is not None:
                raise MayNotStart(StartGuard.HOLD)
            judged = self._usable(act, syringe_id)
            if not judged.is_out:
                moment = self._record.moment(act.connection, act.reading)
                out = event(act, moment, SyringeEventKind.OUT, since=walkthrough_doses.in_hand_since(present))
                syringes.put_event(act, syringe_id, out)
            answered = replace(present, syringe=syringe_id).answered(Reply.THIS_ONE, act.at)
            _keep(act, answered)
        return answered

    def choose_place(self, walk: Walkthrough, point: SitePoint) -> Walkthrough:
        """ "This place": raises `SiteRefused` for one that a rule speaks against (H14, H15)."""
        with self._record.act("choose_place", durable=False) as act:
            present = _still_at(act, walk, Stage.PLACE)
            against = skin(self._record, act.connection).blocked(point, helper=bool(walk.helper))
            if against is not None:
                raise SiteRefused(point, against)
            answered = replace(present, point=point).answered(Reply.HERE, act.at)
            _keep(act, answered)
        return answered

    def answer(self, walk: Walkthrough, reply: Reply) -> Walkthrough:
        """Any other answer at the stage where `walk` stands; raises `MovedOn` when that is no longer the place.

        Raises `TakenBack` for liquid told of a dose that was taken back.
        """
        if walk.stage is Stage.COVER and reply is Reply.NEXT:
            return self._cover_off(walk)
        if walk.stage in POSSIBLE and reply not in (Reply.PROBLEM, Reply.BACK):
            return self.tell(walk, reply)
        if reply in (Reply.THIS_ONE, Reply.HERE):
            raise MovedOn("a syringe and a place are chosen by name")
        with self._record.act("answer", durable=reply in _DURABLE) as act:
            present = _still_at(act, walk, walk.stage)
            if reply in SETS_ASIDE and present.syringe is not None:
                self._syringe(act, present.syringe, SyringeEventKind.SET_ASIDE, reason=SETS_ASIDE[reply])
            if reply is Reply.OTHER_ONE:
                walkthrough_doses.not_this_one(act, present)
            if reply is Reply.WRONG_PRESS:
                walkthrough_doses.take_back_press(act, present)
            if reply is Reply.LIQUID:
                walkthrough_doses.part_after_all(act, present)
            if reply is Reply.IN_SHARPS:
                self._syringe(act, walkthrough_doses.held(act, present), SyringeEventKind.IN_SHARPS)
            answered = present.answered(reply, act.at)
            _keep(act, answered)
        return answered

    def tell(self, walk: Walkthrough, reply: Reply, *, at: datetime | None = None) -> Walkthrough:
        """What came of the needle: dose, point and syringe in one transaction, or a wasted syringe.

        `at` is for an answer given later, after the program was closed; the record of it is never refused.
        """
        with self._record.act("needle_out") as act:
            present = _still_at(act, walk, walk.stage)
            if not present.is_possible_dose:
                raise MovedOn("the cover is not off, or it was answered")
            answered = present.answered(reply, act.at)
            dose = None
            if reply in WASTES:
                self._syringe(act, present.syringe, SyringeEventKind.WASTED)
            else:
                given = walkthrough_doses.given(present, reply, at or act.at)
                if given.at is not None and given.at > act.at:
                    # The clock was set back meanwhile: that it was given is certain, when is not.
                    given = replace(given, at=None)
                dose = add_dose(act, self._record, given, second=True)
                dose_syringes.use(act, self._record, dose)
            _keep(act, answered, dose.id if dose else None)
        return answered

    def _cover_off(self, walk: Walkthrough) -> Walkthrough:
        with self._record.act("cover_off") as act:
            present = _still_at(act, walk, Stage.COVER)
            if present.syringe is None or present.point is None:
                raise MovedOn("nothing was chosen")
            known = self._known(act.connection, present.slot)
            view = self._start_view(act.connection, present.slot, present.helper, known)
            if view.guard is not StartGuard.GO:
                raise MayNotStart(view.guard)
            self._usable(act, present.syringe)
            if guards.left_behind(present, known.doses, act.at, self._record.zone(act.connection)):
                raise MovedOn("it was left behind")
            against = skin(self._record, act.connection).blocked(present.point, helper=bool(present.helper))
            if against is not None:
                raise SiteRefused(present.point, against)
            self._syringe(act, present.syringe, SyringeEventKind.COVER_OFF)
            answered = present.answered(Reply.NEXT, act.at)
            _keep(act, answered)
        return answered

    def _known(self, connection: Connection, slot: date | None) -> DoseRecord:
        """What bears on a start: the days around today and around the slot."""
        today = self._record.today(connection)
        return dose_record(connection, min(today, slot or today) - WINDOW, max(today, slot or today) + WINDOW)

    def _usable(self, act: Act, syringe_id: str) -> Look:
        found = syringes.syringe(act.connection, syringe_id)
        if found is None:
            raise KeyError(syringe_id)
        moment = self._record.moment(act.connection, act.reading)
        judged = look_at(act.connection, moment, found)
        if not judged.usable:
            raise SyringeRefused(judged)
        return judged

    def _syringe(
        self,
        act: Act,
        syringe_id: str | None,
        kind: SyringeEventKind,
        *,
        since: datetime | None = None,
        reason: SetAsideReason | None = None,
    ) -> None:
        if syringe_id is not None:
            moment = self._record.moment(act.connection, act.reading)
            syringes.put_event(act, syringe_id, event(act, moment, kind, since=since, reason=reason))

    def _start_view(
        self, connection: Connection, slot: date | None, helper: str, known: DoseRecord | None = None
    ) -> StartView:
        today, now = self._record.today(connection), self._record.now()
        known = known or self._known(connection, slot)
        if slot is None:
            proposed = guards.proposed_slot(known, now, today)
            slot = proposed.day if proposed else None
        trusted = not self._record.moment(connection).mark.doubted
        profile = profiles.profile(connection)
        held = standing(connection) is not None
        guard = guards.start_guard(known, slot, now, profile.least_interval, hold=held, clock_trusted=trusted)
        first = next(iter(doses_on(known, slot)), None) if slot is not None else None
        shut = bool(locked_by(profile.gates_of(helper)))
        return StartView(slot, guard, shut, first)

    def _leave_others(self, act: Act) -> None:
        for other in walkthroughs.open_walkthroughs(act.connection):
            if other.cover_off_at is None:
                _keep(act, _stopped(other, act.at))


def _stopped(walk: Walkthrough, at: datetime) -> Walkthrough:
    return walk.answered(Reply.STOP, at)


def _get(connection: Connection, id_: str) -> Walkthrough:
    found = walkthroughs.walkthrough(connection, id_)
    if found is None:
        raise KeyError(id_)
    return found


def _still_at(act: Act, walk: Walkthrough, stage: Stage) -> Walkthrough:
    present = _get(act.connection, walk.id)
    if present.stage is not stage or len(present.answers) != len(walk.answers):
        raise MovedOn(f"at {present.stage}, not at {stage}")
    return present


def _keep(act: Act, walk: Walkthrough, dose: str | None = None) -> None:
    walkthroughs.put_answer(act, walk)
    walkthroughs.put_walkthrough(act, walk, dose)
