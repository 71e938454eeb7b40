"""One stop of a trip: where it is, from when until when, and whether there is a fridge."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.storage.trip import Stop
from anakinra_companion.ui.widgets.choice_field import ChoiceField
from anakinra_companion.ui.widgets.moment_field import MomentField
from anakinra_companion.ui.widgets.text import heading
from anakinra_companion.ui.widgets.zone_field import ZoneField

YES, NO = "yes", "no"


class TripStop(QWidget):
    """Whether there is a fridge is not answered beforehand."""

    def __init__(
        self, words: str, zone: str, begins: datetime, ends: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.zone = ZoneField(self.tr("Where (a large city near it)"), zone)
        self.arrives = MomentField(self.tr("I arrive, by the clock there"), begins)
        self.fridge = ChoiceField(self.tr("Is there a fridge?"), [(YES, self.tr("Yes")), (NO, self.tr("No"))])
        self.leaves = MomentField(self.tr("I leave, by the clock there"), ends)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(14))
        for part in (heading(words), self.zone, self.arrives, self.fridge, self.leaves):
            below.addWidget(part)

    def stop(self) -> Stop | None:
        """What was told; None when something is missing, which is then said."""
        known = self.zone.is_in_order()
        answered = self.fridge.value is not None
        self.fridge.complain("" if answered else self.tr("Please say whether there is a fridge."))
        zone = self.zone.value
        if not known or not answered or zone is None:
            return None
        return Stop(zone, self.arrives.instant(zone), self.leaves.instant(zone), cooled=self.fridge.value == YES)
