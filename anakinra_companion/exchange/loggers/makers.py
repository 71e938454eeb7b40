"""How each maker's file begins, and which of its columns is what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from anakinra_companion.exchange.loggers.kinds import Channel, Maker
from anakinra_companion.exchange.loggers.lines import SEPARATORS, cells_of, stripped
from anakinra_companion.exchange.loggers.temperatures import unit_of

# Headings come after a few lines about the device at most.
HEADINGS_WITHIN = 200
_LOGTAG = re.compile(
    r'"?\d{1,9}"?([,;\t])"?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})"?\1"?\d{1,2}:\d{2}:\d{2}"?\1',
    re.ASCII,
)
_CHANNEL = re.compile(r"inp\.?\s*([a-z]?\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a file as its headings tell them; `at` is the index of the line after which rows come."""

    maker: Maker
    separator: str
    at: int
    header: tuple[str, ...]
    time: int
    channels: tuple[Channel, ...]
    date: int | None = None
    sensor: int | None = None
    unit: int | None = None


def shape_of(lines: Sequence[str]) -> Shape | None:
    """The first line that is a maker's heading, or rows as LogTag writes them without one."""
    for at, line in enumerate(lines[:HEADINGS_WITHIN]):
        if not line.strip():
            continue
        for separator in SEPARATORS:
            if separator in line and (found := _headed(stripped(cells_of(line, separator)), separator, at)):
                return found
    return _logtag(lines)


def _headed(header: tuple[str, ...], separator: str, at: int) -> Shape | None:
    names = [cell.lower() for cell in header]
    if _is_multicon(names):
        return Shape(Maker.MULTICON, separator, at, header, 1, _inputs(header))
    temperatures = tuple(Channel(column, "", unit_of(header[column])) for column in temperature_columns(names))
    if not temperatures:
        return None
    first = names[0]
    if first.startswith("timestamp for sample frequency"):
        return Shape(Maker.GOVEE, separator, at, header, 0, temperatures)
    if first == "date" and names[1] == "time":
        return Shape(Maker.TEMPNOTE, separator, at, header, 1, temperatures, date=0)
    if first in ("date", "timestamp") and names[temperatures[0].column].startswith("temperature_"):
        return Shape(Maker.SWITCHBOT, separator, at, header, 0, temperatures)
    if "observed" in names or (first == "timestamp" and any("humidity" in name for name in names)):
        time = names.index("observed") if "observed" in names else 0
        sensor = next((column for column, name in enumerate(names) if name in ("sensorid", "sensor id")), None)
        return Shape(Maker.SENSORPUSH, separator, at, header, time, temperatures, sensor=sensor)
    return None


def temperature_columns(names: Sequence[str]) -> list[int]:
    """Columns that are headed as a temperature of the air, not as a dew point."""
    return [column for column, name in enumerate(names) if name.lower().startswith("temp")]


def _is_multicon(names: Sequence[str]) -> bool:
    return len(names) > 2 and names[0].startswith("no") and "date and time" in names[1] and "inp." in "".join(names)


def _inputs(header: Sequence[str]) -> tuple[Channel, ...]:
    """The inputs that are told in degrees; others measure something else."""
    found = []
    for column, cell in enumerate(header[2:], 2):
        if (unit := unit_of(cell)) is not None:
            match = _CHANNEL.search(cell)
            found.append(Channel(column, match[1].upper() if match else cell, unit))
    return tuple(found)


def _logtag(lines: Sequence[str]) -> Shape | None:
    first = next(((at, line) for at, line in enumerate(lines) if line.strip()), None)
    if first is None or (match := _LOGTAG.match(first[1])) is None:
        return None
    return Shape(Maker.LOGTAG, match[1], first[0] - 1, (), 2, (Channel(3, "", None),), date=1)
