"""Lengths as people read them off a tape: in centimetres or inches, with a point, a comma or a fraction."""

from __future__ import annotations

import re
from fractions import Fraction

from anakinra_companion.domain.profile import TapeUnit
from anakinra_companion.domain.skin.tape import TENTHS_PER_CM, TENTHS_PER_INCH

_TYPED = re.compile(r"(\d{1,4})(?:[.,](\d{1,3}))?(?: +([1-9]\d?)/([1-9]\d?))?")
_SIGNS = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅛": " 1/8", "⅜": " 3/8", "⅝": " 5/8", "⅞": " 7/8"}
_TENTHS = {TapeUnit.CENTIMETRES: TENTHS_PER_CM, TapeUnit.INCHES: TENTHS_PER_INCH}


class NotALength(ValueError):  # noqa: N818 - named for what happened
    """Something was typed that is no length."""


def read_length(typed: str, unit: TapeUnit) -> int | None:
    """What was typed in 0.1 mm: "52", "52.5", "52,5", "20 1/2"; None for nothing. Raises `NotALength`."""
    words = typed.strip()
    for sign, spelt in _SIGNS.items():
        words = words.replace(sign, spelt)
    if not words:
        return None
    found = _TYPED.fullmatch(words)
    if found is None:
        raise NotALength(typed)
    whole, decimals, above, below = found.groups()
    value = Fraction(f"{int(whole)}.{decimals or 0}")
    if above is not None:
        value += Fraction(int(above), int(below))
    return round(value * _TENTHS[unit])


def in_unit(tenths: int, unit: TapeUnit) -> float:
    """A length of 0.1 mm in the unit of the tape."""
    return tenths / _TENTHS[unit]
