"""What a fridge's temperatures add to a syringe that was in it; all of it is derived anew at each look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from anakinra_companion.domain.fridge.course import Course, Stretch
from anakinra_companion.domain.fridge.readings import Span

NOTHING_ANSWERED: Mapping[int, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Stay:
    """When a syringe was in that fridge, in UTC seconds; `end` is None while it still is."""

    start: int
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """What it met there. `warm_seconds` count as time at room temperature (S94).

    `frozen`: when it may have frozen, `overheated`: when it was above 25 degrees C; the first instant of each
    stretch, in UTC seconds. `since_when`: warm readings of which nobody has told yet when the warmth began; until
    then its time out is not known.
    """

    warm_seconds: int = 0
    frozen: tuple[int, ...] = ()
    overheated: tuple[int, ...] = ()
    since_when: tuple[int, ...] = ()


def exposure(
    stays: Sequence[Stay], courses: Iterable[Course], answered: Mapping[int, int] = NOTHING_ANSWERED
) -> Exposure:
    """What the stays of one syringe met, by every sensor of that fridge.

    `answered`: for a lone warm reading, the second since when it was warm. Two sensors that are warm at once count
    once. Without a course nothing is left: an import that is removed takes everything back.
    """
    courses = list(courses)
    warm = [Span(each.start, each.end) for told in courses for each in told.warm]
    lone = sorted({second for told in courses for second in told.lone})
    warm += [Span(min(answered[second], second), second) for second in lone if second in answered]
    return Exposure(
        sum(_shared(stay, span) for stay in _joined(_spans(stays)) for span in _joined(warm)),
        _met(stays, [each for told in courses for each in told.frozen]),
        _met(stays, [each for told in courses for each in told.overheated]),
        tuple(second for second in lone if second not in answered and _was_there(stays, second, second) is not None),
    )


def _spans(stays: Iterable[Stay]) -> list[Span]:
    return [Span(stay.start, _FOR_EVER if stay.end is None else stay.end) for stay in stays]


_FOR_EVER = 1 << 62


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same time without any second twice, in order."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _shared(one: Span, other: Span) -> int:
    return max(min(one.end, other.end) - max(one.start, other.start), 0)


def _met(stays: Sequence[Stay], stretches: Iterable[Stretch]) -> tuple[int, ...]:
    """A stay meets a stretch also when it only touches it, or lies between two of its readings."""
    met = {_was_there(stays, each.first, each.last) for each in stretches}
    return tuple(sorted(second for second in met if second is not None))


def _was_there(stays: Sequence[Stay], first: int, last: int) -> int | None:
    seconds = [max(span.start, first) for span in _spans(stays) if span.start <= last and span.end >= first]
    return min(seconds, default=None)
