"""Practice: every step as it is, and not a word of it on record."""

from __future__ import annotations

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.practice import begin, practice_of
from anakinra_companion.diary.refusals import GatesShut, MayNotStart
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.flow import Reply, Stage
from anakinra_companion.domain.profile import Gate
from anakinra_companion.ui.walkthrough.practice_page import PracticePage
from tests.journal_check import whole
from tests.people import TODAY, at_inject, set_up
from tests.ui.conftest import Show


def test_a_practice_run_to_the_end_leaves_the_record_as_it_was(diary: Diary) -> None:
    set_up(diary)
    before = diary.changed_elsewhere()
    copy = practice_of(diary, list)
    walk = begin(copy)
    walk = copy.walkthrough.choose_syringe(walk, copy.storage.looks()[0].syringe.id)
    walk = copy.walkthrough.answer(walk, Reply.CLEAR)
    found = copy.sites.suggestion()
    assert found is not None
    walk = copy.walkthrough.choose_place(walk, found.point)
    for reply in (Reply.NEXT, Reply.NEXT, Reply.NEEDLE_OUT, Reply.IN_SHARPS):
        walk = copy.walkthrough.answer(walk, reply)
    assert walk.stage is Stage.DONE
    assert copy.doses.day(TODAY).state is DayState.TAKEN
    copy.close()
    assert diary.changed_elsewhere() == before
    assert diary.doses.day(TODAY).state is DayState.DUE
    assert not any(look.is_out for look in diary.storage.looks())
    assert whole(diary)


def test_practice_is_possible_after_todays_dose_and_without_a_box(diary: Diary) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, diary.now()))
    for look in diary.storage.looks():
        diary.storage.lose(look.syringe.id)
    copy = practice_of(diary, list)
    assert begin(copy).stage is Stage.SYRINGE
    assert copy.storage.next() is not None
    copy.close()
    assert diary.storage.boxes() == ()


def test_h11_shut_gates_shut_practice_too(diary: Diary) -> None:
    set_up(diary)
    diary.answer_gate(Gate.SHOWN_HOW, answer=False)
    copy = practice_of(diary, list)
    with pytest.raises(GatesShut):
        begin(copy)
    copy.close()


def test_h1_no_practice_while_a_possible_dose_is_open(diary: Diary) -> None:
    set_up(diary)
    at_inject(diary)
    copy = practice_of(diary, list)
    with pytest.raises(MayNotStart):
        begin(copy)
    copy.close()


def test_every_screen_says_that_it_is_practice(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(PracticePage(diary))
    assert "Practice: nothing is recorded." in shown.said
    shown.press("answer-1")
    assert "Practice: nothing is recorded." in shown.said
    assert diary.walkthrough.open() is None
    assert isinstance(shown.page, PracticePage)
    shown.page.leave()


def test_a_practice_held_back_says_why(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.answer_gate(Gate.ADULT, answer=False)
    shown = show(PracticePage(diary))
    assert "The injection steps stay closed" in shown.said
    assert isinstance(shown.page, PracticePage)
    shown.page.leave()
