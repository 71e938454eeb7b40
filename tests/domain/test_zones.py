"""Time out of the fridge is elapsed seconds, whatever the clocks on the wall do in between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from anakinra_companion.domain.clock import ClockDoubt, ClockReading
from anakinra_companion.domain.storage import Moment, Syringe, SyringeEvent
from anakinra_companion.domain.verdict import look
from tests.domain.test_verdict import BOX, K

FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 12, 31, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
# Both hemispheres, half hours, a double hour, a day that was skipped, and zones that gave clock changes up.
SAMPLE = (
    "America/New_York",
    "America/St_Johns",
    "Europe/London",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Africa/Casablanca",
    "Asia/Tehran",
    "Pacific/Apia",
    "Asia/Amman",
)


def changes(zone: ZoneInfo) -> Iterator[datetime]:
    """Every instant (UTC, to the minute) at which the zone's clocks jump."""
    day = FIRST
    while day < LAST:
        if day.astimezone(zone).utcoffset() != (day + DAY).astimezone(zone).utcoffset():
            before, after = day, day + DAY
            while after - before > MINUTE:
                middle = before + (after - before) // 2
                middle -= timedelta(seconds=middle.second, microseconds=middle.microsecond)
                middle = max(middle, before + MINUTE) if middle <= before else middle
                if middle.astimezone(zone).utcoffset() == before.astimezone(zone).utcoffset():
                    before = middle
                else:
                    after = middle
            yield after
        day += DAY


def time_out(since: datetime, now: datetime) -> timedelta:
    """What the record says of a syringe that came out at a wall clock's time, told just after, looked at later."""
    told = since.astimezone(UTC) + MINUTE
    boot = int((told - FIRST) / timedelta(milliseconds=1))
    passed = int((now - told) / timedelta(milliseconds=1))
    out = SyringeEvent("e", K.OUT, ClockReading(told, boot, "boot"), 0, since)
    reading = ClockReading(now, boot + passed, "boot")
    moment = Moment(reading, 0, ClockDoubt.NONE, now.date())
    return look(Syringe("s", BOX, 1, (out,)), moment).time_out


def holds_in(name: str) -> int:
    """Tries every change of a zone's clocks; how many there were."""
    zone, tried = ZoneInfo(name), 0
    for change in changes(zone):
        for before in (timedelta(minutes=90), timedelta(minutes=20), MINUTE):
            for after in (timedelta(0), timedelta(minutes=30), timedelta(hours=23)):
                out, now = change - before, change + after + MINUTE
                # As it stands on the wall, with the hour that comes twice told apart.
                since = out.astimezone(zone)
                assert time_out(since, now) == now - out, (name, change)
        tried += 1
    return tried


@pytest.mark.parametrize("name", SAMPLE)
def test_h5_a_change_of_the_clocks_is_not_time_out(name: str) -> None:
    assert holds_in(name) > 0


@pytest.mark.long
def test_h5_no_change_of_the_clocks_in_any_zone_until_2040_is_time_out() -> None:
    assert sum(holds_in(name) for name in sorted(available_timezones())) > 5_000
