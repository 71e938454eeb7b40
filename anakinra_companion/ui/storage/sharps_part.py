"""The sharps box: how full it is, when to replace it, and where it and unused medicine go."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QDialog, QWidget

from anakinra_companion import content
from anakinra_companion.diary.sharps import SharpsView
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.dialogs.sharps_box import SharpsBoxDialog
from anakinra_companion.ui.part import Part
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind, named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.fill_bar import FillBar
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

EARLIER_SHOWN = 5


class SharpsPart(Part):
    """One card for the box in use, one for what to do with it, one for the boxes before."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        self._view = diary.sharps.view()
        self.add(self._present(self._view), self._where_to(), self._unused())
        earlier = diary.sharps.earlier()[:EARLIER_SHOWN]
        if earlier:
            self.add(self._earlier(earlier))

    def _present(self, view: SharpsView) -> QWidget:
        card = Card(self.tr("Your sharps box"))
        if view.box is None:
            card.add(lead(self.tr("No sharps box is on record. Say how many syringes yours takes.")))
            card.add(row(self._begin_button(Kind.PRIMARY)))
            return card
        card.add(lead(self.tr("In it by your record: %n syringe(s).", "", view.count)))
        if view.box.holds is not None:
            name = self.tr("{0} of {1} syringes").format(view.count, view.box.holds)
            card.add(FillBar(view.count / view.box.holds, name, full=view.is_full))
            card.add(self._room(view))
        else:
            card.add(Text(self.tr("Its size is not known. Look yourself how full it is.")))
        card.add(small(self.tr("In use since {0}.").format(words.long_day(self._day(view.box.begun)))))
        correct = named("sharps-correct", self.tr("The numbers are wrong"), "edit", self._correct)
        card.add(row(self._begin_button(Kind.PRIMARY if view.is_full else Kind.SECONDARY), correct))
        return card

    def _room(self, view: SharpsView) -> QWidget:
        if view.is_full:
            return Line(content.say("sharps-full"), "warning", Tone.SOON, size=theme.LEAD, bold=True)
        said = self.tr("%n more syringe(s), then replace it.", "", view.room or 0)
        return Line(said, "check", Tone.PLAIN, size=theme.LEAD)

    def _begin_button(self, kind: Kind) -> Button:
        begin = Button(self.tr("I begin a new sharps box"), kind, icon="sharps")
        begin.setObjectName("sharps-begin")
        begin.clicked.connect(self._begin)
        return begin

    def _where_to(self) -> QWidget:
        ids = ("sharps-box", "sharps-kind", "sharps-full", "sharps-trash", "sharps-children")
        card = Card(self.tr("Used syringes"))
        for id_ in ids:
            card.add(Line(content.say(id_), "sharps", Tone.PLAIN))
        card.add(FactLine(content.say("about-leaflet-wins"), content.sources(*ids)))
        return card

    def _unused(self) -> QWidget:
        ids = ("unused-apart", "unused-take-back", "unused-flush")
        card = Card(self.tr("Medicine you did not use"))
        for id_ in ids:
            card.add(Line(content.say(id_), "people", Tone.PLAIN))
        card.add(FactLine(content.say("about-leaflet-wins"), content.sources(*ids)))
        return card

    def _earlier(self, views: tuple[SharpsView, ...]) -> QWidget:
        card = Card(self.tr("Boxes before"))
        for view in views:
            if view.box is None or view.box.replaced is None:
                continue
            day = words.long_day(self._day(view.box.replaced))
            said = self.tr("Replaced on {0}. In it: %n syringe(s).", "", view.count).format(day)
            card.add(Text(said))
        return card

    def _day(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.diary.zone())).date()

    def _begin(self) -> None:
        dialog = SharpsBoxDialog(None, 0, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.do(partial(self.diary.sharps.begin, dialog.holds, inside=dialog.inside))

    def _correct(self) -> None:
        box = self._view.box
        if box is None:
            return
        dialog = SharpsBoxDialog(box.holds, box.inside, self, correcting=True)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.do(partial(self.diary.sharps.correct, box.id, dialog.holds, inside=dialog.inside))
