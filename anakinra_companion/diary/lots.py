"""A recall names a lot: which syringes of it are left, and which doses used it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from anakinra_companion.diary.looking import looks
from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.domain.doses import Dose
from anakinra_companion.domain.storage import Box, Look
from anakinra_companion.store import doses, syringes
from anakinra_companion.store.syringes import GONE

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class LotView:
    """One box of a lot: its syringes that are still at home, and the doses given from it, oldest first."""

    box: Box
    at_home: tuple[Look, ...]
    doses: tuple[Dose, ...]


def plain(lot: str) -> str:
    """A lot as it is compared: large letters and digits, whatever stands between them on a notice."""
    return "".join(each for each in lot.upper() if each.isalnum())


class Lots:
    """Everything about lots."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def find(self, typed: str) -> tuple[LotView, ...]:
        """The boxes whose lot holds what was typed, the newest first; nothing typed finds nothing."""
        wanted = plain(typed)
        if not wanted:
            return ()
        with self._record.reading() as connection:
            found = [box for box in syringes.every_box(connection) if wanted in plain(box.lot)]
            return tuple(self._view(connection, box) for box in found)

    def _view(self, connection: Connection, box: Box) -> LotView:
        moment = self._record.moment(connection)
        inside = syringes.syringes_of(connection, box.id)
        at_home = [each for each in inside if not any(event.kind in GONE for event in each.events)]
        given = doses.with_syringes(connection, [each.id for each in inside])
        return LotView(box, looks(connection, moment, at_home), tuple(given))
