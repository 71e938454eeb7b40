"""Power cut or trip: all syringes out of the fridge at once, and all back at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from anakinra_companion import content
from anakinra_companion.domain.storage import State
from anakinra_companion.ui import words
from anakinra_companion.ui.dialogs.out_since import OutSince
from anakinra_companion.ui.dialogs.which_fridge import WhichFridge
from anakinra_companion.ui.part import Part
from anakinra_companion.ui.storage.trip_card import TripCard
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, lead

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class AwayPart(Part):
    """What is out and what is in, and one press for all of either."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        looks = diary.storage.looks()
        self._inside = sum(look.state is State.IN_FRIDGE for look in looks)
        self._outside = [look for look in looks if look.is_out and not look.ended]
        self.add(self._out(), self._back(), TripCard(diary))

    def _out(self) -> QWidget:
        card = Card(self.tr("All out of the fridge"))
        if not self._inside:
            card.add(lead(self.tr("No syringe is in the fridge by your record.")))
            return card
        card.add(lead(self.tr("In the fridge by your record: %n syringe(s).", "", self._inside)))
        card.add(Text(self.tr("After a power cut, or when you take them all along: each clock runs from then on.")))
        ids = ("storage-hours", "storage-frozen", "storage-hot")
        card.add(FactLine(content.say(*ids), content.sources(*ids)))
        card.add(
            row(
                named("all-out-at", self.tr("All came out earlier"), "clock", self._out_since),
                named(
                    "all-out", self.tr("All came out just now"), "out", partial(self.do, self.diary.storage.all_out)
                ),
            )
        )
        return card

    def _back(self) -> QWidget:
        card = Card(self.tr("All back in a fridge"))
        if not self._outside:
            card.add(lead(self.tr("No syringe is out of the fridge by your record.")))
            return card
        card.add(lead(self.tr("Out by your record: %n syringe(s).", "", len(self._outside))))
        diary = self.diary
        for look in self._outside:
            icon, word, tone = words.syringe_state(look)
            over = words.when(diary.now() + look.left, diary.zone(), diary.today())
            said = self.tr("{0}: {1}. Its time is over {2}.").format(words.capital(words.syringe(look)), word, over)
            card.add(Line(said, icon, tone if tone in (Tone.STOP, Tone.SOON) else Tone.PLAIN))
        card.add(Text(content.say("storage-put-back")))
        card.add(
            row(
                named("all-back", self.tr("All are back in the fridge"), "in", partial(self._all_back, "")),
                named("all-back-other", self.tr("All are back in another fridge"), "in", self._all_back_elsewhere),
            )
        )
        return card

    def _out_since(self) -> None:
        dialog = OutSince(self.diary.now(), self.diary.zone(), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.do(partial(self.diary.storage.all_out, since=dialog.since))

    def _all_back(self, place: str) -> None:
        self.do(partial(self.diary.storage.all_back, place=place))

    def _all_back_elsewhere(self) -> None:
        dialog = WhichFridge(self.tr("They are in this one"), self.diary.fridge.places(), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._all_back(dialog.place)
