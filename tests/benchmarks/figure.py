"""One line of the table of budgets."""

from __future__ import annotations

from dataclasses import dataclass

# Hover, focus and selection on the map keep within half a frame of a screen with 60 a second (milliseconds).
MAP_ANSWER_MS = 8.0


@dataclass(frozen=True)
class Figure:
    """One budget: ours, the reference of the same run, and the bound that ours has to keep."""

    what: str
    ours: float
    reference: float
    bound: float
    unit: str

    @property
    def ratio(self) -> float:
        return self.ours / self.reference

    @property
    def holds(self) -> bool:
        return self.ours <= self.bound
