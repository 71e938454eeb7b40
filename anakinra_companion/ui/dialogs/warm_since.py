"""Since when a fridge was warm, of which one reading alone is known."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.moment_field import MomentField
from anakinra_companion.ui.widgets.text import Text


class WarmSince(Dialog):
    """Asks for a time up to that of the reading; `said` tells of the reading in a sentence."""

    def __init__(self, said: str, read_at: datetime, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Since when was it warm?"), self.tr("Warm since then"), parent)
        self._read_at, self._zone = read_at, zone
        self._when = MomentField(self.tr("Warm since"), read_at.astimezone(ZoneInfo(zone)))
        self.add(Text(said, bold=True), Text(self.tr("If you are not sure, choose the earliest time it can be.")))
        self.add(self._when, FactLine(content.say("fridge-warm-counts"), content.sources("fridge-warm-counts")))
        self._when.time.control.setFocus()

    @property
    def since(self) -> datetime:
        """The instant that was told."""
        return min(self._when.instant(self._zone), self._read_at)

    def try_accept(self) -> None:
        """It was warm at the reading already."""
        after = (self._when.instant(self._zone) - self._read_at).total_seconds() >= 60
        self._when.complain(
            self.tr("It was warm before that: choose the time of the reading or earlier.") if after else ""
        )
        if not after:
            self.accept()
