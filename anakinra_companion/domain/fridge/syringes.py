"""What a fridge's temperatures add to a syringe that was in it; all of it is derived anew at each look."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from anakinra_companion.domain.fridge.course import Course
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
    stretch it met, in UTC seconds. `since_when`: warm readings of which nobody has told yet when the warmth began;
    until then its time out is not known.
    """

    warm_seconds: int = 0
    frozen: tuple[int, ...] = ()
    overheated: tuple[int, ...] = ()
    since_when: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Conditions:
    """What may have harmed a syringe in one fridge, in order and without overlaps, so that it is quick to ask.

    `warm`: above 8 degrees C, `frozen`: at or below 0, `overheated`: above 25; in UTC seconds. `since_when`: lone
    warm readings without an answer; `seen_before`: for each of them the reading before, since which it may have been
    warm.
    """

    warm: tuple[Span, ...] = ()
    frozen: tuple[Span, ...] = ()
    overheated: tuple[Span, ...] = ()
    since_when: tuple[int, ...] = ()
    seen_before: tuple[int, ...] = ()


def conditions(courses: Iterable[Course], answered: Mapping[int, int] = NOTHING_ANSWERED) -> Conditions:
    """The courses of all sensors of one fridge together; two that are warm at once count once.

    `answered`: for a lone warm reading, the second since when it was warm. Without a course nothing is left: an
    import that is removed takes everything back.
    """
    courses = list(courses)
    lone = sorted({second for told in courses for second in told.lone})
    warm = [Span(each.start, each.end) for told in courses for each in told.warm]
    warm += [Span(min(answered[second], second), second) for second in lone if second in answered]
    before = {gap.end: gap.start for told in courses for gap in told.gaps}
    asked = tuple(second for second in lone if second not in answered)
    return Conditions(
        _joined(warm),
        _joined(Span(each.first, each.last) for told in courses for each in told.frozen),
        _joined(Span(each.first, each.last) for told in courses for each in told.overheated),
        asked,
        tuple(before.get(second, second) for second in asked),
    )


def exposure(stays: Iterable[Stay], met: Conditions) -> Exposure:
    """What the stays of one syringe met. A stay meets frost or heat also when it only touches it.

    One that left between the reading before and a warm one that is still asked about may have been warm, too.
    """
    there = _joined(Span(stay.start, _FOR_EVER if stay.end is None else stay.end) for stay in stays)
    asked = zip(met.since_when, met.seen_before or met.since_when, strict=True)
    return Exposure(
        sum(span.end - span.start for span in _shared(there, met.warm)),
        tuple(span.start for span in _shared(there, met.frozen)),
        tuple(span.start for span in _shared(there, met.overheated)),
        tuple(
            sorted(second for second, before in asked if any(True for _ in _shared(there, [Span(before, second)])))
        ),
    )


_FOR_EVER = 1 << 62


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same time without any second twice, in order."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _shared(stays: Sequence[Span], spans: Sequence[Span]) -> Iterator[Span]:
    """The parts of spans that fall into a stay."""
    for stay in stays:
        for at in range(bisect_left(spans, stay.start, key=lambda each: each.end), len(spans)):
            if spans[at].start > stay.end:
                break
            yield Span(max(stay.start, spans[at].start), min(stay.end, spans[at].end))
