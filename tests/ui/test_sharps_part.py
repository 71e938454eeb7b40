"""The sharps box: begun, counted, corrected and replaced by presses alone."""

from __future__ import annotations

import pytest

from anakinra_companion.diary.diary import Diary
from anakinra_companion.ui.dialogs.sharps_box import SharpsBoxDialog
from anakinra_companion.ui.storage.page import StoragePage
from tests.hand_clock import HandClock
from tests.people import set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose


def keep(dialog: SharpsBoxDialog, holds: int | None, inside: int = 0) -> None:
    choose(dialog, "known" if holds is not None else "unknown")
    if holds is not None:
        dialog.size_field.control.setProperty("value", holds)
    dialog.inside_field.control.setProperty("value", inside)
    dialog.primary.click()


def test_a_box_is_begun_and_counts_what_goes_in(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.press("choice-sharps")
    assert "No sharps box is on record" in shown.said
    with answering(SharpsBoxDialog, lambda asked: keep(asked, 4)):
        shown.press("sharps-begin")
    clock.pass_time(minutes=5)
    for look in diary.storage.looks()[:2]:
        diary.storage.drop_in_sharps(look.syringe.id)
    shown.refresh()
    assert "2 syringe" in shown.said
    diary.storage.drop_in_sharps(diary.storage.looks()[0].syringe.id)
    shown.refresh()
    assert "three quarters full" in shown.said


def test_who_does_not_know_the_size_is_told_to_look(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.press("choice-sharps")
    with answering(SharpsBoxDialog, lambda asked: keep(asked, None, inside=3)):
        shown.press("sharps-begin")
    assert "Look yourself" in shown.said
    assert diary.sharps.view().count == 3


@pytest.mark.usefixtures("qtbot")
def test_whether_the_size_is_known_has_to_be_said() -> None:
    dialog = SharpsBoxDialog(None, 0)
    dialog.show()
    dialog.primary.click()
    assert dialog.isVisible()
    dialog.close()
    dialog.deleteLater()


@pytest.mark.parametrize("inside", [0, 7])
def test_wrong_numbers_are_corrected_in_the_same_window(diary: Diary, show: Show, inside: int) -> None:
    set_up(diary)
    diary.sharps.begin(200)
    shown = show(StoragePage(diary))
    shown.press("choice-sharps")
    with answering(SharpsBoxDialog, lambda asked: keep(asked, 20, inside=inside)):
        shown.press("sharps-correct")
    view = diary.sharps.view()
    assert view.box is not None
    assert (view.box.holds, view.count) == (20, inside)
    assert len(shown.undos) == 1


def test_the_line_on_today_leads_to_the_box(diary: Diary, show: Show) -> None:
    shown = show(StoragePage(diary))
    shown.page.point_to("sharps")
    shown.settle()
    assert "Your sharps box" in shown.said
