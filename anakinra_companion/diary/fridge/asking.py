"""What only the person can tell of a fridge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from anakinra_companion.diary.fridge.views import FridgeAsk, FridgeQuestion
from anakinra_companion.diary.looking import stays_of
from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.domain.fridge.syringes import Stay
from anakinra_companion.store.fridge import courses, said
from anakinra_companion.store.fridge.batches import readings_of, standing
from anakinra_companion.store.fridge.ends import ends_of
from anakinra_companion.store.syringes import syringes_at_home

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from anakinra_companion.domain.storage import Moment


def questions(connection: Connection, moment: Moment, place: str) -> tuple[FridgeQuestion, ...]:
    """Lone warm readings without an answer, and warm ends of files; what matters to a syringe first."""
    home = syringes_at_home(connection)
    stays = [stay for each in home for stay in stays_of(each, moment, place)]
    found = [*_since_when(connection, place, stays), *_warm_ends(connection, place, stays)]
    return tuple(sorted(found, key=lambda each: (not each.matters, -each.second)))


def _since_when(connection: Connection, place: str, stays: list[Stay]) -> Iterator[FridgeQuestion]:
    lone = courses.courses(connection, place, 0).lone
    answered = said.answers(connection, place) if lone else {}
    for second in sorted(set(lone) - set(answered)):
        sensor, highest = _read_at(connection, place, second)
        span = Span(second, second)
        yield FridgeQuestion(FridgeAsk.SINCE_WHEN, place, sensor, second, highest, span, _meets(stays, span))


def _read_at(connection: Connection, place: str, second: int) -> tuple[str, int]:
    """Which sensor read it, and the highest that it told."""
    for each in said.typed_readings(connection, place):
        if each.second == second:
            return courses.TYPED_IN, each.high
    found = standing(connection, place)
    read = [
        (value, sensor)
        for sensor in dict.fromkeys(name for each in found for name in each.sensors)
        for _, value in readings_of(connection, found, sensor, second, second)
    ]
    value, sensor = max(read, default=(0, ""))
    return sensor, value


def _warm_ends(connection: Connection, place: str, stays: list[Stay]) -> Iterator[FridgeQuestion]:
    longest = {head.sensor: head.longest for head in courses.heads_of(connection, place)}
    for batch in standing(connection, place):
        for sensor in batch.sensors if batch.only is None else ():
            for end in ends_of(connection, batch, sensor, longest.get(sensor, 0)):
                yield FridgeQuestion(
                    FridgeAsk.LOGGER_WAS_OUT,
                    place,
                    sensor,
                    end.span.end,
                    end.highest,
                    end.span,
                    _meets(stays, end.span),
                    batch_id=batch.id,
                    end=end.end,
                )


def _meets(stays: list[Stay], span: Span) -> bool:
    return any(stay.start <= span.end and (stay.end is None or span.start <= stay.end) for stay in stays)
