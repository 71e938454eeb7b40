"""Your skin: what to keep away from, lumps, wishes for whole places, and what the rules for places are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.sites import Place
from anakinra_companion.domain.skin.wishes import best_of
from anakinra_companion.ui.sites import skin_cards
from anakinra_companion.ui.sites.asked_card import AskedCard
from anakinra_companion.ui.sites.papers_card import PapersCard
from anakinra_companion.ui.sites.part import Part
from anakinra_companion.ui.sites.skin_acts import SkinActs

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class SkinPart(Part):
    """Cards for what a person says of their skin; marks that ended are asked about first."""

    def __init__(self, diary: Diary, map_: SiteMap, acts: SkinActs, parent: QWidget | None = None) -> None:
        super().__init__(diary, map_, parent)
        self._acts = acts
        self._wishes = best_of(wish for wish in map_.skin.wishes if wish.in_force(map_.skin.today))
        tone = diary.profile().skin_tone
        if asked := map_.skin.asked_again():
            self.add(self._asked(AskedCard(asked)))
        papers = PapersCard(diary, map_)
        self.add(self._marks(tone), self._lumps(tone), self._wished(), papers, skin_cards.rules())

    def _asked(self, card: AskedCard) -> QWidget:
        card.gone.connect(self._acts.gone)
        card.stays.connect(self._acts.still_there)
        return card

    def _marks(self, tone: int) -> QWidget:
        skin = self.map.skin
        # As on the ruler of the map.
        card = skin_cards.MarksCard([mark for mark in skin.avoid if mark.in_force(skin.today)], tone, inches=False)
        card.opened.connect(self._acts.open)
        card.gone.connect(self._acts.gone)
        card.took_back.connect(self._acts.take_back)
        card.choose_spot.connect(self._to_map)
        return card

    def _lumps(self, tone: int) -> QWidget:
        card = skin_cards.LumpsCard(self.map.skin.lumps, tone)
        card.opened.connect(self._acts.open)
        card.checked.connect(self._acts.doctor_checked)
        card.took_back.connect(self._acts.take_back)
        return card

    def _wished(self) -> QWidget:
        places = [place for place in Place if place in self.map.places or place in self._wishes]
        card = skin_cards.WishesCard(places, dict(self._wishes))
        card.asked.connect(self._wish)
        card.cleared.connect(self._acts.clear_wish)
        return card

    def _wish(self, place: Place) -> None:
        self._acts.wish(place, self._wishes.get(place))

    def _to_map(self) -> None:
        self.go_to.emit("sites", "map")
