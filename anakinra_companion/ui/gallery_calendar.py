"""Pictures of the calendar's parts, of a pause, a hold, and the small windows about them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from anakinra_companion.domain.hold import HoldReason
from anakinra_companion.domain.regimen import Pause
from anakinra_companion.ui.dialogs.find_lot import FindLot
from anakinra_companion.ui.dialogs.lift_hold import LiftHold
from anakinra_companion.ui.dialogs.pause import PauseDialog
from anakinra_companion.ui.dialogs.pause_over import PauseOver

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.ui.gallery_skin import Press, Save
    from anakinra_companion.ui.window import Window


def draw(diary: Diary, window: Window, save: Save, press: Press) -> None:
    """Everything about days, on a record that may be changed."""
    today = diary.today()
    diary.regimen.pause(today + timedelta(days=3), today + timedelta(days=9), "Dr. Reyes")
    window.show_page("calendar")
    for name in ("year", "figures", "pauses"):
        press(window, f"choice-{name}")
        save(window, f"calendar-{name}")
    window.show_page("storage")
    press(window, "choice-supply")
    save(window, "storage-supply")
    _dialogs(diary, window, save)
    diary.hold.set(HoldReason.EMERGENCY_SIGN)
    for name in ("help", "today"):
        window.show_page(name)
        save(window, f"{name}-hold")
    diary.hold.lift("Dr. Reyes", today)
    diary.regimen.pause(today, None, "Dr. Reyes")
    window.show_page("today")
    save(window, "today-paused")


def _dialogs(diary: Diary, window: Window, save: Save) -> None:
    today = diary.today()
    pause = Pause("", today, today + timedelta(days=6), "Dr. Reyes")
    lot = FindLot(diary, window)
    lot.typed.edit.setText("K41")
    for name, dialog in (
        ("pause", PauseDialog(today, parent=window)),
        ("pause-correct", PauseDialog(today, pause, window)),
        ("pause-over", PauseOver(pause, today, window)),
        ("lift-hold", LiftHold(today, today, window)),
        ("find-lot", lot),
    ):
        dialog.show()
        save(dialog, name)
        dialog.close()
        dialog.deleteLater()
