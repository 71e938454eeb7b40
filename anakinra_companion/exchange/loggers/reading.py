"""Reads a recognised file from end to end, a block at a time."""

from __future__ import annotations

import re
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from anakinra_companion.domain.fridge.rows import Chunk, Skip, Tally
from anakinra_companion.domain.fridge.rows import Row as Reading
from anakinra_companion.exchange.loggers.instants import HOUR, Instants, OddHourError, counted, settle, zoned_second
from anakinra_companion.exchange.loggers.kinds import (
    Channel,
    Recognised,
    Unit,
    UnreadableError,
)
from anakinra_companion.exchange.loggers.lines import Block, blocks, cells_of, stripped
from anakinra_companion.exchange.loggers.series import LATEST, Series
from anakinra_companion.exchange.loggers.temperatures import Temperatures, told_unit

# A household has a few sensors; a file with more names is not read as one.
SENSORS = 64
# An hour that comes twice holds at most this many rows before it is settled without what follows.
WAITING = 10_000
_NEVER = 1 << 62
_HEADING = re.compile(r"temp|celsius|fahrenheit|[°º]\s?[cf]\b|[℃℉]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")
_RULE = re.compile(r"[\s*=_-]*")


def readings(file: Path | BinaryIO, found: Recognised, zone: str, tally: Tally) -> Generator[Chunk, None, None]:
    """The readings of a file in its order; `tally` tells what became of every row, and grows with each chunk.

    `zone` is the IANA name of where the logger's clock was set; raises ZoneInfoNotFoundError for none. A chunk comes
    for every 256 kB of the file, also an empty one; close the iterator to stop. Memory stays flat but for six bytes a
    reading, by which repeated rows are found.
    """
    if isinstance(file, Path):
        with file.open("rb") as opened:
            yield from readings(opened, found, zone, tally)
        return
    rows = _Rows(found, zone, tally)
    for block in blocks(file, found.encoding):
        taken = rows.of(block)
        tally.bytes_read = block.bytes_read
        yield Chunk(taken, block.bytes_read)
    if taken := rows.rest():
        yield Chunk(taken, tally.bytes_read)


