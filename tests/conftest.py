"""A clock moved by hand, a real record in a temporary folder, and a check that nothing is left behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from anakinra_companion.diary.diary import Diary
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from tests.hand_clock import HandClock

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> HandClock:
    """Monday evening, 2 March 2026, 18:00 UTC."""
    return HandClock(START)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The folders of one person, empty."""
    return Paths.under(tmp_path / "data")


@pytest.fixture
def rings() -> list[str]:
    """One entry for each time the diary announced a change."""
    return []


@pytest.fixture
def diary(paths: Paths, clock: HandClock, rings: list[str]) -> Iterator[Diary]:
    """An open, empty diary on a real file."""
    opened = open_diary(paths, clock, lambda: rings.append("changed"))
    yield opened
    opened.close()
