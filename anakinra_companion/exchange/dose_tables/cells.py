"""Cells that a spreadsheet takes for text, and that come back exactly as they were."""

from __future__ import annotations

# With one of these at its head, a spreadsheet may take a cell for a formula and run it.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_GUARD = "'"


def guarded(text: str) -> str:
    """The cell with an apostrophe before it where it could be run, or begins with one of its own."""
    return _GUARD + text if text.startswith((*_ACTIVE, _GUARD)) else text


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell.removeprefix(_GUARD)
