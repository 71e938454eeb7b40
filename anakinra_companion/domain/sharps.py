"""The sharps box: how many syringes went into it, and when it is time for a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

# A sharps box is replaced when about three quarters full (E12), of the size that the person entered.
FULL = Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class SharpsBox:
    """A box begun at an instant (UTC) with `inside` syringes in it; `holds` syringes fill it, None if nobody knows.

    `replaced` is the instant at which it was closed and taken out of use.
    """

    id: str
    begun: datetime
    holds: int | None
    inside: int = 0
    replaced: datetime | None = None

    def room_until_full(self, count: int) -> int | None:
        """How many more syringes go in until it is three quarters full (E12); 0 from there on, None if unknown."""
        if self.holds is None:
            return None
        # Of 10, the 8th passes three quarters: seven and a half syringes are not a number of syringes.
        return max(-(-self.holds * FULL.numerator // FULL.denominator) - count, 0)

    def is_full(self, count: int) -> bool:
        """True from three quarters of the entered size on (E12)."""
        return self.holds is not None and count >= self.holds * FULL
