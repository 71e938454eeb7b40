"""The map: the figure, one place close up, its points as a list, and the next point with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.ui import words
from anakinra_companion.ui.sites import words as site_words
from anakinra_companion.ui.sites.asked_card import AskedLine
from anakinra_companion.ui.sites.next_card import HotCard, NextCard, NothingFreeCard
from anakinra_companion.ui.sites.part import Part
from anakinra_companion.ui.sites.point_list import PointList
from anakinra_companion.ui.sites.skin_acts import SkinActs
from anakinra_companion.ui.sites.spot_row import SpotRow, begin_at, told_of
from anakinra_companion.ui.widgets.body_map import BodyMap, MapState, MapWords
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.frames import Card
from anakinra_companion.ui.widgets.patch import name_spot
from anakinra_companion.ui.widgets.text import lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked at: a place, a point of it once one was chosen, and how the figure is drawn.

    While `any_spot` may be chosen the point is one, wherever it is.
    """

    place: Place
    point: SitePoint | None = None
    tone: int = 2
    any_spot: bool = False
    build: Build = Build.MIDDLE


class MapPart(Part):
    """All three ways select: the figure, the close-up, the list. `looked` tells what is looked at now."""

    looked = Signal(object)
    who_injects = Signal(bool)

    def __init__(
        self, diary: Diary, map_: SiteMap, at: Looked, acts: SkinActs, parent: QWidget | None = None
    ) -> None:
        super().__init__(diary, map_, parent)
        self._place, self._point, self._tone, self._build = at.place, at.point, at.tone, at.build
        self._any_spot, self._acts = at.any_spot, acts
        self._body = BodyMap(MapWords(self.tr("Front"), self.tr("Back")))
        self._body.place_picked.connect(self._look_at)
        self._body.picked.connect(self._pick)
        self._body.focused.connect(self.into_sight)
        self._body.moved.connect(self._move)
        self._body.mark_picked.connect(acts.open)
        self._told, self._points, self._about = lead(), Card(), small()
        self._spot = SpotRow(any_spot=at.any_spot)
        self._spot.any_spot.connect(self._let_any_spot)
        self._spot.keep_away.connect(self._keep_away)
        self._spot.lump_here.connect(self._lump_here)
        self._body.close_up.add(self._told, self._spot, self._about)
        if asked := map_.skin.asked_again():
            line = AskedLine(asked)
            line.answer.connect(self._to_answers)
            self.add(line)
        if hot := map_.skin.hot:
            card = HotCard(hot)
            card.told_again.connect(partial(self._to_part, "back"))
            self.add(card)
        self.add(self._next(), self._who(), self._body, self._points)
        self._follow(afresh=True)

    def _follow(self, *, afresh: bool) -> None:
        """Figure, close-up, words and list follow what was chosen; what did not change is not made again."""
        map_, place = self.map, self._place
        chosen = self._chosen()
        if afresh:
            figure = site_words.figure_state(map_, place, self._tone, self._build)
            skin = site_words.patch_state(map_, place, self._tone)
            spot = begin_at(map_, place, chosen) if self._any_spot else None
            framed = None if self._any_spot else chosen
            self._body.show_state(MapState(figure, skin, site_words.plane_name(place), framed, spot))
            self._about.say(site_words.about(map_, place))
            self._list_again(place)
        elif not self._any_spot:
            self._body.select(chosen)
        self._tell(chosen)

    def _chosen(self) -> SitePoint | None:
        return self._point or (self.map.suggestion.point if self.map.suggestion else None)

    def _tell(self, chosen: SitePoint | None) -> None:
        if self._any_spot:
            said = told_of(self.map, begin_at(self.map, self._place, chosen))
            name_spot(self._body.patch, said)
            self._told.say(said)
            return
        views = [view for each in site_words.beside(self.map, self._place) for view in self.map.points[each]]
        told = [view for view in views if view.point == chosen]
        self._told.say(site_words.point_name(told[0]) if told else "")

    def _next(self) -> QWidget:
        if self.map.suggestion is not None:
            card = NextCard(self.map, self.map.suggestion)
            card.picked.connect(self._take_other)
            return card
        nothing = NothingFreeCard(self.map.nothing_free, self.map.skin.hot)
        nothing.part_asked.connect(self._to_part)
        nothing.helper_asked.connect(self._helper_asked)
        return nothing

    def _who(self) -> QWidget:
        who = Choices(
            [("self", self.tr("I inject myself")), ("helper", self.tr("Somebody else injects"))],
            name=self.tr("Who injects?"),
            across=True,
        )
        who.choose("helper" if self.map.helper else "self")
        who.picked.connect(lambda answer: self.who_injects.emit(answer == "helper"))
        return who

    def _list_again(self, place: Place) -> None:
        for old in self._points.findChildren(PointList):
            old.hide()
            old.deleteLater()
        name = self.tr("Points of {0}").format(words.place(place))
        self._points.heading.say(name)
        points = PointList(self.map.points[place], name)
        points.picked.connect(self._pick)
        self._points.add(points)

    def _look_at(self, place: Place) -> None:
        self._place, self._point = place, None
        self._follow(afresh=True)
        self._say_looked()

    def _pick(self, point: SitePoint) -> None:
        afresh = point.place is not self._place
        self._place, self._point = point.place, point
        self._follow(afresh=afresh)
        self._say_looked()
        if self._any_spot:
            self._spot.focus_acts()

    # ---- any spot, and what is said of it -------------------------------------------------------------------

    def _move(self, spot: SitePoint) -> None:
        afresh = spot.place is not self._place
        self._place, self._point = spot.place, spot
        self._follow(afresh=afresh)
        self._say_looked()

    def _let_any_spot(self, wanted: bool) -> None:
        self._point = begin_at(self.map, self._place, self._chosen()) if wanted else None
        self._any_spot = wanted
        self._follow(afresh=True)
        self._say_looked()

    def _take_other(self, point: SitePoint) -> None:
        self._place, self._point = point.place, point
        self._follow(afresh=True)
        self._say_looked()

    def _keep_away(self) -> None:
        self._acts.keep_away(begin_at(self.map, self._place, self._chosen()))

    def _lump_here(self) -> None:
        self._acts.lump_here(begin_at(self.map, self._place, self._chosen()))

    def _say_looked(self) -> None:
        self.looked.emit(Looked(self._place, self._point, self._tone, any_spot=self._any_spot, build=self._build))

    def _to_part(self, name: str) -> None:
        self.go_to.emit("sites", name)

    def _to_answers(self) -> None:
        self._to_part("skin")

    def _helper_asked(self) -> None:
        self.who_injects.emit(True)
