"""How large the skin is: the tape of a day, with every earlier one kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn, NotInTime, OddNumber
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.sites import Calibration
from anakinra_companion.domain.skin.tape import SLIPS, Measured, Tape, slips
from anakinra_companion.store.changes import change
from anakinra_companion.store.skin import sizes as store
from anakinra_companion.store.skin.tables import SIZES

if TYPE_CHECKING:
    from anakinra_companion.store.store import Act


class Sizes:
    """Everything about measuring."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def present(self) -> Calibration:
        """The sizes that hold now; about a typical adult's while nobody measured."""
        with self._record.reading() as connection:
            return store.present(connection)

    def of(self, calibration_id: str) -> Calibration:
        """The sizes an injection was given under."""
        with self._record.reading() as connection:
            return store.calibration(connection, calibration_id)

    def versions(self) -> tuple[Measured, ...]:
        """Every tape that counts, by its day, the newest last."""
        with self._record.reading() as connection:
            return store.versions(connection)

    def measure(self, tape: Tape, on: date | None = None) -> Undo:
        """Keeps what the tape said, today or on an earlier day; raises `OddNumber` for a slip, or `NotInTime`."""
        with self._record.act("measure") as act:
            today = self._record.today(act.connection)
            _reasonable(tape)
            if on is not None and on > today:
                raise NotInTime("that day is still ahead")
            written = store.put_size(act, Measured(new_id(), on or today, tape))
        return Undo(Done.MEASURED, skin=(written,))

    def withdraw(self, id_: str) -> Undo:
        """The tape was wrong: the sizes before it hold again. Injections keep the sizes they were given under."""
        with self._record.act("withdraw_sizes") as act:
            _known(act, id_)
            written = change(act, SIZES, id_, withdrawn=1)
        return Undo(Done.SIZES_TAKEN_BACK, skin=(written,))


def _reasonable(tape: Tape) -> None:
    for measure in slips(tape):
        raise OddNumber(measure.value, *SLIPS[measure])


def _known(act: Act, id_: str) -> None:
    if id_ not in {each.id for each in store.versions(act.connection)}:
        raise MovedOn("these sizes were taken back")
