"""Three spots, a day each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anakinra_companion.domain.fridge.placement import placement, spot
from tests.domain.fridge.made import HOUR, MINUTE, NOON, every

QUARTER = 15 * MINUTE
DAY = 24 * HOUR // QUARTER


def test_the_spot_that_stayed_in_range_comes_first_and_the_one_that_froze_last() -> None:
    spots = {
        "by the freezer": every(QUARTER, *[500] * DAY, -10),
        "door": every(QUARTER, *[500, 900] * (DAY // 2), 500),
        "middle": every(QUARTER, *[200, 800] * (DAY // 2), 500),
    }
    best = placement(spots)
    assert [each.name for each in best] == ["middle", "door", "by the freezer"]
    assert [each.stayed_in_range for each in best] == [True, False, False]
    assert [each.may_freeze for each in best] == [False, False, True]
    assert (best[0].lowest, best[0].highest, best[0].share) == (200, 800, 1.0)
    assert best[1].share == 0.0


@pytest.mark.parametrize(("steps", "complete"), [(DAY - 1, False), (DAY, True), (DAY + 1, True)])
def test_a_spot_has_to_be_watched_for_24_hours(steps: int, complete: bool) -> None:
    judged = spot("middle", every(QUARTER, *[500] * (steps + 1)))
    assert judged.complete is judged.stayed_in_range is complete
    assert judged.seen == timedelta(seconds=steps * QUARTER)


@pytest.mark.parametrize(
    ("value", "stayed"), [(199, False), (200, True), (800, True), (801, False), (0, False), (1, False)]
)
def test_one_reading_outside_is_enough(value: int, stayed: bool) -> None:
    judged = spot("middle", every(QUARTER, *[500] * DAY, value))
    assert judged.stayed_in_range is stayed
    assert judged.may_freeze is (value <= 0)
    assert judged.share == pytest.approx(1.0 if stayed else (DAY - 1) / DAY)


def test_a_gap_is_no_time_that_was_watched() -> None:
    readings = [*every(QUARTER, *[500] * 10), *every(QUARTER, *[500] * 10, start=NOON + 24 * HOUR)]
    judged = spot("middle", readings)
    assert (judged.seen, judged.complete) == (timedelta(seconds=18 * QUARTER), False)


@pytest.mark.parametrize(("hole", "steps"), [(3 * QUARTER, 12), (3 * QUARTER + 1, 9)])
def test_a_hole_of_three_usual_steps_is_still_watched(hole: int, steps: int) -> None:
    readings = every(QUARTER, *[500] * 10)
    judged = spot("middle", [*readings, (readings[-1][0] + hole, 500)])
    assert judged.seen == judged.in_range == timedelta(seconds=steps * QUARTER)


def test_a_spot_without_readings_has_nothing_to_tell() -> None:
    judged = spot("middle", [])
    assert (judged.lowest, judged.share, judged.stayed_in_range, judged.may_freeze) == (None, 0.0, False, False)
