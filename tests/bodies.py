"""Bodies of other sizes than the typical one."""

from __future__ import annotations

from anakinra_companion.domain.sites import Calibration
from anakinra_companion.domain.skin.tape import Tape, calibration_of


def body(id_: str, *, thigh_around: int, waist_around: int) -> Calibration:
    """Somebody of these girths, in 0.1 mm; half of the waist lies in front."""
    return calibration_of(Tape(thigh_girth=thigh_around, belly_width=waist_around // 2), id_)
