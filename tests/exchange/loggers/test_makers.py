"""Each maker's file as it comes from the device."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from anakinra_companion.exchange.loggers import (
    HEAD,
    Answers,
    Ask,
    Columns,
    DateOrder,
    Maker,
    Question,
    Recognised,
    Refusal,
    Refused,
    Skip,
    Tally,
    Unit,
    readings,
    recognise,
    recognise_file,
)
from tests.exchange.loggers.reads import FOLDER, asked, fixture, read

CELSIUS = Answers(unit=Unit.CELSIUS)


def test_govee_has_its_unit_in_the_heading_behind_a_byte_order_mark() -> None:
    found = fixture("govee.csv", zone="Europe/Berlin")
    assert found.found.maker is Maker.GOVEE
    assert found.told("Europe/Berlin") == [
        ("2026-08-06 09:22:00", 460),
        ("2026-08-06 09:37:00", 500),
        ("2026-08-06 09:52:00", -30),
    ]
    assert (found.tally.rows, found.tally.read, found.tally.sensors) == (3, 3, [""])
    assert found.tally.bytes_read == (FOLDER / "govee.csv").stat().st_size
    assert found.tally.last is not None
    assert found.tally.first == found.tally.last - 30 * 60


def test_govee_with_dust_and_fahrenheit() -> None:
    assert [value for _, value in fixture("govee-fahrenheit.csv").told()] == [443, 0, 800]


def test_switchbot_writes_its_dates_in_two_ways() -> None:
    numbers, words = fixture("switchbot.csv"), fixture("switchbot-english.csv")
    assert numbers.found.maker is words.found.maker is Maker.SWITCHBOT
    assert numbers.told()[0] == ("2025-03-08 22:20:00", 240)
    assert words.told() == [
        ("2026-09-01 07:56:00", 350),
        ("2026-09-01 07:57:00", 360),
        ("2026-09-01 13:05:00", 370),
    ]


def test_sensorpush_may_hold_several_sensors_and_empty_cells() -> None:
    found = fixture("sensorpush.csv")
    assert found.found.maker is Maker.SENSORPUSH
    assert found.tally.sensors == ["A1", "B2"]
    assert [(sensor, value) for sensor, _, value in found.readings] == [(0, 344), (1, 772), (1, 778), (0, 356)]
    assert found.tally.skipped == {Skip.EMPTY: 1}
    assert found.tally.examples == {Skip.EMPTY: [7]}


def test_an_older_sensorpush_file_has_decimal_commas() -> None:
    found = fixture("sensorpush-old.csv")
    assert found.found.maker is Maker.SENSORPUSH
    assert [value for _, value in found.told()] == [425, 450, -100]


def test_logtag_has_no_headings_so_unit_and_date_order_are_asked() -> None:
    data = (FOLDER / "logtag.csv").read_bytes()
    unit = asked(data)
    assert isinstance(unit, Question)
    assert (unit.ask, unit.choices) == (Ask.UNIT, ("celsius", "fahrenheit"))
    assert unit.lines == ("1,09/08/2026,15:36:48,5.1,68.1,", "2,09/08/2026,15:42:48,5.0,68.0,")
    order = asked(data, said=CELSIUS)
    assert isinstance(order, Question)
    assert (order.ask, order.choices) == (Ask.DATE_ORDER, ("day_first", "month_first"))
    day_first = read(data, Answers(Unit.CELSIUS, DateOrder.DAY_FIRST))
    assert day_first.found.maker is Maker.LOGTAG
    assert day_first.told()[0] == ("2026-08-09 15:36:48", 510)
    assert [value for _, value in day_first.told()] == [510, 500, 490, -480]
    assert read(data, Answers(Unit.CELSIUS, DateOrder.MONTH_FIRST)).told()[0] == ("2026-09-08 15:36:48", 510)


def test_logtag_with_the_year_first_asks_for_the_unit_only() -> None:
    assert fixture("logtag-iso.csv", CELSIUS).told() == [("2026-08-09 15:36:48", 510), ("2026-08-09 15:42:48", 420)]


def test_a_row_of_logtag_without_decimals_is_one_with_decimal_commas_and_is_not_taken() -> None:
    found = read("1,2026-08-09,15:36:48,5.1,68.1,\n2,2026-08-09,15:42:48,25,1,68,1,\n", CELSIUS)
    assert [value for _, value in found.told()] == [510]


def test_tempnote_begins_after_its_block_and_stars_and_a_day_above_12_settles_the_dates() -> None:
    found = fixture("tempnote.csv")
    assert (found.found.maker, found.found.order) == (Maker.TEMPNOTE, DateOrder.MONTH_FIRST)
    assert found.told() == [
        ("2026-07-12 22:28:17", 220),
        ("2026-07-12 22:38:17", 230),
        ("2026-07-13 00:08:17", 790),
    ]
    assert found.tally.skipped == {}


def test_multicon_counts_from_the_start_in_its_name() -> None:
    found = fixture("multicon-20260901_120100.csv", zone="Europe/Berlin")
    assert found.found.maker is Maker.MULTICON
    assert found.tally.sensors == ["A1", "A2"]
    assert found.told("Europe/Berlin") == [
        ("2026-09-01 12:01:00", 450),
        ("2026-09-01 12:01:00", 550),
        ("2026-09-01 12:42:08", 460),
        ("2026-09-01 12:42:08", 560),
        ("2026-09-01 13:02:08", 470),
        ("2026-09-01 13:02:08", 570),
    ]


def test_a_recording_may_count_in_hours_and_minutes_have_no_end() -> None:
    head = "No.,Date and time,Inp. A1 [C] (1)\n"
    rows = "1,00:00:00,4.5\n2,01:59:30,4.6\n3,01:60:00,4.7\n4,150:10,4.8\n"
    found = read(head + rows, name="m_20260901_120000.csv")
    assert found.told() == [
        ("2026-09-01 12:00:00", 450),
        ("2026-09-01 13:59:30", 460),
        ("2026-09-01 14:30:10", 480),
    ]
    assert found.tally.skipped == {Skip.TIME: 1}


def test_multicon_without_a_start_in_its_name_asks_for_it() -> None:
    data = (FOLDER / "multicon-20260901_120100.csv").read_bytes()
    question = asked(data, "export.csv")
    assert isinstance(question, Question)
    assert question.ask is Ask.START
    said = Answers(start=datetime(2026, 9, 1, 12, 1))  # noqa: DTZ001 - as a person tells it
    assert read(data, said, name="export.csv").told()[0] == ("2026-09-01 12:01:00", 450)


def test_multicon_that_counts_from_a_year_that_never_was_asks_again_and_counts_no_century() -> None:
    data = b"No.,Date and time,Inp. A1 [C] (1)\n1,00:00,4.5\n2,01:00,4.6\n3,99999:00:00,4.7\n"
    for name, said in (("m_99991231_000000.csv", Answers()), ("m.csv", Answers(start=datetime(1, 1, 1)))):  # noqa: DTZ001
        question = asked(data, name, said)
        assert isinstance(question, Question)
        assert question.ask is Ask.START
    late = read(data, name="m_20991231_000000.csv")
    assert [value for _, value in late.told()] == [450, 460]
    assert late.tally.skipped == {Skip.TIME: 1}


def test_noon_and_midnight_run_on_when_dates_are_proved() -> None:
    hours = ["12:30 AM", "1:30 AM", "12:30 PM", "1:30 PM"]
    days = ["11/08/2026", "12/08/2026", "01/09/2026"]
    rows = "".join(f"{day} {hour};4.5\n" for day in days for hour in hours)
    found = read(f"time;temperature\n{rows}", Answers(Unit.CELSIUS, columns=Columns(0, 1)))
    assert found.found.order is DateOrder.DAY_FIRST


def test_multicon_with_whole_times_needs_no_start() -> None:
    assert fixture("multicon-absolute.csv").told()[0] == ("2026-09-01 12:41:08", 450)


def test_minutes_that_do_not_begin_at_zero_may_be_those_of_the_hour_and_are_asked_about() -> None:
    data = b"No.,Date and time,Inp. A1 [\xc2\xb0C] (1)\n1,41:08.4,4.5\n2,42:08.4,4.6\n"
    name = "m_20260901_120100.csv"
    question = asked(data, name)
    assert isinstance(question, Question)
    assert question.ask is Ask.COUNTED
    refused = asked(data, name, Answers(counted=False))
    assert isinstance(refused, Refused)
    assert refused.why is Refusal.TIME_UNCLEAR
    assert read(data, Answers(counted=True), name=name).told()[0] == ("2026-09-01 12:42:08", 450)


def test_minutes_that_run_back_have_lost_their_hours() -> None:
    rows = "".join(f"{n},{n % 60:02}:00.0,4.5\n" for n in range(90))
    refused = asked(f"No.,Date and time,Inp. A1 [C] (1)\n{rows}".encode(), "m_20260901_120100.csv")
    assert isinstance(refused, Refused)
    assert refused.why is Refusal.TIME_UNCLEAR


def test_minutes_that_run_back_beyond_the_beginning_of_a_file_end_its_readings() -> None:
    rows = "".join(f"{n},{n % 4000:02}:00.0,4.5\n" for n in range(4100))
    found = read(f"No.,Date and time,Inp. A1 [C] (1)\n{rows}", name="m_20260901_120100.csv")
    assert found.tally.read == 4000
    assert found.tally.skipped == {Skip.TIME_RAN_BACK: 100}


def test_any_other_table_asks_for_its_columns_then_for_what_they_do_not_tell() -> None:
    data = (FOLDER / "table.csv").read_bytes()
    columns = asked(data)
    assert isinstance(columns, Question)
    assert columns.ask is Ask.COLUMNS
    assert columns.cells[1] == ("9.8.2026 7:05 PM", "4.5", "kitchen")
    unit = asked(data, said=Answers(columns=Columns(0, 1, sensor=2)))
    assert isinstance(unit, Question)
    assert unit.ask is Ask.UNIT
    found = read(data, Answers(Unit.CELSIUS, columns=Columns(0, 1, sensor=2)))
    assert found.told() == [("2026-08-09 19:05:00", 450), ("2026-08-14 19:15:00", 460)]
    assert found.tally.sensors == ["kitchen"]


def test_headings_of_another_table_are_proposed_and_name_the_unit() -> None:
    data = b"Date,Time,Humidity,Temp (\xb0F)\n2026-01-05,08:00,40,39.2\n"
    question = asked(data.replace(b"Date,", b"nr,Date,").replace(b"2026-", b"1,2026-"))
    assert isinstance(question, Question)
    assert question.proposed == Columns(2, 4, date=1)
    assert read(data, Answers(columns=Columns(1, 3, date=0))).told() == [("2026-01-05 08:00:00", 400)]


def test_a_unit_may_have_a_column_of_its_own() -> None:
    data = "t;v;u\n2026-01-05 08:00;39.2;F\n2026-01-05 08:01;4.0;°C\n2026-01-05 08:02;4.0;K\n"
    found = read(data, Answers(columns=Columns(0, 1, unit=2)))
    assert [value for _, value in found.told()] == [400, 400]
    assert found.tally.skipped == {Skip.UNIT: 1}


@pytest.mark.parametrize("column", [-1, 3])
def test_a_column_that_is_not_there_is_asked_for_again(column: int) -> None:
    question = asked((FOLDER / "table.csv").read_bytes(), said=Answers(columns=Columns(0, column)))
    assert isinstance(question, Question)
    assert question.ask is Ask.COLUMNS


def test_two_temperatures_in_one_file_are_for_the_person_to_choose() -> None:
    question = asked(b"Date,Time,Temperature(C),Temperature 2(C)\n2026-01-05,08:00,4.0,5.0\n")
    assert isinstance(question, Question)
    assert question.ask is Ask.COLUMNS


def test_times_of_a_heading_need_the_head_of_a_file_only() -> None:
    assert isinstance(recognise("g.csv", (FOLDER / "govee.csv").read_bytes()[:HEAD]), Recognised)


def test_a_path_is_read_as_well_and_closed_by_closing_the_iterator(tmp_path: Path) -> None:
    path = tmp_path / "govee.csv"
    path.write_bytes((FOLDER / "govee.csv").read_bytes())
    found = recognise_file(path, path.name)
    assert isinstance(found, Recognised)
    tally = Tally()
    chunks = readings(path, found, "UTC", tally)
    assert len(next(chunks).readings) == 3
    chunks.close()
    assert tally.read == 3
