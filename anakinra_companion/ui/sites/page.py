"""The page of the body map: the map itself, your skin, and looking back; one of them at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.diary.undo import Undo
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites.back_part import BackPart
from anakinra_companion.ui.sites.map_part import Looked, MapPart
from anakinra_companion.ui.sites.part import Part
from anakinra_companion.ui.sites.past_list import told_of
from anakinra_companion.ui.sites.sizes_part import SizesPart
from anakinra_companion.ui.sites.skin_acts import SkinActs
from anakinra_companion.ui.sites.skin_part import SkinPart
from anakinra_companion.ui.sites.tape_form import Draft
from anakinra_companion.ui.sites.telling import Telling
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.frames import Card

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class SitesPage(Page):
    """Remembers which part is open, who injects, and which place is looked at."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.title.say(self.tr("Body map"))
        self.setAccessibleName(self.tr("Body map"))
        self._open = "map"
        self._helper = False
        self._looked: Looked | None = None
        self._map: SiteMap | None = None
        self._acts = SkinActs(diary, self)
        self._acts.done.connect(self._did)
        self._telling = Telling(diary, self)
        self._telling.done.connect(self._did)
        self._telling.erased.connect(self.refresh)
        self._telling.help_wanted.connect(partial(self.go.emit, "help"))
        self._draft = Draft()

    def refresh(self) -> None:
        """Looks at the record again."""
        map_, profile = self.diary.sites.map(helper=self._helper), self.diary.profile()
        looked, drawn = self._looked, (profile.skin_tone, profile.build)
        if looked is None or looked.place not in map_.places or (looked.tone, looked.build) != drawn:
            place = map_.suggestion.point.place if map_.suggestion else map_.places[0]
            self._looked = Looked(place, tone=profile.skin_tone, build=profile.build)
        self._map = map_
        told = told_of(self.diary, map_) if self._open == "back" else None
        self.show_state((map_, drawn, profile.tape_unit, self._open, told))

    def point_to(self, id_: str) -> None:
        """Opens one part: "map", "skin", "back" or "sizes"; after a stroke, how the buttons of a card are named."""
        part, _, names = id_.partition("/")
        self._open_part(part)
        if names:
            # A card has its place only after Qt laid the page out.
            QTimer.singleShot(0, self, partial(QTimer.singleShot, 0, self, partial(self._to_list, names)))

    def build(self, state: object) -> None:
        """The choice of parts, and the one that is open."""
        if self._map is None or self._looked is None:
            return
        part = self._part(self._map, self._looked)
        part.done.connect(self._did)
        part.into_sight.connect(self._area.ensureWidgetVisible)
        part.go_to.connect(self.go_to)
        self.add(self._parts(), part)
        self.set_footer(*part.foot)

    def _parts(self) -> QWidget:
        parts = Choices(
            [
                ("map", self.tr("The map")),
                ("skin", self.tr("Your skin")),
                ("back", self.tr("Looking back")),
                ("sizes", self.tr("Your sizes")),
            ],
            name=self.tr("What to look at"),
            across=True,
        )
        parts.choose(self._open)
        parts.picked.connect(self._open_part)
        return parts

    def _part(self, map_: SiteMap, looked: Looked) -> Part:
        if self._open == "skin":
            return SkinPart(self.diary, map_, self._acts)
        if self._open == "back":
            return BackPart(self.diary, map_, self._telling)
        if self._open == "sizes":
            sizes = SizesPart(self.diary, map_, self._draft)
            sizes.unit_changed.connect(self.refresh)
            return sizes
        part = MapPart(self.diary, map_, looked, self._acts)
        part.looked.connect(self._look_at)
        part.who_injects.connect(self._who_injects)
        return part

    def _to_list(self, names: str) -> None:
        first = next((each for each in self.findChildren(Button) if each.objectName().startswith(names)), None)
        if first is None:
            return
        card = first.parentWidget()
        while card is not None and not isinstance(card, Card):
            card = card.parentWidget()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if card is not None:
            self._area.verticalScrollBar().setValue(card.mapTo(self._inner, QPoint()).y())

    def _open_part(self, name: str) -> None:
        self._open = name
        self.refresh()
        self.to_top()

    def _look_at(self, looked: Looked) -> None:
        self._looked = looked

    def _who_injects(self, helper: bool) -> None:
        self._helper = helper
        if self._looked is not None:
            self._looked = replace(self._looked, point=None)
        self.refresh()

    def _did(self, undo: Undo) -> None:
        self.done.emit(undo)
        self.refresh()
