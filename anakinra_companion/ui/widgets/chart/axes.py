"""Where an instant and a temperature lie on the picture, and which of them are written beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF

from anakinra_companion.domain.fridge.readings import FREEZING, HIGHEST, LOWEST, OVERHEATED, Span
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui.widgets.chart import degrees
from anakinra_companion.ui.widgets.chart.state import DAY, ChartState

# Room above and below everything, in hundredths of a degree C.
ROOM = 150
# At least this much around the range, so that its ends and freezing are always in the picture.
COLDEST, WARMEST = FREEZING - ROOM, HIGHEST + 2 * ROOM
# Degrees between two grid lines, the first that leaves them far enough apart.
STEPS = (1, 2, 5, 10, 20)
HOURS = (1, 3, 6, 12)
DAYS = (1, 2)
MONTHS = (1, 2, 3, 6, 12)
# A span with more days than this is told by months.
MONTHLY = 92


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns seconds and hundredths of a degree C into pixels of `area`, and back."""

    area: QRectF
    window: Span
    bottom: int
    top: int

    def x(self, second: float) -> float:
        """The column of an instant."""
        length = max(self.window.end - self.window.start, 1)
        return self.area.left() + (second - self.window.start) / length * self.area.width()

    def y(self, hundredths: float) -> float:
        """The row of a temperature."""
        return self.area.bottom() - (hundredths - self.bottom) / (self.top - self.bottom) * self.area.height()

    def second(self, x: float) -> float:
        """The instant of a column."""
        length = max(self.window.end - self.window.start, 1)
        return self.window.start + (x - self.area.left()) / max(self.area.width(), 1) * length


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis with what is written there; `strong` for a limit or a new day."""

    at: int
    words: str
    strong: bool = False


def scale(state: ChartState, area: QRectF) -> Scale:
    """The scale on which every reading and the whole range fits."""
    lowest, highest = state.lowest, state.highest
    bottom = COLDEST if lowest is None else min(COLDEST, lowest - ROOM)
    top = WARMEST if highest is None else max(WARMEST, highest + 2 * ROOM)
    return Scale(area, state.window, bottom, top)


def limits(on: Scale) -> tuple[int, ...]:
    """The limits in the picture, the most important first."""
    return tuple(each for each in (HIGHEST, FREEZING, LOWEST, OVERHEATED) if on.bottom < each < on.top)


def temperature_ticks(on: Scale, unit: TemperatureUnit, apart: float) -> list[Tick]:
    """Limits first, then round numbers between them, none nearer to another than `apart` pixels."""
    found = [Tick(limit, _short(limit, unit), strong=True) for limit in limits(on)]
    kept: list[Tick] = []
    for tick in (*found, *_round_numbers(on, unit, apart)):
        if all(abs(on.y(tick.at) - on.y(other.at)) >= apart for other in kept):
            kept.append(tick)
    return kept


def _round_numbers(on: Scale, unit: TemperatureUnit, apart: float) -> Iterator[Tick]:
    low, high = degrees.in_unit(on.bottom, unit), degrees.in_unit(on.top, unit)
    height = on.area.height() / max(high - low, 1)
    step = next((each for each in STEPS if each * height >= 1.4 * apart), STEPS[-1])
    for value in range(-(-int(low) // step) * step, int(high) + 1, step):
        hundredths = value * 100 if unit is TemperatureUnit.CELSIUS else round((value - 32) * 500 / 9)
        if on.bottom < hundredths < on.top:
            yield Tick(hundredths, _short(hundredths, unit))


def _short(hundredths: int, unit: TemperatureUnit) -> str:
    """A number without a zero after its point."""
    words = degrees.number(hundredths, unit)
    return words[:-2] if words.endswith("0") and not words[-2].isdigit() else words


Measured = Callable[[str], float]


def time_ticks(on: Scale, zone: str, width_of: Measured) -> list[Tick]:
    """Hours, days or months by the clock of the zone, as many as have room; `width_of` measures words."""
    best: list[Tick] = []
    for ticks in _tries(on.window, ZoneInfo(zone)):
        inside = [tick for tick in ticks if on.window.start <= tick.at <= on.window.end]
        if inside and _fits(on, inside, width_of):
            return inside
        best = inside or best
    return best[:1]


def _fits(on: Scale, ticks: Sequence[Tick], width_of: Measured) -> bool:
    right = float("-inf")
    for tick in ticks:
        middle, half = on.x(tick.at), width_of(tick.words) / 2
        if middle - half < right + 8:
            return False
        right = middle + half
    return True


def _tries(window: Span, zone: ZoneInfo) -> Iterator[list[Tick]]:
    """From many ticks to few."""
    first, last = datetime.fromtimestamp(window.start, zone).date(), datetime.fromtimestamp(window.end, zone).date()
    length = window.end - window.start
    if length <= 2 * DAY:
        for hours in HOURS:
            yield [tick for day in _days(first, last, 1) for tick in _hours(day, hours, zone)]
    if length <= MONTHLY * DAY:
        for step in DAYS:
            yield [_day(day, "ddd d", zone) for day in _days(first, last, step)]
        # From here on by weeks, each on a Monday.
        monday = first - timedelta(days=first.weekday())
        for weeks in (1, 2, 4):
            yield [_day(day, "d MMM", zone) for day in _days(monday, last, 7 * weeks)]
    for months in MONTHS:
        yield [_day(day, "MMM yyyy" if day.month == 1 else "MMM", zone) for day in _months(first, last, months)]
    yield [_day(day, "yyyy", zone) for day in _months(first, last, 12)]


def _hours(day: date, step: int, zone: ZoneInfo) -> Iterator[Tick]:
    for hour in range(0, 24, step):
        moment = datetime.combine(day, time(hour), zone)
        words = degrees.day(moment, "ddd d") if hour == 0 else degrees.clock(moment)
        yield Tick(int(moment.timestamp()), words, strong=hour == 0)


def _day(day: date, pattern: str, zone: ZoneInfo) -> Tick:
    moment = datetime.combine(day, time(), zone)
    return Tick(int(moment.timestamp()), degrees.day(moment, pattern), strong=True)


def _days(first: date, last: date, step: int) -> Iterator[date]:
    for number in range(0, (last - first).days + 1, step):
        yield first + timedelta(days=number)


def _months(first: date, last: date, step: int) -> Iterator[date]:
    for number in range(first.year * 12, last.year * 12 + last.month, step):
        day = date(number // 12, number % 12 + 1, 1)
        if day >= first.replace(day=1):
            yield day
