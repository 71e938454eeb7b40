"""Which paper there is where a person lives."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize

# Where paper is of the letter size; everywhere else it is A4.
LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH"})
SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def size_name(country: str) -> str:
    """The name of the paper of a country; of the computer's own where none is known."""
    code = country or QLocale.territoryToCode(QLocale.system().territory())
    return "letter" if code in LETTER_COUNTRIES else "a4"
