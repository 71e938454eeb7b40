"""The speed of reading loggers' files, measured in full on request; always a short run."""

from __future__ import annotations

import pytest

from tests.benchmarks import fridge, loggers


@pytest.mark.parametrize("kind", loggers.KINDS)
def test_a_short_file_of_every_kind_is_measured(kind: str) -> None:
    assert loggers.read(kind, loggers.written(kind, 300)).rows == 300 * (2 if kind.startswith("multicon") else 1)
    assert loggers.speed(kind, 300) > 0


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", loggers.KINDS)
def test_a_hundred_thousand_rows_are_read_in_a_second(kind: str) -> None:
    assert loggers.speed(kind, 300_000) > 100_000


@pytest.mark.long
@pytest.mark.timeout(600)
def test_memory_stays_flat_but_for_six_bytes_a_row() -> None:
    few, many = loggers.memory("govee", 100_000), loggers.memory("govee", 1_000_000)
    assert (many - few) * 2**20 / 900_000 < 9


def test_a_short_life_of_a_fridge_is_judged() -> None:
    assert set(fridge.judged(fridge.fridge(3000))) == {
        "usual step",
        "course",
        "excursions",
        "days",
        "fourteen syringes",
    }


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_million_readings_are_judged_in_a_few_seconds() -> None:
    assert sum(fridge.judged(fridge.fridge(1_000_000)).values()) < 10
