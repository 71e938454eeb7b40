"""After the needle is out it can be said that it went elsewhere; no key of a presenter does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.flow import Mode, Reply, Stage
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.domain.skin.truth import site_flags
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui import theme
from anakinra_companion.ui.dialogs.exact_point import ExactPoint
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
from tests.journal_check import whole
from tests.people import at_inject, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering
from tests.ui.exact import hair, only_dose, walk
from tests.ui.shown import settled


def at_sharps(diary: Diary) -> Walkthrough:
    return diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)


def test_at_the_sharps_box_the_spot_is_named_with_keys_alone(diary: Diary, show: Show) -> None:
    set_up(diary)
    begun = at_sharps(diary)
    planned = only_dose(diary).point
    assert planned is not None
    page = WalkthroughPage(diary)
    shown = show(page)
    settled(page)

    def answer(dialog: ExactPoint) -> None:
        # The keyboard is on the cross-hair from the start.
        assert dialog.focusWidget() is hair(dialog)
        walk(dialog, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right)
        QTest.keyClick(hair(dialog), Qt.Key.Key_Return)
        assert dialog.focusWidget() is dialog.primary
        QTest.keyClick(dialog.primary, Qt.Key.Key_Return)

    button = shown.find("elsewhere")
    assert button is not None
    button.setFocus()
    with answering(ExactPoint, answer):
        shown.key(Qt.Key.Key_Space)
        shown.settle()
    dose = only_dose(diary)
    assert dose.point == SitePoint(planned.place, planned.x + 50, planned.y - 100)
    assert site_flags(dose.flags).instead
    assert len(shown.undos) == 1
    assert "Here instead." in shown.said
    assert "point 1" not in shown.said
    diary.walkthrough.answer(begun, Reply.IN_SHARPS)
    shown.refresh()
    assert page.stage is Stage.DONE
    assert "Place: your left thigh." in shown.said
    assert "Here instead." in shown.said
    diary.undo(shown.undos[0])
    shown.refresh()
    assert "Here instead." not in shown.said
    assert only_dose(diary).point == planned
    assert whole(diary)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_2, Qt.Key.Key_9]
)
@pytest.mark.parametrize("stage", [Stage.BANDAGE, Stage.SHARPS])
def test_no_key_of_a_presenter_asks_for_another_spot(diary: Diary, show: Show, stage: Stage, key: Qt.Key) -> None:
    set_up(diary)
    if stage is Stage.BANDAGE:
        diary.change_profile(mode=Mode.FIRST_TIME)
    page = WalkthroughPage(diary)
    shown = show(page)
    first_time_to(diary, stage)
    shown.refresh()
    assert page.stage is stage
    assert shown.find("elsewhere") is not None
    for _ in range(6):
        settled(page)
        shown.key(key)
        focused = shown.page.focusWidget()
        assert focused is None or focused.objectName() != "elsewhere"
        assert QApplication.activeModalWidget() is None


def first_time_to(diary: Diary, stage: Stage) -> None:
    if stage is Stage.SHARPS:
        at_sharps(diary)
        return
    walks, going = diary.walkthrough, diary.walkthrough.start()
    upcoming, suggestion = diary.storage.next(), diary.sites.suggestion()
    assert upcoming is not None
    assert suggestion is not None
    going = walks.choose_syringe(going, upcoming.syringe.id)
    for reply in (Reply.FINE, Reply.FINE, Reply.CLEAR):
        going = walks.answer(going, reply)
    going = walks.answer(walks.choose_place(going, suggestion.point), Reply.SKIN_NORMAL)
    while going.stage is not Stage.INJECT:
        going = walks.answer(going, Reply.NEXT)
    walks.answer(going, Reply.NEEDLE_OUT)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_way_to_it_is_large_and_does_not_push_the_answer_away(diary: Diary, show: Show, scale: float) -> None:
    theme.use(theme.Theme("light", scale))
    set_up(diary)
    at_sharps(diary)
    shown = show(WalkthroughPage(diary))
    button, answer = shown.find("elsewhere"), shown.find("reply-in_sharps")
    assert button is not None
    assert answer is not None
    assert button.height() >= 56 * scale
    assert not answer.visibleRegion().isEmpty()
    theme.use(theme.Theme("light", 1.0))


@pytest.mark.parametrize("reply", [None, Reply.LEAKED])
def test_before_the_needle_is_out_and_when_there_is_enough_to_do_it_is_not_offered(
    diary: Diary, show: Show, reply: Reply | None
) -> None:
    set_up(diary)
    begun = at_inject(diary)
    if reply is not None:
        diary.walkthrough.answer(diary.walkthrough.answer(begun, Reply.PROBLEM), reply)
    shown = show(WalkthroughPage(diary))
    assert shown.find("elsewhere") is None
