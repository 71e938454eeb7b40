"""Temperatures and instants as a person reads them: their unit, their clock, their language."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from anakinra_companion.domain.fridge.readings import FREEZING, HIGHEST, LOWEST, OVERHEATED, in_range
from anakinra_companion.domain.profile import Profile, TemperatureUnit
from anakinra_companion.ui.theme import Tone

_tr = QCoreApplication.translate
LIMITS = (FREEZING, LOWEST, HIGHEST, OVERHEATED)


def unit_of(profile: Profile) -> TemperatureUnit:
    """What the person chose, else what thermometers show where the computer says it is."""
    if profile.temperature_unit is not None:
        return profile.temperature_unit
    american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return TemperatureUnit.FAHRENHEIT if american else TemperatureUnit.CELSIUS


def in_unit(hundredths: float, unit: TemperatureUnit) -> float:
    """Hundredths of a degree C as degrees of a unit."""
    celsius = hundredths / 100
    return celsius if unit is TemperatureUnit.CELSIUS else celsius * 9 / 5 + 32


def number(hundredths: int, unit: TemperatureUnit) -> str:
    """The number alone, with one decimal; with two where one would put it on the wrong side of a limit."""
    shown = in_unit(hundredths, unit)
    hides = any(hundredths != limit and round(shown, 1) == round(in_unit(limit, unit), 1) for limit in LIMITS)
    # Minus zero is no temperature.
    return QLocale().toString(round(shown, 2 if hides else 1) + 0.0, "f", 2 if hides else 1)


def sign(unit: TemperatureUnit) -> str:
    """The sign of a unit."""
    return _tr("chart", "°C") if unit is TemperatureUnit.CELSIUS else _tr("chart", "°F")


def degrees(hundredths: int, unit: TemperatureUnit) -> str:
    """A temperature with its unit."""
    return _tr("chart", "{0} {1}").format(number(hundredths, unit), sign(unit))


def between(lowest: int, highest: int, unit: TemperatureUnit) -> str:
    """From one temperature to another, or the one there is."""
    if lowest == highest:
        return degrees(lowest, unit)
    return _tr("chart", "{0} to {1}").format(number(lowest, unit), degrees(highest, unit))


def state(lowest: int, highest: int) -> tuple[str, str, Tone]:
    """Where readings lie, as icon, word and tone; frost comes first, then heat."""
    if lowest <= FREEZING:
        return "snowflake", _tr("chart", "at or below freezing"), Tone.STOP
    if highest > OVERHEATED:
        return "sun", _tr("chart", "far too warm"), Tone.STOP
    if highest > HIGHEST and lowest < LOWEST:
        return "warning", _tr("chart", "too cold and too warm"), Tone.SOON
    if not in_range(highest):
        return ("sun", _tr("chart", "too warm"), Tone.SOON) if highest > HIGHEST else _too_cold()
    return ("check-circle", _tr("chart", "in range"), Tone.TAKEN) if in_range(lowest) else _too_cold()


def _too_cold() -> tuple[str, str, Tone]:
    return "snowflake", _tr("chart", "too cold"), Tone.SOON


def local(second: int, zone: str) -> datetime:
    """A UTC second on the clock of a zone."""
    return datetime.fromtimestamp(second, ZoneInfo(zone))


def clock(moment: datetime) -> str:
    """The time of day as the locale writes it."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def day(moment: datetime, pattern: str) -> str:
    """The day of a local time, by one of Qt's patterns."""
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), pattern)


def spoken(second: int, zone: str) -> str:
    """An instant as it is read aloud."""
    moment = local(second, zone)
    return _tr("chart", "{0}, {1}").format(day(moment, "dddd, d MMMM"), clock(moment))


def lasted(start: int, end: int, zone: str) -> str:
    """From one instant to another; the day is said once when it is the same."""
    ends = local(end, zone)
    same = local(start, zone).date() == ends.date()
    return _tr("chart", "{0} to {1}").format(spoken(start, zone), clock(ends) if same else spoken(end, zone))
