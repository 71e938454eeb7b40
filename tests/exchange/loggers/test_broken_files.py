"""Files that are damaged, mixed, or no logger's at all: right rows or a plain refusal, never a wrong temperature."""

from __future__ import annotations

import io
import random

import pytest

from anakinra_companion.exchange.loggers import (
    Answers,
    Ask,
    Columns,
    Question,
    Recognised,
    Refusal,
    Refused,
    Skip,
    Tally,
    Unit,
    readings,
)
from tests.exchange.loggers.reads import FOLDER, asked, fixture, govee, read

ROW = "2026-08-06 09:22:00,4.6,53.7"
NEXT = "2026-08-06 09:23:00,4.7,53.7"
CELSIUS = Answers(unit=Unit.CELSIUS)


def skipped(row: str) -> Skip:
    """Why a row between two good ones is not taken; the good ones are."""
    found = read(govee([ROW, row, NEXT]))
    assert [value for _, value in found.told()] == [460, 470]
    assert found.tally.skipped.total() == 1
    (why,) = found.tally.skipped
    assert found.tally.examples == {why: [3]}
    return why


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2026-08-06 09:22:30,=1+3,53.7", Skip.FORMULA),
        ("=NOW(),4.6,53.7", Skip.FORMULA),
        ("2026-08-06 09:22:30,,53.7", Skip.EMPTY),
        ("2026-08-06 09:22:30,4.6.1,53.7", Skip.TEMPERATURE),
        ("2026-08-06 09:22:30,1e1,53.7", Skip.TEMPERATURE),
        ("2026-08-06 09:22:30,nan,53.7", Skip.TEMPERATURE),
        ("2026-08-06 09:22:30,1_0,53.7", Skip.TEMPERATURE),
        ("2026-08-06 09:22:30,\uff14.6,53.7", Skip.TEMPERATURE),
        ("2026-08-06 09:22:30,--,53.7", Skip.TEMPERATURE),
        ("2026-08-06 09:22:30,4.\x006,53.7", Skip.DAMAGED),
        ("2026-08-06 09:22:30,4.6,5\x00.7", Skip.DAMAGED),
        ("2026-08-06 09:22:30,4", Skip.COLUMNS),
        ("2026-08-06 09:22:30,4,6,53,7", Skip.COLUMNS),
        ('"2026-08-06 09:22:30,4.6,53.7', Skip.COLUMNS),
        ("2026-08-06 09:61:30,4.6,53.7", Skip.TIME),
        ("2026-08-06 24:00:00,4.6,53.7", Skip.TIME),
        ("2026-02-30 09:22:30,4.6,53.7", Skip.TIME),
        ("1970-01-01 09:22:30,4.6,53.7", Skip.TIME),
        ("06/08/2026 09:22:30,4.6,53.7", Skip.TIME),
        ("2026-08-06,4.6,53.7", Skip.TIME),
        ("2026-08-06 09:22:30,40.2F,53.7", Skip.UNIT),
        (ROW, Skip.REPEATED),
        ("2026-08-06 09:22:00,9.9,53.7", Skip.CONTRADICTED),
    ],
)
def test_a_row_that_cannot_be_trusted_is_counted_with_its_reason_and_line(row: str, why: Skip) -> None:
    assert skipped(row) is why


@pytest.mark.parametrize(
    ("text", "taken"), [("-20.00", -2000), ("-20.01", None), ("50", 5000), ("50.01", None), ("-273.15", None)]
)
def test_what_no_fridge_has_is_rejected_with_a_count(text: str, taken: int | None) -> None:
    found = read(govee([ROW, f"2026-08-06 09:30:00,{text},50"]))
    assert [value for _, value in found.told()][1:] == ([] if taken is None else [taken])
    assert found.tally.out_of_range == (taken is None)


@pytest.mark.parametrize(
    ("fahrenheit", "hundredths"),
    [
        ("32", 0), ("31.99", -1), ("32.01", 1), ("35.6", 200), ("35.59", 199), ("46.4", 800), ("46.41", 801),
        ("46.39", 799), ("77", 2500), ("77.01", 2501), ("-4", -2000), ("122.0", 5000), ("40", 444), ("31", -56),
    ],
)  # fmt: skip
def test_fahrenheit_is_converted_exactly(fahrenheit: str, hundredths: int) -> None:
    found = read(govee(["2026-08-06 09:22:00,50,50", f"2026-08-06 09:30:00,{fahrenheit},50"], "Fahrenheit"))
    assert found.told()[1][1] == hundredths


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [("8.000000001", 800), ("7.9999999", 800), ("8.005", 801), ("-0.005", -1), ("8.0049", 800)],
)
def test_more_decimals_are_rounded_to_the_nearest_hundredth(text: str, hundredths: int) -> None:
    assert read(govee([ROW, f"2026-08-06 09:30:00,{text},50"])).told()[1][1] == hundredths


