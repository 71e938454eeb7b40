"""Readings made by hand or by chance."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from anakinra_companion.domain.fridge.readings import Reading

NOON = int(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp())
MINUTE, HOUR = 60, 3600


def every(step: int, *values: int, start: int = NOON) -> list[Reading]:
    """One reading after the other, so many seconds apart."""
    return [(start + number * step, value) for number, value in enumerate(values)]


# Values sit on the limits and beside them; steps are short, on both sides of a gap, or hours.
VALUES = st.sampled_from([-500, -1, 0, 1, 199, 200, 201, 500, 799, 800, 801, 1500, 2499, 2500, 2501])
STEPS = st.sampled_from([1, 60, 300, 600, 899, 900, 901, 1800, 3599, 3600, 3601, 7200, 40_000])


@st.composite
def courses_of_readings(draw: st.DrawFn, most: int = 40) -> list[Reading]:
    """A logger's life in any order of good and bad."""
    steps = draw(st.lists(STEPS, min_size=1, max_size=most))
    second, found = NOON, []
    for step in steps:
        second += step
        found.append((second, draw(VALUES)))
    return found
