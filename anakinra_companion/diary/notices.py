"""What is told of a syringe's time by itself: once for each stage, also after the program was closed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anakinra_companion.diary.record import OpenRecord
from anakinra_companion.diary.storage import looks_at_home
from anakinra_companion.domain import notices as rules
from anakinra_companion.domain.notices import Notice, Stage
from anakinra_companion.store import notices

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.domain.storage import Look

Told = dict[str, frozenset[Stage]]


class Notices:
    """Everything that speaks up by itself."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def take(self) -> tuple[Notice, ...]:
        """What is to be told now, most urgent first; whoever takes it tells it, and nobody is given it again."""
        with self._record.reading() as connection:
            looks, told = self._present(connection)
            if not rules.due(looks, told) and not any(_lapsed(looks, told).values()):
                return ()
        with self._record.store.noting() as connection:
            # Looked at again inside the write: another window may have taken it in between.
            looks, told = self._present(connection)
            for syringe, stages in _lapsed(looks, told).items():
                notices.forget_told(connection, syringe, stages)
            due = rules.due(looks, told)
            for notice in due:
                notices.put_told(connection, notice.look.syringe.id, notice.passed, self._record.now())
        return due

    def _present(self, connection: Connection) -> tuple[tuple[Look, ...], Told]:
        return looks_at_home(connection, self._record.moment(connection)), notices.told(connection)


def _lapsed(looks: tuple[Look, ...], told: Told) -> Told:
    found = {look.syringe.id: rules.lapsed(look, told.get(look.syringe.id, frozenset())) for look in looks}
    return {syringe: stages for syringe, stages in found.items() if stages}
