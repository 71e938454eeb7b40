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


class ClockDoubted(Refusal):
    """This computer's clock cannot be trusted, so nothing is told of the days to come (H5)."""


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


class TakenBack(Refusal):
    """The dose an answer speaks of was taken back: if any of it went in, that is recorded on purpose (H1)."""


class OddNumber(Refusal):
    """A number that looks like a slip of the hand; no body is judged by the limits, in 0.1 mm (0 to 3 for signs)."""

    def __init__(self, what: str, least: int, most: int) -> None:
        super().__init__(f"{what} is not between {least} and {most}")
        self.what = what
        self.least = least
        self.most = most


class NobodyNamed(Refusal):
    """A doctor has checked it or said so, but which one is not said (H16)."""


class PlaceNeeded(Refusal):
    """The place is not known, so a lump or a point of it cannot be drawn: the page asks where."""


class EndsTooSoon(Refusal):
    """A last day before the first; `first` is the earliest that it can be."""

    def __init__(self, first: date) -> None:
        super().__init__("it would end before it begins")
        self.first = first


class OverAlready(Refusal):
    """A last day that is over already would end what is being said before it begins."""

    def __init__(self, until: date) -> None:
        super().__init__("that day is over")
        self.until = until


class NotThatDay(Refusal):
    """A day that this cannot be said of; the first and the last that it can."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(f"not between {first} and {last}")
        self.first = first
        self.last = last


class PhotoTooLarge(Refusal):
    """A photo of more bytes than a record keeps."""

    def __init__(self, size: int, most: int) -> None:
        super().__init__(f"{size} bytes are more than {most}")
        self.size = size
        self.most = most


class NotAPhoto(Refusal):
    """Bytes that are neither JPEG nor PNG."""


class NotInTime(Refusal):
    """An instant that lies ahead of now cannot have happened yet."""


class OutAlready(Refusal):
    """The other syringe is out by its own record, or ended: what is moved to it could shorten its time (H6)."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.state.value)
        self.look = look
