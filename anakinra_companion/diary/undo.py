"""What takes an act back: a correction on the record, never a deletion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from anakinra_companion.store.changes import Before


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
    ALL_OUT = "all_out"
    ALL_BACK = "all_back"
    WAS_ANOTHER = "was_another"
    FOUND_AGAIN = "found_again"
    SHARPS_BEGUN = "sharps_begun"
    SHARPS_CORRECTED = "sharps_corrected"
    DOSE_RECORDED = "dose_recorded"
    DOSE_CORRECTED = "dose_corrected"
    DAY_ANSWERED = "day_answered"
    DOSE_TAKEN_BACK = "dose_taken_back"
    DOSES_BROUGHT_IN = "doses_brought_in"
    MEASURED = "measured"
    SIZES_TAKEN_BACK = "sizes_taken_back"
    MARKED = "marked"
    MARK_CORRECTED = "mark_corrected"
    MARK_GONE = "mark_gone"
    MARK_STAYS = "mark_stays"
    MARK_TAKEN_BACK = "mark_taken_back"
    LUMP_FOUND = "lump_found"
    LUMP_CORRECTED = "lump_corrected"
    LUMP_CHECKED = "lump_checked"
    LUMP_TAKEN_BACK = "lump_taken_back"
    REACTION_TOLD = "reaction_told"
    REACTION_CORRECTED = "reaction_corrected"
    REACTION_TAKEN_BACK = "reaction_taken_back"
    PLACE_PREFERRED = "place_preferred"
    PLACE_EXCLUDED = "place_excluded"
    PLACE_AS_ANY_OTHER = "place_as_any_other"
    INJECTED_HERE = "injected_here"
    EARLIER_SITES = "earlier_sites"
    PHOTO_KEPT = "photo_kept"
    READING_TYPED = "reading_typed"
    READING_CORRECTED = "reading_corrected"
    READING_TAKEN_BACK = "reading_taken_back"
    READINGS_IMPORTED = "readings_imported"
    IMPORT_REMOVED = "import_removed"
    WARM_SINCE = "warm_since"
    LOGGER_WAS_OUT = "logger_was_out"
    LOGGER_WAS_IN = "logger_was_in"
    SPOT_BEGUN = "spot_begun"
    SPOT_ENDED = "spot_ended"
    HOLD_SET = "hold_set"
    HOLD_LIFTED = "hold_lifted"
    PAUSE_TOLD = "pause_told"
    PAUSE_CORRECTED = "pause_corrected"
    PAUSE_ENDED = "pause_ended"
    PAUSE_TAKEN_BACK = "pause_taken_back"
    LABEL_COPIED = "label_copied"


@dataclass(frozen=True, slots=True)
class Undo:
    """Names everything one act wrote, so that it can be taken back whole.

    `events` were written by it and `voided` stopped counting through it; `before` are doses as they stood, and
    `skin` what was said of the skin, the sharps box, the label, its pauses, or a hold, `fridge` what was said of a
    fridge. `photos` came with it, their bytes go with it.
    """

    done: Done
    events: tuple[str, ...] = ()
    voided: tuple[str, ...] = ()
    doses: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    before: tuple[Before, ...] = ()
    skin: tuple[Before, ...] = ()
    photos: tuple[str, ...] = ()
    fridge: tuple[Before, ...] = ()
