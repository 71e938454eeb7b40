"""What the skin did after an injection."""

from __future__ import annotations

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import MovedOn, OddNumber, PlaceNeeded
from anakinra_companion.domain.flow import Mode, Reply
from anakinra_companion.domain.sites import Injection, Place, SitePoint
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.domain.suggestion import Blocked
from anakinra_companion.domain.walkthrough import Walkthrough
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, at_inject, set_up

HERE = SitePoint(Place.THIGH_LEFT, 0, 0)


@pytest.fixture
def dose(diary: Diary, clock: HandClock) -> str:
    """One injection yesterday."""
    set_up(diary)
    given = diary.doses.record(Given(TODAY, diary.now(), HERE))
    clock.pass_time(days=1)
    return given.doses[0]


def injection(diary: Diary) -> Injection:
    last = diary.sites.map().last
    assert last is not None
    return last


def test_the_newest_report_says_whether_the_skin_reacted(diary: Diary, dose: str, clock: HandClock) -> None:
    assert not injection(diary).reacted
    diary.reactions.report(dose, Signs(redness=2, itch=1, size=250, note=" warm "))
    assert injection(diary).reacted
    clock.pass_time(days=3)
    diary.reactions.report(dose, Signs())
    assert not injection(diary).reacted
    first, second = diary.reactions.of(dose)
    assert (first.signs.redness, first.signs.size, first.signs.note) == (2, 250, "warm")
    assert second.at > first.at
    assert whole(diary)


def test_a_report_can_be_taken_back_and_brought_back(diary: Diary, dose: str) -> None:
    undo = diary.reactions.report(dose, Signs(pain=1))
    diary.undo(undo)
    assert diary.reactions.of(dose) == ()
    assert not injection(diary).reacted
    diary.reactions.report(dose, Signs(pain=1))
    undo = diary.reactions.withdraw(diary.reactions.of(dose)[0].id)
    assert diary.reactions.of(dose) == ()
    diary.undo(undo)
    assert injection(diary).reacted
    assert whole(diary)


def test_a_corrected_report_keeps_its_place_in_the_order(diary: Diary, dose: str) -> None:
    diary.reactions.report(dose, Signs(pain=3))
    diary.reactions.report(dose, Signs(pain=1))
    first, _ = diary.reactions.of(dose)
    undo = diary.reactions.correct(first.id, Signs(pain=2))
    assert [each.signs.pain for each in diary.reactions.of(dose)] == [2, 1]
    diary.undo(undo)
    assert [each.signs.pain for each in diary.reactions.of(dose)] == [3, 1]


def test_h16_a_lump_told_with_a_report_locks_the_skin_of_the_injection(diary: Diary, dose: str) -> None:
    undo = diary.reactions.report(dose, Signs(lump=True))
    (lump,) = diary.lumps.locked()
    assert (lump.place, lump.x, lump.y, lump.dose_id) == (HERE.place, HERE.x, HERE.y, dose)
    assert diary.sites.map().skin.blocked(HERE, helper=False) is Blocked.LUMP
    diary.undo(undo)
    assert diary.lumps.every() == ()
    assert diary.reactions.of(dose) == ()


def test_h16_a_report_taken_back_or_corrected_leaves_its_lump_locked(diary: Diary, dose: str) -> None:
    diary.reactions.report(dose, Signs(lump=True, redness=1))
    (told,) = diary.reactions.of(dose)
    diary.reactions.correct(told.id, Signs(redness=2))
    assert len(diary.lumps.locked()) == 1
    diary.reactions.correct(told.id, Signs(lump=True))
    assert len(diary.lumps.locked()) == 1
    diary.reactions.withdraw(told.id)
    assert len(diary.lumps.locked()) == 1


def test_a_lump_at_an_injection_whose_point_is_not_known_asks_where(diary: Diary) -> None:
    set_up(diary)
    dose = diary.doses.record(Given(TODAY, diary.now(), None, Place.THIGH_LEFT)).doses[0]
    with pytest.raises(PlaceNeeded):
        diary.reactions.report(dose, Signs(lump=True))
    assert diary.reactions.of(dose) == ()
    diary.reactions.report(dose, Signs(lump=True), lump_at=HERE)
    assert len(diary.lumps.locked()) == 1


