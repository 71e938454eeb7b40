"""A small window that asks stands on a part of its page, and outlives what happens meanwhile."""

from __future__ import annotations

from anakinra_companion.diary.diary import Diary
from anakinra_companion.ui.dialogs.out_since import OutSince
from anakinra_companion.ui.storage.page import StoragePage
from tests.hand_clock import HandClock
from tests.people import set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering


def test_a_window_that_asks_outlives_the_minute_in_which_its_page_would_be_built_anew(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.press("choice-away")

    def slowly(asked: OutSince) -> None:
        clock.pass_time(minutes=3)
        shown.refresh()
        assert asked.isVisible()
        asked.primary.click()

    with answering(OutSince, slowly):
        shown.press("all-out-at")
    assert all(look.is_out for look in diary.storage.looks())
    assert len(shown.undos) == 1
