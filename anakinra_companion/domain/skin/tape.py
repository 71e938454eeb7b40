"""How large the patches of skin are, from one or two numbers of a tape measure for each place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from anakinra_companion.domain.sites import TYPICAL, Calibration, Plane

TENTHS_PER_CM = 100
TENTHS_PER_INCH = 254
WHOLE = Fraction(1)


class Measure(StrEnum):
    """One number of the tape; each may be left out."""

    THIGH_LENGTH = "thigh_length"  # from the groin to the kneecap
    THIGH_GIRTH = "thigh_girth"  # around the thigh, half way
    BELLY_WIDTH = "belly_width"  # across the front at the navel, from side to side
    BELLY_HEIGHT = "belly_height"  # from the lowest rib to the hip bone
    ARM_LENGTH = "arm_length"  # from the shoulder to the elbow
    ARM_GIRTH = "arm_girth"  # around the upper arm, half way
    HIP_GIRTH = "hip_girth"  # around the hips where they are widest


@dataclass(frozen=True, slots=True)
class Tape:
    """What the tape said on a day, in 0.1 mm; None for what was not measured."""

    thigh_length: int | None = None
    thigh_girth: int | None = None
    belly_width: int | None = None
    belly_height: int | None = None
    arm_length: int | None = None
    arm_girth: int | None = None
    hip_girth: int | None = None

    def of(self, measure: Measure) -> int | None:
        """One of its numbers."""
        value: int | None = getattr(self, measure.value)
        return value


@dataclass(frozen=True, slots=True)
class Measured:
    """One version of the sizes: the tape of a day and what follows from it."""

    id: str
    day: date
    tape: Tape

    @property
    def calibration(self) -> Calibration:
        """The patches of skin by this tape."""
        return calibration_of(self.tape, self.id)


# About a typical adult's tape. With these numbers the patches are the typical ones.
TYPICAL_TAPE: Mapping[Measure, int] = {
    Measure.THIGH_LENGTH: 4350,
    Measure.THIGH_GIRTH: 5200,
    Measure.BELLY_WIDTH: 4500,
    Measure.BELLY_HEIGHT: 1800,
    Measure.ARM_LENGTH: 3300,
    Measure.ARM_GIRTH: 2800,
    Measure.HIP_GIRTH: 10000,
}
# Only to catch a slip of the hand, such as inches typed as centimetres. No body is judged by them and no source
# gives them: they are drawn wide on purpose.
SLIPS: Mapping[Measure, tuple[int, int]] = {
    Measure.THIGH_LENGTH: (1500, 8000),
    Measure.THIGH_GIRTH: (2000, 15000),
    Measure.BELLY_WIDTH: (1500, 12000),
    Measure.BELLY_HEIGHT: (600, 6000),
    Measure.ARM_LENGTH: (1200, 6000),
    Measure.ARM_GIRTH: (1000, 9000),
    Measure.HIP_GIRTH: (4000, 25000),
}
_TAPED: Mapping[Plane, tuple[Measure, ...]] = {
    Plane.THIGH_LEFT: (Measure.THIGH_LENGTH, Measure.THIGH_GIRTH),
    Plane.THIGH_RIGHT: (Measure.THIGH_LENGTH, Measure.THIGH_GIRTH),
    Plane.BELLY: (Measure.BELLY_WIDTH, Measure.BELLY_HEIGHT),
    Plane.ARM_LEFT: (Measure.ARM_LENGTH, Measure.ARM_GIRTH),
    Plane.ARM_RIGHT: (Measure.ARM_LENGTH, Measure.ARM_GIRTH),
    Plane.BUTTOCK_LEFT: (Measure.HIP_GIRTH,),
    Plane.BUTTOCK_RIGHT: (Measure.HIP_GIRTH,),
}


def from_cm(centimetres: float) -> int:
    """Turn centimetres into 0.1 mm."""
    return round(centimetres * TENTHS_PER_CM)


def from_inches(inches: float) -> int:
    """Turn inches into 0.1 mm."""
    return round(inches * TENTHS_PER_INCH)


def inches(tenths: float) -> float:
    """Turn 0.1 mm into inches."""
    return tenths / TENTHS_PER_INCH


def measures_of(plane: Plane) -> tuple[Measure, ...]:
    """Name the numbers that a plane is drawn from."""
    return _TAPED[plane]


def slips(tape: Tape) -> tuple[Measure, ...]:
    """List the numbers that look like a slip of the hand."""
    found = []
    for measure, (least, most) in SLIPS.items():
        value = tape.of(measure)
        if value is not None and not least <= value <= most:
            found.append(measure)
    return tuple(found)


def calibration_of(tape: Tape, id: str) -> Calibration:
    """Draw the patches a tape allows; the middle third of the thigh is a third of its length (C11).

    A number left out is about typical: it shrinks with the other number of its place, and never grows with it.
    Arms and buttocks that nobody measured shrink with a slim thigh.
    """
    slim = min(WHOLE, _ratio(tape, Measure.THIGH_GIRTH) or WHOLE)
    thigh_height, thigh_width = _two(tape, Measure.THIGH_LENGTH, Measure.THIGH_GIRTH)
    belly_width, belly_height = _two(tape, Measure.BELLY_WIDTH, Measure.BELLY_HEIGHT)
    arm_height, arm_width = _two(tape, Measure.ARM_LENGTH, Measure.ARM_GIRTH, otherwise=slim)
    buttock = _ratio(tape, Measure.HIP_GIRTH) or slim
    return Calibration(
        id=id,
        thigh_width=int(TYPICAL.thigh_width * thigh_width),
        thigh_height=int(TYPICAL.thigh_height * thigh_height),
        belly_width=int(TYPICAL.belly_width * belly_width),
        belly_height=int(TYPICAL.belly_height * belly_height),
        arm_width=int(TYPICAL.arm_width * arm_width),
        arm_height=int(TYPICAL.arm_height * arm_height),
        buttock_width=int(TYPICAL.buttock_width * buttock),
        # The tape around the hips says nothing of how high they are.
        buttock_height=int(TYPICAL.buttock_height * min(WHOLE, buttock)),
        measured=frozenset(plane for plane in Plane if all(tape.of(each) for each in _TAPED[plane])),
    )


def _ratio(tape: Tape, measure: Measure) -> Fraction | None:
    value = tape.of(measure)
    return None if value is None else Fraction(value, TYPICAL_TAPE[measure])


def _two(tape: Tape, one: Measure, other: Measure, *, otherwise: Fraction = WHOLE) -> tuple[Fraction, Fraction]:
    """The ratios of two numbers of a place; a missing one follows the other down, never up."""
    first, second = _ratio(tape, one), _ratio(tape, other)
    if first is None and second is None:
        return otherwise, otherwise
    if first is None:
        return min(WHOLE, second or WHOLE), second or WHOLE
    return first, min(WHOLE, first) if second is None else second
