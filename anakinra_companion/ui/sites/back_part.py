"""Looking back: where injections were, and what the skin did there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.ui.sites.part import Part
from anakinra_companion.ui.sites.past_list import PastList
from anakinra_companion.ui.sites.telling import Telling

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class BackPart(Part):
    """The injections of the last weeks, the newest first."""

    def __init__(self, diary: Diary, map_: SiteMap, telling: Telling, parent: QWidget | None = None) -> None:
        super().__init__(diary, map_, parent)
        past = PastList(diary, map_, telling)
        past.calendar.connect(partial(self.go_to.emit, "calendar", map_.skin.today.isoformat()))
        self.add(past)
