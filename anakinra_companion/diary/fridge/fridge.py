"""The fridge: readings typed in or imported, what has to be asked, and where the logger lay."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from anakinra_companion.diary.fridge import derived, viewing
from anakinra_companion.diary.fridge.asking import questions
from anakinra_companion.diary.fridge.importing import Progress, importing
from anakinra_companion.diary.fridge.meaning import would_mean
from anakinra_companion.diary.fridge.views import (
    Affected,
    BatchView,
    Curve,
    FridgeNow,
    FridgeQuestion,
    FridgeView,
    LiesOn,
    LoggerFile,
    Meaning,
)
from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn, NotInTime, OddNumber
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.fridge.placement import Spot
from anakinra_companion.domain.fridge.readings import Span, instant
from anakinra_companion.domain.fridge.stays import fridge_key
from anakinra_companion.domain.fridge.typed import COLDEST, HOTTEST, TypedReading
from anakinra_companion.store.fridge import batches, courses, said

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.store.store import Act


class Fridge:
    """Everything about temperatures; all of them in hundredths of a degree C."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def places(self) -> tuple[str, ...]:
        """The names of the fridges known, of boxes, put-backs and readings, first the one with most syringes."""
        with self._record.reading() as connection:
            return viewing.places(connection)

    # ---- typed in -------------------------------------------------------------------------------------------

    def type_in(
        self,
        place: str,
        hundredths: int,
        *,
        at: datetime | None = None,
        lowest: int | None = None,
        highest: int | None = None,
        note: str = "",
    ) -> Undo:
        """What a thermometer shows, now or at an earlier time; raises `NotInTime` or `OddNumber`.

        `lowest` and `highest`: what it kept since the reading before.
        """
        with self._record.act(Done.READING_TYPED.value) as act:
            told = _typed(act.at, new_id(), hundredths, at, lowest, highest, note)
            written = said.put_typed(act, place.strip(), told, act.at)
            self._typed_changed(act, place)
        return Undo(Done.READING_TYPED, fridge=(written,))

    def correct_typed(
        self,
        id_: str,
        hundredths: int,
        *,
        at: datetime,
        lowest: int | None = None,
        highest: int | None = None,
        note: str = "",
    ) -> Undo:
        """It was another temperature, or another time; raises `MovedOn` for one that was taken back."""
        with self._record.act(Done.READING_CORRECTED.value) as act:
            place = _place_of(act.connection, id_)
            told = _typed(act.at, id_, hundredths, at, lowest, highest, note)
            written = said.put_typed(act, place, told, act.at)
            self._typed_changed(act, place)
        return Undo(Done.READING_CORRECTED, fridge=(written,))

    def withdraw_typed(self, id_: str) -> Undo:
        """It was never read; raises `MovedOn` for one that was taken back."""
        with self._record.act(Done.READING_TAKEN_BACK.value) as act:
            place = _place_of(act.connection, id_)
            written = said.withdraw_typed(act, id_)
            self._typed_changed(act, place)
        return Undo(Done.READING_TAKEN_BACK, fridge=(written,))

    def typed(self, place: str) -> tuple[TypedReading, ...]:
        """What was typed in of a fridge, newest first."""
        with self._record.reading() as connection:
            found = said.typed_readings(connection, place)
        return tuple(sorted(found, key=lambda each: -each.second))

    def would_mean(
        self,
        place: str,
        hundredths: int,
        at: datetime | None = None,
        lowest: int | None = None,
        highest: int | None = None,
    ) -> Meaning:
        """What a reading would do to the syringes at home, before it is kept; raises as `type_in` does."""
        with self._record.reading() as connection:
            told = _typed(self._record.now(), new_id(), hundredths, at, lowest, highest, "")
            return would_mean(connection, self._record.moment(connection), place, told)

    # ---- imported -------------------------------------------------------------------------------------------

    def importing(self, place: str, sensor_name: str, path: Path, found: LoggerFile, zone: str) -> Progress:
        """Takes a logger's file in; closed half-way it leaves nothing behind.

        Raises `MovedOn` when another import was begun meanwhile, and ZoneInfoNotFoundError.
        """
        return importing(self._record, place, sensor_name, path, found, zone)

    def batches(self, place: str) -> tuple[BatchView, ...]:
        """Every file imported for a fridge, the newest import first, also those that were removed."""
        with self._record.reading() as connection:
            found = batches.batches(connection, place)
        return tuple(viewing.batch_view(each) for each in reversed(found))

    def remove_import(self, id_: str) -> Undo:
        """Its readings count no more: everything that came from them is taken back. Raises `MovedOn`."""
        with self._record.act(Done.IMPORT_REMOVED.value) as act:
            _standing_batch(act.connection, id_)
            written = batches.withdraw_batch(act, id_)
            derived.renew(act, self._record, (written,))
        return Undo(Done.IMPORT_REMOVED, fridge=(written,))

    # ---- questions ------------------------------------------------------------------------------------------

    def questions(self, place: str) -> tuple[FridgeQuestion, ...]:
        """What only the person can tell of a fridge: what matters to a syringe at home first, then the newest."""
        with self._record.reading() as connection:
            return questions(connection, self._record.moment(connection), place)

    def answer_since(self, place: str, second: int, since: datetime) -> Undo:
        """Since when it was warm at a reading; raises `NotInTime` when that is after it, `MovedOn` when not asked."""
        with self._record.act(Done.WARM_SINCE.value) as act:
            if second not in courses.courses(act.connection, place, second).lone:
                raise MovedOn("nobody asked of this reading")
            if since > instant(second):
                raise NotInTime("it was read before that")
            written = said.put_answer(act, new_id(), place.strip(), second, int(since.timestamp()))
        return Undo(Done.WARM_SINCE, fridge=(written,))

    def logger_was_out(self, batch_id: str, span: Span) -> Undo:
        """The logger was not in the fridge at that end of its file: what it read there says nothing of it."""
        return self._logger(Done.LOGGER_WAS_OUT, batch_id, span)

    def logger_was_in(self, batch_id: str, span: Span) -> Undo:
        """The logger was in the fridge, and it was warm: that time counts, and is not asked about again."""
        return self._logger(Done.LOGGER_WAS_IN, batch_id, span)

    def _logger(self, done: Done, batch_id: str, span: Span) -> Undo:
        with self._record.act(done.value) as act:
            found = _standing_batch(act.connection, batch_id)
            moment = self._record.moment(act.connection, act.reading)
            asked = questions(act.connection, moment, found.place)
            if (batch_id, span) not in {(each.batch_id, each.span) for each in asked}:
                raise MovedOn("nobody asks of these readings any more")
            out, kept = [*found.left_out], [*found.kept_in]
            (out if done is Done.LOGGER_WAS_OUT else kept).append(span)
            written = batches.tell_spans(act, batch_id, out, kept)
            derived.renew(act, self._record, (written,))
        return Undo(done, fridge=(written,))

    # ---- pages ----------------------------------------------------------------------------------------------

    def view(self, place: str, first: date, last: date) -> FridgeView:
        """Some days of a fridge, both included, and what they did to the syringes that are or were in it."""
        with self._record.reading() as connection:
            return viewing.view(connection, self._record, place, first, last)

    def latest(self, place: str) -> FridgeNow | None:
        """The newest reading of a fridge; None without one."""
        with self._record.reading() as connection:
            found = viewing.latest(connection)
        return next((each for each in found if fridge_key(each.place) == fridge_key(place)), None)

    def affected(self, place: str, first: date, last: date) -> tuple[Affected, ...]:
        """What some days of a fridge, both included, did to the syringes that are or were in it, without the days."""
        with self._record.reading() as connection:
            return viewing.affected(connection, self._record, place, first, last)

    def curve(self, place: str, first: datetime, last: datetime, columns: int) -> tuple[Curve, ...]:
        """What each sensor read between two instants, in so many columns of a picture."""
        with self._record.reading() as connection:
            span = Span(int(first.timestamp()), int(last.timestamp()))
            return viewing.curves(connection, place, span, columns)

    # ---- where to put things --------------------------------------------------------------------------------

    def begin_spot(self, name: str, place: str) -> Undo:
        """The logger lies on this spot of a fridge from now on; the spot before, if any, is done."""
        with self._record.act(Done.SPOT_BEGUN.value) as act:
            now = int(act.at.timestamp())
            ended = [said.end_spot(act, run.id, now) for run in said.spots(act.connection) if run.ended is None]
            written = said.put_spot(act, said.SpotRun(new_id(), name.strip(), place.strip(), now, None))
        return Undo(Done.SPOT_BEGUN, fridge=(*ended, written))

    def end_spot(self) -> Undo:
        """The logger was taken from its spot; raises `MovedOn` when it lies on none."""
        with self._record.act(Done.SPOT_ENDED.value) as act:
            now = int(act.at.timestamp())
            ended = [said.end_spot(act, run.id, now) for run in said.spots(act.connection) if run.ended is None]
            if not ended:
                raise MovedOn("no spot was begun")
        return Undo(Done.SPOT_ENDED, fridge=tuple(ended))

    def lies_on(self, place: str) -> LiesOn | None:
        """The spot of a fridge on which the logger lies now; None when it lies on none of it."""
        with self._record.reading() as connection:
            runs = [run for run in said.spots(connection) if run.ended is None]
        here = next((run for run in runs if fridge_key(run.place) == fridge_key(place)), None)
        return None if here is None else LiesOn(here.name, instant(here.begun))

    def placement(self, place: str) -> list[Spot]:
        """The spots of a fridge, best first, by what a logger read on each."""
        with self._record.reading() as connection:
            return viewing.spots(connection, place, self._record.now())

    def _typed_changed(self, act: Act, place: str) -> None:
        derived.renew_sensor(act, self._record, place, courses.TYPED_IN)


def _typed(
    now: datetime,
    id_: str,
    hundredths: int,
    at: datetime | None,
    lowest: int | None,
    highest: int | None,
    note: str,
) -> TypedReading:
    when = at or now
    if when > now:
        raise NotInTime("that time is still ahead")
    for value, least, most in (
        (hundredths, COLDEST, HOTTEST),
        (lowest, COLDEST, hundredths),
        (highest, hundredths, HOTTEST),
    ):
        if value is not None and not least <= value <= most:
            raise OddNumber("temperature", least, most)
    return TypedReading(id_, int(when.timestamp()), hundredths, lowest, highest, note.strip())


def _place_of(connection: Connection, id_: str) -> str:
    place = said.typed_place(connection, id_)
    if place is None:
        raise MovedOn("this reading was taken back")
    return place


def _standing_batch(connection: Connection, id_: str) -> batches.Batch:
    found = batches.batch(connection, id_)
    if found is None or found.withdrawn:
        raise MovedOn("this import was removed")
    return found
