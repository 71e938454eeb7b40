"""Where on the body an injection went, in real tenths of a millimetre."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from math import hypot

# A new point is at least about 1 inch (2.5 cm) away from the previous injection (S29).
MIN_SPACING = 250
# No point lies within 2 inches (5 cm) of the navel (D5).
NAVEL_KEEPOUT = 500
# Two marks within half the spacing are the same point, so a re-measured body keeps its history.
SAME_POINT = 125
# Soft rule, by analogy with people who inject insulin: a point rests four weeks (D10, C16).
POINT_REST_DAYS = 28
# An unchecked lump keeps its surroundings free as well (D11, H16).
LUMP_KEEPOUT = 250


class Place(StrEnum):
    """A patch of skin a person can name; left and right are the person's own (H14)."""

    THIGH_LEFT = "thigh_left"
    THIGH_RIGHT = "thigh_right"
    BELLY_LEFT = "belly_left"
    BELLY_RIGHT = "belly_right"
    ARM_LEFT = "arm_left"
    ARM_RIGHT = "arm_right"
    BUTTOCK_LEFT = "buttock_left"
    BUTTOCK_RIGHT = "buttock_right"


# The skin a person reaches alone (S23, C11).
SELF_PLACES = (Place.THIGH_LEFT, Place.THIGH_RIGHT, Place.BELLY_LEFT, Place.BELLY_RIGHT)
# Only when somebody else gives the injection (S24, S25, H15).
HELPER_PLACES = (Place.ARM_LEFT, Place.ARM_RIGHT, Place.BUTTOCK_LEFT, Place.BUTTOCK_RIGHT)
RIGHT_PLACES = frozenset({Place.THIGH_RIGHT, Place.BELLY_RIGHT, Place.ARM_RIGHT, Place.BUTTOCK_RIGHT})


class Plane(StrEnum):
    """Skin on which distances can be measured; both sides of the belly share one."""

    THIGH_LEFT = "thigh_left"
    THIGH_RIGHT = "thigh_right"
    BELLY = "belly"
    ARM_LEFT = "arm_left"
    ARM_RIGHT = "arm_right"
    BUTTOCK_LEFT = "buttock_left"
    BUTTOCK_RIGHT = "buttock_right"


class Landmark(StrEnum):
    """The spot on the body from which a plane is measured."""

    NAVEL = "navel"
    THIGH_MIDDLE = "thigh_middle"  # half way from groin to kneecap, half way from the front to the side
    ARM_MIDDLE = "arm_middle"  # back of the arm, half way from shoulder to elbow
    BUTTOCK_MIDDLE = "buttock_middle"  # middle of the upper outer quarter


_PLANES: Mapping[Place, Plane] = {
    Place.THIGH_LEFT: Plane.THIGH_LEFT,
    Place.THIGH_RIGHT: Plane.THIGH_RIGHT,
    Place.BELLY_LEFT: Plane.BELLY,
    Place.BELLY_RIGHT: Plane.BELLY,
    Place.ARM_LEFT: Plane.ARM_LEFT,
    Place.ARM_RIGHT: Plane.ARM_RIGHT,
    Place.BUTTOCK_LEFT: Plane.BUTTOCK_LEFT,
    Place.BUTTOCK_RIGHT: Plane.BUTTOCK_RIGHT,
}

_LANDMARKS: Mapping[Plane, Landmark] = {
    Plane.THIGH_LEFT: Landmark.THIGH_MIDDLE,
    Plane.THIGH_RIGHT: Landmark.THIGH_MIDDLE,
    Plane.BELLY: Landmark.NAVEL,
    Plane.ARM_LEFT: Landmark.ARM_MIDDLE,
    Plane.ARM_RIGHT: Landmark.ARM_MIDDLE,
    Plane.BUTTOCK_LEFT: Landmark.BUTTOCK_MIDDLE,
    Plane.BUTTOCK_RIGHT: Landmark.BUTTOCK_MIDDLE,
}


def plane_of(place: Place) -> Plane:
    """Name the plane a place is measured on."""
    return _PLANES[place]


def landmark_of(place: Place) -> Landmark:
    """Name the spot a place's coordinates start from."""
    return _LANDMARKS[_PLANES[place]]


