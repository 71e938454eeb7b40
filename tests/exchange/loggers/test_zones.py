"""The hour that comes twice, the hour that never comes, and every zone of the world."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from anakinra_companion.exchange.loggers import Answers, Columns, Skip, Unit
from anakinra_companion.exchange.loggers.instants import Instants, OddHourError, local_hour, offsets, settle
from tests.exchange.loggers.reads import Read, govee, local, read

BERLIN = "Europe/Berlin"
# The clock goes back from 3 to 2 at 1:00 UTC on 25 October 2026, and forward from 2 to 3 on 29 March.
BACK = int(datetime(2026, 10, 25, 1, tzinfo=UTC).timestamp())
FORWARD = int(datetime(2026, 3, 29, 1, tzinfo=UTC).timestamp())
# Once a year here, and the odd ones: half an hour, none, a whole day left out, double summer time, Ramadan.
SAMPLE = (
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Antarctica/Troll",
    "Africa/Casablanca", "Europe/Dublin", "America/Santiago", "Asia/Gaza", "Pacific/Chatham", "America/St_Johns",
)  # fmt: skip


def written(seconds: list[int], zone: str) -> str:
    """A file as a logger in that zone would have written it; each row has another temperature."""
    return govee(
        f"{local(second, ZoneInfo(zone))},{number % 4000 / 100:.2f},50" for number, second in enumerate(seconds)
    )


def back(seconds: list[int], zone: str = BERLIN) -> Read:
    return read(written(seconds, zone), zone=zone)


def around(instant: int, step: int, hours: int = 4) -> list[int]:
    return list(range(instant - hours * 3600, instant + hours * 3600 + 1, step))


@pytest.mark.parametrize("step", [60, 300, 600, 900, 1800, 3600])
@pytest.mark.parametrize("falling", [False, True])
def test_the_order_of_the_rows_tells_the_first_hour_from_the_second(step: int, falling: bool) -> None:
    seconds = around(BACK, step)[:: -1 if falling else 1]
    found = back(seconds)
    assert [second for _, second, _ in found.readings] == seconds
    assert found.tally.doubtful == 0
    assert found.tally.skipped == {}


def test_a_file_that_begins_or_ends_in_the_second_hour_is_placed_beside_its_neighbours() -> None:
    begins = list(range(BACK + 1800, BACK + 7200, 60))
    ends = list(range(BACK - 7200, BACK - 1800, 60))
    for seconds in (begins, ends):
        found = back(seconds)
        assert [second for _, second, _ in found.readings] == seconds
        assert found.tally.doubtful == 0


def test_an_hour_passed_once_may_be_either_so_it_is_the_first_and_counted_as_doubtful() -> None:
    seconds = [*range(BACK - 7200, BACK, 60), *range(BACK + 3600, BACK + 7200, 60)]
    found = back(seconds)
    assert [second for _, second, _ in found.readings] == seconds
    assert found.tally.doubtful == 60


def test_a_file_of_one_row_in_that_hour_is_doubtful() -> None:
    found = back([BACK - 1800])
    assert [second for _, second, _ in found.readings] == [BACK - 1800]
    assert found.tally.doubtful == 1


def test_half_past_twice_with_hourly_rows_is_once_in_each_hour() -> None:
    rows = [f"2026-10-25 {hour}:30:00,4.5,50" for hour in ("01", "02", "02", "03")]
    found = read(govee(rows), zone=BERLIN)
    assert [second - BACK for _, second, _ in found.readings] == [-5400, -1800, 1800, 5400]


def test_a_time_that_the_clock_leaves_out_is_skipped_with_a_count() -> None:
    rows = ["2026-03-29 01:59:00,4.5,50", "2026-03-29 02:30:00,4.6,50", "2026-03-29 03:00:00,4.7,50"]
    found = read(govee(rows), zone=BERLIN)
    assert [(second - FORWARD, value) for _, second, value in found.readings] == [(-60, 450), (0, 470)]
    assert found.tally.skipped == {Skip.NO_SUCH_TIME: 1}
    assert found.tally.examples == {Skip.NO_SUCH_TIME: [3]}


def test_two_sensors_in_one_file_turn_each_for_itself() -> None:
    head = "SensorId,Observed,Temperature (°C),Relative Humidity (%)\n"
    seconds = around(BACK, 1800)
    rows = "".join(f"{name},{local(s, ZoneInfo(BERLIN))[:16]},4.5,50\n" for s in seconds for name in ("A", "B"))
    found = read(head + rows, zone=BERLIN)
    for sensor in (0, 1):
        assert [second for each, second, _ in found.readings if each == sensor] == seconds


def test_a_recording_that_counts_from_its_start_runs_through_the_change() -> None:
    rows = "".join(f"{n},{n}:00:00,4.5\n" for n in range(5))
    found = read(f"No.,Date and time,Inp. A1 [C] (1)\n{rows}", zone=BERLIN, name="m_20261025_000000.csv")
    assert [second - BACK for _, second, _ in found.readings] == [-3 * 3600 + n * 3600 for n in range(5)]


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-08-06T09:22:00Z", "2026-08-06 09:22:00"),
        ("2026-08-06T09:22:10Z", "2026-08-06 09:22:10"),
        ("2026-08-06T09:22:00+02:00", "2026-08-06 07:22:00"),
        ("2026-08-06 09:22:00.5 -0530", "2026-08-06 14:52:00"),
        ("2026/8/6 9:22", "2026-08-06 07:22:00"),
        ("6 August 2026, 09:22:00", "2026-08-06 07:22:00"),
        ("Aug 6, 2026 1:22 AM", "2026-08-05 23:22:00"),
        ("Aug 6, 2026 12:22 AM", "2026-08-05 22:22:00"),
        ("Aug 6, 2026 12:22:10 p.m.", "2026-08-06 10:22:10"),
        ("Oct 25, 2026 02:30 PM", "2026-10-25 13:30:00"),
        ("Mar 29, 2026 2:30 pm", "2026-03-29 12:30:00"),
    ],
)
def test_times_are_read_in_every_way_that_leaves_no_doubt(text: str, utc: str) -> None:
    said = Answers(Unit.CELSIUS, columns=Columns(0, 1))
    found = read(f"time;temperature\n{text};4.5\n{text};4.5\n", said, BERLIN)
    assert found.told() == [(utc, 450)]
    assert found.tally.skipped == {Skip.REPEATED: 1}


@pytest.mark.parametrize("text", ["Aug 6, 2026 13:22 PM", "Aug 6, 2026 0:22 AM", "Auf 6, 2026 09:22", "6.8.26 09:22"])
def test_a_time_that_makes_no_sense_is_no_time(text: str) -> None:
    said = Answers(Unit.CELSIUS, columns=Columns(0, 1))
    found = read(f"time;temperature\n2026-08-06 09:00;4.4\n{text};4.5\n", said, BERLIN)
    assert [value for _, value in found.told()] == [440]
    assert found.tally.skipped == {Skip.TIME: 1}


def changes(zone: str, first: int, last: int) -> list[int]:
    """The instants at which a zone's clock changes, to the quarter of an hour."""
    info, found = ZoneInfo(zone), []
    at = int(datetime(first, 1, 1, tzinfo=UTC).timestamp())
    end = int(datetime(last, 12, 31, tzinfo=UTC).timestamp())
    while at < end:
        if offset(at, info) != offset(at + 86400, info):
            found.append(next(s for s in range(at, at + 86401, 900) if offset(s, info) != offset(at, info)))
        at += 86400
    return found


