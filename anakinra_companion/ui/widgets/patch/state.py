"""What a close-up of skin shows: frozen values that the page hands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import hypot

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from anakinra_companion.domain.lattice import Patch
from anakinra_companion.domain.sites import (
    LUMP_KEEPOUT,
    POINT_REST_DAYS,
    SAME_POINT,
    AvoidMark,
    Lump,
    Plane,
    SitePoint,
    plane_of,
)

# Skin that is shown round the patch, so that what lies just outside is in sight too (1.5 cm).
ROUND_IT = 150


class Rank(StrEnum):
    """What a point is to the person today."""

    NEXT = "next"
    OTHER = "other"
    FREE = "free"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Dot:
    """One point of the lattice: its number, what to say of it, and what it is today."""

    point: SitePoint
    number: int
    words: str
    rank: Rank = Rank.FREE


@dataclass(frozen=True, slots=True)
class Past:
    """One past injection: how many days ago, how the skin took it (0 to 3), and what to say of it.

    `instead` says that it went elsewhere than was chosen.
    """

    point: SitePoint
    days: int
    grade: int = 0
    words: str = ""
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Avoid:
    """Skin to keep away from, with what to say of it."""

    mark: AvoidMark
    words: str


@dataclass(frozen=True, slots=True)
class Hard:
    """A lump, with what to say of it."""

    lump: Lump
    words: str


@dataclass(frozen=True, slots=True)
class PatchState:
    """Everything a close-up shows. `head_words` and `foot_words` say what lies above and below the patch.

    `last` is the newest injection; `or_last` are others that may be it, where a time is not known.
    """

    patches: tuple[Patch, ...]
    dots: tuple[Dot, ...]
    last: SitePoint | None = None
    or_last: tuple[SitePoint, ...] = ()
    past: tuple[Past, ...] = ()
    avoid: tuple[Avoid, ...] = ()
    lumps: tuple[Hard, ...] = ()
    your_left: str = ""
    your_right: str = ""
    head_words: str = ""
    foot_words: str = ""
    inches: bool = False
    tone: int = 2

    @property
    def plane(self) -> Plane:
        """The plane that is shown."""
        return plane_of(self.patches[0].place)

    def is_covered(self, past: Past) -> bool:
        """True where a point of the lattice lies over a past injection."""
        return any(_between(past.point, dot.point) <= SAME_POINT for dot in self.dots)

    def tells_more(self, past: Past) -> bool:
        """True where there is more to say of a past injection than the name of its point does."""
        said = past.days < POINT_REST_DAYS or past.grade > 0 or past.instead
        return bool(past.words) and (said or not self.is_covered(past))

    def box(self) -> QRectF:
        """The skin in sight, in 0.1 mm: x towards the person's left, y towards the head."""
        corners = [QPointF(x, y) for patch in self.patches for x, y in patch.outline]
        if not corners:
            return QRectF()
        return QPolygonF(corners).boundingRect().adjusted(-ROUND_IT, -ROUND_IT, ROUND_IT, ROUND_IT)


def _between(one: SitePoint, other: SitePoint) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def worth_painting(past: Iterable[Past], plane: Plane) -> tuple[Past, ...]:
    """Of a whole life's injections the newest at each spot, and the worst reaction of the last four weeks there.

    Two within half the spacing are the same point, so what is painted does not grow with the years.
    """
    newest: dict[tuple[int, int], Past] = {}
    for each in sorted(past, key=lambda one: one.days):
        if plane_of(each.point.place) is not plane:
            continue
        cell = round(each.point.x / SAME_POINT), round(each.point.y / SAME_POINT)
        first = newest.setdefault(cell, each)
        if each.grade > first.grade and each.days < POINT_REST_DAYS:
            newest[cell] = replace(first, grade=each.grade, words=f"{first.words} {each.words}".strip())
    return tuple(newest.values())


def reach(hard: Hard) -> int:
    """How far round a lump the skin is kept free, in 0.1 mm; none once a doctor has checked it (D11, H16)."""
    return 0 if hard.lump.checked else LUMP_KEEPOUT
