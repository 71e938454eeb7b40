"""How the drawings move where movement teaches: which layers, along which way, for how long.

A way gives the place of the layers, in units of the drawing, for a share of the time from 0 to 1; at 1 they are
where they were drawn. A picture that holds still shows just that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

Way = Callable[[float], tuple[float, float]]
# The hand that holds the syringe, with what lies before and behind it.
SYRINGE_HAND = frozenset({"hand-inject", "syringe", "hand-inject-front"})


@dataclass(frozen=True, slots=True)
class Motion:
    """One movement; `moving` is the share of its `seconds` in which anything moves, the rest holds still."""

    layers: frozenset[str]
    way: Way
    seconds: float
    moving: float

    def at(self, share: float) -> tuple[float, float]:
        """Where the layers are, in units of the drawing, for a share of the whole time."""
        return self.way(min(share / self.moving, 1.0))


def straight(x: float, y: float) -> Way:
    """From a place off their own, evenly, to their own."""
    return lambda share: (x * (1 - share), y * (1 - share))


def outward(x: float, y: float, turns: float) -> Way:
    """From a middle that lies at (x, y) from their own place, round and round, outward to their own (S33, S34)."""
    far = hypot(x, y)
    begin = 0.0 if not far else atan2(-y, -x) - turns * 2 * pi

    def way(share: float) -> tuple[float, float]:
        angle = begin + share * turns * 2 * pi
        return x + far * share * cos(angle), y + far * share * sin(angle)

    return way


MOTIONS = {
    # The foam rises, slowly; how long it takes nobody can say (S19, S20).
    "foam-settles": Motion(frozenset({"moving"}), straight(0, 12), 6.0, 0.9),
    # The wipe goes round from the middle outward.
    "step-1": Motion(frozenset({"moving", "hand-inject"}), outward(-64, -50, 2.5), 5.0, 0.8),
    # The cover is pulled straight away from the needle.
    "step-2": Motion(frozenset({"hand-support", "moving", "hand-support-front"}), straight(72, 0), 4.0, 0.5),
    # Quickly in, along the line of the syringe.
    "step-4": Motion(SYRINGE_HAND, straight(44, -80), 3.5, 0.1),
    # Slowly to the stop: the thumb goes with the plunger.
    "step-5": Motion(frozenset({"moving", "moving-thumb"}), straight(16.5, -57.7), 6.0, 0.7),
    # Dry gauze comes onto the place.
    "step-6": Motion(frozenset({"moving", "hand-support"}), straight(-70, 60), 4.0, 0.3),
    "step-7": Motion(frozenset({"moving", "hand-inject"}), straight(60, 70), 4.0, 0.3),
    # Needle first, down into the box.
    "step-8": Motion(SYRINGE_HAND, straight(0, -90), 4.0, 0.5),
}
