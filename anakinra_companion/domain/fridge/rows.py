"""Rows of a logger's file on their way into the record, and what became of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

# A sensor (its place in `Tally.sensors`), the instant in whole seconds since 1970 UTC, hundredths of a degree C.
Row = tuple[int, int, int]
# So many lines are shown for each reason why rows were skipped.
EXAMPLES = 5


class Skip(StrEnum):
    """Why a row was not taken."""

    TIME = "time"
    TIME_RAN_BACK = "time_ran_back"
    NO_SUCH_TIME = "no_such_time"
    TEMPERATURE = "temperature"
    EMPTY = "empty"
    OUT_OF_RANGE = "out_of_range"
    COLUMNS = "columns"
    CUT_OFF = "cut_off"
    DAMAGED = "damaged"
    FORMULA = "formula"
    UNIT = "unit"
    HEADER = "header"
    OTHER_HEADER = "other_header"
    REPEATED = "repeated"
    CONTRADICTED = "contradicted"
    TOO_MANY_SENSORS = "too_many_sensors"


@dataclass(slots=True)
class Tally:
    """What became of a file's rows so far; `rows` is always `read` and all `skipped` together.

    A row with several temperatures counts once for each. `first` and `last` are UTC seconds. `doubtful`: readings
    of the hour that the clock repeats, of which nothing in the file tells whether it was the first or the second.
    """

    read: int = 0
    skipped: Counter[Skip] = field(default_factory=Counter)
    examples: dict[Skip, list[int]] = field(default_factory=dict)
    first: int | None = None
    last: int | None = None
    doubtful: int = 0
    sensors: list[str] = field(default_factory=list)
    bytes_read: int = 0

    @property
    def rows(self) -> int:
        """How many readings the file would have had."""
        return self.read + self.skipped.total()

    @property
    def out_of_range(self) -> int:
        """Readings no fridge has: colder than -20 or warmer than 50 degrees C."""
        return self.skipped[Skip.OUT_OF_RANGE]

    @property
    def repeated(self) -> int:
        """Rows whose sensor and second had been read before; the first stays, also where they contradict it."""
        return self.skipped[Skip.REPEATED] + self.skipped[Skip.CONTRADICTED]

    def skip(self, why: Skip, line: int, count: int = 1) -> None:
        """Counts a row that was not taken, and keeps the number of its line (from 1) for the first few."""
        self.skipped[why] += count
        if len(lines := self.examples.setdefault(why, [])) < EXAMPLES:
            lines.append(line)

    def saw(self, second: int) -> None:
        """Widens the span from the first instant to the last."""
        self.first = second if self.first is None else min(self.first, second)
        self.last = second if self.last is None else max(self.last, second)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Readings in the order of the file, maybe none, and how much of it is behind us, in bytes."""

    readings: list[Row]
    bytes_read: int
