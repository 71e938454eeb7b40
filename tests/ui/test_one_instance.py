"""A second start brings the first window forward, and a crash keeps nobody out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from anakinra_companion.ui.one_instance import OneInstance

SECOND = (
    "import sys; from pathlib import Path; from anakinra_companion.ui.one_instance import OneInstance;"
    "sys.exit(0 if OneInstance(Path(sys.argv[1])).claim() else 7)"
)
DIES = SECOND.replace("sys.exit(0 if", "import os; one = ").replace(
    "OneInstance(Path(sys.argv[1])).claim() else 7)", "OneInstance(Path(sys.argv[1])); one.claim(); os._exit(3)"
)


def start(code: str, folder: Path) -> int:
    return subprocess.run([sys.executable, "-c", code, str(folder)], timeout=60, check=False).returncode


@pytest.fixture
def first(tmp_path: Path) -> Iterator[OneInstance]:
    made = OneInstance(tmp_path / "data")
    assert made.claim()
    yield made
    made.release()


def test_a_second_start_calls_the_first_each_time_and_ends(first: OneInstance, qtbot: QtBot, tmp_path: Path) -> None:
    called: list[None] = []
    first.called.connect(lambda: called.append(None))
    for number in range(1, 4):
        with subprocess.Popen([sys.executable, "-c", SECOND, str(tmp_path / "data")]) as second:
            qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
            assert second.returncode == 7
        assert len(called) == number


def test_other_records_have_a_program_of_their_own(first: OneInstance, tmp_path: Path) -> None:
    called: list[None] = []
    first.called.connect(lambda: called.append(None))
    assert start(SECOND, tmp_path / "other") == 0
    assert called == []


@pytest.mark.usefixtures("qtbot")
def test_after_the_first_has_ended_the_next_is_the_first(tmp_path: Path) -> None:
    one = OneInstance(tmp_path)
    assert one.claim()
    one.release()
    assert start(SECOND, tmp_path) == 0


@pytest.mark.usefixtures("qtbot")
def test_a_program_that_died_keeps_nobody_out(tmp_path: Path) -> None:
    assert start(DIES, tmp_path) == 3
    one = OneInstance(tmp_path)
    assert one.claim()
    one.release()


def test_a_lock_left_behind_by_another_computer_keeps_nobody_out(first: OneInstance, tmp_path: Path) -> None:
    lock = tmp_path / "data" / "running.lock"
    assert lock.exists()
    first.release()
    lock.write_text("4711\nanakinra\nanother-computer\nits-id\nits-boot\n", encoding="utf-8")
    assert start(SECOND, tmp_path / "data") == 0


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_folder_that_cannot_be_one_is_left_to_the_record_to_tell(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    one = OneInstance(tmp_path / "file" / below)
    assert one.claim()
    one.release()
