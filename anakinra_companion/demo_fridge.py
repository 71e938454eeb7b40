"""A believable fortnight of a fridge: steady days, one warm afternoon, and half a day without a battery."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from anakinra_companion.diary.diary import Diary
from anakinra_companion.exchange.loggers import Recognised, recognise_file

DAYS, EVERY = 14, timedelta(minutes=10)
# So many days before the end the door stood open for a while; the hour is by the clock on the wall.
WARM_AGO, WARM_HOUR, WARM_PEAK = 5, 15.0, 5.4
# And so many days before the logger's battery was out for half a day.
EMPTY_AGO, EMPTY_FROM, EMPTY_TO = 9, 8, 20
HEADING = "Timestamp for sample frequency every 10 min min,Temperature_Celsius,Relative_Humidity"


def readings(end: datetime) -> Iterator[tuple[datetime, float]]:
    """The local times and degrees C of a fortnight up to `end`, the same each time."""
    steps = int(timedelta(days=DAYS) / EVERY)
    for step in range(steps):
        at = end - EVERY * (steps - step)
        ago, hour = (end.date() - at.date()).days, at.hour + at.minute / 60
        if ago == EMPTY_AGO and EMPTY_FROM <= hour < EMPTY_TO:
            continue
        value = 4.6 + 0.5 * math.sin(step * 0.9) + 0.3 * math.sin(hour / 24 * math.tau)
        if ago == WARM_AGO and abs(hour - WARM_HOUR) < 1.5:
            value += WARM_PEAK * math.cos((hour - WARM_HOUR) / 3 * math.pi)
        yield at, round(value, 1)


def take_in_fortnight(diary: Diary, place: str, now: datetime) -> None:
    """Takes it in as a person would, from a file, and types what the thermometer shows."""
    zone = diary.zone()
    end = now.astimezone(ZoneInfo(zone)).replace(minute=0, second=0, microsecond=0, tzinfo=None)
    with TemporaryDirectory(prefix="anakinra-demo-") as folder:
        file = Path(folder) / "fridge.csv"
        rows = (f"{at:%Y-%m-%d %H:%M:%S},{value},55" for at, value in readings(end))
        file.write_text("\n".join([HEADING, *rows, ""]), encoding="utf-8")
        found = recognise_file(file, file.name)
        if isinstance(found, Recognised):
            for _ in diary.fridge.importing(place, "Middle shelf", file, found, zone):
                pass
    diary.fridge.type_in(place, 480, at=now - timedelta(minutes=40))
