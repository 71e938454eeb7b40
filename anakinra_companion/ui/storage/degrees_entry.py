"""A temperature as people type it, in the unit they chose."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from anakinra_companion.domain.fridge.rows import Skip
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.exchange.loggers.kinds import Unit, UnreadableError
from anakinra_companion.exchange.loggers.temperatures import Temperatures

_tr = QCoreApplication.translate


class NotATemperatureError(Exception):
    """What was typed is none; its words say what to do."""


def read(words: str, unit: TemperatureUnit) -> int:
    """Hundredths of a degree C; a comma is a decimal one, and a unit that is typed too must be the chosen one.

    Raises `NotATemperatureError` with a plain sentence.
    """
    bare = words.strip().replace("−", "-").replace("º", "°")
    try:
        found = Temperatures(Unit(unit.value))[bare]
    except UnreadableError as trouble:
        raise NotATemperatureError(_why(trouble.why, unit)) from trouble
    return found


def _why(why: Skip, unit: TemperatureUnit) -> str:
    if why is Skip.UNIT:
        return _tr("fridge", "This is in the other unit. Choose that unit above, or type the number alone.")
    if why is Skip.OUT_OF_RANGE:
        return _tr("fridge", "No fridge is like this. Check the number and the unit.")
    if why is Skip.EMPTY:
        return _tr("fridge", "Please type what the thermometer shows.")
    return _tr("fridge", "Please type a number, such as {0}.").format(example(unit))


def example(unit: TemperatureUnit) -> str:
    """A number of the chosen unit, to show how one is typed."""
    return "4.5" if unit is TemperatureUnit.CELSIUS else "40"
