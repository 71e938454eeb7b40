"""A temperature as people type it, in the unit they chose."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from anakinra_companion.domain.fridge.typed import COLDEST, HOTTEST
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.exchange.loggers.kinds import Unit
from anakinra_companion.exchange.loggers.temperatures import hundredths
from anakinra_companion.ui.widgets.chart.degrees import degrees, in_unit

_tr = QCoreApplication.translate
_TYPED = re.compile(r"([+-]?)(\d{1,4})(?:[.,](\d{1,4}))?\s*°?\s*([CF]?)", re.ASCII | re.IGNORECASE)
_LETTERS = {"C": TemperatureUnit.CELSIUS, "F": TemperatureUnit.FAHRENHEIT}


class NotATemperatureError(Exception):
    """What was typed is none; its words say what to do."""


def read(words: str, unit: TemperatureUnit) -> int:
    """Hundredths of a degree C; a comma is a decimal one, and a unit that is typed too must be the chosen one.

    Raises `NotATemperatureError` with a plain sentence.
    """
    bare = words.strip().replace("−", "-").replace("º", "°")
    if not bare:
        raise NotATemperatureError(_tr("fridge", "Please type what the thermometer shows."))
    if (match := _TYPED.fullmatch(bare)) is None:
        raise NotATemperatureError(_tr("fridge", "Please type a number, such as {0}.").format(example(unit)))
    sign, whole, part, letter = match.groups()
    if letter and _LETTERS[letter.upper()] is not unit:
        raise NotATemperatureError(
            _tr("fridge", "This is in the other unit. Choose that unit above, or type the number alone.")
        )
    part = part or ""
    number = int(whole + part) * (-1 if sign == "-" else 1)
    found = hundredths(number, 10 ** len(part), Unit(unit.value))
    if not COLDEST <= found <= HOTTEST:
        said = _tr("fridge", "No thermometer of a fridge shows less than {0} or more than {1}. Check it again.")
        raise NotATemperatureError(said.format(degrees(COLDEST, unit), degrees(HOTTEST, unit)))
    return found


def example(unit: TemperatureUnit) -> str:
    """A number of the chosen unit, to show how one is typed."""
    return "4.5" if unit is TemperatureUnit.CELSIUS else "40"


def exact(value: int, unit: TemperatureUnit) -> str:
    """A number that is read as exactly this value again, as short as can be."""
    for decimals in range(5):
        words = f"{in_unit(value, unit):.{decimals}f}"
        if read(words, unit) == value:
            return words
    return f"{in_unit(value, unit)}"
