"""What the past says of the skin: how often, how widely, and which places react most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.ui.sites.seeing_cycle import CycleCard
from anakinra_companion.ui.sites.seeing_heat import HeatCard
from anakinra_companion.ui.sites.seeing_used import UsedCard

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


def seeing(diary: Diary, map_: SiteMap, tone: int) -> tuple[QWidget, ...]:
    """The three cards, from one look at the record; none while there is nothing to look back on."""
    if not map_.skin.history:
        return ()
    seen = diary.sites.seen(helper=map_.helper)
    return UsedCard(map_, seen.used), CycleCard(map_, seen.coverage), HeatCard(map_, seen.treatments, tone)
