"""How large the skin is, by the tape of a day; every version is kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, RowMapping, select

from anakinra_companion.domain.sites import TYPICAL, Calibration
from anakinra_companion.domain.skin.tape import Measure, Measured, Tape
from anakinra_companion.store.changes import Before, write
from anakinra_companion.store.skin.tables import SIZES
from anakinra_companion.store.store import Act, next_rank

_STANDING = select(SIZES).where(SIZES.c.withdrawn == 0).order_by(SIZES.c.day, SIZES.c.rank)


def versions(connection: Connection) -> tuple[Measured, ...]:
    """Every tape that counts, by its day, the newest last."""
    return tuple(_measured(row) for row in connection.execute(_STANDING).mappings())


def present(connection: Connection) -> Calibration:
    """The sizes that hold now; a typical adult's while nobody measured."""
    known = versions(connection)
    return known[-1].calibration if known else TYPICAL


def calibration(connection: Connection, id_: str) -> Calibration:
    """The sizes an injection was given under, also those taken back since."""
    if id_ == TYPICAL.id:
        return TYPICAL
    row = connection.execute(select(SIZES).where(SIZES.c.id == id_)).mappings().first()
    return _measured(row).calibration if row else TYPICAL


def put_size(act: Act, measured: Measured) -> Before:
    """Writes one version of the sizes."""
    return write(
        act,
        SIZES,
        measured.id,
        {
            "day": measured.day.isoformat(),
            **{measure.value: measured.tape.of(measure) for measure in Measure},
            "rank": next_rank(act.connection, SIZES),
            "withdrawn": 0,
        },
    )


def _measured(row: RowMapping) -> Measured:
    tape = Tape(**{measure.value: row[measure.value] for measure in Measure})
    return Measured(row["id"], date.fromisoformat(row["day"]), tape)
