"""Looking back: where injections were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.ui import words
from anakinra_companion.ui.sites.part import Part
from anakinra_companion.ui.sites.seeing_cards import seeing
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.text import lead

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

ROWS_SHOWN = 28


class BackPart(Part):
    """The injections of the last weeks, the newest first."""

    def __init__(self, diary: Diary, map_: SiteMap, parent: QWidget | None = None) -> None:
        super().__init__(diary, map_, parent)
        self.add(*seeing(diary, map_, diary.profile().skin_tone), self._history())

    def _history(self) -> QWidget:
        card = Card(self.tr("Where it was"))
        past = list(reversed(self.map.skin.history))[:ROWS_SHOWN]
        if not past:
            card.add(lead(self.tr("Nothing yet. Your injections will be shown here.")))
        for injection in past:
            where = words.place(injection.place) if injection.place else self.tr("place not known")
            number = self.map.number(injection.point) if injection.point else None
            day = words.short_day(injection.at.date())
            said = self.tr("{0}: {1}").format(day, where)
            if number is not None:
                said = self.tr("{0}: {1}, point {2}").format(day, where, number)
            card.add(Line(said, "drop", Tone.PLAIN))
        return card
