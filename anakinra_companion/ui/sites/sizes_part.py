"""Your sizes: one or two numbers of a tape measure for each place, and the map follows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.refusals import NotInTime, OddNumber
from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.profile import TapeUnit
from anakinra_companion.domain.sites import Plane
from anakinra_companion.domain.skin.tape import Measure, Tape
from anakinra_companion.ui.sites import tape_words
from anakinra_companion.ui.sites.part import Part
from anakinra_companion.ui.sites.tape_form import Draft, TapeForm
from anakinra_companion.ui.sites.tape_list import TapeList
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fields import DateField
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class SizesPart(Part):
    """The form, and every tape before; `unit_changed` when the same numbers are to be shown in another unit."""

    unit_changed = Signal()

    def __init__(self, diary: Diary, map_: SiteMap, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(diary, map_, parent)
        profile, self._draft = diary.profile(), draft
        self._versions = diary.sizes.versions()
        self._unit = tape_words.unit_of(profile)
        latest = self._versions[-1].tape if self._versions else Tape()
        self._form = TapeForm(profile, latest, draft)
        self._said = Line("", "info", Tone.INFO)
        self._said.hide()
        keep = Button(self.tr("Keep these sizes"), Kind.PRIMARY, icon="check", big=True)
        keep.setObjectName("keep-sizes")
        keep.clicked.connect(self._keep)
        self.foot = (keep,)
        self.add(self._how(), *(self._group(plane) for plane in tape_words.GROUPS), self._said)
        if self._versions:
            told = TapeList(self._versions, self._unit)
            told.wrong.connect(self._take_back)
            self.add(told)

    def _how(self) -> QWidget:
        card = Card(self.tr("Your sizes"))
        card.add(lead(self.tr("With one or two numbers for each place, the map fits your body.")))
        card.add(Text(self.tr("Lay the tape flat and do not pull it tight. Leave empty what you do not know.")))
        if self.map.skin.calibration.about and not self._versions:
            card.add(small(content.say("sites-about")))
        said = self.tr("What is your tape marked in?")
        unit = Choices(
            [
                (TapeUnit.CENTIMETRES.value, self.tr("Centimeters")),
                (TapeUnit.INCHES.value, self.tr("Inches")),
            ],
            name=said,
            across=True,
        )
        unit.setObjectName("tape-unit")
        unit.choose(self._unit.value)
        unit.picked.connect(self._change_unit)
        today = self.diary.today()
        self._day = DateField(self.tr("Measured on"), self._draft.day or today)
        self._day.limit(None, today)
        self._day.control.setObjectName("tape-day")
        self._day.edit.dateChanged.connect(self._change_day)
        card.add(Text(said, bold=True), unit, self._day)
        return card

    def _group(self, plane: Plane) -> QWidget:
        card = Card(tape_words.group_name(plane))
        if self.map.skin.calibration.is_about(plane):
            card.add(Line(self.tr("About: not all of it is measured yet."), "info", Tone.INFO))
        else:
            card.add(Line(self.tr("Measured."), "check-circle", Tone.TAKEN))
        if note := tape_words.group_note(plane):
            card.add(small(note))
        card.add(self._form.rows(tape_words.GROUPS[plane]))
        return card

    def _change_unit(self, answer: str) -> None:
        self.diary.change_profile(tape_unit=TapeUnit(answer))
        self.unit_changed.emit()

    def _change_day(self) -> None:
        self._draft.day = self._day.value

    def _keep(self) -> None:
        tape, self._draft.unit = self._form.tape(), self._unit
        if tape is None:
            return
        if tape == Tape():
            self._say(self.tr("Nothing is kept yet: please give one number at least."))
            return
        if self._versions and (tape, self._day.value) == (self._versions[-1].tape, self._versions[-1].day):
            self._say(self.tr("Nothing was changed: these sizes are on record already."))
            return
        self._day.complain("")
        try:
            self.do(partial(self._measure, tape))
        except OddNumber as odd:
            self._form.complain(Measure(odd.what), odd.least, odd.most)
        except NotInTime:
            self._day.complain(self.tr("That day is still ahead. Choose today or an earlier day."))

    def _measure(self, tape: Tape) -> Undo:
        undo = self.diary.sizes.measure(tape, self._day.value)
        self._draft.clear()
        return undo

    def _take_back(self, id_: str) -> None:
        self.do(partial(self.diary.sizes.withdraw, id_))

    def _say(self, words: str) -> None:
        self._said.show_state(words, "info", Tone.INFO)
        self._said.show()
        self.into_sight.emit(self._said)
