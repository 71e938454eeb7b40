"""What the diary will not do at once, each named for its reason, with what the page needs to explain it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from anakinra_companion.domain.doses import Dose
from anakinra_companion.domain.guards import StartGuard
from anakinra_companion.domain.profile import Gate
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.domain.storage import Look
from anakinra_companion.domain.suggestion import Blocked


class Refusal(Exception):  # noqa: N818 - the family of everything a person can act on
    """The base of all refusals; nothing was written."""


class SecondDose(Refusal):
    """The slot already has a dose (H1); the first is named, and the truth can still be recorded on purpose."""

    def __init__(self, first: Dose) -> None:
        super().__init__("the slot already has a dose")
        self.first = first


class Unfinished(Refusal):
    """An injection for this day was begun, and nobody has said what came of it: that is answered first (H1)."""

    def __init__(self, slot: date) -> None:
        super().__init__("an injection for this day is unfinished")
        self.slot = slot


class MayNotStart(Refusal):
    """A new walkthrough cannot begin now."""

    def __init__(self, guard: StartGuard) -> None:
        super().__init__(guard.value)
        self.guard = guard


class GatesShut(Refusal):
    """Gates of the walkthrough that are not open (H11)."""

    def __init__(self, gates: Sequence[Gate]) -> None:
        super().__init__(", ".join(gates))
        self.gates = tuple(gates)


class SyringeRefused(Refusal):
    """This syringe may not be chosen, by its own record (H4, H7)."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.reason.value)
        self.look = look


class SiteRefused(Refusal):
    """This point may not be chosen for the next injection (H14, H15)."""

    def __init__(self, point: SitePoint, why: Blocked) -> None:
        super().__init__(why.value)
        self.point = point
        self.why = why


class MovedOn(Refusal):
    """The walkthrough is no longer where this answer was given; another window may have answered."""


class NotInTime(Refusal):
    """An instant that lies ahead of now cannot have happened yet."""
