"""What can go wrong with a record on disk, named so that window and command line can say it plainly."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class Trouble(StrEnum):
    """The environment's faults; each has one plain sentence in the window and on the command line."""

    NOT_A_FOLDER = "not_a_folder"
    READ_ONLY = "read_only"
    DISK_FULL = "disk_full"
    NOT_A_RECORD = "not_a_record"
    TOO_NEW = "too_new"
    DAMAGED = "damaged"
    BUSY = "busy"
    UNREADABLE = "unreadable"


class RecordTrouble(Exception):  # noqa: N818 - named for what happened
    """The record cannot be opened or written; nothing was changed on disk by the attempt."""

    def __init__(self, trouble: Trouble, path: Path) -> None:
        super().__init__(f"{trouble}: {path}")
        self.trouble = trouble
        self.path = path
