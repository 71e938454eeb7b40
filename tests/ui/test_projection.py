"""Pixels and centimetres: what is clicked is what the ruler shows, and right is right."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from anakinra_companion.domain.sites import RIGHT_PLACES, Plane
from anakinra_companion.ui.widgets.patch import fitted, spot_on
from anakinra_companion.ui.widgets.patch.ruler import INCH, ticks
from tests.bodies import body
from tests.ui.skins import FRONT, ROOT, skin

AREA = QRectF(40, 30, 500, 400)
planes = pytest.mark.parametrize("plane", Plane)


@pytest.mark.parametrize("screen", ["1", "2"])
@pytest.mark.parametrize("text", ["1.0", "1.5", "2.0"])
def test_a_click_gives_the_centimetres_that_the_painted_ruler_shows(text: str, screen: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": screen, "PYTHONPATH": str(ROOT)}
    call = [sys.executable, "-m", "tests.ui.pixel_truth", text, screen]
    told = subprocess.run(call, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert told.returncode == 0, told.stderr


@given(
    plane=st.sampled_from(Plane),
    x=st.integers(-900, 900),
    y=st.integers(-900, 900),
    thigh=st.integers(3500, 9000),
    waist=st.integers(6000, 16000),
)
def test_a_spot_comes_back_from_the_screen_as_it_went(plane: Plane, x: int, y: int, thigh: int, waist: int) -> None:
    shape = body("body", thigh_around=thigh, waist_around=waist)
    view = fitted(plane, skin(plane, shape).box(), AREA)
    assert view.spot(view.pixel(x, y)) == spot_on(plane, x, y)


@planes
def test_all_of_the_skin_fits_the_area_and_keeps_its_proportions(plane: Plane) -> None:
    box = skin(plane).box()
    view = fitted(plane, box, AREA)
    window = view.window(box)
    assert AREA.adjusted(-1, -1, 1, 1).contains(window)
    assert window.width() / window.height() == pytest.approx(box.width() / box.height())


@planes
def test_the_persons_left_is_on_the_right_from_in_front_and_on_the_left_from_behind(plane: Plane) -> None:
    view = fitted(plane, skin(plane).box(), AREA)
    to_the_right = view.pixel(100, 0).x() > view.pixel(0, 0).x()
    assert to_the_right is (plane in FRONT)


@planes
def test_the_head_is_up(plane: Plane) -> None:
    view = fitted(plane, skin(plane).box(), AREA)
    assert view.pixel(0, 100).y() < view.pixel(0, 0).y()


def test_a_click_left_of_the_navel_is_on_the_persons_right_side() -> None:
    view = fitted(Plane.BELLY, skin(Plane.BELLY).box(), AREA)
    left, right = (view.spot(view.pixel(0, 0) + QPointF(by, 0)) for by in (-60, 60))
    assert left.place in RIGHT_PLACES
    assert right.place not in RIGHT_PLACES


def test_the_ruler_counts_centimetres_from_the_landmark_both_ways() -> None:
    found = ticks(-1_020, 1_020, inches=False)
    assert [tick.tenths for tick in found] == [100 * n for n in range(-10, 11)]
    assert [tick.number for tick in found if tick.long] == ["10", "5", "0", "5", "10"]


def test_the_ruler_counts_inches_from_the_landmark_both_ways() -> None:
    found = [tick for tick in ticks(-INCH * 2.2, INCH * 2.2, inches=True) if tick.long]
    assert [tick.number for tick in found] == ["2", "1", "0", "1", "2"]
    assert [tick.tenths for tick in found] == [INCH * n for n in range(-2, 3)]
