"""What the skin did, told in looking back: the doctor's card first, everything kept, corrected and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from anakinra_companion import content
from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.ui.dialogs.tell_reaction import TellReaction
from anakinra_companion.ui.sites.page import SitesPage
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose, type_in
from tests.ui.shown import Shown
from tests.ui.telling import in_sight, injected_yesterday, looking_back, press, said, signs, tell


@pytest.fixture
def dose(diary: Diary, clock: HandClock) -> str:
    return injected_yesterday(diary, clock)


@pytest.fixture
def page(diary: Diary, dose: str, show: Show) -> Shown[SitesPage]:  # noqa: ARG001 - the injection that is told of
    return looking_back(diary, show)


def test_each_injection_can_be_told_of_in_looking_back(page: Shown[SitesPage], diary: Diary, dose: str) -> None:
    def answer(dialog: TellReaction) -> None:
        assert "left thigh" in said(dialog)
        for name in ("redness-2", "itch-1", "lump-none"):
            choose(dialog, name)
        type_in(dialog, "Note (if you like)", "worse at night")
        choose(dialog, "spreading-no")
        dialog.primary.click()

    tell(page, dose, answer)
    assert signs(diary, dose) == [Signs(redness=2, itch=1, spreading=False, note="worse at night")]
    assert "redness: clearly, itch: a little" in page.said
    assert "worse at night" in page.said
    assert content.say("skin-call-if") in page.said
    diary.undo(page.undos[-1])
    page.refresh()
    assert signs(diary, dose) == []
    assert "worse at night" not in page.said
    assert whole(diary)


def test_nothing_is_answered_beforehand_and_nothing_is_kept_without_an_answer(
    page: Shown[SitesPage], diary: Diary, dose: str
) -> None:
    def answer(dialog: TellReaction) -> None:
        assert not any(button.isChecked() for button in dialog.findChildren(QAbstractButton))
        dialog.primary.click()
        assert dialog.isVisible()
        assert "Please answer a question" in said(dialog)

    tell(page, dose, answer)
    assert signs(diary, dose) == []
    assert page.undos == []


def test_one_press_says_that_there_is_nothing(page: Shown[SitesPage], diary: Diary, dose: str) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "pain-3")
        press(dialog, "nothing")
        dialog.primary.click()

    tell(page, dose, answer)
    assert signs(diary, dose) == [Signs()]
    assert "nothing to see or feel" in page.said


def test_h17_hot_spreading_or_ill_is_asked_before_a_sign_is_kept(
    page: Shown[SitesPage], diary: Diary, dose: str
) -> None:
    question = content.say("skin-spreading")

    def answer(dialog: TellReaction) -> None:
        assert question not in said(dialog)
        choose(dialog, "swelling-1")
        assert question in said(dialog)
        dialog.primary.click()
        assert dialog.isVisible()
        assert "Please answer this first." in said(dialog)
        assert signs(diary, dose) == []

    tell(page, dose, answer)
    assert signs(diary, dose) == []


@pytest.mark.parametrize("leave", ["keep", "escape", "help"])
def test_h17_the_card_call_your_doctor_now_comes_before_anything_is_kept(
    page: Shown[SitesPage], diary: Diary, dose: str, leave: str
) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "redness-3")
        choose(dialog, "spreading-yes")
        told = said(dialog)
        assert content.say("skin-doctor-now") in told
        assert content.say("help-signs") in told
        assert told.index("112") < told.index("555 0100")
        assert "Redness" not in told
        assert signs(diary, dose) == []
        if leave == "keep":
            dialog.primary.click()
        elif leave == "escape":
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            press(dialog, "to-help")

    tell(page, dose, answer)
    assert signs(diary, dose) == [Signs(redness=3, spreading=True)]
    assert (("help",) in page.went) is (leave == "help")
    assert content.say("skin-doctor-now") in page.said


def test_h17_a_slip_of_the_hand_on_the_question_leads_to_the_card(page: Shown[SitesPage], dose: str) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "redness-1")
        dialog.primary.click()
        focused = dialog.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
        assert content.say("skin-doctor-now") in said(dialog)

    tell(page, dose, answer)


def test_the_card_leads_back_to_the_answers_and_they_are_still_there(
    page: Shown[SitesPage], diary: Diary, dose: str
) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "bruise-1")
        choose(dialog, "spreading-yes")
        dialog.cancel.click()
        assert dialog.isVisible()
        choose(dialog, "spreading-no")
        dialog.primary.click()

    tell(page, dose, answer)
    assert signs(diary, dose) == [Signs(bruise=1, spreading=False)]


def test_h17_no_answer_is_ever_told_that_all_is_well(page: Shown[SitesPage], dose: str) -> None:
    def answer(dialog: TellReaction) -> None:
        choose(dialog, "redness-1")
        choose(dialog, "spreading-no")
        words = said(dialog).lower()
        assert "call your doctor now if" in words
        assert not any(promise in words for promise in ("fine", "safe", "harmless", "do not worry", "normal"))
        dialog.primary.click()

    tell(page, dose, answer)
    assert "fine" not in page.said.lower()


def test_a_report_is_corrected_told_again_and_taken_back_and_every_version_stays(
    page: Shown[SitesPage], diary: Diary, dose: str, clock: HandClock
) -> None:
    diary.reactions.report(dose, Signs(pain=3, size=200, spreading=False))
    (first,) = diary.reactions.of(dose)
    page.refresh()

    def correct(dialog: TellReaction) -> None:
        chosen = {button.objectName() for button in dialog.findChildren(QAbstractButton) if button.isChecked()}
        assert {"choice-pain-3", "choice-itch-0", "choice-spreading-no"} <= chosen
        assert not in_sight(dialog, "add-photo")
        choose(dialog, "pain-1")
        dialog.primary.click()

    with answering(TellReaction, correct):
        page.press(f"correct-report-{first.id}")
    assert signs(diary, dose) == [Signs(pain=1, size=200, spreading=False)]
    clock.pass_time(days=2)

    def again(dialog: TellReaction) -> None:
        press(dialog, "nothing")
        dialog.primary.click()

    tell(page, dose, again)
    assert "Told again on Thu 5 Mar: nothing to see or feel." in page.said
    page.press(f"withdraw-report-{first.id}")
    assert signs(diary, dose) == [Signs()]
    button = page.find(f"versions-{dose}")
    assert button is not None
    button.click()
    for version in ("told. Pain: a lot", "corrected. Pain: a little", "told. Nothing to see", "taken back"):
        assert version in page.said
    diary.undo(page.undos[-1])
    assert len(signs(diary, dose)) == 2
    assert whole(diary)


def test_it_is_told_by_keys_alone(page: Shown[SitesPage], diary: Diary, dose: str) -> None:
    def answer(dialog: TellReaction) -> None:
        def key(which: Qt.Key, times: int = 1) -> None:
            for _ in range(times):
                focused = dialog.focusWidget()
                assert focused is not None
                QTest.keyClick(focused, which)

        dialog.activateWindow()
        QApplication.processEvents()
        key(Qt.Key.Key_Right, 2)
        key(Qt.Key.Key_Space)
        assert dialog.focusWidget().objectName() == "choice-redness-2"
        for _ in range(40):
            if dialog.focusWidget().objectName() == "choice-spreading-yes":
                break
            key(Qt.Key.Key_Tab)
        key(Qt.Key.Key_Right)
        key(Qt.Key.Key_Space)
        for _ in range(40):
            if dialog.focusWidget() is dialog.primary:
                break
            key(Qt.Key.Key_Tab)
        key(Qt.Key.Key_Return)

    tell(page, dose, answer)
    assert signs(diary, dose) == [Signs(redness=2, spreading=False)]
