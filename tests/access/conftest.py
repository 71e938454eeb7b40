"""One desktop for all of these tests; each has a record and the program of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.regimen import Label
from anakinra_companion.domain.flow import Mode
from anakinra_companion.domain.profile import Gate
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths

# Windows and macOS have accessibility of another kind, which Qt serves from the same names and descriptions.
collect_ignore_glob = [] if sys.platform.startswith("linux") else ["*"]


@pytest.fixture(scope="session")
def desktop_environment() -> Iterator[dict[str, str]]:
    """What leads to the screen and to the accessibility bus."""
    from tests.access.desktop import desktop, missing  # not on other systems

    assert not (packages := missing()), f"Install these first: sudo apt-get install {' '.join(packages)}"
    with desktop() as environment:
        yield environment


@pytest.fixture
def mode() -> Mode:
    """How much the steps say."""
    return Mode.PRACTISED


@pytest.fixture
def before() -> Callable[[Diary], object] | None:
    """What was done before the program is opened."""
    return None


@pytest.fixture
def folder(tmp_path: Path, mode: Mode, before: Callable[[Diary], object] | None) -> Path:
    """The record of somebody whose dose is due now, with one box of seven syringes."""
    folder = tmp_path / "data"
    diary = open_diary(Paths.under(folder), system_clock(), list)
    for gate in Gate:
        diary.answer_gate(gate, answer=True)
    diary.change_profile(mode=mode, first_run="done", country="US", care_number="555 0100")
    now = diary.now()
    diary.regimen.copy_label(Label(1, now.time().replace(second=0, microsecond=0), "UTC", now.date()))
    diary.storage.add_box("A1", now.date().replace(year=now.year + 5, day=1))
    if before is not None:
        before(diary)
    diary.close()
    return folder
