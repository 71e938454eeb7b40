"""A clock that is changed while the program runs: the boot-time clock tells."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FAKETIME = shutil.which("faketime")
pytestmark = pytest.mark.skipif(FAKETIME is None, reason="faketime is not installed here")

# Reads a line, then judges: the test moves the wall clock between the lines.
LIVING = """
import sys
from datetime import date
from pathlib import Path
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths

diary = open_diary(Paths.under(Path(sys.argv[1])), system_clock(), list)
diary.look_at_clock()
diary.storage.add_box("A1", date(2035, 1, 31))
diary.storage.take_out(diary.storage.looks()[0].syringe.id)
for _ in sys.stdin:
    diary.look_at_clock()
    print(diary.storage.looks()[0].verdict, flush=True)
diary.close()
"""


@pytest.mark.parametrize(
    ("jump", "verdict"), [("+4m", "may_check"), ("+6m", "cannot_verify"), ("-6m", "cannot_verify")]
)
def test_h5_a_jump_of_more_than_five_minutes_inside_one_run_is_seen(tmp_path: Path, jump: str, verdict: str) -> None:
    clock = tmp_path / "clock"
    clock.write_text("+0", encoding="ascii")
    environment = {
        "PATH": "/usr/bin:/bin",
        "TZ": "UTC",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_TIMESTAMP_FILE": str(clock),
    }
    library = next(Path("/usr/lib").rglob("libfaketime.so.1"))
    command = [sys.executable, "-c", LIVING, str(tmp_path / "data")]
    with subprocess.Popen(
        command,
        env={**environment, "LD_PRELOAD": str(library)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("\n")
        running.stdin.flush()
        assert running.stdout.readline().strip() == "may_check"
        clock.write_text(jump, encoding="ascii")
        running.stdin.write("\n")
        running.stdin.flush()
        assert running.stdout.readline().strip() == verdict
        running.stdin.close()