def test_s86_the_answer_to_hot_spreading_or_ill_is_kept_with_the_report(diary: Diary, dose: str) -> None:
    for said in (True, False, None):
        diary.reactions.report(dose, Signs(swelling=2, spreading=said))
    assert [each.signs.spreading for each in diary.reactions.of(dose)] == [True, False, None]
    assert [each.signs.doctor_now for each in diary.reactions.of(dose)] == [True, False, False]


@pytest.mark.parametrize("signs", [Signs(redness=4), Signs(itch=-1), Signs(size=0), Signs(size=3001)])
def test_a_slip_of_the_hand_is_refused(diary: Diary, dose: str, signs: Signs) -> None:
    with pytest.raises(OddNumber):
        diary.reactions.report(dose, signs)
    assert diary.reactions.of(dose) == ()


def test_a_dose_taken_back_takes_no_report(diary: Diary, dose: str) -> None:
    diary.doses.withdraw(dose)
    with pytest.raises(MovedOn):
        diary.reactions.report(dose, Signs(pain=1))


def test_at_most_the_last_injection_is_asked_about_and_only_until_something_was_told(diary: Diary, dose: str) -> None:
    asked = diary.reactions.to_ask_about()
    assert asked is not None
    assert (asked.dose_id, asked.point, asked.at.date()) == (dose, HERE, TODAY)
    diary.reactions.report(dose, Signs())
    assert diary.reactions.to_ask_about() is None


def test_nothing_is_asked_of_an_injection_whose_place_is_not_known_or_without_one(diary: Diary) -> None:
    set_up(diary)
    assert diary.reactions.to_ask_about() is None
    diary.doses.record(Given(TODAY, diary.now()))
    assert diary.reactions.to_ask_about() is None


def test_a_point_that_reacted_waits_while_another_is_free(diary: Diary, clock: HandClock) -> None:
    set_up(diary)
    found = diary.sites.suggestion()
    assert found is not None
    dose = diary.doses.record(Given(TODAY, diary.now(), found.point)).doses[0]
    diary.reactions.report(dose, Signs(redness=1))
    clock.pass_time(days=60)
    for _ in range(40):
        again = diary.sites.suggestion()
        assert again is not None
        assert again.point != found.point
        diary.doses.record(Given(None, diary.now(), again.point))
        clock.pass_time(hours=6)


def skin_check(diary: Diary, mode: Mode) -> Walkthrough:
    """Begins an injection and comes to the screen on which the skin is looked at."""
    upcoming = diary.storage.next()
    assert upcoming is not None
    walk = diary.walkthrough.choose_syringe(diary.walkthrough.start(mode=mode), upcoming.syringe.id)
    replies = (Reply.CLEAR,) if mode is Mode.PRACTISED else (Reply.FINE, Reply.FINE, Reply.CLEAR)
    for reply in replies:
        walk = diary.walkthrough.answer(walk, reply)
    return walk


@pytest.mark.usefixtures("dose")
@pytest.mark.parametrize("mode", Mode)
def test_nobody_is_asked_again_after_a_skin_check(diary: Diary, mode: Mode) -> None:
    walk = skin_check(diary, mode)
    found = diary.sites.suggestion()
    assert found is not None
    assert diary.reactions.to_ask_about() is not None
    walk = diary.walkthrough.choose_place(walk, found.point)
    if mode is Mode.FIRST_TIME:
        assert diary.reactions.to_ask_about() is not None
        walk = diary.walkthrough.answer(walk, Reply.SKIN_NORMAL)
    assert diary.reactions.to_ask_about() is None
    diary.walkthrough.answer(walk, Reply.STOP)
    skin_check(diary, mode)
    assert diary.reactions.to_ask_about() is None


