"""What a logger's file costs on its way into a record, measured in full on request; always a short run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.fridge_store import measured


def test_a_short_file_is_measured_and_nothing_grows_without_measure(tmp_path: Path) -> None:
    found = measured(tmp_path, 6_000)
    assert found.imported > 0
    assert found.again < found.imported * 3
    assert set(found.parts) >= {"a month", "curve of a year", "questions"}


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_million_readings_come_in_at_a_hundred_thousand_a_second_and_today_stays_quick(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "few").mkdir()
    (tmp_path / "many").mkdir()
    few, many = measured(tmp_path / "few", 10_000), measured(tmp_path / "many", 1_000_000)
    with capsys.disabled():
        print(f"\n10,000: {few}\n1,000,000: {many}")
    assert 1_000_000 / many.imported > 100_000
    assert many.memory < 100
    # What a look at today costs depends on the syringes and these days, not on how many readings there are.
    assert many.today_after < few.today_after * 1.5
    assert many.today_after < many.today_before + 0.020
