"""Looking back: where injections were, and what the skin did there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.ui.dialogs.earlier_sites import EarlierSites
from anakinra_companion.ui.sites.part import Part
from anakinra_companion.ui.sites.past_list import PastList
from anakinra_companion.ui.sites.seeing_cards import seeing
from anakinra_companion.ui.sites.telling import Telling
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.frames import row

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class BackPart(Part):
    """The injections of the last weeks, the newest first."""

    def __init__(self, diary: Diary, map_: SiteMap, telling: Telling, parent: QWidget | None = None) -> None:
        super().__init__(diary, map_, parent)
        past = PastList(diary, map_, telling)
        past.calendar.connect(partial(self.go_to.emit, "calendar", map_.skin.today.isoformat()))
        self.add(*seeing(diary, map_, diary.profile().skin_tone), past)
        if diary.earlier.open_days():
            said = self.tr("Tell about earlier injections")
            self.add(row(named("earlier-sites", said, "calendar", self._tell_earlier)))

    def _tell_earlier(self) -> None:
        dialog = EarlierSites(self.diary, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.undo is not None:
            self.done.emit(dialog.undo)
        dialog.deleteLater()
