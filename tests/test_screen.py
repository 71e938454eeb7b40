"""No screen, or a library missing: one sentence that says what to do, and no abort."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from anakinra_companion.screen import PACKAGES, missing_library, why_no_window

ROOT = Path(__file__).parents[1]


def start(tmp_path: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "anakinra_companion", "--data-dir", str(tmp_path / "data")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env={**environment, **changed},
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("changed", [{}, {"DISPLAY": ":9876"}], ids=["none", "one that does not answer"])
def test_without_a_screen_the_window_says_what_else_there_is(tmp_path: Path, changed: dict[str, str]) -> None:
    done = start(tmp_path, **changed)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "status" in done.stderr
    assert "tour" in done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("library", PACKAGES)
def test_a_missing_library_is_named_with_the_command_that_installs_it(library: str) -> None:
    said = missing_library(f"{library}: cannot open shared object file: No such file or directory")
    assert library in said
    assert f"apt-get install {PACKAGES[library]}" in said


def test_a_library_nobody_listed_is_named_all_the_same() -> None:
    assert "libodd.so.7" in missing_library("libodd.so.7: cannot open shared object file")


def test_pictures_can_be_drawn_without_a_screen() -> None:
    assert why_no_window({"QT_QPA_PLATFORM": "offscreen"}) is None
