"""Temperatures in words: the person's unit, and never on the wrong side of a limit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication

from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.domain.profile import Profile, TemperatureUnit
from anakinra_companion.ui.widgets.chart import axes, degrees
from tests.ui.charts import ZONE, at, fortnight

C, F = TemperatureUnit.CELSIUS, TemperatureUnit.FAHRENHEIT


@pytest.mark.parametrize(
    ("hundredths", "unit", "said"),
    [
        (620, C, "6.2 °C"),
        (800, C, "8.0 °C"),
        (801, C, "8.01 °C"),
        (199, C, "1.99 °C"),
        (0, C, "0.0 °C"),
        (1, C, "0.01 °C"),
        (-4, C, "-0.04 °C"),
        (2500, F, "77.0 °F"),
        (2501, F, "77.02 °F"),
        (800, F, "46.4 °F"),
        (-40_00, F, "-40.0 °F"),
    ],
)
def test_one_decimal_unless_it_would_hide_the_side_of_a_limit(
    hundredths: int, unit: TemperatureUnit, said: str
) -> None:
    assert degrees.degrees(hundredths, unit) == said


@pytest.mark.parametrize(
    ("lowest", "highest", "word"),
    [
        (200, 800, "in range"),
        (199, 800, "too cold"),
        (200, 801, "too warm"),
        (1, 700, "too cold"),
        (0, 700, "at or below freezing"),
        (0, 3000, "at or below freezing"),
        (300, 2500, "too warm"),
        (300, 2501, "far too warm"),
        (100, 900, "too cold and too warm"),
    ],
)
def test_the_word_for_a_reading_changes_exactly_at_the_limits(lowest: int, highest: int, word: str) -> None:
    assert degrees.state(lowest, highest)[1] == word


def test_every_state_has_an_icon_and_a_word() -> None:
    for low in range(-300, 3000, 50):
        icon, word, _ = degrees.state(low, low + 25)
        assert icon
        assert word


def test_what_the_person_chose_comes_before_the_computers_country() -> None:
    assert degrees.unit_of(Profile(temperature_unit=C)) is C
    assert degrees.unit_of(Profile(temperature_unit=F)) is F


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("days", [1, 2, 7, 14, 30, 90, 365, 3000])
@pytest.mark.parametrize("wide", [260, 700, 1600])
def test_time_is_written_at_some_places_and_never_over_itself(days: int, wide: int) -> None:
    assert QGuiApplication.instance() is not None
    on = axes.scale(fortnight(Span(at(3), at(3) + days * 86400)), QRectF(60, 40, wide, 300))
    ticks = axes.time_ticks(on, ZONE, lambda words: 9.0 * len(words))
    assert ticks
    for one, other in pairwise(ticks):
        assert on.x(one.at) + 4.5 * len(one.words) <= on.x(other.at) - 4.5 * len(other.words)


@pytest.mark.parametrize("unit", [C, F])
@pytest.mark.parametrize("height", [60, 300])
def test_the_limits_come_before_round_numbers(unit: TemperatureUnit, height: int) -> None:
    on = axes.scale(fortnight(), QRectF(60, 40, 700, height))
    ticks = axes.temperature_ticks(on, unit, 20)
    assert ticks[0].at == 800
    rows = sorted(on.y(tick.at) for tick in ticks)
    assert all(later - earlier >= 20 for earlier, later in pairwise(rows))
