"""What to tell a person when the record cannot be opened or written: what is wrong, and what to do."""

from __future__ import annotations

from anakinra_companion.store.trouble import RecordTrouble, Trouble


def sentence(found: RecordTrouble) -> str:
    """One plain sentence in English for the command line; the window has the same in the person's language."""
    path = found.path
    return {
        Trouble.NOT_A_FOLDER: f"{path} is not a folder: choose another folder with --data-dir.",
        Trouble.READ_ONLY: f"{path} cannot be written: nothing was changed; make it writable, or choose another"
        " folder with --data-dir.",
        Trouble.DISK_FULL: f"The disk that holds {path} is full: nothing was changed; make room and try again.",
        Trouble.NOT_A_RECORD: f"{path} is not a record of this program: nothing was changed; put it elsewhere, or"
        " choose another folder with --data-dir.",
        Trouble.TOO_NEW: f"{path} was written by a newer version of this program: nothing was changed; install the"
        " newer version to open it.",
        Trouble.DAMAGED: f"{path} is damaged: nothing was changed; keep the file, do not use any syringe by it, and"
        " type `anakinra-companion check`.",
        Trouble.BUSY: f"{path} is in use by another program: nothing was changed; close the other one and try again.",
        Trouble.UNREADABLE: f"{path} cannot be read: nothing was changed; check the disk it is on.",
    }[found.trouble]