def offset(second: int, zone: ZoneInfo) -> timedelta | None:
    return datetime.fromtimestamp(second, zone).utcoffset()


def check_every_change(zone: str, first: int, last: int) -> int:
    found = changes(zone, first, last)
    for change in found:
        for step in (3600, 600):
            seconds = around(change, step, hours=30)
            for order in (seconds, seconds[::-1]):
                result = back(order, zone)
                assert [second for _, second, _ in result.readings] == order, (zone, change, step)
                assert result.tally.doubtful == 0, (zone, change, step)
    return len(found)


@pytest.mark.parametrize("zone", SAMPLE)
def test_hourly_rows_come_back_through_every_change_of_the_clock(zone: str) -> None:
    check_every_change(zone, 2025, 2026)


def test_a_whole_day_left_out_is_left_out() -> None:
    assert check_every_change("Pacific/Apia", 2011, 2012) > 2


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_hourly_rows_come_back_through_every_change_of_every_zone() -> None:
    assert sum(check_every_change(zone, 2020, 2040) for zone in sorted(available_timezones())) > 5000


def check_hours(zone: str, first: int, last: int) -> None:
    """No hour that is taken as a whole has a change of the clock in it."""
    info = ZoneInfo(zone)
    instants = Instants(info, None)
    for change in changes(zone, first, last):
        for text in {local(second, info)[:13] for second in range(change - 10800, change + 10800, 300)}:
            try:
                start = instants.hours[text]
            except OddHourError:
                continue
            wall = local_hour(text, None)
            assert wall is not None
            for minute in range(60):
                assert set(offsets(wall + minute * 60, info)) == {wall - start}, (zone, text)


@pytest.mark.parametrize("zone", SAMPLE)
def test_an_hour_with_a_change_in_it_is_looked_at_row_by_row(zone: str) -> None:
    check_hours(zone, 2026, 2026)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_an_hour_with_a_change_in_it_is_looked_at_row_by_row_in_every_zone() -> None:
    for zone in sorted(available_timezones()):
        check_hours(zone, 2020, 2040)


def test_without_neighbours_the_rows_themselves_tell_which_way_they_run() -> None:
    rising = [(40, 3640), (50, 3650), (0, 3600), (10, 3610)]
    assert settle(rising, None, None) == ([40, 50, 3600, 3610], 0)
    assert settle(rising[::-1], None, None) == ([3610, 3600, 50, 40], 0)
    assert settle([(0, 3600), (0, 3600)], None, None) == ([0, 3600], 0)


def test_between_two_turns_that_are_alike_the_earlier_instants_are_taken() -> None:
    pairs = [(100, 3700), (160, 3760)]
    assert settle(pairs, 40, 3820) == ([100, 160], 2)
    assert settle(pairs, None, 3820) == ([3700, 3760], 0)
    assert settle(pairs, 40, None) == ([100, 160], 0)
    assert settle(pairs, None, None)[1] > 0
