"""One part of the page of the body map: the map, your skin, looking back, sizes and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.ui import part

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class Part(part.Part):
    """Cards below each other, made for one look at the skin, which is `map`."""

    def __init__(self, diary: Diary, map_: SiteMap, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        self.map = map_
        # What stays in sight below the page, the primary button last.
        self.foot: tuple[QWidget, ...] = ()
