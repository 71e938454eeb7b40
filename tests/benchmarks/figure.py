"""One line of the table of budgets."""

from __future__ import annotations

from dataclasses import dataclass


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
