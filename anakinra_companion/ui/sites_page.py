"""The body map: front and back, one place close up, where injections were, and where the next one goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QHeaderView, QTableView, QWidget

from anakinra_companion import content
from anakinra_companion.diary.sites import PointView, SiteMap
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.ui import site_words, theme, words
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.body_figure import FRONT, BodyFigure
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.patch_view import PatchView
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

    def refresh(self) -> None:
        """Looks at the record again."""
        map_ = self.diary.sites.map(helper=self._helper)
        if self._place is None or self._place not in map_.places:
            self._place = map_.suggestion.point.place if map_.suggestion else map_.places[0]
        self.show_state((map_, self._place, self._point, self.diary.profile().skin_tone))

    def build(self, state: object) -> None:
        """Figure, close-up and list."""
        if not isinstance(state, tuple) or not isinstance(map_ := state[0], SiteMap) or self._place is None:
            return
        self.add(self._next(map_))
        self.add(self._who(), self._map(map_, self._place, int(state[3])))
        self.add(self._history(map_))
        self.add(self._rules())

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

    def _map(self, map_: SiteMap, place: Place, tone: int) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.active().gap(16))
        narrow = theme.active().scale >= 1.5
        grid.addWidget(self._figures(map_, place, tone), 0, 0)
        grid.addWidget(self._close_up(map_, place), 1 if narrow else 0, 0 if narrow else 1)
        if not narrow:
            grid.setColumnStretch(0, 4)
            grid.setColumnStretch(1, 5)
        return holder

    def _figures(self, map_: SiteMap, place: Place, tone: int) -> QWidget:
        card = Card()
        across = QHBoxLayout()
        suggested = map_.suggestion.point.place if map_.suggestion else None
        left, right = self.tr("your left"), self.tr("your right")
        for name, sides in (("front", (right, left)), ("back", (left, right))):
            on_view = [each for each in map_.places if (each in FRONT) == (name == "front")]
            figure = BodyFigure(name, *sides, tone=tone)
            figure.setAccessibleName(self.tr("Front") if name == "front" else self.tr("Back"))
            shown = [(each, words.capital(words.place(each))) for each in on_view]
            figure.show_places(shown, suggested, place)
            figure.picked.connect(self._look_at)
            across.addWidget(figure)
        card.body.addLayout(across)
        return card

    def _close_up(self, map_: SiteMap, place: Place) -> QWidget:
        card = Card(site_words.plane_name(place))
        view = PatchView(site_words.plane_name(place))
        view.setObjectName("patch")
        chosen = self._point or (map_.suggestion.point if map_.suggestion else None)
        view.show_state(site_words.patch_state(map_, place), chosen)
        view.picked.connect(self._pick)
        card.add(view)
        told = [each for each in self._views(map_, place) if each.point == chosen]
        card.add(lead(site_words.point_name(told[0]) if told else ""))
        card.add(small(self.tr("Filled: next. Crossed: not now. Dashed ring: too near the last injection.")))
        if map_.skin.calibration.about:
            card.add(small(content.say("sites-about")))
        card.add(self._list(map_, place))
        return card

    def _views(self, map_: SiteMap, place: Place) -> tuple[PointView, ...]:
        return tuple(view for each in site_words.beside(map_, place) for view in map_.points[each])

    def _list(self, map_: SiteMap, place: Place) -> QWidget:
        model = PointList(map_.points[place], self)
        table = QTableView()
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
        self.refresh()

    def _pick(self, point: SitePoint) -> None:
        self._place, self._point = point.place, point
        self.refresh()

    def _from_list(self, model: PointList, index: QModelIndex) -> None:
        self._pick(model.views[index.row()].point)

    def _who_injects(self, who: str) -> None:
        self._helper = who == "helper"
        self._point = None
        self.refresh()
