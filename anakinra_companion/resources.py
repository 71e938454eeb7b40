"""Finds a shipped picture or text: inside the package when installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).parent
_INSIDE = _PACKAGE / "resources"
ROOT = _INSIDE if _INSIDE.is_dir() else _PACKAGE.parent / "resources"


def path(name: str) -> Path:
    """The file of a resource such as "icons/today.svg"; raises ValueError for a name that leaves the folder."""
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts:
        raise ValueError(f"{name} is not a resource")
    return ROOT / parts
