"""What the prescription label says, as the person copied it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from anakinra_companion.diary.days import dose_record
from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import ClockDoubted, EndsTooSoon, NobodyNamed
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.clock import ClockDoubt
from anakinra_companion.domain.coming import DAYS_AHEAD, Coming
from anakinra_companion.domain.doses import earliest_start
from anakinra_companion.domain.regimen import Pause, Regimen, Slot, next_slots, slots_between
from anakinra_companion.store import regimens

if TYPE_CHECKING:
    from sqlalchemy import Connection

# A dose belongs to a slot at most this far from the one that is proposed.
NEAR = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Label:
    """A regimen as it stands on the label, before it is recorded: one full 100 mg syringe each time."""

    every_days: int
    at: time
    zone: str
    starts: date
    reason: str = ""


class Regimens:
    """Everything about the regimen and its pauses."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def present(self) -> Regimen | None:
        """The newest version, also one that is still to begin."""
        versions = self.versions()
        return versions[-1] if versions else None

    def versions(self) -> tuple[Regimen, ...]:
        """Every version, oldest first."""
        with self._record.reading() as connection:
            return regimens.regimens(connection)

    def read_back(self, label: Label, count: int = 4) -> list[Slot]:
        """The next dates this label means, to be read back before it is recorded (H20)."""
        draft = self._draft(label)
        return next_slots([draft], max(label.starts, self.today()) - timedelta(days=1), count, self.pauses())

    def next_dates(self, count: int = 4) -> list[Slot]:
        """The next dates that the label on record means."""
        with self._record.reading() as connection:
            today = self._record.today(connection)
            known = regimens.regimens(connection), regimens.pauses(connection)
        return next_slots(known[0], today - timedelta(days=1), count, known[1])

    def coming(self, days: int = DAYS_AHEAD) -> Coming:
        """What another calendar is told of the coming days; raises `ClockDoubted` where nobody knows which those are.

        A slot that was answered, or that an open injection may be the dose for, needs no reminder there either.
        """
        with self._record.reading() as connection:
            moment = self._record.moment(connection)
            if moment.doubt is not ClockDoubt.NONE:
                raise ClockDoubted("the clock cannot be trusted")
            known = dose_record(connection, moment.today, moment.today + timedelta(days=days))
        given = {dose.slot for dose in known.doses if dose.slot is not None}
        answered = given | {answer.slot for answer in known.answers} | known.unfinished
        now = moment.reading.utc
        return Coming(now, moment.today, days, known.regimens, known.pauses, frozenset(answered))

    def slots_near(self, day: date) -> list[Slot]:
        """The slot of a day and its neighbours up to today: the days a dose given about then can be for."""
        with self._record.reading() as connection:
            versions = regimens.regimens(connection)
            last = min(day + NEAR, self._record.today(connection))
        return slots_between(versions, day - NEAR, last)

    def earliest_start(self) -> date | None:
        """The first day a change may count from: past slots stay as they are. None means any day."""
        with self._record.reading() as connection:
            return self._earliest(connection)

    def copy_label(self, label: Label) -> Undo:
        """Records the label as a new version, no earlier than the day after the last answered slot."""
        with self._record.act("copy_label") as act:
            earliest = self._earliest(act.connection)
            if earliest is not None:
                label = replace(label, starts=max(label.starts, earliest))
            written = regimens.put_regimen(act, self._draft(label))
        return Undo(Done.LABEL_COPIED, skin=(written,))

    def _earliest(self, connection: Connection) -> date | None:
        today = self._record.today(connection)
        known = dose_record(connection, today - timedelta(days=400), today + timedelta(days=2))
        return earliest_start(known, today) if known.regimens else None

    def pauses(self) -> tuple[Pause, ...]:
        """Every pause in order."""
        with self._record.reading() as connection:
            return regimens.pauses(connection)

    def pause(self, first: date, last: date | None, who: str) -> Undo:
        """ "My doctor told me to stop from ... to ...": those days are not missed doses, and nobody is reminded.

        Raises `NobodyNamed` where nobody said so, and `EndsTooSoon`.
        """
        return self._keep_pause(Done.PAUSE_TOLD, Pause(new_id(), first, last, who.strip()))

    def correct_pause(self, pause: Pause, first: date, last: date | None, who: str) -> Undo:
        """Other days, or somebody else said so; raises as `pause` does."""
        return self._keep_pause(Done.PAUSE_CORRECTED, Pause(pause.id, first, last, who.strip()))

    def end_pause(self, pause: Pause, last: date) -> Undo:
        """Says which day was the last of a pause; raises `EndsTooSoon`."""
        return self._keep_pause(Done.PAUSE_ENDED, replace(pause, last=last))

    def take_back_pause(self, pause: Pause) -> Undo:
        """It was no pause; it stays in the journal."""
        with self._record.act(Done.PAUSE_TAKEN_BACK.value) as act:
            written = regimens.withdraw_pause(act, pause.id)
        return Undo(Done.PAUSE_TAKEN_BACK, skin=(written,))

    def _keep_pause(self, done: Done, pause: Pause) -> Undo:
        if not pause.who:
            raise NobodyNamed("nobody told to stop")
        if pause.last is not None and pause.last < pause.first:
            raise EndsTooSoon(pause.first)
        with self._record.act(done.value) as act:
            written = regimens.put_pause(act, pause)
        return Undo(done, skin=(written,))

    def today(self) -> date:
        """The day as lived."""
        with self._record.reading() as connection:
            return self._record.today(connection)

    def zone(self) -> str:
        """The zone that a new label would be in."""
        with self._record.reading() as connection:
            return self._record.zone(connection)

    def computers_zone(self) -> str:
        """The zone this computer is in, for a person who has moved."""
        return self._record.clock.zone()

    def _draft(self, label: Label) -> Regimen:
        if label.every_days not in (1, 2):
            raise ValueError("a label says every day or every second day")
        return Regimen(
            id=new_id(),
            every_days=label.every_days,
            at=label.at,
            zone=label.zone,
            starts=label.starts,
            recorded=self._record.now(),
            reason=label.reason.strip(),
        )
