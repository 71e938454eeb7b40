"""The 24-hour rule across processes: the record is closed, time passes outside, and another process judges.

`faketime` moves the clock from outside for every process, the first included; the program has no switch for it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

FAKETIME = shutil.which("faketime")
START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
ACT = Path(__file__).with_name("act.py")
pytestmark = pytest.mark.skipif(FAKETIME is None, reason="faketime is not installed here")


@dataclass
class Computer:
    """A computer whose clock stands still until the test moves it."""

    folder: Path
    now: datetime = START

    def pass_time(self, **parts: float) -> None:
        self.now += timedelta(**parts)

    def act(self, *names: str) -> None:
        done = self._run(sys.executable, str(ACT), str(self.folder), *names)
        assert done.returncode == 0, done.stderr

    def status(self) -> tuple[int, dict[str, Any]]:
        done = self._run(
            sys.executable, "-m", "anakinra_companion", "--data-dir", str(self.folder), "status", "--json"
        )
        return done.returncode, json.loads(done.stdout)

    def verdict(self) -> tuple[int, str]:
        code, said = self.status()
        return code, str(said["syringes"][0]["verdict"])

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        # An absolute time without "@" stands still, so that the work of the processes adds nothing.
        stopped = [str(FAKETIME), "-f", f"{self.now:%Y-%m-%d %H:%M:%S}"]
        environment = {"TZ": "UTC", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2])}
        return subprocess.run(
            [*stopped, *command], capture_output=True, text=True, timeout=60, env=environment, check=False
        )


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path / "data")


def test_h4_one_second_before_24_hours_is_use_soon_and_24_hours_is_do_not_use(computer: Computer) -> None:
    computer.act("add_box", "take_out")
    computer.pass_time(hours=23, minutes=59, seconds=59)
    assert computer.verdict() == (0, "use_soon")
    computer.pass_time(seconds=1)
    assert computer.verdict() == (1, "do_not_use")


def test_h6_ten_hours_out_back_and_fourteen_more_is_do_not_use(computer: Computer) -> None:
    computer.act("add_box", "take_out")
    computer.pass_time(hours=10)
    computer.act("put_back")
    computer.pass_time(hours=48)
    assert computer.verdict() == (0, "may_check")
    computer.act("take_out")
    computer.pass_time(hours=14)
    assert computer.verdict() == (1, "do_not_use")


def test_h5_a_clock_an_hour_behind_the_last_one_seen_cannot_be_verified(computer: Computer) -> None:
    computer.act("add_box", "take_out")
    computer.pass_time(hours=2)
    assert computer.verdict() == (0, "may_check")
    computer.pass_time(hours=-1)
    code, said = computer.status()
    assert (code, said["syringes"][0]["verdict"]) == (1, "cannot_verify")
    assert said["clock_trusted"] is False
    assert said["syringes"][1]["verdict"] == "may_check"


def test_h5_a_clock_put_right_again_stays_doubted_until_somebody_confirms_it(computer: Computer) -> None:
    computer.act("add_box", "take_out")
    computer.pass_time(hours=2)
    computer.status()
    computer.pass_time(hours=-1)
    computer.status()
    computer.pass_time(hours=2)
    assert computer.verdict() == (1, "cannot_verify")
