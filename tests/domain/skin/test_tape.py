"""From the tape measure to the size of the patches."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anakinra_companion.domain.lattice import lattice, patch, points_on
from anakinra_companion.domain.sites import MIN_SPACING, TYPICAL, Calibration, Place, Plane
from anakinra_companion.domain.skin.tape import (
    SLIPS,
    TYPICAL_TAPE,
    Measure,
    Tape,
    calibration_of,
    from_cm,
    from_inches,
    inches,
    measures_of,
    slips,
)

TYPICAL_ADULT = Tape(**{measure.value: value for measure, value in TYPICAL_TAPE.items()})
WIDTHS = ("thigh_width", "belly_width", "arm_width", "buttock_width")
HEIGHTS = ("thigh_height", "belly_height", "arm_height", "buttock_height")
tapes = st.builds(Tape, **{measure.value: st.none() | st.integers(*SLIPS[measure]) for measure in Measure})


def sizes(calibration: Calibration) -> list[int]:
    return [getattr(calibration, name) for name in WIDTHS + HEIGHTS]


def test_an_inch_is_254_tenths_of_a_millimetre() -> None:
    assert from_inches(1) == 254
    assert from_inches(20.5) == 5207
    assert inches(508) == 2


def test_a_centimetre_is_100_tenths_of_a_millimetre() -> None:
    assert from_cm(52.3) == 5230


def test_a_typical_tape_gives_the_typical_sizes() -> None:
    assert sizes(calibration_of(TYPICAL_ADULT, "c1")) == sizes(TYPICAL)


def test_no_tape_at_all_gives_the_typical_sizes() -> None:
    assert sizes(calibration_of(Tape(), "c1")) == sizes(TYPICAL)


@pytest.mark.parametrize("length", [2999, 3000, 3001, 4350, 6000])
def test_the_middle_third_of_the_thigh_is_a_third_of_its_length(length: int) -> None:
    assert calibration_of(Tape(thigh_length=length), "c1").thigh_height == length // 3


@given(tapes)
def test_no_height_grows_beyond_what_the_tape_says(tape: Tape) -> None:
    size = calibration_of(tape, "c1")
    assert size.thigh_height <= (tape.thigh_length or TYPICAL_TAPE[Measure.THIGH_LENGTH]) / 3
    assert size.belly_height <= (tape.belly_height or TYPICAL.belly_height)
    assert size.arm_height <= (tape.arm_length or TYPICAL_TAPE[Measure.ARM_LENGTH]) / 3
    assert size.buttock_height <= TYPICAL.buttock_height


@given(tapes)
def test_a_size_nobody_measured_is_never_larger_than_typical(tape: Tape) -> None:
    size = calibration_of(tape, "c1")
    for width, measure in zip(WIDTHS, (Measure.THIGH_GIRTH, Measure.BELLY_WIDTH, Measure.ARM_GIRTH), strict=False):
        assert tape.of(measure) or getattr(size, width) <= getattr(TYPICAL, width)


@pytest.mark.parametrize(("girth", "height"), [(2600, 725), (5200, 1450), (10400, 1450)])
def test_a_slim_thigh_is_taken_for_a_short_one_and_a_wide_one_not_for_a_long_one(girth: int, height: int) -> None:
    size = calibration_of(Tape(thigh_girth=girth), "c1")
    assert size.thigh_width == girth // 5
    assert size.thigh_height == height


def test_arms_and_buttocks_nobody_measured_shrink_with_a_slim_thigh() -> None:
    size = calibration_of(Tape(thigh_girth=2600), "c1")
    assert (size.arm_width, size.arm_height) == (350, 550)
    assert (size.buttock_width, size.buttock_height) == (500, 500)


@pytest.mark.parametrize("plane", list(Plane))
def test_a_plane_is_about_right_until_each_of_its_numbers_is_known(plane: Plane) -> None:
    known: dict[str, int] = {}
    for measure in measures_of(plane):
        assert calibration_of(Tape(**known), "c1").is_about(plane)
        known[measure.value] = TYPICAL_TAPE[measure]
    assert not calibration_of(Tape(**known), "c1").is_about(plane)
    assert calibration_of(Tape(**known), "c1").about


def test_nothing_is_about_once_every_number_is_known() -> None:
    assert not calibration_of(TYPICAL_ADULT, "c1").about


@pytest.mark.parametrize("measure", list(Measure))
def test_a_slip_of_the_hand_is_named_at_its_limits(measure: Measure) -> None:
    least, most = SLIPS[measure]
    found = {value: slips(Tape(**{measure.value: value})) for value in (least - 1, least, most, most + 1)}
    assert found == {least - 1: (measure,), least: (), most: (), most + 1: (measure,)}


def test_what_was_not_measured_is_no_slip() -> None:
    assert slips(Tape()) == ()


def test_a_thigh_typed_in_inches_as_centimetres_is_a_slip() -> None:
    assert slips(Tape(thigh_length=from_cm(14))) == (Measure.THIGH_LENGTH,)


@given(tapes)
@settings(max_examples=60, deadline=None)
def test_the_lattice_follows_the_tape_and_keeps_its_distances(tape: Tape) -> None:
    body = calibration_of(tape, "c1")
    for place in Place:
        width = max(abs(x) for x, _ in patch(place, body).outline)
        assert all(abs(point.x) <= width for point in lattice(place, body))
    for plane in Plane:
        rows = sorted((point.y, point.x) for point in points_on(plane, body))
        for (y, x), (above, beside) in pairwise(rows):
            assert (y - above) ** 2 + (x - beside) ** 2 >= MIN_SPACING**2
