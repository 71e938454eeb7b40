"""What was just done, in a sentence for the undo bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from anakinra_companion.diary.undo import Done

_tr = QCoreApplication.translate


def done(what: Done) -> str:
    """What was just done, for the undo bar."""
    return {
        Done.TOOK_OUT: _tr("words", "Taken out. Its clock runs."),
        Done.PUT_BACK: _tr("words", "Put back. Its clock stands, but is not set to zero."),
        Done.SET_ASIDE: _tr("words", "Set aside. Do not use it."),
        Done.MARKED_UNKNOWN: _tr("words", "Marked as unknown. Do not use it."),
        Done.DECLARED: _tr("words", "Noted since when it was out."),
        Done.GAVE_TO_PHARMACIST: _tr("words", "Given to the pharmacist."),
        Done.LOST: _tr("words", "Marked as lost."),
        Done.IN_SHARPS: _tr("words", "In the sharps box."),
        Done.BOX_ADDED: _tr("words", "Box added."),
        Done.DOSE_RECORDED: _tr("words", "Dose recorded."),
        Done.DOSE_CORRECTED: _tr("words", "Corrected. The history shows both."),
        Done.DAY_ANSWERED: _tr("words", "Answer recorded."),
        Done.DOSE_TAKEN_BACK: _tr("words", "Dose taken back. It stays in the history."),
        Done.DOSES_BROUGHT_IN: _tr("words", "Brought in. The calendar shows them."),
        Done.MEASURED: _tr("words", "Measured. The map follows."),
        Done.SIZES_TAKEN_BACK: _tr("words", "Taken back. The sizes from before count."),
        Done.MARKED: _tr("words", "Marked. The next place keeps away from it."),
        Done.MARK_CORRECTED: _tr("words", "Corrected. The history shows both."),
        Done.MARK_GONE: _tr("words", "Noted that it is gone."),
        Done.MARK_STAYS: _tr("words", "Noted that it is still there."),
        Done.MARK_TAKEN_BACK: _tr("words", "Mark taken back."),
        Done.LUMP_FOUND: _tr("words", "Lump noted. Show it to your doctor."),
        Done.LUMP_CORRECTED: _tr("words", "Corrected. The history shows both."),
        Done.LUMP_CHECKED: _tr("words", "Noted that a doctor has checked it."),
        Done.LUMP_TAKEN_BACK: _tr("words", "Lump taken back."),
        Done.REACTION_TOLD: _tr("words", "Noted how the skin looks."),
        Done.REACTION_CORRECTED: _tr("words", "Corrected. The history shows both."),
        Done.REACTION_TAKEN_BACK: _tr("words", "Taken back. It stays in the history."),
        Done.PLACE_PREFERRED: _tr("words", "This place comes first."),
        Done.PLACE_EXCLUDED: _tr("words", "This place is left out."),
        Done.PLACE_AS_ANY_OTHER: _tr("words", "This place counts as any other."),
        Done.INJECTED_HERE: _tr("words", "Noted where it really was."),
        Done.EARLIER_SITES: _tr("words", "Earlier places noted."),
        Done.HOLD_SET: _tr("words", "Noted. No injection until a doctor says so."),
        Done.HOLD_LIFTED: _tr("words", "Noted who said that injections may go on."),
        Done.PAUSE_TOLD: _tr("words", "Pause noted. These days are no missed doses."),
        Done.PAUSE_CORRECTED: _tr("words", "Corrected. The history shows both."),
        Done.PAUSE_ENDED: _tr("words", "Noted which day was the last of the pause."),
        Done.PAUSE_TAKEN_BACK: _tr("words", "Pause taken back. Its days count again."),
        Done.LABEL_COPIED: _tr("words", "Label copied. It counts from its first day on."),
        Done.PHOTO_KEPT: _tr("words", "Photo kept in your record."),
        Done.ALL_OUT: _tr("words", "All taken out. Their clocks run."),
        Done.ALL_BACK: _tr("words", "All put back. Their clocks stand, but are not set to zero."),
        Done.WAS_ANOTHER: _tr("words", "Noted for the other syringe. Its time moved along."),
        Done.SHARPS_BEGUN: _tr("words", "A new sharps box is in use."),
        Done.SHARPS_CORRECTED: _tr("words", "Corrected. The history shows both."),
        Done.READING_TYPED: _tr("words", "Reading noted."),
        Done.READING_CORRECTED: _tr("words", "Corrected. The history shows both."),
        Done.READING_TAKEN_BACK: _tr("words", "Reading taken back. It stays in the history."),
        Done.READINGS_IMPORTED: _tr("words", "Readings taken in."),
        Done.IMPORT_REMOVED: _tr("words", "Import removed. Its readings count no more."),
        Done.WARM_SINCE: _tr("words", "Noted since when it was warm."),
        Done.LOGGER_WAS_OUT: _tr("words", "Noted that the logger was out of the fridge."),
        Done.LOGGER_WAS_IN: _tr("words", "Noted that the logger was in the fridge. The warm time counts."),
        Done.SPOT_BEGUN: _tr("words", "Noted where the logger lies."),
        Done.SPOT_ENDED: _tr("words", "This spot is done."),
        Done.FOUND_AGAIN: _tr("words", "Found again. Nobody knows how long it was out: do not use it."),
    }[what]