def test_the_skin_check_before_an_injection_does_not_answer_for_the_skin_after_it(
    diary: Diary, clock: HandClock
) -> None:
    set_up(diary)
    clock.pass_time(hours=1)
    walk = at_inject(diary)
    clock.pass_time(minutes=1)
    diary.walkthrough.answer(walk, Reply.NEEDLE_OUT)
    clock.pass_time(minutes=1)
    assert diary.reactions.to_ask_about() is not None


def test_a_point_that_reacted_is_asked_about_at_its_turn_until_it_was_told_of(
    diary: Diary, dose: str, clock: HandClock
) -> None:
    beside = SitePoint(HERE.place, HERE.x + 250, HERE.y)
    began = diary.now()
    assert diary.reactions.waited_at(HERE, began) is None
    diary.reactions.report(dose, Signs(redness=2))
    clock.pass_time(days=40)
    began = diary.now()
    waited = diary.reactions.waited_at(HERE, began)
    assert waited is not None
    assert waited.dose_id == dose
    assert diary.reactions.waited_at(beside, began) is None
    diary.reactions.report(dose, Signs(redness=1))
    assert diary.reactions.waited_at(HERE, began) is None


def test_what_is_told_of_injections_is_read_in_one_look(diary: Diary, dose: str) -> None:
    other = diary.doses.record(Given(None, diary.now(), SitePoint(Place.BELLY_LEFT, 10, 0))).doses[0]
    diary.reactions.report(dose, Signs(pain=1))
    diary.reactions.report(dose, Signs(pain=2))
    diary.reactions.withdraw(diary.reactions.of(dose)[0].id)
    found = diary.reactions.after([dose, other])
    assert [each.signs.pain for each in found[dose].reports] == [2]
    assert found[dose].taken_back == 1
    assert (found[other].reports, found[other].photos, found[other].taken_back) == ((), (), 0)
    assert Blocked.NAVEL in found[other].flags.reasons
    assert diary.reactions.after([]) == {}


def test_the_history_keeps_every_version_of_every_report(diary: Diary, dose: str, clock: HandClock) -> None:
    diary.reactions.report(dose, Signs(pain=3))
    (told,) = diary.reactions.of(dose)
    clock.pass_time(hours=1)
    diary.reactions.correct(told.id, Signs(pain=2, size=150))
    clock.pass_time(hours=1)
    diary.reactions.report(dose, Signs(itch=1))
    clock.pass_time(hours=1)
    diary.reactions.withdraw(told.id)
    first, corrected, second, withdrawn = diary.reactions.history(dose)
    assert first.signs == Signs(pain=3)
    assert corrected.signs == Signs(pain=2, size=150)
    assert second.signs == Signs(itch=1)
    assert withdrawn.signs is None
    assert withdrawn.report_id == told.id


def suggested(diary: Diary) -> set[Place]:
    map_ = diary.sites.map()
    found = [map_.suggestion, *map_.alternatives]
    return {each.point.place for each in found if each is not None}


def test_h17_hot_or_spreading_skin_is_left_out_until_it_is_told_of_again(
    diary: Diary, dose: str, clock: HandClock
) -> None:
    # Of the other places nothing else would be free.
    for place in (Place.THIGH_RIGHT, Place.BELLY_LEFT):
        diary.wishes.exclude(place)
    assert suggested(diary) == {Place.THIGH_LEFT, Place.BELLY_RIGHT}
    diary.reactions.report(dose, Signs(redness=3, spreading=True))
    assert diary.sites.map().skin.hot == {Place.THIGH_LEFT}
    assert suggested(diary) == {Place.BELLY_RIGHT}
    diary.wishes.exclude(Place.BELLY_RIGHT)
    assert suggested(diary) == set()
    clock.pass_time(days=2)
    diary.reactions.report(dose, Signs(redness=1, spreading=False))
    assert suggested(diary) == {Place.THIGH_LEFT}


def test_h17_a_report_of_hot_skin_taken_back_frees_the_place(diary: Diary, dose: str) -> None:
    told = diary.reactions.report(dose, Signs(spreading=True))
    assert diary.sites.map().skin.hot == {Place.THIGH_LEFT}
    diary.undo(told)
    assert diary.sites.map().skin.hot == frozenset()
