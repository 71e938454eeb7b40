"""Your skin: what the rules for places are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.ui.sites.papers_card import PapersCard
from anakinra_companion.ui.sites.part import Part
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class SkinPart(Part):
    """The rules that every point of the map follows."""

    def __init__(self, diary: Diary, map_: SiteMap, parent: QWidget | None = None) -> None:
        super().__init__(diary, map_, parent)
        self.add(self._rules(), PapersCard(diary, map_))

    def _rules(self) -> QWidget:
        ids = ("sites-rule", "sites-places", "sites-helper", "sites-skin", "sites-lump", "sites-four-weeks")
        card = Card(self.tr("The rules for places"))
        for id_ in ids:
            card.add(Line(content.say(id_), "check", Tone.PLAIN))
        card.add(FactLine(content.say("about-leaflet-wins"), content.sources(*ids)))
        return card
