"""How long the syringes last, when to ask for more, and the lot of a recall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.overview import Overview
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.dialogs.find_lot import FindLot
from anakinra_companion.ui.part import Part
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class LotPart(Part):
    """One card for the supply, one for the syringes that will not last, one for a recall."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        view = diary.overview()
        self.add(self._supply(view))
        if view.supply.too_late:
            self.add(self._too_late(view))
        self.add(self._recall())

    def _supply(self, view: Overview) -> QWidget:
        card = Card(self.tr("How long they last"))
        supply = view.supply
        have = QCoreApplication.translate("LotPart", "%n syringe(s) with a dose of their own", "", supply.usable)
        card.add(Line(have, "syringe", Tone.PLAIN, size=theme.LEAD, bold=True))
        if supply.runs_out_on is not None:
            soon = supply.refill_on is not None and supply.refill_on <= view.today
            first = self.tr("The first day without one is {0}.").format(words.long_day(supply.runs_out_on))
            card.add(Line(first, "calendar", Tone.SOON if soon else Tone.PLAIN, size=theme.LEAD))
            card.add(self._refill(view, soon=soon))
        elif view.regimen is None:
            card.add(Text(self.tr("Copy your label in Settings, and this page says how long they last.")))
        else:
            card.add(Text(self.tr("No day without one is in sight.")))
        card.add(small(self.tr("Counted by your label, pauses, and the date on each box.")))
        ids = ("supply-refill", "supply-own")
        card.add(FactLine(content.say(*ids), content.sources(*ids)))
        return card

    def _refill(self, view: Overview, *, soon: bool) -> QWidget:
        lead = QCoreApplication.translate("LotPart", "You are told %n day(s) before.", "", view.supply.lead)
        if soon:
            return Line(self.tr("It is time to ask for more. {0}").format(lead), "warning", Tone.SOON, bold=True)
        day = words.long_day(view.supply.refill_on) if view.supply.refill_on else ""
        return Line(self.tr("Ask for more from {0} on. {1}").format(day, lead), "clock", Tone.PLAIN)

    def _too_late(self, view: Overview) -> QWidget:
        card = Card(self.tr("These will be over before their turn"))
        for look in view.looks:
            if look.syringe.id in view.supply.too_late:
                until = words.long_day(look.syringe.box.expires)
                said = self.tr("{0}: use until {1}").format(words.capital(words.syringe(look)), until)
                if look.is_out:
                    said = self.tr("{0}: out of the fridge, {1}").format(
                        words.capital(words.syringe(look)), words.left(look.left)
                    )
                card.add(Line(said, "warning", Tone.SOON))
        return card

    def _recall(self) -> QWidget:
        card = Card(self.tr("Was a lot called back?"))
        card.add(
            Text(self.tr("Type the lot of the notice to see its syringes at home, and the doses given from it."))
        )
        card.add(row(named("find-lot", self.tr("Look for a lot"), "search", self._find)))
        return card

    def _find(self) -> None:
        dialog = FindLot(self.diary, self.window())
        dialog.exec()
        dialog.deleteLater()
