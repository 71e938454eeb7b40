"""Whatever is written is read back, and whatever is damaged gives nothing that was not there."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from anakinra_companion.exchange.loggers import (
    Answers,
    DateOrder,
    Recognised,
    Refusal,
    Refused,
    Skip,
    Tally,
    Unit,
    readings,
)
from tests.exchange.loggers.reads import FOLDER, asked, read

Row = tuple[int, int]
# To the minute and to a tenth of a degree C, as the coarsest logger has it.
ROWS = st.lists(
    st.tuples(st.integers(16_000_000, 68_000_000).map(lambda minute: minute * 60), st.integers(-200, 500)),
    min_size=1,
    max_size=60,
    unique_by=lambda row: row[0],
)
NEWLINES = st.sampled_from(["\n", "\r\n"])


def at(second: int) -> datetime:
    return datetime.fromtimestamp(second, UTC)


def _govee(second: int, tenths: int) -> str:
    return f"{at(second):%Y-%m-%d %H:%M:%S},{tenths / 10:.1f},53.7"


def _switchbot(second: int, tenths: int) -> str:
    return f'"{at(second):%b} {at(second).day}, {at(second):%Y %H:%M}",{tenths / 10:g},71,11.5,1.35,9.93'


def _sensorpush(second: int, tenths: int) -> str:
    return f"A1;{at(second):%Y-%m-%d %H:%M};{tenths * 18 / 100 + 32:.2f};41,0".replace(".", ",")


def _logtag(second: int, tenths: int) -> str:
    return f"7,{at(second):%d/%m/%Y},{at(second):%H:%M:%S},{tenths / 10:.1f},68.1,"


def _tempnote(second: int, tenths: int) -> str:
    return f"{at(second):%m/%d/%Y}, {at(second):%H:%M:%S}, {tenths / 10:.1f},53.9"


WRITERS: list[tuple[str, Callable[[int, int], str], Answers]] = [
    ("Timestamp for sample frequency every 1 min min, Temperature_Celsius,Relative_Humidity", _govee, Answers()),
    ("Date,Temperature_Celsius(℃),Relative_Humidity(%),DPT(℃),VPD(kPa),Abs Humidity(g/m³)", _switchbot, Answers()),
    ("SensorId;Observed;Temperature (°F);Relative Humidity (%)", _sensorpush, Answers()),
    ("", _logtag, Answers(Unit.CELSIUS, DateOrder.DAY_FIRST)),
    ("Date,Time,Temperature(C),Humidity(%RH)", _tempnote, Answers(order=DateOrder.MONTH_FIRST)),
]


@given(ROWS, st.sampled_from(WRITERS), NEWLINES)
@settings(max_examples=300, deadline=None)
def test_rows_written_in_any_makers_way_are_read_back(
    rows: list[Row], writer: tuple[str, Callable[[int, int], str], Answers], newline: str
) -> None:
    head, write, said = writer
    lines = [head] * bool(head) + [write(*row) for row in rows]
    data = (newline.join(lines) + newline).encode()
    found = asked(data, said=said)
    assert isinstance(found, Recognised), found
    assert found.order is said.order
    result = read(data, said)
    assert [(second, value) for _, second, value in result.readings] == [(s, t * 10) for s, t in rows]
    assert result.tally.rows == len(rows)


def naive(data: bytes) -> set[Row]:
    """A second reader of Govee's files, slow and plain: only cells with one after them."""
    found = set()
    for line in re.split(rb"\r\n|\n|\r", data):
        cells = [cell.strip(b' "\t') for cell in line.split(b",")]
        pattern = rb"(\d{4})-(\d\d?)-(\d\d?) +(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?"
        if len(cells) < 3 or (time := re.fullmatch(pattern, cells[0])) is None:
            continue
        value = re.fullmatch(rb"([+-]?)(\d+)(?:\.(\d{1,2})(\d*))? *(?:\xc2\xb0)?C?", cells[1])
        if value is None:
            continue
        year, month, day, hour, minute, second = (int(part or 0) for part in time.groups())
        try:
            moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        except ValueError:
            continue
        exact = float((value[1] + value[2] + b"." + (value[3] or b"0") + (value[4] or b"")).decode())
        found.add((int(moment.timestamp()), round(exact * 100)))
    return found


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A whole file with bytes changed, taken out and put in."""
    data = bytearray((FOLDER / "govee.csv").read_bytes() + b"2026-08-06 10:07:00,8.1,70.0\r\n" * 2)
    for _ in range(draw(st.integers(1, 8))):
        place, what = draw(st.integers(0, len(data))), draw(st.binary(max_size=6))
        end = place + draw(st.integers(0, 6))
        data[place:end] = what
    return bytes(data)


@given(damaged())
@settings(max_examples=1500, deadline=None)
def test_a_damaged_file_gives_what_a_plain_reader_finds_in_it_or_less(data: bytes) -> None:
    found, tally = asked(data), Tally()
    if isinstance(found, Recognised) and {channel.unit for channel in found.channels} == {Unit.CELSIUS}:
        rows = [row for chunk in readings(io.BytesIO(data), found, "UTC", tally) for row in chunk.readings]
        assert {(second, value) for _, second, value in rows} <= naive(data)
        assert tally.read == len(rows)


@given(st.binary(max_size=3000))
@settings(max_examples=300, deadline=None)
def test_bytes_of_any_kind_are_refused_asked_about_or_read(data: bytes) -> None:
    for said in (Answers(), Answers(Unit.CELSIUS, DateOrder.DAY_FIRST)):
        found = asked(data, said=said)
        if isinstance(found, Recognised):
            for _ in readings(io.BytesIO(data), found, "UTC", Tally()):
                pass


@given(st.text("0123456789-/.:,; TtAPMapmZ+\"'=", max_size=40), st.text("0123456789-+.,; °CF=e", max_size=12))
@settings(max_examples=1000, deadline=None)
def test_cells_of_any_kind_between_good_rows_leave_those_as_they_are(time: str, value: str) -> None:
    head = "Timestamp for sample frequency every 1 min min, Temperature_Celsius,Relative_Humidity\n"
    good = ["2026-08-06 09:22:00,4.6,53.7", "2026-08-06 09:23:00,4.7,53.7"]
    result = read(f"{head}{good[0]}\n{time},{value},50\n{good[1]}\n")
    taken = [value for _, _, value in result.readings]
    assert taken[0] == 460
    assert taken[-1] == 470 or Skip.REPEATED in result.tally.skipped or Skip.CONTRADICTED in result.tally.skipped
    assert len(taken) <= 3


def test_the_plain_reader_itself_reads_a_whole_file() -> None:
    data = (FOLDER / "govee.csv").read_bytes()
    assert naive(data) == {(second, value) for _, second, value in read(data).readings}
    assert asked(b"") == Refused(Refusal.EMPTY)