def test_a_last_line_without_its_end_is_not_taken_where_digits_may_be_missing() -> None:
    head = "Date,Temperature_Celsius(C)\n2026-08-06 09:22,4.6\n"
    cut = read(head + "2026-08-06 09:23,2")
    assert [value for _, value in cut.told()] == [460]
    assert cut.tally.skipped == {Skip.CUT_OFF: 1}
    whole = read(govee([ROW, NEXT])[:-1])
    assert [value for _, value in whole.told()] == [460, 470]
    cut = read(govee([ROW]) + "2026-08-06 09:23:00,4")
    assert [value for _, value in cut.told()] == [460]
    assert cut.tally.skipped == {Skip.CUT_OFF: 1}


def test_every_place_where_a_file_may_be_cut_gives_the_readings_before_it() -> None:
    for name in ("govee.csv", "switchbot-english.csv", "sensorpush.csv", "tempnote.csv"):
        data, whole = (FOLDER / name).read_bytes(), set(fixture(name).readings)
        for end in range(len(data)):
            found = asked(data[:end])
            if isinstance(found, Recognised):
                tally = Tally()
                for chunk in readings(io.BytesIO(data[:end]), found, "UTC", tally):
                    assert set(chunk.readings) <= whole, (name, end)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_reads_alike(encoding: str, newline: str) -> None:
    text = "Date,Temperature (°C),Note\n2026-08-06 09:22,4.6,é\n2026-08-06 09:23,4.7,ü\n"
    said = Answers(columns=Columns(0, 1))
    found = read(text.replace("\n", newline).encode(encoding), said)
    assert found.told() == [("2026-08-06 09:22:00", 460), ("2026-08-06 09:23:00", 470)]
    assert found.tally.skipped == {}


def test_bytes_of_another_encoding_further_down_spoil_their_own_line_at_most() -> None:
    data = govee([ROW]).encode() + "2026-08-06 09:23:00,4.7°,50\n2026-08-06 09:24:00,4.8,50\n".encode("cp1252")
    found = read(b"\xef\xbb\xbf" + govee([ROW] * 3000).encode() + data[len(govee([])) :])
    assert {value for _, value in found.told()} == {460, 480}


def test_quotes_around_every_cell_change_nothing() -> None:
    plain = govee([ROW, NEXT])
    quoted = "".join(",".join(f'"{cell}"' for cell in line.split(",")) + "\n" for line in plain.splitlines())
    assert read(quoted).readings == read(plain).readings


def test_separators_at_the_end_of_headings_or_rows_hold_nothing() -> None:
    head = govee([]).rstrip("\n")
    for text in (f"{head},,\n{ROW}\n{NEXT},\n", f"{head}\n{ROW},\n{NEXT},,\n", f"{head}\n{ROW}\n{NEXT},,\n"):
        assert [value for _, value in read(text).told()] == [460, 470]
    assert read(f"{head}\n{ROW},\n{NEXT},9\n").tally.skipped == {Skip.COLUMNS: 1}


def test_decimal_commas_inside_quotes_are_decimals() -> None:
    rows = ['"2026-08-06 09:22:00","4,6","53,7"', '"2026-08-06 09:23:00","-0,05","53,7"']
    assert [value for _, value in read(govee(rows)).told()] == [460, -5]
    quoted = '"1","2026-08-09","15:36:48","25.1","68.1",""\n'
    assert [value for _, value in read(quoted, CELSIUS).told()] == [2510]


@pytest.mark.parametrize("unit", ["", "Kelvin"])
def test_a_missing_unit_is_asked_for_and_never_guessed(unit: str) -> None:
    question = asked(govee([ROW], unit).encode())
    assert isinstance(question, Question)
    assert question.ask is Ask.UNIT
    assert question.lines == (ROW,)
    assert read(govee([ROW], unit), CELSIUS).told()[0][1] == 460


def test_a_heading_that_names_both_units_names_none() -> None:
    question = asked(b"Date,Time,Temperature(C/F) (C) (F)\n2026-01-05,08:00,4.0\n")
    assert isinstance(question, Question)
    assert question.ask is Ask.UNIT


