"""Two keys of a presenter are enough, and neither answers a question when it is held or hammered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.doses import DayState
from anakinra_companion.domain.flow import Mode, Reply, Stage, is_question, replies_at
from anakinra_companion.ui.walkthrough.hands_free import Action, by_click, by_key
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.shown import settled

ON, BACK = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
KEYS = (ON, BACK, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("key", KEYS)
def test_h9_no_key_alone_answers_a_question(stage: Stage, key: Qt.Key) -> None:
    action = by_key(key, stage, walked=False)
    if is_question(stage):
        assert action in (Action.WALK_ON, Action.BACK, Action.NOTHING)
    if action is Action.BACK:
        assert Reply.BACK in replies_at(stage)
    if action is Action.NEXT:
        assert Reply.NEXT in replies_at(stage)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("key", [ON, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_h9_one_key_hammered_never_takes_an_answer(stage: Stage, key: Qt.Key) -> None:
    for walked in (False, True):
        if is_question(stage):
            assert by_key(key, stage, walked=walked) is not Action.TAKE


@pytest.mark.parametrize("stage", Stage)
def test_a_click_in_half_the_page_goes_on_or_back_and_answers_nothing(stage: Stage) -> None:
    allowed = {Action.NOTHING, Action.NEXT} if not is_question(stage) else {Action.NOTHING}
    assert by_click(600, 1000, stage) in allowed
    assert by_click(400, 1000, stage) in (Action.NOTHING, Action.BACK)


@pytest.mark.parametrize("mode", Mode)
def test_a_whole_injection_by_a_presenters_two_keys(diary: Diary, show: Show, mode: Mode) -> None:
    set_up(diary)
    diary.change_profile(mode=mode)
    diary.walkthrough.start()
    shown = show(WalkthroughPage(diary))
    page = shown.page
    assert isinstance(page, WalkthroughPage)
    presses = 0
    while (walk := diary.walkthrough.open()) is not None and presses < 60:
        settled(page)
        shown.key(ON)
        presses += 1
        if is_question(walk.stage):
            assert diary.walkthrough.open() == walk
            shown.key(BACK)
            presses += 1
    assert diary.doses.day(TODAY).state is DayState.TAKEN
    assert presses <= 34, presses


@pytest.mark.parametrize("key", [ON, BACK])
def test_hammering_one_key_leaves_a_question_open(diary: Diary, show: Show, key: Qt.Key) -> None:
    set_up(diary)
    diary.walkthrough.start()
    shown = show(WalkthroughPage(diary))
    page = shown.page
    assert isinstance(page, WalkthroughPage)
    settled(page)
    for _ in range(50):
        shown.key(key)
    walk = diary.walkthrough.open()
    assert walk is not None
    assert walk.stage is Stage.SYRINGE


def test_a_click_on_the_right_half_goes_on_and_a_double_click_only_once(diary: Diary, show: Show) -> None:
    set_up(diary)
    walk = diary.walkthrough.start()
    walk = diary.walkthrough.choose_syringe(walk, diary.storage.looks()[0].syringe.id)
    walk = diary.walkthrough.answer(walk, Reply.CLEAR)
    found = diary.sites.suggestion()
    assert found is not None
    diary.walkthrough.choose_place(walk, found.point)
    shown = show(WalkthroughPage(diary))
    page = shown.page
    assert isinstance(page, WalkthroughPage)
    settled(page)
    QTest.mouseDClick(page, Qt.MouseButton.LeftButton, pos=QPoint(page.width() - 20, page.height() // 2))
    shown.settle()
    after = diary.walkthrough.open()
    assert after is not None
    assert after.stage in (Stage.CLEAN, Stage.COVER)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(page.width() - 20, page.height() // 2))
    shown.settle()
    now = diary.walkthrough.open()
    assert now is not None
    assert now.stage is Stage.COVER
