"""The body map: front and back, one place close up, where injections were, and where the next one goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from anakinra_companion import content
from anakinra_companion.diary.sites import PointView, SiteMap
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites import words as site_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.body_map import BodyMap, MapState, MapWords
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.text import lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

Index = QModelIndex | QPersistentModelIndex
ROWS_SHOWN = 28


class PointList(QAbstractTableModel):
    """Every point of a place as rows: what the drawing shows, in words."""

    def __init__(self, views: tuple[PointView, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.views = views

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a point."""
        return 0 if parent.isValid() else len(self.views)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number, side, rest."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        view = self.views[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return site_words.point_name(view)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return f"{view.number}"
        return site_words.rest(view)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Point"), self.tr("Rest"))[section]


class SitesPage(Page):
    """All three ways select: the figure, the close-up, the list."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.title.say(self.tr("Body map"))
        self.setAccessibleName(self.tr("Body map"))
        self._place: Place | None = None
        self._point: SitePoint | None = None
        self._helper = False
        self._site_map: SiteMap | None = None
        self._tone = 2

    def refresh(self) -> None:
        """Looks at the record again."""
        map_ = self.diary.sites.map(helper=self._helper)
        if self._place is None or self._place not in map_.places:
            self._place = map_.suggestion.point.place if map_.suggestion else map_.places[0]
        self._site_map, self._tone = map_, self.diary.profile().skin_tone
        self.show_state((map_, self._tone))

    def build(self, state: object) -> None:
        """Figure, close-up and list."""
        if self._site_map is None:
            return
        map_ = self._site_map
        self.add(self._next(map_), self._who())
        self._body = BodyMap(MapWords(self.tr("Front"), self.tr("Back")))
        self._body.place_picked.connect(self._look_at)
        self._body.picked.connect(self._pick)
        self._body.focused.connect(self._area.ensureWidgetVisible)
        self._told, self._points = lead(), Card()
        self._body.close_up.add(self._told)
        if map_.skin.calibration.about:
            self._body.close_up.add(small(content.say("sites-about")))
        self.add(self._body, self._points)
        self.add(self._history(map_), self._rules())
        self._follow(afresh=True)

    def _follow(self, *, afresh: bool) -> None:
        """Figure, close-up, words and list follow what was chosen; what did not change is not made again."""
        if self._site_map is None or self._place is None:
            return
        map_, place = self._site_map, self._place
        chosen = self._point or (map_.suggestion.point if map_.suggestion else None)
        if afresh:
            figure = site_words.figure_state(map_, place, self._tone)
            skin = site_words.patch_state(map_, place, self._tone)
            self._body.show_state(MapState(figure, skin, site_words.plane_name(place), chosen))
            self._list_again(map_, place)
        else:
            self._body.select(chosen)
        views = [view for each in site_words.beside(map_, place) for view in map_.points[each]]
        told = [view for view in views if view.point == chosen]
        self._told.say(site_words.point_name(told[0]) if told else "")

    def _next(self, map_: SiteMap) -> QWidget:
        card = Card()
        if map_.suggestion is None:
            card.add(Line(self.tr("No point is free now."), "warning", Tone.SOON, bold=True))
            return card
        found = map_.suggestion
        name = words.capital(words.place(found.point.place))
        number = map_.number(found.point)
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
        who.choose("helper" if self._helper else "self")
        who.picked.connect(self._who_injects)
        return who

    def _list_again(self, map_: SiteMap, place: Place) -> None:
        for old in self._points.findChildren(QTableView):
            old.hide()
            old.deleteLater()
        self._points.heading.say(self.tr("Points of {0}").format(words.place(place)))
        self._points.add(self._list(map_, place))

    def _list(self, map_: SiteMap, place: Place) -> QWidget:
        table = QTableView()
        model = PointList(map_.points[place], table)
        table.setObjectName("points")
        table.setAccessibleName(self.tr("Points of {0}").format(words.place(place)))
        table.setModel(model)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.active().px(theme.TARGET))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(theme.active().px(220))
        table.activated.connect(partial(self._from_list, model))
        table.clicked.connect(partial(self._from_list, model))
        return table

    def _history(self, map_: SiteMap) -> QWidget:
        card = Card(self.tr("Where it was"))
        past = list(reversed(map_.skin.history))[:ROWS_SHOWN]
        if not past:
            card.add(lead(self.tr("Nothing yet. Your injections will be shown here.")))
        for injection in past[:7]:
            where = words.place(injection.place) if injection.place else self.tr("place not known")
            number = map_.number(injection.point) if injection.point else None
            day = words.short_day(injection.at.date())
            said = self.tr("{0}: {1}").format(day, where)
            if number is not None:
                said = self.tr("{0}: {1}, point {2}").format(day, where, number)
            card.add(Line(said, "drop", Tone.PLAIN))
        return card

    def _rules(self) -> QWidget:
        ids = ("sites-rule", "sites-places", "sites-helper", "sites-skin", "sites-lump", "sites-four-weeks")
        card = Card(self.tr("The rules for places"))
        for id_ in ids:
            card.add(Line(content.say(id_), "check", Tone.PLAIN))
        card.add(FactLine(content.say("about-leaflet-wins"), content.sources(*ids)))
        return card

    def _look_at(self, place: Place) -> None:
        self._place, self._point = place, None
        self._follow(afresh=True)

    def _pick(self, point: SitePoint) -> None:
        afresh = point.place is not self._place
        self._place, self._point = point.place, point
        self._follow(afresh=afresh)

    def _from_list(self, model: PointList, index: QModelIndex) -> None:
        self._pick(model.views[index.row()].point)

    def _who_injects(self, who: str) -> None:
        self._helper = who == "helper"
        self._point = None
        self.refresh()
