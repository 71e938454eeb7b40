"""Our own table of doses: what goes out comes back exactly, and no cell of it can run in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.dose_table import DoseRow, FromBox, Standing, box_of
from anakinra_companion.domain.doses import AnswerKind, Dose, DoseKind, SlotAnswer
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.exchange.dose_tables.cells import guarded, unguarded
from anakinra_companion.exchange.dose_tables.kinds import (
    Around,
    LineFault,
    NotATable,
    Said,
    TableFormat,
    TableTrouble,
)
from anakinra_companion.exchange.dose_tables.ours import COLUMNS, MARK, read_rows, write_table
from anakinra_companion.exchange.dose_tables.reading import read_doses

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
AROUND = Around("Europe/Madrid", NOW)
ZONES = ["Europe/Madrid", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]

# What people and their phones really type, beside anything else that is text.
hard = st.sampled_from(
    [
        *(
            "=1+1",
            "+49 30 1",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "'quoted",
            "''",
            '"',
            '""',
            "a,b;c",
            "\u200f",
        ),
        *("line\none", "line\r\ntwo", "💉🩹", "מזרק, ״ימין״", "حقنة", "＝1", " =1", '=HYPERLINK("http://x")', "\x00"),
    ]
)
texts = st.one_of(hard, st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
START, END = datetime(1971, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - Hypothesis wants them without a zone
instants = st.datetimes(START, END, timezones=st.just(UTC))
ids = st.uuids().map(lambda each: each.hex)
boxes = st.builds(FromBox, texts, st.none() | st.integers(1, 7), st.none() | days)
places = st.sampled_from(Place)
points = st.builds(SitePoint, places, st.integers(-20_000, 20_000), st.integers(-20_000, 20_000))
flags = st.lists(st.sampled_from(["second", "over_limit", "syringe_frozen", "site_navel", "site_from_last_123"]))


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    point = draw(st.none() | points)
    return Dose(
        id=draw(ids),
        slot=draw(st.none() | days),
        kind=draw(st.sampled_from(DoseKind)),
        at=draw(st.none() | instants),
        zone=draw(st.sampled_from(ZONES)),
        point=point,
        place=point.place if point else draw(st.none() | places),
        syringe=draw(st.none() | ids),
        given_by=draw(texts),
        flags=tuple(draw(flags)),
        recorded=draw(instants),
        note=draw(texts),
        calibration=draw(st.just("typical") | ids),
        day=draw(st.none() | days),
    )


answers = st.builds(SlotAnswer, ids, days, st.sampled_from(AnswerKind), texts, instants)
rows = st.one_of(
    st.builds(DoseRow, doses(), boxes, st.none() | instants, st.sampled_from(Standing), st.none() | instants),
    st.builds(
        DoseRow, answers, st.just(FromBox()), st.none() | instants, st.sampled_from(Standing), st.none() | instants
    ),
)


def dose(**values: object) -> Dose:
    known = Dose(
        "d1", date(2026, 3, 1), DoseKind.TAKEN, NOW, "Europe/Madrid", None, Place.THIGH_LEFT, None, "", (), NOW
    )
    return replace(known, **values)  # type: ignore[arg-type]


def cells(*table: DoseRow) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_table(table).decode(), newline="")))


@given(st.lists(rows, max_size=6))
def test_what_goes_out_comes_back_exactly(table: list[DoseRow]) -> None:
    assert read_rows(write_table(table).decode(), AROUND) == table


@given(texts)
def test_a_guarded_cell_cannot_run_and_is_undone_exactly(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguarded(cell) == text


@given(st.lists(rows, max_size=4))
def test_no_cell_of_the_file_can_run_in_a_spreadsheet(table: list[DoseRow]) -> None:
    for line in csv.reader(io.StringIO(write_table(table).decode(), newline="")):
        for cell in line:
            number = cell.removeprefix("-").isdecimal()
            assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell


def test_the_header_is_fixed_and_names_form_and_version() -> None:
    (row,) = cells(DoseRow(dose()))
    assert tuple(row) == COLUMNS
    assert row[MARK] == "1"
    assert write_table([]).decode() == ",".join(COLUMNS) + "\r\n"


def test_the_real_time_stands_in_a_column_of_its_own_with_its_offset() -> None:
    due = datetime(2026, 3, 1, 19, 0, tzinfo=UTC)
    (row,) = cells(DoseRow(dose(slot=date(2026, 3, 1)), due=due))
    assert row["taken_at"] == "2026-03-02T19:00:00+01:00"
    assert row["due_at"] == "2026-03-01T20:00:00+01:00"
    assert (row["slot"], row["zone"]) == ("2026-03-01", "Europe/Madrid")


def test_the_two_hours_that_summer_time_repeats_stay_apart() -> None:
    twice = [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)]
    table = [DoseRow(dose(id=str(at), at=at)) for at in twice]
    assert [row["taken_at"][11:] for row in cells(*table)] == ["02:30:00+02:00", "02:30:00+01:00"]
    assert read_rows(write_table(table).decode(), AROUND) == table


def test_a_box_that_only_a_flag_tells_goes_out_in_its_columns() -> None:
    box = FromBox("LOT 7/a", 3, date(2027, 1, 31))
    told = dose(flags=("second", box.flag()))
    (row,) = cells(DoseRow(told))
    assert (row["syringe_lot"], row["syringe_position"], row["syringe_expires"]) == ("LOT 7/a", "3", "2027-01-31")
    assert row["flags"] == "second"


@given(boxes)
def test_a_box_in_a_flag_comes_back_exactly(box: FromBox) -> None:
    assert box_of(["second", box.flag()]) == box


def read(text: str) -> tuple[list[DoseRow], list[tuple[int, LineFault]]]:
    table = read_doses(text.encode(), Said(), AROUND)
    assert table.format is TableFormat.OURS
    return list(table.rows), [(each.line, each.fault) for each in table.skipped]


def test_a_table_typed_by_hand_needs_few_columns_and_is_the_same_each_time() -> None:
    text = f"{MARK},kind,slot,taken_at\r\n1,taken,2026-02-01,2026-02-01T20:05:00+01:00\r\n1,missed,2026-02-02,\r\n"
    (first, second), skipped = read(text)
    assert skipped == []
    assert isinstance(first.told, Dose)
    assert first.told.at == datetime(2026, 2, 1, 19, 5, tzinfo=UTC)
    assert (first.told.zone, first.told.place, first.told.recorded) == ("Europe/Madrid", None, NOW)
    assert isinstance(second.told, SlotAnswer)
    assert second.told.kind is AnswerKind.MISSED
    assert read(text)[0] == [first, second]


def test_what_a_spreadsheet_made_of_the_file_is_read_too() -> None:
    table = [DoseRow(dose(note="a;b", point=SitePoint(Place.THIGH_LEFT, -3, 4)))]
    lines = csv.reader(io.StringIO(write_table(table).decode(), newline=""))
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=";", quoting=csv.QUOTE_ALL).writerows(lines)
    assert read("\ufeff" + made.getvalue())[0] == table


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("taken_at", "2026-03-01T20:00:00"),
        ("taken_at", "yesterday"),
        ("taken_at", "0001-01-01T00:00:00+14:00"),
        ("kind", "two"),
        ("slot", "01.03.2026"),
        ("slot", "0202-03-01"),
        ("zone", "Europe/Nowhere"),
        ("zone", "../../etc/passwd"),
        ("place", "nose"),
        ("x_tenths_mm", "12"),
        ("x_tenths_mm", "99999999999999999999"),
        ("syringe_position", "one"),
        ("standing", "perhaps"),
        (MARK, ""),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_costs_no_other(column: str, cell: str) -> None:
    good = DoseRow(dose(note="two\nlines"))
    bad = {**cells(DoseRow(dose()))[0], column: cell}
    text = write_table([good]).decode() + ",".join(bad[name] for name in COLUMNS) + "\r\n"
    text += write_table([replace(good, told=dose(id="d2"))]).decode().split("\r\n", 1)[1]
    found, skipped = read(text)
    assert [row.told.id for row in found] == ["d1", "d2"]
    assert skipped == [(4, LineFault.UNREADABLE)]


def test_versions_of_the_past_are_counted_and_not_read() -> None:
    table = [DoseRow(dose(id=each.value), standing=each) for each in Standing]
    found, skipped = read(write_table(table).decode())
    assert [row.told.id for row in found] == ["counts"]
    assert skipped == [(3, LineFault.EARLIER_VERSION), (4, LineFault.EARLIER_VERSION)]


def trouble(data: bytes, said: Said | None = None) -> TableTrouble:
    with pytest.raises(NotATable) as found:
        read_doses(data, said or Said(), AROUND)
    return found.value.trouble


def test_a_file_of_a_later_version_is_refused_whole() -> None:
    later = write_table([DoseRow(dose())]).replace(b"\r\n1,", b"\r\n2,")
    assert trouble(later) is TableTrouble.NEWER


@pytest.mark.parametrize("data", [b"", b"\n\n", b"a,b\n1,2\n", b"\xff\xfe\x00\x01", MARK.encode(), b'"' * 99])
@pytest.mark.parametrize("format_", [None, *TableFormat])
def test_what_is_no_table_is_said_so(data: bytes, format_: TableFormat | None) -> None:
    found = trouble(data, Said(format_))
    assert found in (TableTrouble.NOT_THAT_TABLE, TableTrouble.NOT_TEXT)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: (MARK + text).encode("utf-8", "replace")))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    try:
        read_doses(data, Said(), AROUND)
    except NotATable as refused:
        assert refused.trouble in TableTrouble


def test_offsets_of_another_zone_are_the_same_instant() -> None:
    at = datetime(2026, 3, 1, 12, 0, tzinfo=timezone(timedelta(hours=-5)))
    text = f"{MARK},kind,slot,taken_at\r\n1,taken,2026-03-01,{at.isoformat()}\r\n"
    (row,), _ = read(text)
    assert isinstance(row.told, Dose)
    assert row.told.at == at
    assert at.astimezone(ZoneInfo("Europe/Madrid")).hour == 18
