"""What the rules of days need from the record, read for a window of days only."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from anakinra_companion.domain.doses import DoseRecord
from anakinra_companion.store import doses, regimens, walkthroughs

if TYPE_CHECKING:
    from sqlalchemy import Connection

# A day as lived begins at most this far from the same day in UTC.
_ZONE_SPAN = timedelta(hours=14)


def dose_record(connection: Connection, first: date, last: date) -> DoseRecord:
    """Regimens, pauses, doses and answers that bear on these days; the cost does not grow with the years."""
    since = datetime.combine(first, time.min, UTC) - _ZONE_SPAN
    until = datetime.combine(last, time.max, UTC) + _ZONE_SPAN
    open_now = walkthroughs.open_walkthroughs(connection)
    return DoseRecord(
        regimens=regimens.regimens(connection),
        pauses=regimens.pauses(connection),
        doses=tuple(doses.doses_between(connection, first, last, since, until)),
        answers=tuple(doses.answers_between(connection, first, last)),
        unfinished=frozenset(walk.slot for walk in open_now if walk.is_possible_dose),
    )
