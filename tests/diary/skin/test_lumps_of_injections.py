"""The lump that an injection left behind, and the injection that it belongs to (H16)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.domain.skin.reactions import Signs
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, set_up

HERE = SitePoint(Place.THIGH_LEFT, 0, 0)


@pytest.fixture
def dose(diary: Diary, clock: HandClock) -> str:
    """One injection yesterday."""
    set_up(diary)
    given = diary.doses.record(Given(TODAY, diary.now(), HERE))
    clock.pass_time(days=1)
    return given.doses[0]


def lumps_at(diary: Diary) -> list[SitePoint]:
    return [SitePoint(each.place, each.x, each.y) for each in diary.lumps.every()]


def test_h16_a_lump_at_the_injection_goes_along_to_where_the_injection_really_was(diary: Diary, dose: str) -> None:
    diary.reactions.report(dose, Signs(lump=True))
    near = SitePoint(Place.THIGH_LEFT, 300, 0)
    diary.reactions.report(dose, Signs(lump=True), lump_at=near)
    elsewhere = SitePoint(Place.BELLY_LEFT, 700, 0)
    undo = diary.sites.injected_here(dose, elsewhere)
    assert lumps_at(diary) == [elsewhere, near]
    assert diary.sites.map().skin.history[-1].flags == ("instead",)
    diary.undo(undo)
    assert lumps_at(diary) == [HERE, near]
    undo = diary.doses.correct(dose, Given(TODAY, None, elsewhere))
    assert lumps_at(diary) == [elsewhere, near]
    diary.undo(undo)
    assert lumps_at(diary) == [HERE, near]
    assert whole(diary)


def test_the_lump_an_injection_left_behind_did_not_speak_against_it(diary: Diary) -> None:
    set_up(diary)
    given = Given(TODAY, diary.now(), HERE)
    dose = diary.doses.record(given).doses[0]
    diary.reactions.report(dose, Signs(lump=True))
    diary.doses.correct(dose, replace(given, note="at noon"))
    assert diary.sites.map().skin.history[-1].flags == ()


def test_h16_a_lump_taken_back_is_none_and_can_be_told_again(diary: Diary, dose: str) -> None:
    diary.reactions.report(dose, Signs(lump=True, redness=1))
    (told,) = diary.reactions.of(dose)
    undo = diary.lumps.withdraw(diary.lumps.every()[0].id)
    assert not diary.reactions.of(dose)[0].signs.lump
    diary.undo(undo)
    assert diary.reactions.of(dose) == (told,)
    diary.lumps.withdraw(diary.lumps.every()[0].id)
    diary.reactions.correct(told.id, Signs(lump=True))
    assert lumps_at(diary) == [HERE]
    assert diary.reactions.of(dose)[0].signs.lump
    assert whole(diary)
