"""The numbered points of each patch of skin."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anakinra_companion.domain.lattice import (
    ROW_STEP,
    Direction,
    Patch,
    contains,
    lattice,
    middle_of,
    nearest_lattice_point,
    number_of,
    patch,
    points_on,
    step,
)
from anakinra_companion.domain.sites import (
    MIN_SPACING,
    NAVEL_KEEPOUT,
    RIGHT_PLACES,
    SELF_PLACES,
    Calibration,
    Place,
    Plane,
    SitePoint,
    plane_of,
    typical,
)
from anakinra_companion.domain.skin.tape import SLIPS, Measure, Tape, calibration_of

TYPICAL = typical()
every_place = pytest.mark.parametrize("place", list(Place))
every_plane = pytest.mark.parametrize("plane", list(Plane))
bodies = st.builds(
    calibration_of,
    st.builds(Tape, **{measure.value: st.none() | st.integers(*SLIPS[measure]) for measure in Measure}),
    st.just("c1"),
)


def opposite(place: Place) -> Place:
    return Place(place.value.replace("left", "right"))


def spacing(points: tuple[SitePoint, ...]) -> int:
    """Square of the smallest distance between any two points."""
    pairs = combinations(points, 2)
    return min(((a.x - b.x) ** 2 + (a.y - b.y) ** 2 for a, b in pairs), default=MIN_SPACING**2)


def test_a_typical_adult_reaches_at_least_28_points_alone() -> None:
    assert sum(len(lattice(place, TYPICAL)) for place in SELF_PLACES) >= 28


@every_place
def test_every_place_of_a_typical_adult_has_points(place: Place) -> None:
    assert lattice(place, TYPICAL)


@every_plane
def test_points_of_a_plane_are_at_least_two_and_a_half_centimetres_apart(plane: Plane) -> None:
    assert spacing(points_on(plane, TYPICAL)) >= MIN_SPACING**2


@given(bodies)
@settings(max_examples=60, deadline=None)
def test_points_of_any_body_keep_their_distances(body: Calibration) -> None:
    assert all(spacing(points_on(plane, body)) >= MIN_SPACING**2 for plane in Plane)


@given(bodies)
@settings(max_examples=60, deadline=None)
def test_points_of_any_body_lie_inside_their_patch_and_clear_of_the_navel(body: Calibration) -> None:
    for place in Place:
        skin = patch(place, body)
        assert all(contains(skin, point.x, point.y) for point in lattice(place, body))
    belly = points_on(Plane.BELLY, body)
    assert all(point.x**2 + point.y**2 >= NAVEL_KEEPOUT**2 for point in belly)


@pytest.mark.parametrize("place", [place for place in Place if place not in RIGHT_PLACES])
def test_the_same_number_names_mirrored_points(place: Place) -> None:
    mirrored = [SitePoint(opposite(place), -point.x, point.y) for point in lattice(place, TYPICAL)]
    assert mirrored == list(lattice(opposite(place), TYPICAL))


def test_a_larger_body_has_more_points() -> None:
    small = calibration_of(Tape(thigh_girth=3000, belly_width=3000), "s")
    large = calibration_of(Tape(thigh_girth=7000, belly_width=6000), "l")
    counts = [sum(len(lattice(place, body)) for place in SELF_PLACES) for body in (small, TYPICAL, large)]
    assert counts == sorted(set(counts))


def test_a_tiny_measure_leaves_no_points_and_no_error() -> None:
    tiny = calibration_of(Tape(thigh_girth=10, belly_width=10), "t")
    assert all(lattice(place, tiny) == () for place in (Place.BELLY_LEFT, Place.BELLY_RIGHT))


@every_place
def test_numbers_run_from_one_without_a_gap(place: Place) -> None:
    points = lattice(place, TYPICAL)
    assert [number_of(point, TYPICAL) for point in points] == list(range(1, len(points) + 1))


def test_number_one_is_nearest_the_head() -> None:
    points = lattice(Place.THIGH_RIGHT, TYPICAL)
    assert points[0].y == max(point.y for point in points)


def test_a_spot_off_the_lattice_has_no_number() -> None:
    point = lattice(Place.THIGH_LEFT, TYPICAL)[0]
    assert number_of(SitePoint(Place.THIGH_LEFT, point.x + 1, point.y), TYPICAL) is None


@pytest.mark.parametrize(("x", "inside"), [(499, False), (500, True), (501, True)])
def test_the_navel_ring_ends_at_five_centimetres(x: int, inside: bool) -> None:
    assert contains(patch(Place.BELLY_LEFT, TYPICAL), x, 0) is inside


SQUARE = Patch(Place.THIGH_LEFT, ((0, 0), (10, 0), (10, 10), (0, 10)))


@pytest.mark.parametrize(("x", "y"), [(5, 5), (0, 5), (10, 5), (5, 0), (5, 10), (0, 0), (10, 10)])
def test_a_patch_contains_its_middle_edges_and_corners(x: int, y: int) -> None:
    assert contains(SQUARE, x, y)


@pytest.mark.parametrize(("x", "y"), [(-1, 5), (11, 5), (5, -1), (5, 11), (-1, 0), (11, 10), (11, 0)])
def test_a_patch_ends_at_its_edges(x: int, y: int) -> None:
    assert not contains(SQUARE, x, y)


def test_a_belly_side_ends_at_the_middle_line() -> None:
    assert contains(patch(Place.BELLY_LEFT, TYPICAL), 0, 600)
    assert not contains(patch(Place.BELLY_LEFT, TYPICAL), -1, 600)


@every_place
def test_every_outline_is_drawn_round_with_many_corners(place: Place) -> None:
    outline = patch(place, TYPICAL).outline
    assert len(set(outline)) == len(outline) > 20


@every_place
def test_a_spot_beside_a_point_is_nearest_to_it(place: Place) -> None:
    for point in lattice(place, TYPICAL):
        assert nearest_lattice_point(place, point.x + 100, point.y - 60, TYPICAL) == point


def test_of_two_equally_near_points_the_lower_number_is_nearest() -> None:
    first, second = lattice(Place.THIGH_LEFT, TYPICAL)[:2]
    middle = (first.x + second.x) // 2
    assert nearest_lattice_point(Place.THIGH_LEFT, middle, first.y, TYPICAL) == first


def test_a_place_without_points_has_no_nearest_one() -> None:
    tiny = calibration_of(Tape(thigh_girth=10, belly_width=10), "t")
    assert nearest_lattice_point(Place.BELLY_LEFT, 0, 0, tiny) is None


@pytest.mark.parametrize(
    ("direction", "x", "y"),
    [(Direction.TO_LEFT, 250, 0), (Direction.TO_RIGHT, -250, 0)],
)
def test_a_step_aside_stays_in_the_row(direction: Direction, x: int, y: int) -> None:
    middle = nearest_lattice_point(Place.THIGH_LEFT, 0, 0, TYPICAL)
    assert middle is not None
    reached = step(middle, direction, TYPICAL)
    assert reached == SitePoint(Place.THIGH_LEFT, middle.x + x, middle.y + y)


@pytest.mark.parametrize(("direction", "sign"), [(Direction.UP, 1), (Direction.DOWN, -1)])
def test_a_step_up_or_down_goes_to_the_next_row(direction: Direction, sign: int) -> None:
    middle = nearest_lattice_point(Place.THIGH_LEFT, 0, 0, TYPICAL)
    assert middle is not None
    reached = step(middle, direction, TYPICAL)
    assert reached is not None
    assert reached.y - middle.y == sign * ROW_STEP


def test_a_step_crosses_the_middle_of_the_belly() -> None:
    inner = min(lattice(Place.BELLY_LEFT, TYPICAL), key=lambda point: point.x)
    reached = step(inner, Direction.TO_RIGHT, TYPICAL)
    assert reached is not None
    assert reached.place is Place.BELLY_RIGHT


def test_no_step_leads_off_the_edge() -> None:
    outermost = max(lattice(Place.THIGH_LEFT, TYPICAL), key=lambda point: point.x)
    assert step(outermost, Direction.TO_LEFT, TYPICAL) is None


def test_a_step_from_a_spot_off_the_lattice_reaches_a_point() -> None:
    reached = step(SitePoint(Place.THIGH_LEFT, 30, 40), Direction.UP, TYPICAL)
    assert reached in lattice(Place.THIGH_LEFT, TYPICAL)


@every_plane
def test_arrow_keys_reach_every_point_of_a_plane_from_every_other(plane: Plane) -> None:
    points = points_on(plane, TYPICAL)
    for start in points:
        assert walked_from(start) == set(points)


def walked_from(start: SitePoint) -> set[SitePoint]:
    reached, waiting = {start}, [start]
    while waiting:
        point = waiting.pop()
        for direction in Direction:
            other = step(point, direction, TYPICAL)
            if other is not None and other not in reached:
                assert plane_of(other.place) is plane_of(start.place)
                reached.add(other)
                waiting.append(other)
    return reached


@pytest.mark.parametrize("tape", [Tape(belly_height=900), Tape(belly_width=2200), Tape(belly_height=600)])
@every_place
def test_every_place_of_a_small_body_has_a_middle(place: Place, tape: Tape) -> None:
    small = calibration_of(tape, "c1")
    middle = middle_of(place, small)
    xs, ys = zip(*patch(place, small).outline, strict=True)
    assert min(xs) <= middle.x <= max(xs)
    assert min(ys) <= middle.y <= max(ys)
    assert middle.place is place
    assert middle in lattice(place, small) or not lattice(place, small)
