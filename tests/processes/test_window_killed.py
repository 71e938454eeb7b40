"""The window itself is killed during an injection: opened again, it shows the injection's own place, or asks."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.regimen import Label
from anakinra_companion.domain.flow import Mode, Stage
from anakinra_companion.domain.profile import Gate
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
from tests.journeys.person import Person

WINDOW = Path(__file__).with_name("window.py")
# What is pressed from Today until the needle is out, and the stage that each press leads to.
PRESSES = {
    "start": Stage.SYRINGE,
    "answer-1": Stage.LOOK,
    "reply-clear": Stage.PLACE,
    "answer-1 ": Stage.CLEAN,
    "reply-next": Stage.COVER,
    "reply-next ": Stage.INJECT,
    "reply-needle_out": Stage.SHARPS,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Somebody practised, whose dose is due by this computer's clock."""
    made = tmp_path / "data"
    diary = open_diary(Paths.under(made), system_clock(), list)
    for gate in Gate:
        diary.answer_gate(gate, answer=True)
    diary.change_profile(mode=Mode.PRACTISED, first_run="done", country="ES")
    now = datetime.fromtimestamp(diary.now().timestamp(), UTC)
    diary.regimen.copy_label(Label(1, now.time().replace(second=0, microsecond=0), "UTC", now.date()))
    diary.storage.add_box("A1", (now + timedelta(days=700)).date())
    diary.close()
    return made


@pytest.fixture
def opened(qtbot: QtBot, folder: Path) -> Iterator[Callable[[], Person]]:
    people: list[Person] = []

    def open_window() -> Person:
        people.append(Person(qtbot, folder))
        return people[0]

    yield open_window
    for person in people:
        person.quit()


def killed_at(folder: Path, stage: Stage) -> None:
    """Opens the window, presses its buttons as far as a stage, and kills it there."""
    names = [name.strip() for name in list(PRESSES)[: list(PRESSES.values()).index(stage) + 1]]
    with subprocess.Popen(
        [sys.executable, str(WINDOW), str(folder), *names],
        stdout=subprocess.PIPE,
        text=True,
        env={
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PATH": "/usr/bin:/bin",
            "QT_QPA_PLATFORM": "offscreen",
        },
    ) as running:
        assert running.stdout is not None
        assert any(line.strip() == stage.value for line in running.stdout)
        running.send_signal(signal.SIGKILL)


@pytest.mark.parametrize("stage", [Stage.SYRINGE, Stage.PLACE, Stage.COVER])
def test_killed_before_the_cover_came_off_it_goes_on_at_that_stage(
    opened: Callable[[], Person], folder: Path, stage: Stage
) -> None:
    killed_at(folder, stage)
    person = opened()
    person.at("today")
    assert "No, not yet." in person.words()
    assert "Go on where you stopped" in person.words()
    person.click("start")
    person.at("walkthrough")
    page = person.window.page
    assert isinstance(page, WalkthroughPage)
    assert page.stage is stage


def test_killed_with_the_cover_off_today_asks_and_offers_no_other_start(
    opened: Callable[[], Person], folder: Path
) -> None:
    killed_at(folder, Stage.INJECT)
    person = opened()
    person.at("today")
    assert "did you inject?" in person.words()
    assert "Start injection" not in person.words()
    person.click("possible-needle_out")
    person.at("walkthrough")
    page = person.window.page
    assert isinstance(page, WalkthroughPage)
    assert page.stage is Stage.SHARPS


def test_killed_with_the_needle_out_the_dose_is_there_and_today_asks_for_the_sharps_box(
    opened: Callable[[], Person], folder: Path
) -> None:
    killed_at(folder, Stage.SHARPS)
    person = opened()
    person.at("today")
    assert "Yes, you injected today" in person.words()
    assert "Yes, it is in" in person.words()
