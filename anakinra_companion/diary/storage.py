"""Boxes and syringes: what a person does with them, and what may be said of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from anakinra_companion.diary.looking import look_at, looks
from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import NotInTime
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.storage import (
    BOX_SIZE,
    Box,
    Look,
    Moment,
    SetAsideReason,
    State,
    SyringeEvent,
    SyringeEventKind,
)
from anakinra_companion.domain.verdict import next_syringe
from anakinra_companion.store import syringes

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.store.store import Act


@dataclass(frozen=True, slots=True)
class BoxView:
    """One box with what may be said of each of its syringes, by position."""

    box: Box
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing said about a syringe; `corrected` entries no longer count."""

    event: SyringeEvent
    corrected: bool


def looks_at_home(connection: Connection, moment: Moment) -> tuple[Look, ...]:
    """Every syringe at home, judged now."""
    return looks(connection, moment, syringes.syringes_at_home(connection))


def event(
    act: Act,
    moment: Moment,
    kind: SyringeEventKind,
    *,
    since: datetime | None = None,
    place: str = "",
    reason: SetAsideReason | None = None,
    note: str = "",
) -> SyringeEvent:
    """A new event with the clock evidence of this act."""
    return SyringeEvent(
        id=new_id(),
        kind=kind,
        at=act.reading,
        epoch=moment.epoch,
        since=since,
        place=place,
        reason=reason,
        note=note,
        doubted=moment.mark.doubted,
    )


