"""A small window that asks stands on a part of its page, and outlives what happens meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from anakinra_companion.diary.diary import Diary
from anakinra_companion.ui.dialogs.out_since import OutSince
from anakinra_companion.ui.storage.page import StoragePage
from tests.hand_clock import HandClock
from tests.people import set_up
from tests.ui.conftest import Show


def test_a_window_that_asks_outlives_the_minute_in_which_its_page_would_be_built_anew(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.press("choice-away")
    seen: list[str] = []

    def minute() -> None:
        clock.pass_time(minutes=3)
        shown.page.refresh()
        # What the page throws away is gone once Qt is back in the loop of the window.
        QTimer.singleShot(0, shown.page, answer)

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, OutSince):
            seen.append("asks")
            asked.primary.click()

    QTimer.singleShot(0, shown.page, minute)
    shown.press("all-out-at")
    assert seen == ["asks"]
    assert all(look.is_out for look in diary.storage.looks())
    assert len(shown.undos) == 1
