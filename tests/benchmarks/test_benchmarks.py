"""The budgets, measured in full on request; always a short run, so that the measuring itself stays whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from anakinra_companion.demo import fill
from anakinra_companion.opening import system_clock
from anakinra_companion.paths import Paths
from tests.benchmarks import map_figures, run, steps

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed here")


@pytest.mark.long
@pytest.mark.timeout(600)
def test_every_budget_is_kept() -> None:
    figures = run.measured()
    assert [each.what for each in figures if not each.holds] == [], run.table(figures)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_hundred_injections_and_every_moving_picture_keep_their_budgets() -> None:
    figures = steps.measured()
    assert [each.what for each in figures if not each.holds] == [], run.table(figures)


def test_a_short_run_of_the_walkthrough_measures_every_kind() -> None:
    with run.screen() as environment:
        assert steps.numbers(environment, "acts", "11")
        assert steps.numbers(environment, "pages", "11")
        assert all(each > 0 for each in steps.numbers(environment, "change", "1"))
        between, used = steps.numbers({**environment, "QT_SCALE_FACTOR": "2"}, "moving", "step-4")
        assert between > 0
        assert used > 0
        assert steps.still(environment).holds


def test_a_short_run_measures_every_kind(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    fill(Paths.under(folder), system_clock())
    with run.screen() as environment:
        kinds = ("empty", "frame", "today", "empty-database", "memory", "empty-database-memory")
        found = [run.once(environment, kind, str(folder)) for kind in kinds]
    assert all(figure > 0 for figure in found)
    assert run.writes(tmp_path / "writes", count=20)


def test_a_short_look_at_the_map_measures_every_kind(tmp_path: Path) -> None:
    found = map_figures.openings(tmp_path, 1, "1")
    assert len(found) == 3
    assert all(figure.ours > 0 for figure in [*found, *map_figures.answers()])


def test_turning_the_calendar_is_measured_too() -> None:
    assert all(figure.ours > 0 for figure in run.turns(years=2))


def test_a_short_life_is_measured_too(tmp_path: Path) -> None:
    assert run.next_place(tmp_path, years=1).ours > 0
