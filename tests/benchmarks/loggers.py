"""How many rows of a logger's file are read in a second of our own processor time, and the memory it takes.

Run it: `.venv/bin/python -m tests.benchmarks.loggers [ROWS]`. The budget is 100,000 rows a second with storing, so
reading alone aims at 250,000.
"""

from __future__ import annotations

import io
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from anakinra_companion.exchange.loggers import (
    Answers,
    Columns,
    DateOrder,
    Recognised,
    Tally,
    Unit,
    readings,
    recognise_file,
)

ROWS = 1_000_000
START = datetime(2024, 1, 1, tzinfo=UTC)
ZONE = "Europe/Berlin"
_SWITCHBOT = "Date,Temperature_Celsius(℃),Relative_Humidity(%),DPT(℃)\n"


def _degrees(number: int) -> str:
    return f"{2 + number * 7919 % 61 / 10:.1f}"


KINDS: dict[str, tuple[str, Callable[[int, datetime], str], Answers]] = {
    "govee": (
        "Timestamp for sample frequency every 1 min min, Temperature_Celsius,Relative_Humidity\n",
        lambda n, at: f"{at:%Y-%m-%d %H:%M:%S},{_degrees(n)},53.7\n",
        Answers(),
    ),
    "switchbot": (_SWITCHBOT, lambda n, at: f"{at:%Y-%m-%d %H:%M},{_degrees(n)},50,1.5\n", Answers()),
    "switchbot, months named": (
        _SWITCHBOT,
        lambda n, at: f'"{at:%b} {at.day}, {at:%Y %H:%M}",{_degrees(n)},50,1.5\n',
        Answers(),
    ),
    "sensorpush, a sensor in each row": (
        "SensorId,Observed,Temperature (°F),Relative Humidity (%)\n",
        lambda n, at: f"A1,{at:%Y-%m-%d %H:%M},{36 + n * 7919 % 61 / 10:.1f},41.0\n",
        Answers(),
    ),
    "logtag": (
        "",
        lambda n, at: f"{n},{at:%d/%m/%Y},{at:%H:%M:%S},{_degrees(n)},68.1,\n",
        Answers(Unit.CELSIUS, DateOrder.DAY_FIRST),
    ),
    "tempnote": (
        "Date,Time,Temperature(C),Humidity(%RH)\n****\n",
        lambda n, at: f"{at:%m/%d/%Y}, {at:%H:%M:%S}, {_degrees(n)},53.9\n",
        Answers(order=DateOrder.MONTH_FIRST),
    ),
    "multicon, two inputs": (
        "No.,Date and time,Inp. A1 [°C] (1),Inp. A2 [°C] (2)\n",
        lambda n, at: f"{n},{at:%Y-%m-%d %H:%M:%S}.4,{_degrees(n)},{_degrees(n + 1)}\n",
        Answers(),
    ),
    "a table with am and pm": (
        "Time;Temp\n",
        lambda n, at: f"{at:%m/%d/%Y %I:%M %p};{_degrees(n)}\n",
        Answers(Unit.CELSIUS, DateOrder.MONTH_FIRST, Columns(0, 1)),
    ),
}


def written(kind: str, rows: int) -> bytes:
    """A file of minutes, one after the other, in a maker's way."""
    head, write, _ = KINDS[kind]
    return (head + "".join(write(n, START + timedelta(minutes=n)) for n in range(rows))).encode()


def read(kind: str, data: bytes) -> Tally:
    """Recognises and reads a file, and throws its readings away."""
    file = io.BytesIO(data)
    found = recognise_file(file, "file.csv", KINDS[kind][2])
    assert isinstance(found, Recognised), found
    tally = Tally()
    for _ in readings(file, found, ZONE, tally):
        pass
    return tally


def speed(kind: str, rows: int) -> float:
    """Rows a second, with recognising."""
    data = written(kind, rows)
    start = time.process_time_ns()
    read(kind, data)
    return rows / ((time.process_time_ns() - start) / 1e9)


def memory(kind: str, rows: int) -> float:
    """The most memory that reading takes beyond the file's own bytes, in MiB."""
    data = written(kind, rows)
    tracemalloc.start()
    read(kind, data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 2**20


def main() -> None:
    """Prints a line for each kind of file."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    for kind in KINDS:
        print(f"{kind:34} {speed(kind, rows):12,.0f} rows/s")
    for count in (rows // 10, rows):
        print(f"memory for {count:9,} rows: {memory('govee', count):.1f} MiB")


if __name__ == "__main__":
    main()