class Storage:
    """Everything about boxes and syringes."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def looks(self) -> tuple[Look, ...]:
        """Every syringe at home, judged now."""
        with self._record.reading() as connection:
            return looks_at_home(connection, self._record.moment(connection))

    def look(self, syringe_id: str) -> Look:
        """One syringe, judged now, wherever it is; raises KeyError for an id nobody gave."""
        with self._record.reading() as connection:
            found = syringes.syringe(connection, syringe_id)
            if found is None:
                raise KeyError(syringe_id)
            return look_at(connection, self._record.moment(connection), found)

    def next(self) -> Look | None:
        """Which syringe comes next: least time left, then earliest expiry."""
        return next_syringe(self.looks())

    def boxes(self) -> tuple[BoxView, ...]:
        """Every box that still has a syringe at home, with all of its positions."""
        with self._record.reading() as connection:
            moment = self._record.moment(connection)
            ids = dict.fromkeys(each.box.id for each in syringes.syringes_at_home(connection))
            inside = [looks(connection, moment, syringes.syringes_of(connection, id_)) for id_ in ids]
        return tuple(BoxView(each[0].syringe.box, each) for each in inside)

    def history(self, syringe_id: str) -> tuple[HistoryLine, ...]:
        """Everything said about a syringe, corrected entries included."""
        with self._record.reading() as connection:
            told = syringes.events_with_voided(connection, syringe_id)
        return tuple(HistoryLine(event, corrected) for event, corrected in told)

    def add_box(
        self, lot: str, expires: date, *, received: date | None = None, place: str = "", count: int = BOX_SIZE
    ) -> Undo:
        """A new box; `count` below 7 for one already begun, whose first positions are then empty (S11)."""
        if not 1 <= count <= BOX_SIZE:
            raise ValueError(f"a box holds 1 to {BOX_SIZE} syringes")
        box = Box(new_id(), lot.strip(), expires, received, place.strip(), count)
        with self._record.act("add_box") as act:
            syringes.put_box(act, box, range(BOX_SIZE - count + 1, BOX_SIZE + 1))
        return Undo(Done.BOX_ADDED, boxes=(box.id,))

    def change_box(self, box: Box) -> None:
        """Corrects lot, expiry, day received or place of a box."""
        with self._record.act("change_box") as act:
            syringes.change_box(act, box)

    def take_out(self, syringe_id: str, *, since: datetime | None = None) -> Undo:
        """ "I took it out just now", or at an earlier time."""
        return self._happened(Done.TOOK_OUT, SyringeEventKind.OUT, syringe_id, since=since)

    def put_back(self, syringe_id: str, *, place: str = "") -> Undo:
        """Back in the fridge: the count pauses, and is never reset (H6)."""
        return self._happened(Done.PUT_BACK, SyringeEventKind.BACK, syringe_id, place=place)

    def all_out(self, *, since: datetime | None = None) -> Undo:
        """A power cut, or all of them go along: every syringe in a fridge is out, now or since an earlier time."""
        with self._record.act(Done.ALL_OUT.value) as act:
            in_the_past(act, since)
            moment = self._record.moment(act.connection, act.reading)
            inside = [each for each in looks_at_home(act.connection, moment) if each.recorded is State.IN_FRIDGE]
            written = tuple(
                _told(act, each, event(act, moment, SyringeEventKind.OUT, since=since)) for each in inside
            )
        return Undo(Done.ALL_OUT, events=written)

    def all_back(self, *, place: str = "") -> Undo:
        """Every syringe that is out is in the fridge again, in `place` if it is another: each count pauses (H6)."""
        with self._record.act(Done.ALL_BACK.value) as act:
            moment = self._record.moment(act.connection, act.reading)
            outside = [
                each for each in looks_at_home(act.connection, moment) if each.is_out and each.recorded is State.OUT
            ]
            back = SyringeEventKind.BACK
            written = tuple(_told(act, each, event(act, moment, back, place=place.strip())) for each in outside)
        return Undo(Done.ALL_BACK, events=written)

    def set_aside(self, syringe_id: str, reason: SetAsideReason, note: str = "") -> Undo:
        """Not to be used, and why."""
        return self._happened(Done.SET_ASIDE, SyringeEventKind.SET_ASIDE, syringe_id, reason=reason, note=note)

    def mark_unknown(self, syringe_id: str) -> Undo:
        """ "I do not know when it came out": an end, with no way back but undo."""
        return self._happened(Done.MARKED_UNKNOWN, SyringeEventKind.UNKNOWN, syringe_id)

    def declare_out_since(self, syringe_id: str, since: datetime) -> Undo:
        """Says since when a syringe has been out; it never counts less than the record does."""
        return self._happened(Done.DECLARED, SyringeEventKind.DECLARED, syringe_id, since=since)

    def hand_in(self, syringe_id: str) -> Undo:
        """Given to the pharmacist."""
        return self._happened(Done.GAVE_TO_PHARMACIST, SyringeEventKind.HANDED_IN, syringe_id)

    def lose(self, syringe_id: str) -> Undo:
        """It cannot be found."""
        return self._happened(Done.LOST, SyringeEventKind.LOST, syringe_id)

    def drop_in_sharps(self, syringe_id: str) -> Undo:
        """A used or wasted syringe went into the sharps box."""
        return self._happened(Done.IN_SHARPS, SyringeEventKind.IN_SHARPS, syringe_id)

    def found_outside(self, syringe_ids: tuple[str, ...], since: datetime | None) -> Undo:
        """ "I found one outside": out since then, or unknown when nobody can say.

        Several ids mean "I cannot tell which": each of them gets the longest time.
        """
        done = Done.MARKED_UNKNOWN if since is None else Done.TOOK_OUT
        with self._record.act("found_outside") as act:
            moment = self._record.moment(act.connection, act.reading)
            in_the_past(act, since)
            written = tuple(_found(act, moment, syringe_id, since) for syringe_id in syringe_ids)
        return Undo(done, events=written)

    def _happened(
        self,
        done: Done,
        kind: SyringeEventKind,
        syringe_id: str,
        *,
        since: datetime | None = None,
        place: str = "",
        reason: SetAsideReason | None = None,
        note: str = "",
    ) -> Undo:
        with self._record.act(done.value) as act:
            in_the_past(act, since)
            moment = self._record.moment(act.connection, act.reading)
            told = event(act, moment, kind, since=since, place=place, reason=reason, note=note)
            syringes.put_event(act, syringe_id, told)
        return Undo(done, events=(told.id,))


def _told(act: Act, look: Look, told: SyringeEvent) -> str:
    syringes.put_event(act, look.syringe.id, told)
    return told.id


def _found(act: Act, moment: Moment, syringe_id: str, since: datetime | None) -> str:
    found = syringes.syringe(act.connection, syringe_id)
    is_out = found is not None and look_at(act.connection, moment, found).is_out
    kind = SyringeEventKind.UNKNOWN if since is None else SyringeEventKind.OUT
    if since is not None and is_out:
        # It was out on record already: what was told now can only lengthen that.
        kind = SyringeEventKind.DECLARED
    told = event(act, moment, kind, since=since)
    syringes.put_event(act, syringe_id, told)
    return told.id


def in_the_past(act: Act, since: datetime | None) -> None:
    """Raises `NotInTime` for an instant after the act; what nobody knows passes."""
    if since is not None and since > act.at:
        raise NotInTime("that time is still ahead")
