"""What takes an act back: a correction on the record, never a deletion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from anakinra_companion.domain.doses import Dose


class Done(StrEnum):
    """What was just done, for the words on the undo bar."""

    TOOK_OUT = "took_out"
    PUT_BACK = "put_back"
    SET_ASIDE = "set_aside"
    MARKED_UNKNOWN = "marked_unknown"
    DECLARED = "declared"
    GAVE_TO_PHARMACIST = "gave_to_pharmacist"
    LOST = "lost"
    IN_SHARPS = "in_sharps"
    BOX_ADDED = "box_added"
    DOSE_RECORDED = "dose_recorded"
    DOSE_CORRECTED = "dose_corrected"
    DAY_ANSWERED = "day_answered"
    DOSE_TAKEN_BACK = "dose_taken_back"


@dataclass(frozen=True, slots=True)
class Undo:
    """Names everything one act wrote, so that it can be taken back whole.

    `events` were written by it and `voided` stopped counting through it; `before` are doses as they stood.
    """

    done: Done
    events: tuple[str, ...] = ()
    voided: tuple[str, ...] = ()
    doses: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    before: tuple[Dose, ...] = ()
