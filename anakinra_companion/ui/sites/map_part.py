"""The map: the figure, one place close up, its points as a list, and the next point with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.sites import words as site_words
from anakinra_companion.ui.sites.part import Part
from anakinra_companion.ui.sites.point_list import PointList
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.body_map import BodyMap, MapState, MapWords
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.text import lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked at: a place, a point of it once one was chosen, and how the figure is drawn."""

    place: Place
    point: SitePoint | None = None
    tone: int = 2
    build: Build = Build.MIDDLE


class MapPart(Part):
    """All three ways select: the figure, the close-up, the list. `looked` tells what is looked at now."""

    looked = Signal(object)
    who_injects = Signal(bool)

    def __init__(self, diary: Diary, map_: SiteMap, at: Looked, parent: QWidget | None = None) -> None:
        super().__init__(diary, map_, parent)
        self._place, self._point, self._tone, self._build = at.place, at.point, at.tone, at.build
        self._body = BodyMap(MapWords(self.tr("Front"), self.tr("Back")))
        self._body.place_picked.connect(self._look_at)
        self._body.picked.connect(self._pick)
        self._body.focused.connect(self.into_sight)
        self._told, self._points, self._about = lead(), Card(), small()
        self._body.close_up.add(self._told)
        self._body.close_up.add(self._about)
        self.add(self._next(), self._who(), self._body, self._points)
        self._follow(afresh=True)

    def _follow(self, *, afresh: bool) -> None:
        """Figure, close-up, words and list follow what was chosen; what did not change is not made again."""
        map_, place = self.map, self._place
        chosen = self._point or (map_.suggestion.point if map_.suggestion else None)
        if afresh:
            figure = site_words.figure_state(map_, place, self._tone, self._build)
            skin = site_words.patch_state(map_, place, self._tone)
            self._body.show_state(MapState(figure, skin, site_words.plane_name(place), chosen))
            self._about.say(site_words.about(map_, place))
            self._list_again(place)
        else:
            self._body.select(chosen)
        views = [view for each in site_words.beside(map_, place) for view in map_.points[each]]
        told = [view for view in views if view.point == chosen]
        self._told.say(site_words.point_name(told[0]) if told else "")

    def _next(self) -> QWidget:
        card, found = Card(), self.map.suggestion
        if found is None:
            card.add(Line(self.tr("No point is free now."), "warning", Tone.SOON, bold=True))
            return card
        name = words.capital(words.place(found.point.place))
        number = self.map.number(found.point)
        card.add(Line(self.tr("Next: {0}, point {1}").format(name, number), "bodymap", size=theme.HEADING, bold=True))
        card.add(lead(words.why_here(found)))
        if found.cm_from_last is not None:
            far = words.centimetres(found.cm_from_last * 100)
            card.add(small(self.tr("About {0} from the last injection.").format(far)))
        return card

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
        self.looked.emit(Looked(self._place, self._point, self._tone, self._build))

    def _pick(self, point: SitePoint) -> None:
        afresh = point.place is not self._place
        self._place, self._point = point.place, point
        self._follow(afresh=afresh)
        self.looked.emit(Looked(self._place, self._point, self._tone, self._build))
