"""`import-temperatures`: every row accounted for, questions answered by options, no trace of one that is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from anakinra_companion.diary.diary import Diary
from anakinra_companion.exchange import logger_words
from anakinra_companion.exchange.loggers import Ask, Refusal, Skip
from anakinra_companion.main import main
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths
from anakinra_companion.store.engine import record_engine
from tests.fridges import log, take_in
from tests.journal_check import whole

ROOT = Path(__file__).parents[2]
TABLE = "When,Degrees\n01/02/2026 10:00,4.5\n01/02/2026 10:10,x\n01/02/2026 10:20,5.5\n01/02/2026 10:20,5.5\n"
ANSWERS = ["--columns", "1,2", "--unit", "c", "--dates", "day-first", "--zone", "Europe/Berlin"]
needs_terminal = pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals here")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def diary(data: Path) -> Iterator[Diary]:
    found = open_diary(Paths.under(data), system_clock(), list)
    yield found
    found.close()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def call(data: Path, *options: str | Path) -> int:
    return main(["--data-dir", str(data), "import-temperatures", *map(str, options)])


@pytest.mark.parametrize(
    ("said", "option"), [([], "--columns"), (ANSWERS[:2], "--unit"), (ANSWERS[:4], "--dates day-first")]
)
def test_a_question_of_the_file_names_the_option_that_answers_it(
    data: Path, table: Path, capsys: pytest.CaptureFixture[str], said: list[str], option: str
) -> None:
    assert call(data, table, *said) == 2
    told = capsys.readouterr()
    assert option in told.err
    assert "01/02/2026 10:00,4.5" in told.err
    assert told.out == ""


def test_rows_are_told_taken_skipped_and_known(data: Path, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(data, table, *ANSWERS) == 0
    told = capsys.readouterr().out
    assert "Readings taken: 2." in told
    assert "Rows skipped, no temperature that can be read: 1 (line 3)." in told
    assert "Rows skipped, repeated: 1 (line 5)." in told
    assert "From Sunday, 01 February 2026, 10:00 to Sunday, 01 February 2026, 10:20 (Europe/Berlin)." in told
    assert call(data, table, *ANSWERS) == 0
    told = capsys.readouterr().out
    assert "On record already: 2. They are not taken twice." in told
    assert "Nothing new: nothing was changed." in told


def test_a_dry_run_keeps_nothing(data: Path, diary: Diary, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(data, table, *ANSWERS, "--dry-run") == 0
    assert "Readings in the file: 2." in capsys.readouterr().out
    assert diary.fridge.batches("") == ()


def test_a_fridge_that_froze_a_syringe_ends_with_status_1(
    data: Path, diary: Diary, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    diary.storage.add_box("A1", diary.today() + timedelta(days=300), place="Kitchen")
    now = system_clock().now()
    path = log(tmp_path / "cold.csv", now - timedelta(hours=3), [5.0, -1.0, 5.0, 9.0, 5.0])
    assert call(data, path, "--zone", "UTC", "--sensor", "Shelf") == 1
    told = capsys.readouterr().out
    assert told.count("it may have frozen, by a reading of its fridge: do not use") == 7
    assert "lowest -1.0 °C (30.2 °F)" in told
    assert [(each.sensor, each.place) for each in diary.fridge.batches("Kitchen")] == [("Shelf", "Kitchen")]
    assert main(["--data-dir", str(data), "status"]) == 1
    assert "Fridge Kitchen: 5.0 °C (41.0 °F)" in capsys.readouterr().out


def test_of_several_fridges_one_has_to_be_named(
    data: Path, diary: Diary, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in ("Kitchen", "Office"):
        diary.storage.add_box("A1", diary.today() + timedelta(days=300), place=place)
    assert call(data, table, *ANSWERS) == 2
    assert "--place" in capsys.readouterr().err
    assert call(data, table, *ANSWERS, "--place", "Office") == 0
    assert len(diary.fridge.batches("office")) == 1


@pytest.mark.parametrize(
    "said",
    [
        ["--zone", "Mars/Base"],
        ["--columns", "0,1"],
        ["--columns", "a"],
        ["--start", "yesterday"],
        ["--start", "2026-03-02T08:00+01:00"],
    ],
)
def test_misuse_is_told_in_plain_words(
    data: Path, table: Path, capsys: pytest.CaptureFixture[str], said: list[str]
) -> None:
    assert call(data, table, *ANSWERS, *said) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_files_that_are_none_are_refused(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "sheet.xlsx").write_bytes(b"PK\x03\x04" + bytes(100))
    assert call(data, tmp_path / "sheet.xlsx") == 2
    assert "Save it as CSV" in capsys.readouterr().err
    assert call(data, tmp_path / "nowhere.csv") == 2
    assert "cannot be read" in capsys.readouterr().err


def test_every_question_refusal_and_skipped_row_has_words() -> None:
    assert set(logger_words.QUESTIONS) == set(Ask)
    assert set(logger_words.REFUSALS) == set(Refusal)
    assert set(logger_words.SKIPS) == set(Skip)


@needs_terminal
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_or_killed_half_way_nothing_is_seen_of_it(data: Path, tmp_path: Path, how: signal.Signals) -> None:
    now = system_clock().now()
    path = log(tmp_path / "long.csv", now - timedelta(days=140), [30.0] * 500_000)
    open_diary(Paths.under(data), system_clock(), list).close()
    status, said = _ended_at_the_first_progress(data, path, how)
    diary = open_diary(Paths.under(data), system_clock(), list)
    assert status == (2 if how is signal.SIGINT else -how)
    assert diary.fridge.batches("") == ()
    assert diary.overview().fridges == ()
    assert whole(diary)
    if how is signal.SIGINT:
        assert "Stopped. Nothing was kept." in said
        assert _rows(diary) == 0
    few = log(tmp_path / "few.csv", now - timedelta(days=1), [5.0] * 10)
    take_in(diary, few)
    assert _rows(diary) == 10
    assert whole(diary)
    diary.close()


def _ended_at_the_first_progress(data: Path, path: Path, how: signal.Signals) -> tuple[int, str]:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "anakinra_companion", "--data-dir", str(data), "import-temperatures", str(path)]
    with subprocess.Popen([*command, "--zone", "UTC"], stderr=theirs, stdout=subprocess.DEVNULL, cwd=ROOT) as process:
        os.close(theirs)
        said = ""
        while "% read" not in said:
            said += os.read(ours, 1000).decode()
        process.send_signal(how)
        status = process.wait(timeout=60)
    try:
        while more := os.read(ours, 1000).decode():
            said += more
    except OSError:
        pass  # A terminal that nobody writes to any more says so.
    os.close(ours)
    return status, said


def _rows(diary: Diary) -> int:
    engine = record_engine(diary.path)
    with engine.connect() as connection:
        found = int(connection.execute(text("SELECT count(*) FROM readings")).scalar_one())
    engine.dispose()
    return found
