"""A mark that is still there after its last day: until when it counts now."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.sites import AvoidMark
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.sites import skin_words
from anakinra_companion.ui.widgets.text import lead
from anakinra_companion.ui.widgets.until_field import UntilField


class MarkStays(Dialog):
    """Asks until when the mark counts."""

    def __init__(self, mark: AvoidMark, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("It is still there"), self.tr("Keep away until then"), parent)
        self._until = UntilField(self.tr("Until when?"), today, skin_words.asked_after)
        self.add(lead(skin_words.mark_name(mark)), self._until)
        self.body.addStretch(1)
        self._until.asked.choices.focus_first()
        self.be_short()

    @property
    def until(self) -> date | None:
        """The last day, or None for good."""
        return self._until.value

    def try_accept(self) -> None:
        """Until when has to be said."""
        if self._until.is_in_order():
            self.accept()
