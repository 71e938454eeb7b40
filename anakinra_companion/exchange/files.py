"""Files a person chose: written whole or not at all, never over the record itself."""

from __future__ import annotations

import errno
import os
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

# What leaves the record is about health too: readable by its user only.
FILE_MODE = 0o600


class FileFault(StrEnum):
    """What is wrong with the place or the file."""

    MISSING = "missing"
    NO_FOLDER = "no_folder"
    A_FOLDER = "a_folder"
    THE_RECORD = "the_record"
    NOT_ALLOWED = "not_allowed"
    DISK_FULL = "disk_full"
    OTHER = "other"


class FileTrouble(Exception):  # noqa: N818 - named for what happened
    """A file that could not be written or read; nothing was changed."""

    def __init__(self, fault: FileFault, path: Path) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.path = path


def write_out(path: Path, data: bytes, record: Path) -> None:
    """Puts a file in place whole, over an older one; refuses the folder that the record itself is in."""
    if path.is_dir():
        raise FileTrouble(FileFault.A_FOLDER, path)
    if not path.parent.is_dir():
        raise FileTrouble(FileFault.NO_FOLDER, path)
    if path.parent.resolve() == record.parent.resolve():
        raise FileTrouble(FileFault.THE_RECORD, path)
    draft = path.with_name(f".{uuid4().hex}.new")
    try:
        _write(draft, data)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise FileTrouble(_fault(error), path) from error


def read_in(path: Path) -> bytes:
    """All of a file."""
    if path.is_dir():
        raise FileTrouble(FileFault.A_FOLDER, path)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileTrouble(FileFault.MISSING, path) from error
    except OSError as error:
        raise FileTrouble(_fault(error), path) from error


def _write(draft: Path, data: bytes) -> None:
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _fault(error: OSError) -> FileFault:
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FileFault.NOT_ALLOWED
    # Windows knows no quota by this name.
    full = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
    return FileFault.DISK_FULL if error.errno in full else FileFault.OTHER