def places_for(*, helper: bool) -> tuple[Place, ...]:
    """List the places that may be offered, alone or with a helper (S23 to S25, H15)."""
    return SELF_PLACES + HELPER_PLACES if helper else SELF_PLACES


@dataclass(frozen=True, slots=True)
class SitePoint:
    """A spot in 0.1 mm from the landmark of its plane: +x to the person's left, +y to the head."""

    place: Place
    x: int
    y: int


def distance(a: SitePoint, b: SitePoint) -> float | None:
    """Measure two spots in 0.1 mm; None when they lie on different planes."""
    if _PLANES[a.place] is not _PLANES[b.place]:
        return None
    return hypot(a.x - b.x, a.y - b.y)


def cm(tenths: float) -> float:
    """Turn 0.1 mm into centimetres."""
    return tenths / 100


@dataclass(frozen=True, slots=True)
class Injection:
    """One injection as the site rules see it.

    `point` is None when only the place is known, `place` too when nothing is. The day of the injection is
    read from `at` in the zone it carries, so hand in local time where the exact number of days matters. Where
    the time is not known `at` is the middle of its day, and `until` the latest that it can have been.
    `calibration` names the sizes it was given under: its centimetres stay when the body is measured again. `flags`
    are those of its dose, among them what spoke against its place (`domain.skin.truth.site_flags`).
    """

    point: SitePoint | None
    place: Place | None
    at: datetime
    dose_id: str
    reacted: bool = False
    until: datetime | None = None
    calibration: str = "typical"
    flags: tuple[str, ...] = ()


class AvoidReason(StrEnum):
    """Why skin is left alone: a visible vein (S30), and what is sore, scarred, marked or rubbed (D6)."""

    SCAR = "scar"
    MOLE = "mole"
    VEIN = "vein"
    BRUISE = "bruise"
    TATTOO = "tattoo"
    SORE = "sore"
    WAISTBAND = "waistband"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AvoidMark:
    """Skin to keep away from, radius in 0.1 mm, until a day or for good.

    `since` is the day it was noted, `gone` the day on which somebody said that it is gone.
    """

    id: str
    place: Place
    x: int
    y: int
    radius: int
    reason: AvoidReason
    until: date | None = None
    note: str = ""
    since: date | None = None
    gone: date | None = None

    def in_force(self, today: date) -> bool:
        """Say whether the mark still counts; its last day is included."""
        return (self.until is None or today <= self.until) and (self.gone is None or today < self.gone)

    def asks_again(self, today: date) -> bool:
        """Say whether its last day is over and nobody has said yet whether it is gone."""
        return self.until is not None and today > self.until and self.gone is None


@dataclass(frozen=True, slots=True)
class Checked:
    """A doctor has looked at a lump: who, and on which day."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Lump:
    """A lump or hard spot, which blocks its surroundings until a doctor has checked it (H16).

    `dose_id` names the injection it was told with, if it was.
    """

    id: str
    place: Place
    x: int
    y: int
    checked: Checked | None = None
    found: date | None = None
    note: str = ""
    dose_id: str | None = None


@dataclass(frozen=True, slots=True)
class Calibration:
    """How large a person's patches of skin are, in 0.1 mm; `measured` are the planes the tape was laid on."""

    id: str
    thigh_width: int
    thigh_height: int
    belly_width: int
    belly_height: int
    arm_width: int
    arm_height: int
    buttock_width: int
    buttock_height: int
    measured: frozenset[Plane] = frozenset()

    def is_about(self, plane: Plane) -> bool:
        """Say whether a plane is only about this large, since a number is missing."""
        return plane not in self.measured

    @property
    def about(self) -> bool:
        """True while any plane is only about right."""
        return len(self.measured) < len(Plane)


TYPICAL = Calibration(
    id="typical",
    thigh_width=1040,
    thigh_height=1450,
    belly_width=2250,
    belly_height=1800,
    arm_width=700,
    arm_height=1100,
    buttock_width=1000,
    buttock_height=1000,
)


def typical() -> Calibration:
    """Give the sizes used while nobody measured: about a typical adult's."""
    return TYPICAL
