"""The injections of the last weeks, the newest first, each with what the skin did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.sites import Injection
from anakinra_companion.ui import words
from anakinra_companion.ui.sites.reaction_words import About
from anakinra_companion.ui.sites.skin_after import SkinAfter
from anakinra_companion.ui.sites.telling import Telling
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, divider, row
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from collections.abc import Mapping

    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.skin.aftermath import Aftermath

ROWS_SHOWN = 28


def shown_of(map_: SiteMap) -> list[Injection]:
    """The injections that the list shows, the newest first."""
    return list(reversed(map_.skin.history))[:ROWS_SHOWN]


def told_of(diary: Diary, map_: SiteMap) -> Mapping[str, Aftermath]:
    """What is told of each injection of the list: with it the list looks different."""
    return diary.reactions.after([each.dose_id for each in shown_of(map_)])


class PastList(Card):
    """A row for each injection; `calendar` asks for the older ones."""

    calendar = Signal()

    def __init__(self, diary: Diary, map_: SiteMap, telling: Telling, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.say(self.tr("Where it was"))
        self.setAccessibleName(self.tr("Where it was"))
        past = shown_of(map_)
        if not past:
            self.add(lead(self.tr("Nothing yet. Your injections will be shown here.")))
            return
        ids = ("skin-can-happen", "skin-call-if")
        self.add(FactLine(content.say(*ids), content.sources(*ids)))
        told = told_of(diary, map_)
        for injection in past:
            about = about_injection(injection, map_)
            self.add(
                divider(), SkinAfter(diary, about, told[injection.dose_id], telling, head=Text(about.said, bold=True))
            )
        older = Button(self.tr("To the calendar"), Kind.QUIET, icon="calendar")
        older.setObjectName("to-calendar")
        older.clicked.connect(self.calendar)
        self.add(divider(), small(self.tr("Older injections are in the calendar, day by day.")), row(older))


def about_injection(injection: Injection, map_: SiteMap) -> About:
    """How an injection of the map is spoken of."""
    number = map_.number(injection.point) if injection.point is not None else None
    return About(injection.dose_id, injection.place, injection.point, words.short_day(injection.at.date()), number)
