"""The map as it was when a dose was given: what was known then, and nothing that came later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.doses import Dose, DoseKind
from anakinra_companion.domain.sites import HELPER_PLACES, Place, SitePoint
from anakinra_companion.domain.skin.truth import SiteFlags, site_flags
from anakinra_companion.domain.suggestion import Blocked
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up

HERE = SitePoint(Place.THIGH_LEFT, 0, 0)
THERE = SitePoint(Place.THIGH_RIGHT, 0, 0)


def doses(diary: Diary, clock: HandClock) -> list[Dose]:
    """Left, right, left."""
    set_up(diary)
    for ago, point in enumerate((HERE, THERE, HERE)):
        diary.doses.record(Given(TODAY + timedelta(days=ago), diary.now(), point))
        clock.pass_time(days=1)
    return [diary.doses.day(TODAY + timedelta(days=ago)).doses[0] for ago in range(3)]


def test_neither_the_dose_itself_nor_a_later_one_is_on_it(diary: Diary, clock: HandClock) -> None:
    first, second, third = doses(diary, clock)
    assert diary.sites.map_before(first).last is None
    for dose, before in ((second, first), (third, second)):
        last = diary.sites.map_before(dose).last
        assert last is not None
        assert last.dose_id == before.id


@pytest.mark.parametrize("away", [0, 249, 250])
def test_it_says_of_a_spot_what_the_dose_will_carry(diary: Diary, clock: HandClock, away: int) -> None:
    _, second, _ = doses(diary, clock)
    spot = SitePoint(Place.THIGH_LEFT, away, 0)
    map_ = diary.sites.map_before(second)
    told = map_.skin.flags(spot, helper=map_.helper, instead=True)
    assert (Blocked.TOO_NEAR_LAST in told.reasons) is (away < 250)
    diary.sites.injected_here(second.id, spot)
    assert site_flags(diary.doses.day(TODAY + timedelta(days=1)).doses[0].flags) == told
    assert diary.sites.flags_of([second.id]) == {second.id: told}


def test_a_dose_not_yet_on_record_stands_after_all_that_are(diary: Diary, clock: HandClock) -> None:
    *_, third = doses(diary, clock)
    new = Dose("", None, DoseKind.TAKEN, diary.now(), "", None, None, None, "", (), diary.now())
    last = diary.sites.map_before(new).last
    assert last is not None
    assert last.dose_id == third.id


def test_every_place_can_be_named_and_nothing_is_suggested(diary: Diary, clock: HandClock) -> None:
    first, *_ = doses(diary, clock)
    map_ = diary.sites.map_before(first)
    assert set(map_.places) == set(map_.points) == set(Place)
    assert (map_.suggestion, map_.alternatives) == (None, ())
    for place in HELPER_PLACES:
        assert {view.blocked for view in map_.points[place]} == {Blocked.HELPER_ONLY}


def test_a_lump_that_was_found_later_is_not_on_it(diary: Diary, clock: HandClock) -> None:
    first, *_ = doses(diary, clock)
    diary.lumps.found(HERE)
    assert diary.sites.map_before(first).skin.lumps == ()


def test_a_dose_in_its_place_has_nothing_beside_it(diary: Diary, clock: HandClock) -> None:
    first, *_ = doses(diary, clock)
    assert diary.sites.flags_of([first.id, "unknown"]) == {}
    assert site_flags(first.flags) == SiteFlags()
