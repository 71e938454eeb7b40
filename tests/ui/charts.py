"""Charts to test with: two days of readings, with a gap, an afternoon too warm and a night of frost."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui.widgets.chart import ChartState, Curve, Point, Shade, ShadeKind

ZONE = "Europe/Madrid"
HOUR = 3600


def at(day: int, hour: int = 0, minute: int = 0) -> int:
    """An instant of March 2026 in Madrid, as UTC seconds; the 3rd is a Tuesday."""
    return int(datetime(2026, 3, day, hour, minute, tzinfo=ZoneInfo(ZONE)).timestamp())


WARM = Shade(ShadeKind.WARM, Span(at(3, 14), at(3, 16)), "Too warm: Tuesday")
FROST = Shade(ShadeKind.FROZEN, Span(at(4, 2), at(4, 4)), "At or below freezing: Wednesday")


def fortnight(window: Span | None = None, unit: TemperatureUnit = TemperatureUnit.CELSIUS) -> ChartState:
    """A point an hour of two days; none on Tuesday from 20:00 to 22:00."""
    points: list[Point | None] = []
    for hour in range(48):
        second = at(3) + hour * HOUR
        if hour == 20:
            points.append(None)
        elif hour not in (21, 22):
            points.append((second, value(hour), value(hour)))
    shades = (WARM, FROST)
    return ChartState(window or Span(at(3), at(5)), ZONE, (Curve("Shelf", tuple(points)),), shades, unit)


def value(hour: int) -> int:
    """Hundredths of a degree C."""
    return {14: 950, 15: 1120, 16: 900, 26: -50, 27: -120, 28: -10}.get(hour, 620)
