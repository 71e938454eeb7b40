"""A file's bytes read from end to end, and fixtures by name."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from anakinra_companion.exchange.loggers import (
    Answers,
    Question,
    Reading,
    Recognised,
    Refused,
    Tally,
    readings,
    recognise_file,
)

FOLDER = Path(__file__).parents[2] / "data" / "loggers"
NOTHING_SAID = Answers()


@dataclass(frozen=True)
class Read:
    """A file that was read: what it was, its readings, and what became of its rows."""

    found: Recognised
    readings: list[Reading]
    tally: Tally

    def told(self, zone: str = "UTC") -> list[tuple[str, int]]:
        """Local times and hundredths, of all sensors."""
        return [(local(second, ZoneInfo(zone)), value) for _, second, value in self.readings]


def local(second: int, zone: tzinfo) -> str:
    return f"{datetime.fromtimestamp(second, zone):%Y-%m-%d %H:%M:%S}"


def asked(data: bytes, name: str = "file.csv", said: Answers = NOTHING_SAID) -> Recognised | Question | Refused:
    return recognise_file(io.BytesIO(data), name, said)


def read(data: bytes | str, said: Answers = NOTHING_SAID, zone: str = "UTC", name: str = "file.csv") -> Read:
    data = data.encode() if isinstance(data, str) else data
    found = asked(data, name, said)
    assert isinstance(found, Recognised), found
    tally = Tally()
    rows = [row for chunk in readings(io.BytesIO(data), found, zone, tally) for row in chunk.readings]
    return Read(found, rows, tally)


def fixture(name: str, said: Answers = NOTHING_SAID, zone: str = "UTC") -> Read:
    return read((FOLDER / name).read_bytes(), said, zone, name)


def govee(rows: Iterable[str], unit: str = "Celsius") -> str:
    head = f"Timestamp for sample frequency every 1 min min, Temperature_{unit},Relative_Humidity\n"
    return head + "".join(f"{row}\n" for row in rows)
