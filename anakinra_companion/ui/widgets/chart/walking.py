"""Walking along the curves of a chart, and what is read out where one stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.chart import degrees
from anakinra_companion.ui.widgets.chart.state import DAY, ChartState, Point

_tr = QCoreApplication.translate
Track = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Place:
    """A point of one of the curves, by their numbers."""

    curve: int
    at: int


@dataclass(frozen=True, slots=True)
class ReadOut:
    """What is said of a point: `words` are the whole of it, with the icon and the tone of its state."""

    words: str
    icon: str
    tone: Tone


def tracks(state: ChartState) -> tuple[Track, ...]:
    """The points of each curve without the gaps between them."""
    return tuple([point for point in curve.points if point is not None] for curve in state.curves)


def nearest(track: Track, second: float) -> int:
    """The point nearest to an instant; of two as near the earlier. The track has one at least."""
    at = bisect_left(track, second, key=lambda point: point[0])
    if at == 0:
        return 0
    if at == len(track):
        return at - 1
    return at if track[at][0] - second < second - track[at - 1][0] else at - 1


def latest(all_: Sequence[Track]) -> Place | None:
    """The newest point of all; None when there is none."""
    ends = [(track[-1][0], -number) for number, track in enumerate(all_) if track]
    if not ends:
        return None
    number = -max(ends)[1]
    return Place(number, len(all_[number]) - 1)


def near(all_: Sequence[Track], second: float, curve: int | None = None) -> Place | None:
    """The point nearest to an instant, of one curve if it has any, else of all."""
    if curve is not None and curve < len(all_) and all_[curve]:
        return Place(curve, nearest(all_[curve], second))
    found = [Place(number, nearest(track, second)) for number, track in enumerate(all_) if track]
    return min(found, key=lambda place: abs(all_[place.curve][place.at][0] - second), default=None)


def walked(all_: Sequence[Track], here: Place, how: str) -> Place:
    """Where a step leads; at an end it leads nowhere."""
    track = all_[here.curve]
    second = track[here.at][0]
    if how in ("curve-before", "curve-after"):
        return _other_curve(all_, here, 1 if how == "curve-after" else -1)
    at = {
        "back": here.at - 1,
        "on": here.at + 1,
        "first": 0,
        "last": len(track) - 1,
        "day-back": nearest(track, second - DAY),
        "day-on": nearest(track, second + DAY),
    }[how]
    return Place(here.curve, min(max(at, 0), len(track) - 1))


def _other_curve(all_: Sequence[Track], here: Place, step: int) -> Place:
    second = all_[here.curve][here.at][0]
    number = here.curve + step
    while 0 <= number < len(all_):
        if all_[number]:
            return Place(number, nearest(all_[number], second))
        number += step
    return here


def read_out(state: ChartState, all_: Sequence[Track], here: Place) -> ReadOut:
    """When it was, what was measured, and what that is."""
    second, lowest, highest = all_[here.curve][here.at]
    icon, word, tone = degrees.state(lowest, highest)
    when = degrees.spoken(second, state.zone)
    said = _tr("chart", "{0}: {1}, {2}").format(when, degrees.between(lowest, highest, state.unit), word)
    name = state.curves[here.curve].name
    if len(state.curves) > 1 and name:
        said = _tr("chart", "{0}. {1}").format(name, said)
    return ReadOut(said, icon, tone)


def worst(all_: Sequence[Track], start: int, end: int, *, cold: bool) -> Place | None:
    """The lowest or the highest point between two instants; None when the curves have none there."""
    found = [
        (point[1] if cold else -point[2], number, at)
        for number, track in enumerate(all_)
        for at, point in enumerate(track)
        if start <= point[0] <= end
    ]
    return Place(*min(found)[1:]) if found else near(all_, (start + end) / 2)
