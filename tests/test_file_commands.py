"""`export` and `import` on the command line: one plain sentence each, whole files, nothing written in a dry run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.coming import DAYS_AHEAD
from anakinra_companion.domain.sites import Place
from anakinra_companion.exchange.dose_tables.ours import MARK
from anakinra_companion.file_options import DAYS_AHEAD as TYPED_DAYS
from anakinra_companion.main import main
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths
from tests.exchange.calendar_readers import by_text
from tests.people import set_up

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record with a label and one dose, lived on the real clock."""
    folder = tmp_path / "data"
    diary = open_diary(Paths.under(folder), system_clock(), list)
    set_up(diary, starts=diary.now().date() - timedelta(days=9))
    diary.doses.record(Given(diary.today(), diary.now(), place=Place.BELLY_LEFT, note="=1+1"))
    diary.close()
    return folder


@pytest.fixture
def call(folder: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*words: str | Path) -> tuple[int, str, str]:
        status = main(["--data-dir", str(folder), *map(str, words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_the_calendar_file_is_written_whole_and_rings_at_each_coming_slot(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "phone.ics"
    status, out, err = call("export", "ics", file, "--days", "30")
    assert (status, err) == (0, "")
    ahead = [each for each in by_text(file.read_bytes()) if each > datetime.now(UTC)]  # noqa: TID251 - the real clock
    assert len(ahead) in (29, 30)
    assert f"{len(ahead)} reminders" in out
    assert b"Anakinra" not in file.read_bytes()
    assert call("export", "ics", "--out", file, "--full-words", "--again")[0] == 0
    assert file.read_bytes().count(b"SUMMARY:Anakinra injection") >= 1
    assert file.read_bytes().count(b"BEGIN:VALARM") >= 3
    assert [each.name for each in tmp_path.iterdir() if each.name != "data"] == ["phone.ics"]


def test_the_table_goes_out_and_comes_back(call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "doses.csv"
    assert call("export", "csv", file)[0] == 0
    assert file.read_text("utf-8").startswith(MARK)
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
    _, out, _ = call("import", "doses", file)
    assert "1 in your record already." in out
    other = ["--data-dir", str(tmp_path / "other")]
    assert main([*other, "import", "doses", str(file), "--dry-run"]) == 0
    dry = capsys.readouterr().out
    assert "1 new." in dry
    assert "Nothing was written" in dry
    assert main([*other, "import", "doses", str(file), "--format", "ours"]) == 0
    assert "Brought in: 1." in capsys.readouterr().out
    again = tmp_path / "again.csv"
    assert main([*other, "export", "csv", str(again)]) == 0
    # The other record has no label, so it cannot say when the dose was due.
    mine, theirs = (each.read_text("utf-8").splitlines()[1].split(",") for each in (file, again))
    assert mine[:3] + mine[4:] == theirs[:3] + theirs[4:]


def test_days_of_the_table_are_chosen(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "doses.csv"
    assert call("export", "csv", file, "--to", "2020-01-01")[1].endswith(": doses and answers written: 0.\n")
    assert call("export", "csv", file, "--from", "2020-01-01")[1].endswith(": doses and answers written: 1.\n")


def test_what_a_file_does_not_tell_is_asked_in_one_sentence(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "medtimer.csv"
    line = "x;{0};1;x;;0:00;;2026-02-27T19:00:00Z;2026-02-27T19:07:12Z\n"
    head = "Erinnert;Name;Dosis;Genommen;Tags;Intervall;Notizen;Erinnert (ISO 8601);Genommen (ISO 8601)\n"
    file.write_text(head + line.format("Kineret") + line.format("Vitamin"), "utf-8")
    status, out, err = call("import", "doses", file)
    assert (status, out) == (2, "")
    assert err == 'The file has several medicines: name yours with --medicine, one of "Kineret", "Vitamin".\n'
    status, out, _ = call("import", "doses", file, "--medicine", "Kineret", "--dry-run")
    assert status == 0
    assert "Skipped, another medicine: 1 (line 3)." in out
    assert "First day 2026-02-27, last day 2026-02-27." in out


def fails(said: tuple[int, str, str]) -> str:
    status, out, err = said
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    return err


def test_files_that_cannot_serve_are_said_in_one_sentence(call: Call, folder: Path, tmp_path: Path) -> None:
    assert "no such file" in fails(call("import", "doses", tmp_path / "none.csv"))
    assert "a folder" in fails(call("import", "doses", tmp_path))
    assert "folder does not exist" in fails(call("export", "csv", tmp_path / "none" / "x.csv"))
    assert "Name the file" in fails(call("export", "ics"))
    strange = tmp_path / "strange.csv"
    strange.write_bytes(b"\xff\xfe\x00")
    assert "not text" in fails(call("import", "doses", strange))
    record = next(folder.glob("people/*/record.sqlite"))
    before = record.read_bytes()
    assert "folder of your record" in fails(call("export", "csv", record))
    assert record.read_bytes() == before


def test_without_a_label_there_is_nothing_to_ring_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(tmp_path / "empty"), "export", "ics", str(tmp_path / "x.ics")]) == 2
    assert "No prescription label" in capsys.readouterr().err
    assert not (tmp_path / "x.ics").exists()


@pytest.mark.parametrize("days", ["0", "-1", "731", "many"])
def test_a_number_of_days_that_cannot_be_is_misuse(call: Call, tmp_path: Path, days: str) -> None:
    with pytest.raises(SystemExit) as found:
        call("export", "ics", tmp_path / "x.ics", "--days", days)
    assert found.value.code == 2


def test_the_usual_number_of_days_is_told_once() -> None:
    assert TYPED_DAYS == DAYS_AHEAD


def test_neither_call_needs_a_window_toolkit(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from anakinra_companion.main import main;"
        f"main(['--data-dir', {str(folder)!r}, 'export', 'csv', {str(tmp_path / 'a.csv')!r}]);"
        "print('icalendar' in sys.modules, 'dateutil' in sys.modules);"
        f"main(['--data-dir', {str(folder)!r}, 'export', 'ics', {str(tmp_path / 'a.ics')!r}]);"
        "print('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert [line for line in done.stdout.splitlines() if line[:4] in ("Fals", "True")] == ["False False", "False"]
