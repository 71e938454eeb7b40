"""What holds for every history: ten thousand of them, made from small numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from anakinra_companion.domain.lattice import contains, lattice, patch
from anakinra_companion.domain.rest import rest_of, same_point
from anakinra_companion.domain.sites import (
    LUMP_KEEPOUT,
    MIN_SPACING,
    NAVEL_KEEPOUT,
    POINT_REST_DAYS,
    AvoidMark,
    Calibration,
    Injection,
    Lump,
    Place,
    Plane,
    SitePoint,
    distance,
    measured,
    places_for,
    plane_of,
    typical,
)
from anakinra_companion.domain.suggestion import Suggestion, alternatives, blocked, suggest

START = datetime(2025, 1, 1, 7, tzinfo=UTC)
BODIES = (
    typical(),
    measured("child", thigh_around=3000, waist_around=5500),
    measured("slim", thigh_around=4200, waist_around=7000),
    measured("wide", thigh_around=7000, waist_around=13000),
)
POINTS = {body: [point for place in Place for point in lattice(place, body)] for body in BODIES}


@dataclass(frozen=True, slots=True)
class Life:
    """A person, their past injections and today."""

    body: Calibration
    history: list[Injection]
    avoid: list[AvoidMark]
    lumps: list[Lump]
    helper: bool
    today: date

    def suggested(self) -> Suggestion | None:
        return suggest(
            self.history,
            self.today,
            helper=self.helper,
            avoid=self.avoid,
            lumps=self.lumps,
            calibration=self.body,
        )

    def free(self) -> list[SitePoint]:
        """Every point that may be offered, one by one."""
        candidates = [point for place in places_for(helper=self.helper) for point in lattice(place, self.body)]
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


def spot(dice: Random, body: Calibration) -> SitePoint:
    """A point of the lattice, one beside it, or any spot at all."""
    point = dice.choice(POINTS[body])
    if dice.random() < 0.6:
        return point
    reach = 150 if dice.random() < 0.7 else 900
    return SitePoint(point.place, point.x + dice.randint(-reach, reach), point.y + dice.randint(-reach, reach))


def injection(dice: Random, body: Calibration, at: datetime, number: int) -> Injection:
    known = dice.random()
    point = spot(dice, body) if known > 0.1 else None
    place = point.place if point else dice.choice(list(Place)) if known > 0.03 else None
    return Injection(point, place, at, str(number), dice.random() < 0.2)


def life(seed: int, length: int, body: Calibration) -> Life:
    """Make a life from a seed; much faster than drawing each number, and it shrinks by its length."""
    dice, at, history = Random(seed), START, []
    for number in range(length):
        at += timedelta(hours=dice.choice((6, 24, 24, 24, 24, 48, 200)))
        history.append(injection(dice, body, at, number))
    today = at.date() + timedelta(days=dice.choice((0, 1, 1, 1, 2, 40)))
    marks, lumps = [], []
    for number in range(dice.choice((0, 0, 1, 3, 8))):
        on, until = spot(dice, body), dice.choice((None, -1, 0, 1))
        end = None if until is None else today + timedelta(days=until)
        marks.append(AvoidMark(str(number), on.place, on.x, on.y, dice.randint(0, 900), "scar", end))
    for number in range(dice.choice((0, 0, 1, 3))):
        on = spot(dice, body)
        lumps.append(Lump(str(number), on.place, on.x, on.y, checked=dice.random() < 0.3))
    return Life(body, history, marks, lumps, dice.random() < 0.4, today)


lives = st.builds(life, st.integers(0, 2**32), st.integers(0, 60), st.sampled_from(BODIES))
two_thousand = settings(max_examples=2000, deadline=None)


@given(lives)
@two_thousand
def test_a_suggestion_is_never_nearer_than_two_and_a_half_centimetres_to_the_last(past: Life) -> None:
    found = past.suggested()
    if found is None or not past.history:
        return
    last = past.history[-1]
    if last.point is not None:
        away = distance(found.point, last.point)
        assert away is None or away >= MIN_SPACING
        assert found.cm_from_last is None or found.cm_from_last >= 2.5
    elif last.place is not None:
        assert plane_of(found.point.place) is not plane_of(last.place)


@given(lives)
@two_thousand
def test_a_suggestion_lies_on_skin_that_may_be_used(past: Life) -> None:
    found = past.suggested()
    if found is None:
        return
    point = found.point
    assert point.place in places_for(helper=past.helper)
    assert contains(patch(point.place, past.body), point.x, point.y)
    assert plane_of(point.place) is not Plane.BELLY or point.x**2 + point.y**2 >= NAVEL_KEEPOUT**2


@given(lives)
@two_thousand
def test_a_suggestion_is_never_near_an_unchecked_lump(past: Life) -> None:
    found = past.suggested()
    for lump in past.lumps if found else ():
        away = distance(found.point, SitePoint(lump.place, lump.x, lump.y)) if found else None
        assert lump.checked or away is None or away > LUMP_KEEPOUT


@given(lives)
@two_thousand
def test_a_suggestion_is_never_inside_an_avoid_mark_in_force(past: Life) -> None:
    found = past.suggested()
    for mark in past.avoid if found else ():
        away = distance(found.point, SitePoint(mark.place, mark.x, mark.y)) if found else None
        assert away is None or away > mark.radius or (mark.until is not None and mark.until < past.today)


@given(lives)
@two_thousand
def test_no_point_comes_again_within_four_weeks_while_another_is_free(past: Life) -> None:
    found = past.suggested()
    if found is None:
        assert past.free() == []
        return
    assert found.rested_days == past.rested(found.point)
    if found.rested_days is not None and found.rested_days < POINT_REST_DAYS:
        rests = [past.rested(point) for point in past.free()]
        assert all(days is not None and days < POINT_REST_DAYS for days in rests)


@given(lives)
@settings(max_examples=150, deadline=None)
def test_the_walk_back_finds_the_newest_injection_of_every_point(past: Life) -> None:
    points = POINTS[past.body]
    rest = rest_of(past.history, points, past.today)
    assert [rest.days(point) for point in points] == [past.rested(point) for point in points]


@given(lives)
@settings(max_examples=150, deadline=None)
def test_alternatives_keep_the_same_rules_and_never_repeat_the_suggestion(past: Life) -> None:
    others = alternatives(
        past.history,
        past.today,
        helper=past.helper,
        avoid=past.avoid,
        lumps=past.lumps,
        calibration=past.body,
    )
    free, found = past.free(), past.suggested()
    assert all(other.point in free for other in others)
    assert found is None or found.point not in [other.point for other in others]


def test_a_typical_adult_who_follows_the_suggestions_meets_no_point_again_within_four_weeks() -> None:
    history: list[Injection] = []
    for number in range(120):
        at = START + timedelta(days=number)
        found = suggest(history, at.date())
        assert found is not None
        assert found.rested_days is None or found.rested_days >= POINT_REST_DAYS
        history.append(Injection(found.point, found.point.place, at, str(number)))


class Glanced(list[Injection]):
    """A history that counts how many injections were read."""

    read = 0

    def __reversed__(self) -> Iterator[Injection]:
        """Walk back, counting."""
        for entry in list.__reversed__(self):
            self.read += 1
            yield entry


def test_the_walk_back_ends_when_every_point_has_been_met() -> None:
    points = [point for point in POINTS[BODIES[0]] if point.place is Place.THIGH_LEFT]
    years = Glanced(
        Injection(points[number % len(points)], Place.THIGH_LEFT, START + timedelta(days=number), str(number))
        for number in range(14_600)
    )
    rest_of(years, points, (START + timedelta(days=14_600)).date())
    assert years.read == len(points)
