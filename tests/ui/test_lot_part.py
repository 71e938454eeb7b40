"""Supply and lots: how long the syringes last, and what a nurse looks for when a lot is called back."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QApplication

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.sites import Place
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.ui.dialogs.find_lot import FindLot
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.storage.page import StoragePage
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, type_in
from tests.ui.shown import Shown
from tests.ui.windows import press, said


def supply(diary: Diary, show: Show) -> Shown[Page]:
    shown = show(StoragePage(diary))
    shown.press("choice-supply")
    return shown


def test_the_supply_says_the_first_day_without_one_and_when_to_ask(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.change_profile(refill_days=3)
    shown = supply(diary, show)
    assert "The first day without one is Monday, 9 March 2026." in shown.said
    assert "Ask for more from Friday, 6 March 2026 on." in shown.said
    diary.change_profile(refill_days=7)
    shown = supply(diary, show)
    assert "It is time to ask for more." in shown.said


def test_a_pause_without_an_end_leaves_no_day_in_sight(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.regimen.pause(TODAY, None, "Dr. Rivas")
    assert "No day without one is in sight." in supply(diary, show).said


def test_without_a_label_nobody_can_say_how_long(diary: Diary, show: Show) -> None:
    diary.storage.add_box("A1", date(2027, 1, 31))
    assert "Copy your label in Settings" in supply(diary, show).said


def test_syringes_that_will_be_over_before_their_turn_are_named(diary: Diary, show: Show) -> None:
    set_up(diary)
    assert "before their turn" not in supply(diary, show).said
    diary.storage.add_box("SHORT", TODAY + timedelta(days=3))
    shown = supply(diary, show)
    assert "These will be over before their turn" in shown.said
    assert shown.said.count("of box SHORT: use until Thursday, 5 March 2026") == 3


def test_a_lot_that_was_called_back_is_found_with_its_syringes_and_doses(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    first = diary.storage.looks()[0].syringe.id
    undo = diary.doses.record(Given(TODAY, diary.now(), place=Place.THIGH_LEFT, syringe=first))
    diary.storage.drop_in_sharps(first)
    clock.pass_time(days=1)
    diary.reactions.report(undo.doses[0], Signs(redness=2, spreading=False))
    shown = supply(diary, show)

    def answer(dialog: FindLot) -> None:
        assert "Keep its syringes apart" in said(dialog)
        type_in(dialog, "Lot", "Z 9")
        QApplication.processEvents()
        assert "No box with this lot is on record." in said(dialog)
        type_in(dialog, "Lot", "a-1")
        QApplication.processEvents()
        told = said(dialog)
        assert "Box A1" in told
        assert "6 syringe" in told
        assert "1 dose" in told
        assert "Monday, 2 March 2026 at" in told
        assert "your left thigh. The skin reacted." in told
        press(dialog)

    with answering(FindLot, answer):
        shown.press("find-lot")
