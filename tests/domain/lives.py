"""Lives made from a seed: random bodies, histories, marks, lumps and wishes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import strategies as st

from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.rest import same_point
from anakinra_companion.domain.sites import (
    AvoidMark,
    AvoidReason,
    Calibration,
    Checked,
    Injection,
    Lump,
    Place,
    SitePoint,
    places_for,
    typical,
)
from anakinra_companion.domain.skin.tape import SLIPS, Measure, Tape, calibration_of
from anakinra_companion.domain.suggestion import Suggestion, blocked, suggest

START = datetime(2025, 1, 1, 7, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Life:
    """A person, their past injections, what they said of their skin, and today."""

    body: Calibration
    history: list[Injection]
    avoid: list[AvoidMark]
    lumps: list[Lump]
    helper: bool
    today: date
    excluded: frozenset[Place]
    preferred: frozenset[Place]

    def suggested(self) -> Suggestion | None:
        return suggest(
            self.history,
            self.today,
            helper=self.helper,
            avoid=self.avoid,
            lumps=self.lumps,
            calibration=self.body,
            excluded=self.excluded,
            preferred=self.preferred,
        )

    def free(self) -> list[SitePoint]:
        """Every point that may be offered, one by one."""
        places = [place for place in places_for(helper=self.helper) if place not in self.excluded]
        candidates = [point for place in places for point in lattice(place, self.body)]
        return [
            point
            for point in candidates
            if blocked(point, self.history, self.avoid, self.lumps, self.helper, self.today, self.body) is None
        ]

    def rested(self, point: SitePoint) -> int | None:
        """Days since any injection at a point, by looking at all of them."""
        used = [
            injection.at.date()
            for injection in self.history
            if injection.point and same_point(point, injection.point)
        ]
        return (self.today - max(used)).days if used else None


def body(dice: Random) -> Calibration:
    """Somebody who measured nothing, a little, or everything."""
    if dice.random() < 0.3:
        return typical()
    tape = {measure.value: dice.randint(*SLIPS[measure]) for measure in Measure if dice.random() < 0.5}
    return calibration_of(Tape(**tape), "c1")


def spot(dice: Random, size: Calibration) -> SitePoint:
    """A point of the lattice, one beside it, or any spot at all."""
    place = dice.choice(list(Place))
    points = lattice(place, size) or (SitePoint(place, 0, 0),)
    point = dice.choice(points)
    if dice.random() < 0.6:
        return point
    reach = 150 if dice.random() < 0.7 else 900
    return SitePoint(point.place, point.x + dice.randint(-reach, reach), point.y + dice.randint(-reach, reach))


def injection(dice: Random, size: Calibration, at: datetime, number: int) -> Injection:
    known = dice.random()
    point = spot(dice, size) if known > 0.1 else None
    place = point.place if point else dice.choice(list(Place)) if known > 0.03 else None
    return Injection(point, place, at, str(number), dice.random() < 0.2)


def mark(dice: Random, size: Calibration, number: int, today: date) -> AvoidMark:
    on, until, gone = spot(dice, size), dice.choice((None, -1, 0, 1)), dice.choice((None, None, None, 0, 1))
    return AvoidMark(
        str(number),
        on.place,
        on.x,
        on.y,
        dice.randint(0, 900),
        dice.choice(list(AvoidReason)),
        None if until is None else today + timedelta(days=until),
        gone=None if gone is None else today + timedelta(days=gone),
    )


def lump(dice: Random, size: Calibration, number: int, today: date) -> Lump:
    on = spot(dice, size)
    return Lump(str(number), on.place, on.x, on.y, Checked("Dr. Lee", today) if dice.random() < 0.3 else None)


def life(seed: int, length: int) -> Life:
    """Make a life from a seed; much faster than drawing each number, and it shrinks by its length."""
    dice, at, history = Random(seed), START, []
    size = body(dice)
    for number in range(length):
        at += timedelta(hours=dice.choice((6, 24, 24, 24, 24, 48, 200)))
        history.append(injection(dice, size, at, number))
    today = at.date() + timedelta(days=dice.choice((0, 1, 1, 1, 2, 40)))
    wishes = [dice.choice(("", "", "", "exclude", "prefer")) for _ in Place]
    return Life(
        size,
        history,
        [mark(dice, size, number, today) for number in range(dice.choice((0, 0, 1, 3, 8)))],
        [lump(dice, size, number, today) for number in range(dice.choice((0, 0, 1, 3)))],
        dice.random() < 0.4,
        today,
        frozenset(place for place, wish in zip(Place, wishes, strict=True) if wish == "exclude"),
        frozenset(place for place, wish in zip(Place, wishes, strict=True) if wish == "prefer"),
    )


lives = st.builds(life, st.integers(0, 2**32), st.integers(0, 60))
