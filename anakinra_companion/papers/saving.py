"""A paper on disk: whole, or as if nothing had been done."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Told = TypeVar("Told")
# How a whole PDF ends; Qt itself does not say when a disk was full.
END = b"%%EOF"


def saved(path: Path, write: Callable[[Path], Told]) -> Told:
    """Lets a paper be written beside `path` and puts it there once it is whole; returns what `write` returns.

    A file that was there before stays as it was until then. Raises OSError where it cannot be written.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        told = write(draft)
        _settle(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return told


def _settle(draft: Path) -> None:
    """Makes sure that all of it is on the disk."""
    with draft.open("rb+") as file:
        file.seek(max(draft.stat().st_size - 64, 0))
        if END not in file.read():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(draft))
        os.fsync(file.fileno())