class _Rows:
    """The rows of one file on their way to readings."""

    def __init__(self, found: Recognised, zone: str, tally: Tally) -> None:
        self.found = found
        self.tally = tally
        self.out: list[Reading] = []
        self._instants = Instants(ZoneInfo(zone), found.order)
        units = {channel.unit for channel in found.channels} - {None} or set(Unit)
        self._temperatures = {unit: Temperatures(unit, pointed=found.pointed) for unit in units if unit}
        self._start = None if found.start is None else zoned_second(found.start, ZoneInfo(zone))
        self._passed = 0
        self._series: dict[str, Series] = {}
        self._other_header = False
        used = (found.time, found.date, found.sensor, found.unit, *(each.column for each in found.channels))
        self._last_column = max(column for column in used if column is not None)
        if found.sensor is None:
            for channel in found.channels:
                self._sensor(channel.name)

    def of(self, block: Block) -> list[Reading]:
        """The readings of a block of lines."""
        self.out = []
        lines, first = block.lines, block.first
        if first <= self.found.skip:
            lines, first = lines[self.found.skip - first + 1 :], self.found.skip + 1
        plain = len(self.found.channels) == 1 and self._start is None and block.ended
        plain = plain and self.found.sensor is None and self.found.unit is None
        plain = plain and self.found.fewest <= self.found.width <= self.found.most
        done = 0
        while done < len(lines):
            if plain and not self._other_header:
                done = self._plain(lines, done)
            if done < len(lines):
                self._row(lines[done], first + done, ended=block.ended)
                done += 1
        self.tally.read += len(self.out)
        if self.out:
            seconds = [second for _, second, _ in self.out]
            self.tally.saw(min(seconds))
            self.tally.saw(max(seconds))
        return self.out

    def rest(self) -> list[Reading]:
        """What was held back for the rows after it, of which none came."""
        self.out = []
        for series in self._series.values():
            self._settle(series, None)
        self.tally.read += len(self.out)
        for _, second, _ in self.out:
            self.tally.saw(second)
        return self.out

    def _plain(self, lines: list[str], start: int) -> int:
        """The rows in which everything is as expected, one after the other; the number of the first that is not."""
        found, channel = self.found, self.found.channels[0]
        series = self._series[channel.name]
        if series.pending or series.high < 0 or self._instants.halved:
            return start
        hours, rests = self._instants.hours, self._instants.rests
        values = self._temperatures[channel.unit or Unit.CELSIUS]
        separator, width, time, day, column = found.separator, found.width, found.time, found.date, channel.column
        high, low, number, put = series.high, series.low, series.number, self.out.append
        keep, keep_value = series.up.append, series.up_values.append
        fall, fall_value = series.down.append, series.down_values.append
        at = start
        try:
            for at in range(start, len(lines)):
                line = lines[at]
                cells = cells_of(line, separator) if '"' in line else line.split(separator)
                if len(cells) != width or "\0" in line:
                    break
                text = cells[time] if day is None else f"{cells[day]} {cells[time]}"
                head, _, rest = text.partition(":")
                second = hours[head] + rests[rest]
                value = values[cells[column]]
                if second > high:
                    high = second
                    keep(second)
                    keep_value(value)
                elif second < low:
                    low = second
                    fall(second)
                    fall_value(value)
                else:
                    break
                put((number, second, value))
            else:
                at = len(lines)
        except (UnreadableError, OddHourError):
            pass  # The row is looked at again, slowly.
        series.high, series.low = high, low
        if at > start:
            series.last = self.out[-1][1]
        return at

    def _row(self, line: str, number: int, *, ended: bool) -> None:
        """Any row at all."""
        cells = cells_of(line, self.found.separator)
        if not any(cell.strip() for cell in cells) or _RULE.fullmatch(line):
            return
        channels = self.found.channels
        try:
            self._check_whole(line, cells, ended=ended)
            both = self._time(cells)
        except UnreadableError as trouble:
            self.tally.skip(self._heading(cells) or trouble.why, number, len(channels))
            return
        for channel in channels:
            try:
                self._temperature(cells, channel, both, number)
            except UnreadableError as trouble:
                self.tally.skip(trouble.why, number)

    def _check_whole(self, line: str, cells: list[str], *, ended: bool) -> None:
        if "\0" in line:
            raise UnreadableError(Skip.DAMAGED)
        if self._other_header:
            raise UnreadableError(Skip.OTHER_HEADER)
        if any(cell.strip() for cell in cells[self.found.most :]):
            raise UnreadableError(Skip.COLUMNS)
        # A last line without its end may lack digits of its last cell.
        if len(cells) < self.found.fewest or (not ended and self._last_column >= len(cells) - 1):
            raise UnreadableError(Skip.COLUMNS if ended else Skip.CUT_OFF)

    def _time(self, cells: list[str]) -> tuple[int, int]:
        text = cells[self.found.time]
        if text.lstrip()[:1] in ("=", "@"):
            raise UnreadableError(Skip.FORMULA)
        if self._start is not None:
            if (passed := counted(text)) is None or self._start + passed > LATEST:
                raise UnreadableError(Skip.TIME)
            # Hours were dropped, or another recording begins: from here on it counts from no known start.
            if passed < self._passed:
                self._passed = _NEVER
                raise UnreadableError(Skip.TIME_RAN_BACK)
            self._passed = passed
            return self._start + passed, self._start + passed
        return self._instants.both(text if self.found.date is None else f"{cells[self.found.date]} {text}")

    def _temperature(self, cells: list[str], channel: Channel, both: tuple[int, int], number: int) -> None:
        unit = channel.unit or told_unit(cells[self.found.unit or 0])
        if unit is None:
            raise UnreadableError(Skip.UNIT)
        value = self._temperatures[unit][cells[channel.column]]
        series = self._sensor(channel.name if self.found.sensor is None else cells[self.found.sensor].strip())
        if series.pending and abs(both[0] - series.pending[-1][1]) > 12 * HOUR:
            self._settle(series, None)
        if both[0] != both[1] and len(series.pending) < WAITING:
            series.pending.append((number, *both, value))
            return
        self._settle(series, both[0])
        self._take(series, both[0], value, number)

    def _sensor(self, name: str) -> Series:
        if (series := self._series.get(name)) is not None:
            return series
        if name[:1] in ("=", "@"):
            raise UnreadableError(Skip.FORMULA)
        if len(self._series) >= SENSORS or not name.isprintable() or len(name) > 100:
            raise UnreadableError(Skip.TOO_MANY_SENSORS)
        self._series[name] = series = Series(len(self._series))
        self.tally.sensors.append(name)
        return series

    def _settle(self, series: Series, after: int | None) -> None:
        if waiting := series.pending:
            series.pending = []
            seconds, doubtful = settle([(first, last) for _, first, last, _ in waiting], series.last, after)
            self.tally.doubtful += doubtful
            for (number, _, _, value), second in zip(waiting, seconds, strict=True):
                self._take(series, second, value, number)

    def _take(self, series: Series, second: int, value: int, number: int) -> None:
        known = series.take(second, value)
        if known is None:
            self.out.append((series.number, second, value))
        else:
            self.tally.skip(Skip.REPEATED if known == value else Skip.CONTRADICTED, number)

    def _heading(self, cells: list[str]) -> Skip | None:
        """A heading in the middle: of two files joined the second may be in another unit, and is not read."""
        if self.found.header and stripped(cells) == self.found.header:
            return Skip.HEADER
        whole = all(cell.strip().isprintable() and "\ufffd" not in cell for cell in cells)
        named = whole and any(_HEADING.search(cell) for cell in cells) and any(_WORD.search(cell) for cell in cells)
        if named and not any(cell.strip()[:1].isdigit() for cell in cells):
            self._other_header = True
            return Skip.OTHER_HEADER
        return None
