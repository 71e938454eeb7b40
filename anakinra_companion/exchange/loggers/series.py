"""One sensor's rows in the order of the file: repeated ones are found without keeping the file in memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from operator import neg

# Rows that run against the others are kept apart, so many at a time.
LATE = 50_000
# The last second that four bytes hold, in the year 2106.
LATEST = (1 << 32) - 1


class Series:
    """Six bytes for each reading taken: its second and hundredths of a degree.

    A file runs upwards or downwards, so a row is nearly always beyond the last one and needs no search.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.up = array("I")
        self.up_values = array("h")
        self.down = array("I")
        self.down_values = array("h")
        self.high = -1
        self.low = 1 << 62
        # The row last taken, and rows of an hour that comes twice: line, its two instants, hundredths.
        self.last: int | None = None
        self.pending: list[tuple[int, int, int, int]] = []
        self._late: dict[int, int] = {}

    def take(self, second: int, value: int) -> int | None:
        """Keeps a reading; the value already known of its second, or None when it is new."""
        if second > self.high:
            self.up.append(second)
            self.up_values.append(value)
            self.low, self.high = min(self.low, second), second
        elif second < self.low:
            self.down.append(second)
            self.down_values.append(value)
            self.low = second
        elif (known := self._known(second)) is not None:
            return known
        else:
            self._late[second] = value
            if len(self._late) >= LATE:
                self._merge()
        self.last = second
        return None

    def _known(self, second: int) -> int | None:
        place = bisect_left(self.up, second)
        if place < len(self.up) and self.up[place] == second:
            return self.up_values[place]
        place = bisect_left(self.down, -second, key=neg)
        if place < len(self.down) and self.down[place] == second:
            return self.down_values[place]
        return self._late.get(second)

    def _merge(self) -> None:
        together = sorted([*zip(self.up, self.up_values, strict=True), *self._late.items()])
        self.up = array("I", [second for second, _ in together])
        self.up_values = array("h", [value for _, value in together])
        self._late.clear()
