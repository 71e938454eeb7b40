"""The ring of a past injection can be seen on every skin, however old it is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from anakinra_companion.settings import Settings
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch.inks import inks
from anakinra_companion.ui.widgets.patch.shapes import FAINTEST

# WCAG 2.2, 1.4.11: shapes that tell something.
LEAST = 3.0


def light(colour: QColor) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def over(front: QColor, back: QColor, strength: float) -> QColor:
    """What is seen of a colour painted over another."""
    pairs = (
        (front.redF(), back.redF()),
        (front.greenF(), back.greenF()),
        (front.blueF(), back.blueF()),
    )
    return QColor.fromRgbF(*(one * strength + other * (1 - strength) for one, other in pairs))


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("tone", range(6))
@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_the_oldest_ring_stands_out_from_the_skin(name: str, tone: int) -> None:
    theme.use_settings(Settings(theme=name))
    ink = inks(tone)
    seen, skin = light(over(ink.line, ink.halo, FAINTEST)), light(ink.patch)
    theme.use_settings(Settings())
    assert (max(seen, skin) + 0.05) / (min(seen, skin) + 0.05) >= LEAST
