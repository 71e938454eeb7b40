"""What was said of the wrong syringe, and one that turned up again: corrections on the record, never in silence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from anakinra_companion.diary.looking import look_at
from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn, OutAlready
from anakinra_companion.diary.storage import event
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.storage import State, SyringeEvent, SyringeEventKind
from anakinra_companion.store import syringes

if TYPE_CHECKING:
    from anakinra_companion.store.store import Act

# What an injection or the sharps box says of a syringe is corrected with the dose.
_MOVABLE = frozenset(
    {SyringeEventKind.OUT, SyringeEventKind.SET_ASIDE, SyringeEventKind.UNKNOWN, SyringeEventKind.HANDED_IN}
    | {SyringeEventKind.LOST}
)
_STRETCH = frozenset({SyringeEventKind.OUT, SyringeEventKind.DECLARED, SyringeEventKind.BACK})


class SyringeCorrections:
    """Corrections of what happened to a syringe."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def movable(self, syringe_id: str) -> tuple[SyringeEvent, ...]:
        """What can still be said of another syringe, oldest first: outings, and ends but those of an injection."""
        with self._record.reading() as connection:
            standing = _standing(syringes.events_with_voided(connection, syringe_id))
        return tuple(each for each in standing if each.kind in _MOVABLE)

    def was_another(self, syringe_id: str, event_id: str, other_id: str) -> Undo:
        """ "It was another syringe": the entry moves to the other with its times; an outing moves until its return.

        Raises `OutAlready` when the other is out or ended, because moving a return to it would shorten its own time
        (H6), and `MovedOn` when the entry no longer counts.
        """
        with self._record.act(Done.WAS_ANOTHER.value) as act:
            standing = _standing(syringes.events_with_voided(act.connection, syringe_id))
            place = next((n for n, each in enumerate(standing) if each.id == event_id), None)
            if place is None or standing[place].kind not in _MOVABLE:
                raise MovedOn("this entry was corrected already")
            self._may_take(act, other_id)
            written, voided = [], []
            for each in _belonging(standing, place):
                syringes.void_event(act, each.id)
                moved = replace(each, id=new_id())
                syringes.put_event(act, other_id, moved)
                written.append(moved.id)
                voided.append(each.id)
        return Undo(Done.WAS_ANOTHER, events=tuple(written), voided=tuple(voided))

    def found_again(self, syringe_id: str) -> Undo:
        """A lost syringe turned up: nobody knows how long it was out, so it is unknown, and not to be used."""
        with self._record.act(Done.FOUND_AGAIN.value) as act:
            moment = self._record.moment(act.connection, act.reading)
            standing = _standing(syringes.events_with_voided(act.connection, syringe_id))
            lost = [each.id for each in standing if each.kind is SyringeEventKind.LOST]
            if not lost:
                raise MovedOn("it is not lost")
            for id_ in lost:
                syringes.void_event(act, id_)
            told = event(act, moment, SyringeEventKind.UNKNOWN)
            syringes.put_event(act, syringe_id, told)
        return Undo(Done.FOUND_AGAIN, events=(told.id,), voided=tuple(lost))

    def _may_take(self, act: Act, other_id: str) -> None:
        found = syringes.syringe(act.connection, other_id)
        if found is None:
            raise KeyError(other_id)
        judged = look_at(act.connection, self._record.moment(act.connection, act.reading), found)
        if judged.is_out or judged.recorded is not State.IN_FRIDGE:
            raise OutAlready(judged)


def _standing(told: list[tuple[SyringeEvent, bool]]) -> list[SyringeEvent]:
    return [each for each, voided in told if not voided]


def _belonging(standing: list[SyringeEvent], place: int) -> list[SyringeEvent]:
    """The entry, and for an outing everything until the syringe was back."""
    if standing[place].kind is not SyringeEventKind.OUT:
        return [standing[place]]
    found = []
    for each in standing[place:]:
        if each.kind in _STRETCH:
            found.append(each)
        if each.kind is SyringeEventKind.BACK:
            break
    return found
