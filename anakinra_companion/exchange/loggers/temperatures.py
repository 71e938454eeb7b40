"""A cell's text as hundredths of a degree C, exactly."""

from __future__ import annotations

import re

from anakinra_companion.domain.fridge.rows import Skip
from anakinra_companion.exchange.loggers.kinds import Unit, UnreadableError

# What lies outside is no fridge, freezer or room, but a fault; in hundredths of a degree C, both still taken.
COLDEST, HOTTEST = -2000, 5000
# A file has few different temperatures; one with more is noise, and forgotten from time to time.
REMEMBERED = 20_000
_NUMBER = re.compile(r"\s*([+-]?)(\d{1,4})(?:([.,])(\d{1,12}))?\s*(?:(?:°|º)?\s*([CF])|([℃℉]))?\s*", re.ASCII)
_UNITS = {"C": Unit.CELSIUS, "F": Unit.FAHRENHEIT, "℃": Unit.CELSIUS, "℉": Unit.FAHRENHEIT}


class Temperatures(dict[str, int]):
    """Looks a cell up, and reads it only the first time; a comma inside a cell is a decimal one.

    `pointed`: whole numbers are refused.
    """

    def __init__(self, unit: Unit, *, pointed: bool = False) -> None:
        super().__init__()
        self.unit = unit
        self._pointed = pointed

    def __missing__(self, text: str) -> int:
        """Raises `UnreadableError` for what is no temperature, is told in another unit, or is out of range."""
        if (match := _NUMBER.fullmatch(text)) is None:
            raise UnreadableError(_fault(text))
        sign, whole, mark, part, letter, sign_of_unit = match.groups()
        told = letter or sign_of_unit
        if told and _UNITS[told] is not self.unit:
            raise UnreadableError(Skip.UNIT)
        if mark is None and self._pointed:
            raise UnreadableError(Skip.TEMPERATURE)
        part = part or ""
        scaled = int(whole + part) * (-1 if sign == "-" else 1)
        found = hundredths(scaled, 10 ** len(part), self.unit)
        if not COLDEST <= found <= HOTTEST:
            raise UnreadableError(Skip.OUT_OF_RANGE)
        if len(self) >= REMEMBERED:
            self.clear()
        self[text] = found
        return found


def hundredths(number: int, parts: int, unit: Unit) -> int:
    """`number / parts` degrees as the nearest hundredth of a degree C, halves away from zero.

    Nearest, because programs write 8.0 as 8.000000001; every limit (0, 2, 8, 25 degrees C; 32, 35.6, 46.4, 77
    degrees F) and its neighbours at a hundredth of either unit stay on their own side.
    """
    if unit is Unit.FAHRENHEIT:
        number, parts = (number - 32 * parts) * 5, parts * 9
    doubled, size = 2 * abs(number) * 100 + parts, 2 * parts
    return doubled // size * (1 if number >= 0 else -1)


def _fault(text: str) -> Skip:
    bare = text.strip()
    if not bare:
        return Skip.EMPTY
    return Skip.FORMULA if bare[0] in "=@" else Skip.TEMPERATURE


_CELSIUS = re.compile(r"celsius|℃|[°º]\s*c\b|[\(\[]\W{0,3}c\W{0,3}[\)\]]|_c$", re.IGNORECASE)
_FAHRENHEIT = re.compile(r"fahrenheit|℉|[°º]\s*f\b|[\(\[]\W{0,3}f\W{0,3}[\)\]]|_f$", re.IGNORECASE)


def unit_of(heading: str) -> Unit | None:
    """The unit a heading names; None when it names none, or both."""
    celsius, fahrenheit = _CELSIUS.search(heading), _FAHRENHEIT.search(heading)
    if bool(celsius) == bool(fahrenheit):
        return None
    return Unit.CELSIUS if celsius else Unit.FAHRENHEIT


def told_unit(cell: str) -> Unit | None:
    """The unit that a cell of its own column tells, such as F, °C or celsius."""
    name = cell.strip().strip("°º").lower()
    return next((unit for unit in Unit if name in (unit.value, unit.value[0])), None) or _UNITS.get(name)
