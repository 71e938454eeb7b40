"""Whatever is written is read back, and whatever is damaged gives nothing that was not there."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anakinra_companion.exchange.loggers import (
    Answers,
    DateOrder,
    Recognised,
    Skip,
    Tally,
    Unit,
    readings,
)
from tests.exchange.loggers.reads import FOLDER, asked, fixture, read

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
@settings(max_examples=200, deadline=None)
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


_ISO = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)[ T,]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?")
_NUMBERS = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})[ T,]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?")
_NAMED = re.compile(r"([A-Z][a-z]+)\.? +(\d\d?),? +(\d{4})[ T,]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?")
_VALUE = re.compile(r"([+-]?\d+)(?:[.,](\d+))? *[°º]?[CF]?")


def naive(data: bytes, found: Recognised) -> set[Row]:
    """A second reader, slow and plain: whatever line has a whole time and a whole temperature in their places."""
    rows = set()
    for line in re.split("\r\n|\n|\r", data.decode(found.encoding, "replace")):
        cells = [cell.strip(' "\t') for cell in re.sub(r'"(\w+ \d+), ', r'"\1 ', line).split(found.separator)]
        if len(cells) < found.fewest:
            continue
        text = cells[found.time] if found.date is None else f"{cells[found.date]} {cells[found.time]}"
        value = _VALUE.fullmatch(cells[found.channels[0].column])
        moment = moment_of(text, found)
        if value is not None and moment is not None:
            rows.add((moment, rounded(Fraction(f"{value[1]}.{value[2] or 0}"), found.channels[0].unit)))
    return rows


def moment_of(text: str, found: Recognised) -> int | None:
    text = re.sub(r"\s+", " ", text)
    if match := _ISO.fullmatch(text):
        year, month, day, *rest = match.groups()
    elif match := _NUMBERS.fullmatch(text):
        month, day, year, *rest = match.groups()
        if found.order is DateOrder.DAY_FIRST:
            day, month = month, day
    elif match := _NAMED.fullmatch(text):
        name, day, year, *rest = match.groups()
        months = "January February March April May June July August September October November December"
        at = next((n for n, full in enumerate(months.split(), 1) if full.startswith(name) and len(name) > 2), 0)
        month = str(at)
    else:
        return None
    hour, minute, second = (int(each or 0) for each in rest)
    try:
        moment = datetime(int(year), int(month), int(day), hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return int(moment.timestamp())


def rounded(degrees: Fraction, unit: Unit | None) -> int:
    exact = degrees * 100 if unit is Unit.CELSIUS else (degrees - 32) * 5 / 9 * 100
    return math.floor(abs(exact) + Fraction(1, 2)) * (1 if exact >= 0 else -1)


DAMAGED = {
    "govee.csv": Answers(),
    "govee-fahrenheit.csv": Answers(),
    "switchbot.csv": Answers(),
    "switchbot-english.csv": Answers(),
    "sensorpush.csv": Answers(),
    "sensorpush-old.csv": Answers(),
    "logtag.csv": Answers(Unit.CELSIUS, DateOrder.DAY_FIRST),
    "tempnote.csv": Answers(),
    "multicon-absolute.csv": Answers(),
}


@st.composite
def damaged(draw: st.DrawFn) -> tuple[bytes, Answers]:
    """A whole file with bytes changed, taken out and put in."""
    name = draw(st.sampled_from(sorted(DAMAGED)))
    data = bytearray((FOLDER / name).read_bytes())
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, len(data)))
        what = draw(
            st.one_of(st.binary(max_size=6), st.sampled_from([b",", b"\n", b'"', b".", b";", b"0", b"-", b"F"]))
        )
        data[place : place + draw(st.integers(0, 6))] = what
    return bytes(data), DAMAGED[name]


@given(damaged())
@settings(max_examples=800, deadline=None)
def test_a_damaged_file_gives_what_a_plain_reader_finds_in_it_or_less(file: tuple[bytes, Answers]) -> None:
    data, said = file
    found, tally = asked(data, said=said), Tally()
    if isinstance(found, Recognised) and found.start is None:
        rows = [row for chunk in readings(io.BytesIO(data), found, "UTC", tally) for row in chunk.readings]
        assert {(second, value) for _, second, value in rows} <= naive(data, found)
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
@settings(max_examples=400, deadline=None)
def test_cells_of_any_kind_between_good_rows_leave_those_as_they_are(time: str, value: str) -> None:
    head = "Timestamp for sample frequency every 1 min min, Temperature_Celsius,Relative_Humidity\n"
    good = ["2026-08-06 09:22:00,4.6,53.7", "2026-08-06 09:23:00,4.7,53.7"]
    result = read(f"{head}{good[0]}\n{time},{value},50\n{good[1]}\n")
    taken = [value for _, _, value in result.readings]
    assert taken[0] == 460
    assert taken[-1] == 470 or Skip.REPEATED in result.tally.skipped or Skip.CONTRADICTED in result.tally.skipped
    assert len(taken) <= 3


@pytest.mark.parametrize("name", DAMAGED)
def test_the_plain_reader_itself_reads_a_whole_file(name: str) -> None:
    result = fixture(name, DAMAGED[name])
    assert naive((FOLDER / name).read_bytes(), result.found) == {
        (second, value) for _, second, value in result.readings
    }
