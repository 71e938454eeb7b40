"""Killed at any moment from "cover off" to the end: nothing acknowledged is lost, nothing is there in half."""

from __future__ import annotations

import random
import select
import shutil
import signal
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.regimen import Label
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.flow import Mode, Stage
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.profile import Gate
from anakinra_companion.domain.storage import State
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths
from tests.journal_check import whole
from tests.people import at_cover

INJECT = Path(__file__).with_name("inject.py")
ACKNOWLEDGED = [Stage.COVER, Stage.INJECT, Stage.SHARPS, Stage.DONE]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with everything chosen and the cover still on."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    diary = open_diary(Paths.under(folder), system_clock(), list)
    for gate in Gate:
        diary.answer_gate(gate, answer=True)
    diary.change_profile(mode=Mode.PRACTISED, first_run="done")
    now = datetime.fromtimestamp(diary.now().timestamp(), UTC)
    diary.regimen.copy_label(Label(1, now.time().replace(second=0, microsecond=0), "UTC", now.date()))
    diary.storage.add_box("A1", date(2035, 1, 31))
    at_cover(diary)
    diary.close()
    return folder


def killed_after(folder: Path, microseconds: int) -> Stage:
    """Runs the injection, kills it that long after it begins, and says the last stage it acknowledged."""
    with subprocess.Popen(
        [sys.executable, str(INJECT), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": "/usr/bin:/bin"},
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        running.stdin.write("\n")
        running.stdin.flush()
        select.select([], [], [], microseconds / 1_000_000)
        running.send_signal(signal.SIGKILL)
        said = running.stdout.read().split()
    return Stage(said[-1]) if said else Stage.COVER


def look_after(folder: Path, acknowledged: Stage) -> None:
    diary = open_diary(Paths.under(folder), system_clock(), list)
    try:
        _nothing_lost(diary, acknowledged)
        assert whole(diary)
    finally:
        diary.close()


def _nothing_lost(diary: Diary, acknowledged: Stage) -> None:
    walk = diary.walkthrough.open()
    stage = walk.stage if walk else Stage.DONE
    # One act may have reached the disk without being acknowledged; never less, never two.
    assert ACKNOWLEDGED.index(stage) - ACKNOWLEDGED.index(acknowledged) in (0, 1)
    view = diary.overview()
    used = [look for look in diary.storage.looks() if look.state in (State.USED, State.IN_SHARPS)]
    if stage is Stage.COVER:
        assert view.last is None
        return
    # A reminder is due only where the slot is open and nothing waits to be said of it.
    assert view.guard is not StartGuard.GO
    if stage is Stage.INJECT:
        assert (view.day.state, view.guard) == (DayState.UNFINISHED, StartGuard.POSSIBLE_DOSE)
        assert view.last is None
        assert not used
    else:
        assert view.day.state is DayState.TAKEN
        assert view.last is not None
        assert view.last.point is not None
        assert view.last.syringe is not None
        assert diary.storage.look(view.last.syringe).state in (State.USED, State.IN_SHARPS)


def kill_times(prepared: Path, folder: Path, count: int, seed: int) -> set[Stage]:
    chance, reached = random.Random(seed), set()
    for number in range(count):
        copy = folder / str(number)
        shutil.copytree(prepared, copy)
        acknowledged = killed_after(copy, chance.randrange(0, 60_000))
        look_after(copy, acknowledged)
        reached.add(acknowledged)
        shutil.rmtree(copy)
    return reached


def test_killed_at_a_dozen_moments(prepared: Path, tmp_path: Path) -> None:
    kill_times(prepared, tmp_path, 12, seed=7)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_killed_at_two_hundred_moments(prepared: Path, tmp_path: Path) -> None:
    reached = kill_times(prepared, tmp_path, 200, seed=11)
    assert {Stage.COVER, Stage.INJECT, Stage.SHARPS} <= reached
