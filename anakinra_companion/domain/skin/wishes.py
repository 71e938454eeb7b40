"""Whole places a person would rather use, or not use, until a day or for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import (
    AvoidMark,
    Calibration,
    Injection,
    Lump,
    Place,
    places_for,
)
from anakinra_companion.domain.skin.against import Blocked, blocked


class WishKind(StrEnum):
    """What a person wishes of a place."""

    PREFER = "prefer"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wishes of one place; its last day is included, None is for good."""

    id: str
    place: Place
    kind: WishKind
    until: date | None = None

    def in_force(self, today: date) -> bool:
        """Say whether it still counts."""
        return self.until is None or today <= self.until


@dataclass(frozen=True, slots=True)
class NothingFree:
    """Why no point can be suggested, so that a page can say what to do.

    `excluded` are the places left out by a wish on which points are free; `reasons` is what speaks against the
    points of the others, the commonest first; `with_helper` says that somebody else could reach a free one.
    """

    excluded: tuple[Place, ...]
    reasons: tuple[Blocked, ...]
    with_helper: bool


def wished(wishes: Iterable[Wish], kind: WishKind, today: date) -> frozenset[Place]:
    """List the places a wish in force speaks of."""
    return frozenset(wish.place for wish in wishes if wish.kind is kind and wish.in_force(today))


def nothing_free(
    history: Sequence[Injection],
    today: date,
    *,
    helper: bool,
    avoid: Sequence[AvoidMark],
    lumps: Sequence[Lump],
    calibration: Calibration,
    excluded: frozenset[Place],
) -> NothingFree | None:
    """Say why nothing can be suggested; None when something can."""

    def against(place: Place, *, helped: bool) -> list[Blocked | None]:
        points = lattice(place, calibration)
        return [blocked(point, history, avoid, lumps, helped, today, calibration) for point in points]

    found = {place: against(place, helped=helper) for place in places_for(helper=helper)}
    if any(None in found[place] for place in found if place not in excluded):
        return None
    told = Counter(reason for place in found if place not in excluded for reason in found[place] if reason)
    others = [place for place in places_for(helper=True) if place not in found and place not in excluded]
    return NothingFree(
        excluded=tuple(place for place in found if place in excluded and None in found[place]),
        reasons=tuple(reason for reason, _ in told.most_common()),
        with_helper=any(None in against(place, helped=True) for place in others),
    )


def best_of(wishes: Iterable[Wish]) -> Mapping[Place, Wish]:
    """Give the newest wish of each place; `wishes` are in order, newest last."""
    return {wish.place: wish for wish in wishes}
