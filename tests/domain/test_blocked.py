"""Why a point has to be left alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from anakinra_companion.domain.lattice import lattice
from anakinra_companion.domain.sites import (
    HELPER_PLACES,
    AvoidMark,
    AvoidReason,
    Checked,
    Injection,
    Lump,
    Place,
    SitePoint,
    typical,
)
from anakinra_companion.domain.suggestion import (
    Blocked,
    blocked,
    blocks,
)

TYPICAL = typical()
TODAY = date(2026, 3, 10)
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
THIGH = lattice(Place.THIGH_LEFT, TYPICAL)
# A spot well inside the thigh, from which limits are measured along a line.
MIDDLE = SitePoint(Place.THIGH_LEFT, 0, 0)
LIMITS = [(249, True), (250, False), (251, False)]
LUMP_LIMITS = [(249, True), (250, True), (251, False)]


def injected(point: SitePoint, days_ago: int = 1, *, reacted: bool = False) -> Injection:
    return Injection(point, point.place, NOON - timedelta(days=days_ago), f"d{days_ago}", reacted)


def known_place(place: Place | None, days_ago: int = 1) -> Injection:
    return Injection(None, place, NOON - timedelta(days=days_ago), f"d{days_ago}")


def reason(
    point: SitePoint,
    *,
    history: Sequence[Injection] = (),
    avoid: Sequence[AvoidMark] = (),
    lumps: Sequence[Lump] = (),
    helper: bool = False,
    today: date = TODAY,
) -> Blocked | None:
    return blocked(point, history, avoid, lumps, helper, today, TYPICAL)


@pytest.mark.parametrize(("away", "too_near"), LIMITS)
def test_a_point_is_two_and_a_half_centimetres_from_the_last_injection(away: int, too_near: bool) -> None:
    spot = SitePoint(Place.THIGH_LEFT, away, 0)
    assert (reason(spot, history=[injected(MIDDLE)]) is Blocked.TOO_NEAR_LAST) is too_near


@pytest.mark.parametrize(("x", "too_near"), [(-124, True), (-125, False), (-126, False)])
def test_the_last_injection_counts_across_the_middle_of_the_belly(x: int, too_near: bool) -> None:
    last = injected(SitePoint(Place.BELLY_LEFT, 125, 600))
    spot = SitePoint(Place.BELLY_RIGHT, x, 600)
    assert (reason(spot, history=[last]) is Blocked.TOO_NEAR_LAST) is too_near


def test_only_the_last_injection_keeps_its_distance() -> None:
    history = [injected(MIDDLE, 2), injected(SitePoint(Place.THIGH_RIGHT, 0, 0), 1)]
    assert reason(MIDDLE, history=history) is None


def test_a_known_place_without_a_point_blocks_the_whole_place() -> None:
    history = [known_place(Place.THIGH_LEFT)]
    assert all(reason(point, history=history) is Blocked.TOO_NEAR_LAST for point in THIGH)


def test_one_side_of_the_belly_without_a_point_blocks_both() -> None:
    history = [known_place(Place.BELLY_LEFT)]
    assert reason(lattice(Place.BELLY_RIGHT, TYPICAL)[0], history=history) is Blocked.TOO_NEAR_LAST


@pytest.mark.parametrize(("away", "near"), LUMP_LIMITS)
def test_an_unchecked_lump_blocks_two_and_a_half_centimetres(away: int, near: bool) -> None:
    lump = Lump("l1", Place.THIGH_LEFT, 0, 0)
    assert (reason(SitePoint(Place.THIGH_LEFT, away, 0), lumps=[lump]) is Blocked.LUMP) is near


def test_a_lump_a_doctor_has_checked_blocks_nothing() -> None:
    assert reason(MIDDLE, lumps=[Lump("l1", Place.THIGH_LEFT, 0, 0, checked=Checked("Dr. Lee", TODAY))]) is None


def test_a_lump_on_one_side_of_the_belly_blocks_the_other() -> None:
    lump = Lump("l1", Place.BELLY_LEFT, 20, 600)
    assert reason(SitePoint(Place.BELLY_RIGHT, -100, 600), lumps=[lump]) is Blocked.LUMP


@pytest.mark.parametrize(("away", "inside"), [(149, True), (150, True), (151, False)])
def test_an_avoid_mark_blocks_to_its_edge(away: int, inside: bool) -> None:
    scar = AvoidMark("m1", Place.THIGH_LEFT, 0, 0, 150, AvoidReason.SCAR)
    assert (reason(SitePoint(Place.THIGH_LEFT, away, 0), avoid=[scar]) is Blocked.AVOID_MARK) is inside


@pytest.mark.parametrize(("later", "in_force"), [(-1, True), (0, True), (1, False)])
def test_an_avoid_mark_blocks_through_its_last_day(later: int, in_force: bool) -> None:
    bruise = AvoidMark("m1", Place.THIGH_LEFT, 0, 0, 150, AvoidReason.BRUISE, TODAY)
    found = reason(MIDDLE, avoid=[bruise], today=TODAY + timedelta(days=later))
    assert (found is Blocked.AVOID_MARK) is in_force


@pytest.mark.parametrize(("x", "too_near"), [(499, True), (500, False), (501, False)])
def test_the_navel_keeps_five_centimetres(x: int, too_near: bool) -> None:
    assert (reason(SitePoint(Place.BELLY_LEFT, x, 0)) is Blocked.NAVEL) is too_near


def test_a_spot_off_the_patch_is_outside() -> None:
    assert reason(SitePoint(Place.THIGH_LEFT, 5000, 0)) is Blocked.OUTSIDE


@pytest.mark.parametrize("place", list(Place))
@pytest.mark.parametrize("helper", [False, True])
def test_arms_and_buttocks_need_a_helper(place: Place, helper: bool) -> None:
    found = [reason(point, helper=helper) for point in lattice(place, TYPICAL)]
    locked = place in HELPER_PLACES and not helper
    assert set(found) == {Blocked.HELPER_ONLY if locked else None}


def test_every_reason_against_a_bad_spot_is_told_gravest_first() -> None:
    spot = SitePoint(Place.BELLY_LEFT, 100, 0)
    lump, sore = Lump("l1", Place.BELLY_LEFT, 100, 0), AvoidMark("m1", Place.BELLY_LEFT, 100, 0, 50, AvoidReason.SORE)
    found = blocks(spot, [injected(spot)], [sore], [lump], False, TODAY, TYPICAL)
    assert found == (Blocked.LUMP, Blocked.NAVEL, Blocked.AVOID_MARK, Blocked.TOO_NEAR_LAST)
