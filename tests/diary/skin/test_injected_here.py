""" "I injected here instead": the truth is kept, flagged, and counts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import MovedOn
from anakinra_companion.diary.skin.marks import Marked
from anakinra_companion.domain.doses import Dose, DoseKind
from anakinra_companion.domain.flow import Reply
from anakinra_companion.domain.sites import AvoidReason, Place, SitePoint, distance
from anakinra_companion.domain.skin.truth import SiteFlags, site_flags
from anakinra_companion.domain.suggestion import Blocked
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, at_inject, set_up

HERE = SitePoint(Place.THIGH_LEFT, 0, 0)
NEXT_DAY = TODAY + timedelta(days=1)


def only_dose(diary: Diary, ago: int = 0) -> Dose:
    (dose,) = diary.doses.day(TODAY + timedelta(days=ago)).doses
    return dose


def two_doses(diary: Diary, clock: HandClock) -> tuple[str, str]:
    """Yesterday in the left thigh, today in the right one."""
    set_up(diary)
    first = diary.doses.record(Given(TODAY, diary.now(), HERE)).doses[0]
    clock.pass_time(days=1)
    second = diary.doses.record(Given(NEXT_DAY, diary.now(), SitePoint(Place.THIGH_RIGHT, 0, 0))).doses[0]
    return first, second


def test_a_dose_in_its_place_has_no_flag(diary: Diary, clock: HandClock) -> None:
    two_doses(diary, clock)
    assert only_dose(diary).flags == only_dose(diary, 1).flags == ()


def test_once_the_needle_is_out_another_point_can_be_named(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    elsewhere = SitePoint(Place.BELLY_LEFT, 30, 40)
    diary.sites.injected_here(dose.id, elsewhere)
    diary.walkthrough.answer(walk, Reply.IN_SHARPS)
    kept = only_dose(diary)
    assert (kept.point, kept.place, kept.id) == (elsewhere, Place.BELLY_LEFT, dose.id)
    assert site_flags(kept.flags) == SiteFlags(True, (Blocked.NAVEL,))
    assert whole(diary)


@pytest.mark.parametrize(("away", "near"), [(249, True), (250, False), (251, False)])
def test_h14_a_place_too_near_the_last_is_kept_and_flagged_with_its_distance(
    diary: Diary, clock: HandClock, away: int, near: bool
) -> None:
    _, second = two_doses(diary, clock)
    diary.sites.injected_here(second, SitePoint(Place.THIGH_LEFT, away, 0))
    reasons = (Blocked.TOO_NEAR_LAST,) if near else ()
    assert site_flags(only_dose(diary, 1).flags) == SiteFlags(True, reasons, away)


def test_h14_the_named_point_counts_in_the_next_distances(diary: Diary, clock: HandClock) -> None:
    _, second = two_doses(diary, clock)
    diary.sites.injected_here(second, SitePoint(Place.BELLY_RIGHT, -700, 0))
    last = diary.sites.map().last
    assert last is not None
    assert last.point == SitePoint(Place.BELLY_RIGHT, -700, 0)
    found = diary.sites.suggestion()
    assert found is not None
    away = distance(found.point, last.point)
    assert away is None or away >= 250
    near = SitePoint(Place.BELLY_RIGHT, -700, 249)
    assert diary.sites.map().skin.blocked(near, helper=False) is Blocked.TOO_NEAR_LAST


def test_every_reason_against_the_named_point_is_kept(diary: Diary, clock: HandClock) -> None:
    _, second = two_doses(diary, clock)
    spot = SitePoint(Place.BELLY_LEFT, 100, 0)
    diary.lumps.found(spot)
    diary.marks.add(Marked(spot, 50, AvoidReason.SORE))
    diary.sites.injected_here(second, spot)
    told = site_flags(only_dose(diary, 1).flags)
    assert told.reasons == (Blocked.LUMP, Blocked.NAVEL, Blocked.AVOID_MARK)
    arm = SitePoint(Place.ARM_LEFT, 3000, 0)
    diary.sites.injected_here(second, arm)
    assert site_flags(only_dose(diary, 1).flags).reasons == (Blocked.HELPER_ONLY, Blocked.OUTSIDE)


def test_a_helpers_place_is_in_order_for_a_dose_that_somebody_else_gave(diary: Diary) -> None:
    set_up(diary)
    arm = SitePoint(Place.ARM_LEFT, 0, 0)
    diary.doses.record(Given(TODAY, diary.now(), arm, given_by="Ana"))
    assert only_dose(diary).flags == ()


def test_what_was_found_later_does_not_speak_against_an_earlier_dose(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    clock.pass_time(days=5)
    diary.lumps.found(HERE)
    diary.marks.add(Marked(HERE, 50, AvoidReason.SORE))
    diary.doses.record(Given(TODAY, diary.now() - timedelta(days=5), HERE))
    assert only_dose(diary).flags == ()


def test_a_lump_a_doctor_checked_later_had_not_been_checked_then(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    diary.lumps.found(HERE)
    clock.pass_time(days=5)
    diary.lumps.doctor_checked(diary.lumps.every()[0].id, "Dr. Lee")
    diary.doses.record(Given(TODAY, diary.now() - timedelta(days=5), HERE))
    assert site_flags(only_dose(diary).flags).reasons == (Blocked.LUMP,)


def test_a_bad_place_recorded_in_the_calendar_is_flagged_too(diary: Diary) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now(), SitePoint(Place.BELLY_LEFT, 499, 0)))
    assert site_flags(only_dose(diary).flags) == SiteFlags(reasons=(Blocked.NAVEL,))


def test_a_dose_is_never_measured_from_itself(diary: Diary) -> None:
    set_up(diary)
    diary.earlier.tell({TODAY - timedelta(days=1): HERE})
    told = diary.doses.earlier()
    assert told is not None
    diary.sites.injected_here(told.id, SitePoint(Place.THIGH_LEFT, 10, 0))
    corrected = diary.doses.earlier()
    assert corrected is not None
    assert site_flags(corrected.flags) == SiteFlags(instead=True)
    assert diary.sites.map().skin.history[0].at.date() == TODAY - timedelta(days=1)


def test_undo_brings_back_the_place_and_the_flags_of_before(diary: Diary, clock: HandClock) -> None:
    _, second = two_doses(diary, clock)
    before = only_dose(diary, 1)
    undo = diary.sites.injected_here(second, SitePoint(Place.THIGH_LEFT, 10, 0))
    diary.undo(undo)
    assert only_dose(diary, 1) == before
    assert whole(diary)


def test_a_correction_of_something_else_keeps_the_flags_of_the_place(diary: Diary, clock: HandClock) -> None:
    _, second = two_doses(diary, clock)
    spot = SitePoint(Place.THIGH_LEFT, 10, 0)
    diary.sites.injected_here(second, spot)
    flags = only_dose(diary, 1).flags
    diary.doses.correct(second, Given(NEXT_DAY, diary.now(), spot, note="with the left hand"))
    assert only_dose(diary, 1).flags == flags
    diary.doses.correct(second, Given(NEXT_DAY, diary.now(), SitePoint(Place.THIGH_RIGHT, 0, 0)))
    assert only_dose(diary, 1).flags == ()


def test_a_dose_taken_back_has_no_place_to_name(diary: Diary, clock: HandClock) -> None:
    _, second = two_doses(diary, clock)
    diary.doses.withdraw(second)
    with pytest.raises(MovedOn):
        diary.sites.injected_here(second, HERE)


def test_undo_does_not_make_a_part_of_a_dose_whole_again(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    elsewhere = SitePoint(Place.BELLY_LEFT, 700, 0)
    undo = diary.sites.injected_here(only_dose(diary).id, elsewhere)
    diary.walkthrough.answer(walk, Reply.LIQUID)
    before = only_dose(diary)
    assert before.kind is DoseKind.PART
    with pytest.raises(MovedOn):
        diary.undo(undo)
    assert only_dose(diary) == before
    assert whole(diary)


def test_undo_neither_revives_a_dose_taken_back_nor_loses_a_later_correction(diary: Diary, clock: HandClock) -> None:
    first, second = two_doses(diary, clock)
    elsewhere = SitePoint(Place.BELLY_LEFT, 700, 0)
    undone = diary.sites.injected_here(second, elsewhere)
    diary.doses.correct(second, Given(NEXT_DAY, diary.now(), elsewhere, note="it hurt"))
    with pytest.raises(MovedOn):
        diary.undo(undone)
    assert (only_dose(diary, 1).note, only_dose(diary, 1).point) == ("it hurt", elsewhere)
    undone = diary.doses.correct(first, Given(TODAY, diary.now() - timedelta(days=1), HERE, note="late"))
    diary.doses.withdraw(first)
    with pytest.raises(MovedOn):
        diary.undo(undone)
    assert diary.doses.day(TODAY).doses == ()


def test_undo_of_what_was_told_of_earlier_keeps_what_was_told_since(diary: Diary) -> None:
    set_up(diary)
    day = TODAY - timedelta(days=1)
    diary.earlier.tell({day: HERE})
    undo = diary.earlier.tell({day: Place.BELLY_LEFT})
    diary.earlier.tell({day: Place.BELLY_RIGHT})
    with pytest.raises(MovedOn):
        diary.undo(undo)
    assert diary.earlier.told() == {day: Place.BELLY_RIGHT}
