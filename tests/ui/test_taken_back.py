"""A dose that was taken back while its injection still waits: no screen says that it is on record."""

from __future__ import annotations

import pytest

from anakinra_companion import content
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.flow import Reply, Stage
from tests.people import TODAY, at_inject, set_up
from tests.ui.conftest import Show
from tests.ui.shown import settled
from tests.ui.test_walkthrough_page import shown_at, stage

TAKEN_BACK = content.say("dose-taken-back")
ON_RECORD = "dose is on record."


def at_sharps(diary: Diary) -> str:
    """Needle out; which dose that recorded."""
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    return dose.id


def test_a_dose_taken_back_on_another_page_is_told_when_the_steps_come_back(diary: Diary, show: Show) -> None:
    dose = at_sharps(diary)
    shown = shown_at(diary, show)
    assert TAKEN_BACK not in shown.said
    undo = diary.doses.withdraw(dose)
    shown.page.enter()
    shown.settle()
    assert TAKEN_BACK in shown.said
    diary.undo(undo)
    shown.refresh()
    assert TAKEN_BACK not in shown.said


def test_what_to_do_meanwhile_does_not_say_that_it_is_on_record(diary: Diary, show: Show) -> None:
    dose = at_sharps(diary)
    shown = shown_at(diary, show)
    shown.press("ask")
    assert f"Your {ON_RECORD}" in shown.said
    diary.doses.withdraw(dose)
    shown.refresh()
    assert f"No {ON_RECORD} Put the syringe in the sharps box" in shown.said
    assert f"Your {ON_RECORD}" not in shown.said


def test_blood_is_answered_without_a_word_of_a_dose_on_record(diary: Diary, show: Show) -> None:
    dose = at_sharps(diary)
    shown = shown_at(diary, show)
    shown.press("reply-bleeds")
    assert f"Your {ON_RECORD}" in shown.said
    diary.doses.withdraw(dose)
    shown.refresh()
    assert "Press the dry gauze on the place" in shown.said
    assert f"Your {ON_RECORD}" not in shown.said
    assert TAKEN_BACK in shown.said


def test_liquid_leads_to_the_calendar_where_the_truth_can_be_said(diary: Diary, show: Show) -> None:
    diary.doses.withdraw(at_sharps(diary))
    shown = shown_at(diary, show)
    shown.press("reply-liquid")
    assert stage(diary) is Stage.SHARPS
    assert "Stop" in shown.said.splitlines()
    assert shown.said.count(TAKEN_BACK) == 1
    shown.press("to-its-day")
    assert shown.went == [("calendar", TODAY.isoformat())]


@pytest.mark.parametrize("reply", [Reply.NEEDLE_OUT, Reply.HALF_WAY])
def test_at_the_end_nothing_is_said_to_be_recorded(diary: Diary, show: Show, reply: Reply) -> None:
    set_up(diary)
    walk = at_inject(diary)
    if reply is Reply.HALF_WAY:
        walk = diary.walkthrough.answer(walk, Reply.PROBLEM)
    walk = diary.walkthrough.answer(walk, reply)
    dose = diary.walkthrough.dose(walk.id)
    assert dose is not None
    diary.doses.withdraw(dose.id)
    shown = shown_at(diary, show)
    shown.press("reply-in_sharps")
    assert diary.walkthrough.open() is None
    assert TAKEN_BACK in shown.said
    for untrue in (f"Your {ON_RECORD}", "Recorded:", "is used.", "part of the dose went in"):
        assert untrue not in shown.said
    assert diary.doses.day(TODAY).state is DayState.DUE


def test_a_dose_that_came_back_is_no_longer_refused(diary: Diary, show: Show) -> None:
    undo: Undo = diary.doses.withdraw(at_sharps(diary))
    shown = shown_at(diary, show)
    shown.press("reply-liquid")
    diary.undo(undo)
    shown.refresh()
    assert TAKEN_BACK not in shown.said
    settled(shown.page)
    shown.press("reply-liquid")
    assert stage(diary) is Stage.PART_SHARPS
