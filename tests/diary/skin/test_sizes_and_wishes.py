"""Measuring, and whole places a person would rather use or not use."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import MovedOn, NotInTime, OddNumber, OverAlready
from anakinra_companion.domain.sites import SELF_PLACES, TYPICAL, Place, Plane, SitePoint
from anakinra_companion.domain.skin.tape import Tape
from anakinra_companion.domain.skin.wishes import WishKind
from anakinra_companion.exchange.status import status
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, set_up

HERE = SitePoint(Place.THIGH_LEFT, 0, 0)
SLIM = Tape(thigh_length=3600, thigh_girth=4000)


def suggested_place(diary: Diary) -> Place | None:
    found = diary.sites.suggestion()
    return found.point.place if found else None


def test_the_map_says_about_until_a_place_is_measured(diary: Diary) -> None:
    assert diary.sizes.present() == TYPICAL
    diary.sizes.measure(SLIM)
    size = diary.sites.map().skin.calibration
    assert (size.thigh_height, size.thigh_width) == (1200, 800)
    assert not size.is_about(Plane.THIGH_LEFT)
    assert size.is_about(Plane.BELLY)


def test_the_points_and_their_numbers_follow_the_tape(diary: Diary) -> None:
    set_up(diary)
    before = diary.sites.map().points[Place.THIGH_LEFT]
    diary.sizes.measure(SLIM)
    after = diary.sites.map().points[Place.THIGH_LEFT]
    assert len(after) < len(before)
    assert [diary.sites.number(view.point) for view in after] == [view.number for view in after]
    found = diary.sites.suggestion()
    assert found is not None
    assert status(diary.overview())["site_suggestion"]["point"] == diary.sites.number(found.point)


def test_each_injection_keeps_its_centimetres_and_the_sizes_it_was_given_under(
    diary: Diary, clock: HandClock
) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now(), HERE))
    diary.sizes.measure(SLIM)
    clock.pass_time(days=1)
    diary.doses.record(Given(TODAY + timedelta(days=1), diary.now(), SitePoint(Place.THIGH_LEFT, 0, 434)))
    first, second = diary.sites.map().skin.history
    assert (first.point, first.calibration) == (HERE, TYPICAL.id)
    assert second.calibration == diary.sizes.present().id
    assert diary.sizes.of(first.calibration) == TYPICAL
    assert diary.sizes.of(second.calibration) == diary.sizes.present()


def test_a_corrected_dose_keeps_its_sizes_while_its_point_stays(diary: Diary) -> None:
    set_up(diary)
    dose = diary.doses.record(Given(TODAY, diary.now(), HERE)).doses[0]
    diary.sizes.measure(SLIM)
    diary.doses.correct(dose, Given(TODAY, diary.now(), HERE, note="in the morning"))
    assert diary.sites.map().skin.history[0].calibration == TYPICAL.id
    diary.doses.correct(dose, Given(TODAY, diary.now(), SitePoint(Place.THIGH_LEFT, 250, 0)))
    assert diary.sites.map().skin.history[0].calibration == diary.sizes.present().id


def test_a_body_measured_again_keeps_its_history(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now(), HERE))
    clock.pass_time(days=3)
    diary.sizes.measure(SLIM)
    rested = {view.point: view.rested_days for view in diary.sites.map().points[Place.THIGH_LEFT]}
    near = [days for point, days in rested.items() if point.x**2 + point.y**2 <= 125**2]
    assert set(near) == {3}


def test_every_version_is_kept_with_its_day_and_the_newest_day_holds(diary: Diary, clock: HandClock) -> None:
    clock.pass_time(days=10)
    diary.sizes.measure(SLIM)
    diary.sizes.measure(Tape(thigh_girth=9000), TODAY)
    assert [each.day for each in diary.sizes.versions()] == [TODAY, TODAY + timedelta(days=10)]
    assert diary.sizes.present().thigh_width == 800


def test_a_tape_taken_back_leaves_the_one_before(diary: Diary) -> None:
    undo = diary.sizes.measure(SLIM)
    given_under = diary.sizes.present()
    diary.undo(undo)
    assert diary.sizes.present() == TYPICAL
    assert diary.sizes.of(given_under.id) == given_under
    diary.sizes.measure(SLIM)
    (version,) = diary.sizes.versions()
    undo = diary.sizes.withdraw(version.id)
    assert diary.sizes.present() == TYPICAL
    with pytest.raises(MovedOn):
        diary.sizes.withdraw(version.id)
    diary.undo(undo)
    assert diary.sizes.present().id == version.id
    assert whole(diary)


def test_a_slip_of_the_hand_is_refused_with_its_limits(diary: Diary) -> None:
    with pytest.raises(OddNumber) as refused:
        diary.sizes.measure(Tape(thigh_length=435))
    assert (refused.value.what, refused.value.least) == ("thigh_length", 1500)
    assert diary.sizes.versions() == ()


def test_nobody_measures_tomorrow(diary: Diary) -> None:
    with pytest.raises(NotInTime):
        diary.sizes.measure(SLIM, TODAY + timedelta(days=1))


@pytest.mark.parametrize(("days", "counts"), [(0, True), (7, True), (8, False)])
def test_an_excluded_place_is_left_out_through_its_last_day(
    diary: Diary, clock: HandClock, days: int, counts: bool
) -> None:
    set_up(diary)
    first = suggested_place(diary)
    assert first is not None
    diary.wishes.exclude(first, TODAY + timedelta(days=7))
    clock.pass_time(days=days)
    assert (suggested_place(diary) is not first) is counts
    assert all(each.point.place is not first for each in diary.sites.map().alternatives) or not counts


def test_a_preferred_place_is_suggested(diary: Diary) -> None:
    set_up(diary)
    for place in SELF_PLACES:
        undo = diary.wishes.prefer(place)
        assert suggested_place(diary) is place
        diary.undo(undo)


def test_the_last_word_on_a_place_counts_and_undo_brings_the_one_before(diary: Diary) -> None:
    diary.wishes.prefer(Place.BELLY_LEFT)
    undo = diary.wishes.exclude(Place.BELLY_LEFT)
    assert [each.kind for each in diary.wishes.in_force()] == [WishKind.EXCLUDE]
    diary.undo(undo)
    assert [each.kind for each in diary.wishes.in_force()] == [WishKind.PREFER]


def test_a_place_can_count_as_any_other_again(diary: Diary) -> None:
    diary.wishes.prefer(Place.BELLY_LEFT)
    diary.wishes.exclude(Place.BELLY_LEFT)
    undo = diary.wishes.clear(Place.BELLY_LEFT)
    assert diary.wishes.in_force() == ()
    diary.undo(undo)
    assert [each.kind for each in diary.wishes.in_force()] == [WishKind.EXCLUDE]
    assert whole(diary)


def test_a_wish_that_is_over_is_refused_and_one_for_today_is_not(diary: Diary) -> None:
    with pytest.raises(OverAlready):
        diary.wishes.exclude(Place.ARM_RIGHT, TODAY - timedelta(days=1))
    diary.wishes.exclude(Place.ARM_RIGHT, TODAY)
    assert len(diary.wishes.in_force()) == 1


def test_exclusions_that_leave_nothing_are_said_and_not_ignored(diary: Diary) -> None:
    set_up(diary)
    for place in SELF_PLACES:
        diary.wishes.exclude(place)
    seen = diary.sites.map()
    assert seen.suggestion is None
    assert seen.nothing_free is not None
    assert seen.nothing_free.excluded == SELF_PLACES
    assert seen.nothing_free.with_helper
    assert diary.overview().nothing_free == seen.nothing_free
    assert diary.sites.map(helper=True).nothing_free is None
