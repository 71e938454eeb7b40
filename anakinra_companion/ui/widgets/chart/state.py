"""What a temperature chart shows: curves with their gaps, times out of range, and the window of time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.domain.profile import TemperatureUnit

# A column of time: its UTC second, the lowest and the highest reading in it, in hundredths of a degree C.
Point = tuple[int, int, int]
DAY = 24 * 3600


class ShadeKind(StrEnum):
    """Which way out of range a time was, by pattern, icon and word."""

    FROZEN = "frozen"
    COLD = "cold"
    WARM = "warm"
    HOT = "hot"


@dataclass(frozen=True, slots=True)
class Curve:
    """What one sensor measured, in order; None between two points is a gap, over which no line is drawn."""

    name: str
    points: tuple[Point | None, ...]


@dataclass(frozen=True, slots=True)
class Shade:
    """A time out of range (UTC seconds, both ends included); `words` is the whole of it as a sentence."""

    kind: ShadeKind
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class ChartState:
    """Everything that is drawn between the two ends of `window`; `zone` is the IANA name of the times shown."""

    window: Span
    zone: str
    curves: tuple[Curve, ...] = ()
    shades: tuple[Shade, ...] = ()
    unit: TemperatureUnit = TemperatureUnit.CELSIUS

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to read."""
        return not any(point for curve in self.curves for point in curve.points)

    @property
    def lowest(self) -> int | None:
        """The lowest reading, in hundredths of a degree C."""
        return min((point[1] for curve in self.curves for point in curve.points if point), default=None)

    @property
    def highest(self) -> int | None:
        """The highest reading, in hundredths of a degree C."""
        return max((point[2] for curve in self.curves for point in curve.points if point), default=None)
