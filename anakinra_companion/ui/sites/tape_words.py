"""What is said of the tape measure: what is measured, where it goes, and numbers in the person's unit."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from anakinra_companion.domain.profile import Profile, TapeUnit
from anakinra_companion.domain.sites import Plane
from anakinra_companion.domain.skin.lengths import in_unit
from anakinra_companion.domain.skin.tape import Measure, Tape

_tr = QCoreApplication.translate
# Shown by place; one side stands for both.
GROUPS: Mapping[Plane, tuple[Measure, ...]] = {
    Plane.BELLY: (Measure.BELLY_WIDTH, Measure.BELLY_HEIGHT),
    Plane.THIGH_LEFT: (Measure.THIGH_LENGTH, Measure.THIGH_GIRTH),
    Plane.ARM_LEFT: (Measure.ARM_LENGTH, Measure.ARM_GIRTH),
    Plane.BUTTOCK_LEFT: (Measure.HIP_GIRTH,),
}


def unit_of(profile: Profile) -> TapeUnit:
    """What the person chose, else what tapes are marked in where the computer says it is."""
    if profile.tape_unit is not None:
        return profile.tape_unit
    american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return TapeUnit.INCHES if american else TapeUnit.CENTIMETRES


def group_name(plane: Plane) -> str:
    """The places that are measured together."""
    return {
        Plane.BELLY: _tr("tape", "Belly"),
        Plane.THIGH_LEFT: _tr("tape", "Thighs"),
        Plane.ARM_LEFT: _tr("tape", "Upper arms"),
        Plane.BUTTOCK_LEFT: _tr("tape", "Buttocks"),
    }[plane]


def group_note(plane: Plane) -> str:
    """What to know before the tape is laid on."""
    helped = _tr("tape", "Only needed when somebody else injects.")
    return {
        Plane.BELLY: "",
        Plane.THIGH_LEFT: _tr("tape", "Measure one thigh. The other is taken to be the same."),
        Plane.ARM_LEFT: helped + " " + _tr("tape", "Measure one arm. The other is taken to be the same."),
        Plane.BUTTOCK_LEFT: helped,
    }[plane]


def name(measure: Measure) -> str:
    """What is measured."""
    return {
        Measure.THIGH_LENGTH: _tr("tape", "Length of the thigh"),
        Measure.THIGH_GIRTH: _tr("tape", "Around the thigh"),
        Measure.BELLY_WIDTH: _tr("tape", "Across the belly"),
        Measure.BELLY_HEIGHT: _tr("tape", "Height of the belly"),
        Measure.ARM_LENGTH: _tr("tape", "Length of the upper arm"),
        Measure.ARM_GIRTH: _tr("tape", "Around the upper arm"),
        Measure.HIP_GIRTH: _tr("tape", "Around the hips"),
    }[measure]


def field_name(measure: Measure, unit: TapeUnit) -> str:
    """What is measured, and in what."""
    if unit is TapeUnit.INCHES:
        return _tr("tape", "{0}, in inches").format(name(measure))
    return _tr("tape", "{0}, in centimeters").format(name(measure))


def where(measure: Measure) -> str:
    """Where the tape goes."""
    return {
        Measure.THIGH_LENGTH: _tr("tape", "Down the front, from the groin to the top of the kneecap."),
        Measure.THIGH_GIRTH: _tr("tape", "All the way around, half way between groin and kneecap."),
        Measure.BELLY_WIDTH: _tr("tape", "Over the front at the navel, from one side of the body to the other."),
        Measure.BELLY_HEIGHT: _tr("tape", "Straight down, from the lowest rib to the top of the hip bone."),
        Measure.ARM_LENGTH: _tr("tape", "Down the back, from the top of the shoulder to the elbow."),
        Measure.ARM_GIRTH: _tr("tape", "All the way around, half way between shoulder and elbow."),
        Measure.HIP_GIRTH: _tr("tape", "All the way around, where the hips are widest."),
    }[measure]


def plain(tenths: int, unit: TapeUnit) -> str:
    """A length as a number in the unit; a whole one without decimals."""
    number = in_unit(tenths, unit)
    places = 0 if abs(number - round(number)) < 0.05 else 1
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(number, "f", places)


def length(tenths: int, unit: TapeUnit) -> str:
    """A length with its unit."""
    said = _tr("tape", "{0} in") if unit is TapeUnit.INCHES else _tr("tape", "{0} cm")
    return said.format(plain(tenths, unit))


def all_of(tape: Tape, unit: TapeUnit) -> list[str]:
    """Every number of a tape as a line."""
    measured = [(measure, tape.of(measure)) for group in GROUPS.values() for measure in group]
    said = _tr("tape", "{0}: {1}")
    return [said.format(name(measure), length(value, unit)) for measure, value in measured if value is not None]


def slip(least: int, most: int, unit: TapeUnit) -> str:
    """A number that looks like a slip of the hand, with what is expected."""
    between = plain(least, unit), plain(most, unit)
    if unit is TapeUnit.INCHES:
        return _tr("tape", "Please look at the tape again: {0} to {1} inches is expected here.").format(*between)
    return _tr("tape", "Please look at the tape again: {0} to {1} centimeters is expected here.").format(*between)
