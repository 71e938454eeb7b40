"""The open record with its clock: every act goes through here, and is on disk before anyone is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

from anakinra_companion.diary.refusals import Refusal
from anakinra_companion.domain.clock import Clock, ClockDoubt, ClockReading
from anakinra_companion.domain.storage import Moment
from anakinra_companion.store import clocks, doses, regimens
from anakinra_companion.store.trouble import RecordTrouble

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.store.store import Act, Store


def new_id() -> str:
    """An id no other computer will give."""
    return uuid4().hex


class OpenRecord:
    """What the nouns of the diary share: the store, the clock, and whom to tell."""

    def __init__(self, store: Store, clock: Clock, announce: Callable[[], object]) -> None:
        self.store = store
        self.clock = clock
        self.author = ""
        self._announce = announce

    @contextmanager
    def act(self, name: str, *, durable: bool = True) -> Iterator[Act]:
        """One act: check and write inside, announced when it is on disk; a refusal announces nothing."""
        try:
            with self.store.act(name, self.author, self.clock.reading(), durable=durable) as act:
                self._note_clock(act)
                yield act
        except Refusal:
            # What was refused left nothing behind; a doubt about the clock that it found must stay.
            self.look_at_clock()
            raise
        self._announce()

    def forget_erased(self) -> None:
        """Lets go of the bytes of what was just erased, which the log beside the record may still hold."""
        # The act is on disk and stands; a log that cannot be emptied now is emptied when the record is closed.
        with suppress(RecordTrouble):
            self.store.empty_log()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent look."""
        with self.store.reading() as connection:
            yield connection

    def now(self) -> datetime:
        """The instant (UTC)."""
        return self.clock.now()

    def zone(self, connection: Connection) -> str:
        """The zone days are lived in: that of the regimen, so that travel moves no slot; else the computer's."""
        return regimens.zone_on(connection, self.now().date()) or self.clock.zone()

    def today(self, connection: Connection) -> date:
        """The day as lived."""
        return self.now().astimezone(ZoneInfo(self.zone(connection))).date()

    def moment(self, connection: Connection, reading: ClockReading | None = None) -> Moment:
        """What "now" is for the rules of storage, with any doubt about the clock (H5)."""
        now = reading or self.clock.reading()
        known = clocks.clock_record(connection)
        day = now.utc.astimezone(ZoneInfo(self.zone(connection))).date()
        breaks = clocks.breaks(connection, known, now)
        return Moment(reading=now, epoch=known.epoch, doubt=known.doubt(now), today=day, breaks=breaks)

    def look_at_clock(self) -> None:
        """Keeps this as the last time seen, or records that the clock cannot be trusted; called every minute."""
        reading = self.clock.reading()
        with self.reading() as connection:
            known = clocks.clock_record(connection)
        if known.standing is not ClockDoubt.NONE:
            return
        if known.doubt(reading) is not ClockDoubt.NONE:
            with self.act("clock_doubted"):
                return
        with self.store.noting() as connection:
            clocks.put_seen(connection, clocks.clock_record(connection), reading)

    def confirm_clock(self) -> None:
        """ "This date and time is right": a recorded act that begins a new clock epoch."""
        with self.store.act("clock_confirmed", self.author, self.clock.reading()) as act:
            self._note_clock(act)
            known = clocks.clock_record(act.connection)
            if known.standing is not ClockDoubt.NONE:
                clocks.begin_epoch(act, known.epoch + 1)
                doses.forget_times_after(act, act.at)
        self._announce()

    def _note_clock(self, act: Act) -> None:
        known = clocks.clock_record(act.connection)
        if known.standing is not ClockDoubt.NONE:
            return
        found = known.doubt(act.reading)
        if found is ClockDoubt.NONE:
            clocks.put_seen(act.connection, known, act.reading)
        else:
            clocks.put_doubt(act, known, found)
