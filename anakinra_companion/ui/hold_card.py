""" "Do not inject again until a doctor says so": stands on Today instead of Start, and leads to the one way out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from anakinra_companion import content
from anakinra_companion.domain.hold import Hold, HoldReason
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class HoldCard(Card):
    """Since when it stands and why; `done` gives what was written when it is lifted."""

    done = Signal(object)

    def __init__(self, diary: Diary, hold: Hold, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._diary, self._hold = diary, hold
        self._zone = diary.zone()
        self.tint(Tone.STOP)
        self.add(Line(content.say("help-hold"), "stop", Tone.STOP, size=theme.HEADING, bold=True))
        self.add(Text(self._since()))
        self.add(Text(self.tr("Until then no reminder comes. A dose that was given all the same can be recorded.")))
        lift = named("lift-hold", self.tr("A doctor says I may inject again"), "check", self._lift)
        self.add(row(lift), FactLine("", content.sources("help-hold")))

    def _since(self) -> str:
        said = {
            HoldReason.EMERGENCY_SIGN: self.tr("Noted on {0}, after signs of an emergency."),
            HoldReason.DOCTOR: self.tr("Noted on {0}, as a doctor said."),
        }[self._hold.reason]
        return said.format(words.full_when(self._hold.since, self._zone))

    def _lift(self) -> None:
        from anakinra_companion.ui.dialogs.lift_hold import LiftHold  # Today need not wait for a small window

        since = self._hold.since.astimezone(ZoneInfo(self._zone)).date()
        dialog = LiftHold(since, self._diary.today(), self.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.done.emit(self._diary.hold.lift(dialog.who, dialog.on))
        dialog.deleteLater()
