"""Whole places a person would rather use, or not use: "not the right arm this week"."""

from __future__ import annotations

from datetime import date

from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import OverAlready
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.sites import Place
from anakinra_companion.domain.skin.wishes import Wish, WishKind
from anakinra_companion.store.skin import wishes as store


class Wishes:
    """Everything about wishes; the last word on a place counts."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def in_force(self) -> tuple[Wish, ...]:
        """What is wished today, at most one for each place."""
        with self._record.reading() as connection:
            today = self._record.today(connection)
            return tuple(wish for wish in store.wishes(connection) if wish.in_force(today))

    def prefer(self, place: Place, until: date | None = None) -> Undo:
        """This place rather than others, through a day or for good; raises `OverAlready`."""
        return self._wish(place, WishKind.PREFER, until)

    def exclude(self, place: Place, until: date | None = None) -> Undo:
        """Not this place, through a day or for good; raises `OverAlready`."""
        return self._wish(place, WishKind.EXCLUDE, until)

    def clear(self, place: Place) -> Undo:
        """This place as any other again."""
        with self._record.act("clear_wish") as act:
            written = store.withdraw_wishes(act, place)
        return Undo(Done.PLACE_AS_ANY_OTHER, skin=written)

    def _wish(self, place: Place, kind: WishKind, until: date | None) -> Undo:
        with self._record.act("wish") as act:
            if until is not None and until < self._record.today(act.connection):
                raise OverAlready(until)
            written = store.put_wish(act, Wish(new_id(), place, kind, until))
        done = Done.PLACE_PREFERRED if kind is WishKind.PREFER else Done.PLACE_EXCLUDED
        return Undo(done, skin=(written,))
