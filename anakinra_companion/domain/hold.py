"""A hold: no injection until a doctor says so (E4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class HoldReason(StrEnum):
    """Why nobody is to inject for now."""

    EMERGENCY_SIGN = "emergency_sign"
    DOCTOR = "doctor"


@dataclass(frozen=True, slots=True)
class Hold:
    """Set at an instant; it stands until it is on record who said that it is over, and on which day."""

    id: str
    reason: HoldReason
    since: datetime
    lifted_by: str = ""
    lifted_on: date | None = None

    @property
    def stands(self) -> bool:
        """True until a doctor's word is on record."""
        return not self.lifted_by