def test_the_same_heading_again_is_passed_and_one_in_another_unit_ends_the_readings() -> None:
    same = read(govee([ROW]) + govee([NEXT]))
    assert [value for _, value in same.told()] == [460, 470]
    assert same.tally.skipped == {Skip.HEADER: 1}
    other = read(govee([ROW]) + govee(["2026-08-06 09:23:00,40.1,53.7"] * 2, "Fahrenheit"))
    assert [value for _, value in other.told()] == [460]
    assert other.tally.skipped == {Skip.OTHER_HEADER: 3}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Refusal.EMPTY),
        (b" \r\n\n", Refusal.EMPTY),
        (b"PK\x03\x04" + bytes(100), Refusal.SPREADSHEET),
        (b"\xd0\xcf\x11\xe0" + bytes(100), Refusal.SPREADSHEET),
        (b"%PDF-1.7\n", Refusal.PDF),
        (bytes(1000), Refusal.NOT_TEXT),
        (b"\xff\xfe\x00\x00" + "Date".encode("utf-32-le"), Refusal.NOT_TEXT),
        (b"Dear diary,\nnothing happened.\n\n", Refusal.NO_ROWS),
        (b"hello\nworld\n", Refusal.NO_TABLE),
        (b"No.,Date and time,Inp. A1 [%] (1)\n1,2026-09-01 12:41:08,4.5\n", Refusal.NO_TEMPERATURE),
        (govee([]).encode(), Refusal.NO_ROWS),
    ],
)
def test_what_is_no_loggers_file_is_refused_in_a_word(data: bytes, why: Refusal) -> None:
    refused = asked(
        data, said=Answers(columns=Columns(0, 1)) if why is Refusal.NO_ROWS and b"Dear" in data else CELSIUS
    )
    assert isinstance(refused, Refused), refused
    assert refused.why is why


def test_times_in_another_language_are_refused_and_not_guessed() -> None:
    refused = asked("Date,Temperature_Celsius(℃)\n1. Sept. 2026 kl. 07:56,4.5\n5 Mai 2026 07:57,4.6\n".encode())
    assert isinstance(refused, Refused)
    assert refused.why is Refusal.TIME_UNCLEAR


def test_a_cut_name_of_a_sensor_makes_no_new_sensor() -> None:
    table = "t;v;who\n2026-08-06 09:22;4.6;kitchen\n2026-08-06 09:23;4.7;kit"
    found = read(table, Answers(Unit.CELSIUS, columns=Columns(0, 1, sensor=2)))
    assert found.tally.sensors == ["kitchen"]
    assert found.tally.skipped == {Skip.CUT_OFF: 1}


def test_ten_megabytes_of_noise_are_refused_or_give_no_rows() -> None:
    noise = random.Random(1).randbytes(10_000_000)
    assert isinstance(asked(noise), Refused)
    found = read(govee([ROW] * 3000).encode() + noise + b"\n" + NEXT.encode() + b"\n")
    assert [value for _, value in found.told()] == [460, 470]
    letters = govee([ROW]).encode() + b"x" * 10_000_000 + b"\n" + NEXT.encode() + b"\n"
    assert read(letters).tally.skipped == {Skip.DAMAGED: 1}


def test_a_file_with_names_without_end_stops_at_sixty_four_sensors() -> None:
    rows = "".join(f"S{n},2026-01-05 08:00,39.2,40\n" for n in range(70))
    found = read(f"SensorId,Observed,Temperature (°F),Relative Humidity (%)\n{rows}=A,2026-01-05 08:00,39.2,40\n")
    assert len(found.tally.sensors) == 64
    assert found.tally.skipped == {Skip.TOO_MANY_SENSORS: 6, Skip.FORMULA: 1}


def test_rows_far_back_are_known_again_in_files_that_run_up_down_or_jump() -> None:
    rows = [f"2026-08-{day:02} {hour:02}:00:00,{day}.{hour % 10},50" for day in range(1, 20) for hour in range(24)]
    jumbled = rows.copy()
    random.Random(2).shuffle(jumbled)
    for order in (rows, rows[::-1], jumbled):
        found = read(govee([*order, *order[5:50], rows[7].replace(",1.7,", ",9.9,")]))
        assert found.tally.read == len(rows)
        assert found.tally.skipped == {Skip.REPEATED: 45, Skip.CONTRADICTED: 1}
        assert sorted(found.readings) == sorted(read(govee(rows)).readings)


def test_rows_of_which_none_is_taken_still_tell_how_far_the_file_is_read() -> None:
    data = (govee([ROW]) + "nothing here\n" * 100_000).encode()
    found, tally = asked(data), Tally()
    assert isinstance(found, Recognised)
    told = [chunk.bytes_read for chunk in readings(io.BytesIO(data), found, "UTC", tally)]
    assert len(told) > 4
    assert told == sorted(told)
    assert told[-1] == tally.bytes_read == len(data)


def test_stopping_leaves_a_tally_of_what_was_read() -> None:
    data = govee(f"2026-08-{n // 1440 % 28 + 1:02} {n // 60 % 24:02}:{n % 60:02}:00,4.6,50" for n in range(30_000))
    found, tally = asked(data.encode()), Tally()
    assert isinstance(found, Recognised)
    chunks = readings(io.BytesIO(data.encode()), found, "UTC", tally)
    first = next(chunks)
    chunks.close()
    assert tally.read == len(first.readings) < 30_000
    assert 0 < first.bytes_read == tally.bytes_read < len(data)
