"""What a reading would do to the syringes at home, before anybody keeps it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from anakinra_companion.diary.fridge.views import Meaning
from anakinra_companion.diary.looking import came, looks, looks_if
from anakinra_companion.domain.fridge.syringes import conditions
from anakinra_companion.domain.fridge.typed import TypedReading, typed_course
from anakinra_companion.store.fridge import courses, said
from anakinra_companion.store.syringes import syringes_at_home

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.domain.storage import Moment


def would_mean(connection: Connection, moment: Moment, place: str, told: TypedReading) -> Meaning:
    """Compares every syringe at home with what it would be."""
    home = syringes_at_home(connection)
    since = min((came(each) for each in home), default=0)
    others = courses.courses(connection, place, since, but=courses.TYPED_IN)
    typed = typed_course([*said.typed_readings(connection, place), told])
    met = conditions([others, typed], said.answers(connection, place))
    pairs = list(zip(looks(connection, moment, home), looks_if(connection, moment, home, place, met), strict=True))
    more = [(before.exposure, after.exposure) for before, after in pairs]
    return Meaning(
        frozen=sum(bool(after.frozen) and not before.frozen for before, after in more),
        overheated=sum(bool(after.overheated) and not before.overheated for before, after in more),
        since_when=sum(bool(set(after.since_when) - set(before.since_when)) for before, after in more),
        warm=timedelta(seconds=max((after.warm_seconds - before.warm_seconds for before, after in more), default=0)),
        unusable=sum(before.usable and not after.usable for before, after in pairs),
    )
