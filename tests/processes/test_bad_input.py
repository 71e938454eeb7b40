"""Folders and files that cannot serve: one plain sentence, exit status 2, and nothing changed on disk."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths

CALLS = [["status"], ["status", "--json"], ["check"]]
ROOT = Path(__file__).parents[2]
needs_root = pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="mounting needs root on Linux")


def run(folder: Path | str, *call: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "anakinra_companion", "--data-dir", str(folder), *call],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
    )


def says_one_plain_sentence(done: subprocess.CompletedProcess[str]) -> bool:
    lines = done.stderr.strip().splitlines()
    return done.returncode == 2 and len(lines) == 1 and done.stdout == "" and "Traceback" not in done.stderr


def print_of(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one record in it."""
    folder = tmp_path / "data"
    open_diary(Paths.under(folder), system_clock(), list).close()
    return folder


def record_of(folder: Path) -> Path:
    return next(folder.glob("people/*/record.sqlite"))


@contextmanager
def mounted(*command: str, at: Path) -> Iterator[None]:
    subprocess.run(["mount", *command, str(at)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


@needs_root
@pytest.mark.parametrize("call", CALLS[:2], ids=" ".join)
def test_a_folder_that_cannot_be_written(data: Path, tmp_path: Path, call: list[str]) -> None:
    before = print_of(data)
    place = tmp_path / "mounted"
    place.mkdir()
    with mounted("--bind", str(data), at=place):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
        done = run(place, *call)
    assert says_one_plain_sentence(done), done
    assert "cannot be written" in done.stderr
    assert print_of(data) == before


@needs_root
def test_a_record_that_cannot_be_written_can_still_be_checked(data: Path, tmp_path: Path) -> None:
    before = print_of(data)
    place = tmp_path / "mounted"
    place.mkdir()
    with mounted("--bind", str(data), at=place):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
        done = run(place, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert print_of(data) == before


@needs_root
def test_a_new_record_in_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    place = tmp_path / "mounted"
    place.mkdir()
    with mounted("--bind", str(tmp_path / "empty"), at=place):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
        done = run(place, "status")
    assert says_one_plain_sentence(done), done
    assert "cannot be written" in done.stderr


@needs_root
@pytest.mark.parametrize("size", ["16k", "64k", "120k"])
def test_a_full_disk_at_the_first_start_leaves_no_half_record(tmp_path: Path, size: str) -> None:
    place = tmp_path / "small"
    place.mkdir()
    with mounted("-t", "tmpfs", "-o", f"size={size}", "tmpfs", at=place):
        done = run(place / "data", "status")
        assert says_one_plain_sentence(done), done
        assert "full" in done.stderr
        assert not list(place.rglob("record.sqlite"))


@needs_root
def test_a_full_disk_later_keeps_the_record_as_it_was(data: Path, tmp_path: Path) -> None:
    place = tmp_path / "small"
    place.mkdir()
    with mounted("-t", "tmpfs", "-o", "size=400k", "tmpfs", at=place):
        shutil.copytree(data, place / "data")
        before = print_of(place / "data")
        filler = place / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 1024)
            except OSError:
                pass
        done = run(place / "data", "status")
        assert says_one_plain_sentence(done), done
        assert "full" in done.stderr
        after = {
            name: value for name, value in print_of(place / "data").items() if not name.endswith(("-wal", "-shm"))
        }
        assert after == before


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("content", [b"", b"a letter to my doctor\n" * 50], ids=["empty", "a letter"])
def test_a_file_that_is_not_a_database(data: Path, call: list[str], content: bytes) -> None:
    record_of(data).write_bytes(content)
    before = print_of(data)
    done = run(data, *call)
    assert says_one_plain_sentence(done), done
    assert "not a record" in done.stderr
    assert print_of(data) == before


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_record_of_a_newer_version(data: Path, call: list[str], mode: str) -> None:
    with sqlite3.connect(record_of(data)) as connection:
        connection.execute(f"PRAGMA journal_mode={mode}")
        connection.execute("PRAGMA user_version=99")
        connection.execute("UPDATE record_facts SET value='99' WHERE name='oldest_reader'")
    connection.close()
    before = print_of(data)
    done = run(data, *call)
    assert says_one_plain_sentence(done), done
    assert "newer version" in done.stderr
    assert print_of(data) == before


@pytest.mark.parametrize("call", [["status"], ["status", "--json"]], ids=" ".join)
@pytest.mark.parametrize("folder", ["/dev/null", "/dev/null/deeper", "/proc/nowhere", "\x01garbage\x7f/" + "x" * 300])
def test_a_garbage_data_dir(folder: str, call: list[str], tmp_path: Path) -> None:
    target = folder if folder.startswith("/") else str(tmp_path / folder)
    done = run(target, *call)
    assert says_one_plain_sentence(done), done
    assert list(tmp_path.iterdir()) == []


def test_a_data_dir_that_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("dear doctor", encoding="utf-8")
    done = run(path, "status")
    assert says_one_plain_sentence(done), done
    assert "not a folder" in done.stderr
    assert path.read_text(encoding="utf-8") == "dear doctor"


def test_an_unknown_call_is_misuse(tmp_path: Path) -> None:
    done = run(tmp_path, "dance")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
