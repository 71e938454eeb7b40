"""The fridge: its newest reading, its temperatures, what has to be asked, and what they did to the syringes."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from anakinra_companion import content
from anakinra_companion.domain.fridge.readings import instant
from anakinra_companion.domain.fridge.typed import TypedReading
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.exchange.loggers import Recognised
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.dialogs.import_readings import ImportReadings
from anakinra_companion.ui.dialogs.type_reading import Typed, TypeReading
from anakinra_companion.ui.dialogs.which_fridge import WhichFridge
from anakinra_companion.ui.part import Part
from anakinra_companion.ui.storage import fridge_words
from anakinra_companion.ui.storage.fridge_chart import FridgeChart, FridgeShown, whole
from anakinra_companion.ui.storage.fridge_imports import FridgeImports
from anakinra_companion.ui.storage.fridge_questions import FridgeQuestions
from anakinra_companion.ui.storage.import_worker import Steps
from anakinra_companion.ui.storage.placement_card import PlacementCard
from anakinra_companion.ui.widgets.buttons import Button, Kind, named
from anakinra_companion.ui.widgets.chart import degrees
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.fields import ListField
from anakinra_companion.ui.widgets.frames import Card, Line, column, row
from anakinra_companion.ui.widgets.text import Text, lead

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

# It can have been warm so long before the first reading of all.
BEFORE = timedelta(days=31)


class FridgePart(Part):
    """`shown` is what the person looks at; `turned` says that it is another fridge, or another unit."""

    turned = Signal()

    def __init__(self, diary: Diary, shown: FridgeShown, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        self._shown = shown
        self._unit = degrees.unit_of(diary.profile())
        self._places = list(diary.fridge.places())
        if shown.place is None:
            shown.place = self._places[0] if self._places else self.tr("Fridge at home")
        self._place = shown.place
        if self._place not in self._places:
            self._places.append(self._place)
        self.add(self._now())
        if asked := diary.fridge.questions(self._place):
            questions = FridgeQuestions(diary, asked, self._unit)
            questions.acted.connect(self.do)
            self.add(questions)
        if (span := whole(diary, self._place)) is not None:
            chart = FridgeChart(diary, self._place, shown, span, self._unit)
            chart.focused.connect(self.into_sight)
            self.add(chart)
            self.add(self._affected())
        imports = FridgeImports(diary, self._place, self._unit)
        imports.asked.connect(self._correct)
        for card in (imports, PlacementCard(diary, self._place, self._unit)):
            card.acted.connect(self.do)
            self.add(card)

    # ---- cards ----------------------------------------------------------------------------------------------

    def _now(self) -> QWidget:
        card = Card(self.tr("The fridge"))
        which = ListField(
            self.tr("Which one"), [(each, fridge_words.place(each)) for each in self._places], self._place
        )
        which.control.setObjectName("fridge-place")
        which.edit.currentIndexChanged.connect(partial(self._choose, which))
        another = named("another-fridge", self.tr("Another fridge"), "plus", self._another)
        card.add(which, row(another), *self._latest(), self._unit_choice())
        add = Button(self.tr("Type in a reading"), Kind.PRIMARY, icon="edit")
        add.setObjectName("type-reading")
        add.clicked.connect(self._type_in)
        take = named("import-readings", self.tr("Take in a logger's file"), "in", self._import)
        card.add(row(add, take))
        card.add(FactLine(content.say("storage-range"), content.sources("storage-range")))
        return card

    def _latest(self) -> list[QWidget]:
        today, zone = self.diary.today(), self.diary.zone()
        latest = self.diary.fridge.latest(self._place)
        if latest is None:
            return [lead(self.tr("No reading of this fridge yet."))]
        icon, word, tone = degrees.state(latest.hundredths, latest.hundredths)
        said = self.tr("{0}, {1}").format(degrees.degrees(latest.hundredths, self._unit), word)
        when = self.tr("Newest reading: {0}.").format(words.when(latest.at, zone, today))
        return [Line(said, icon, tone, size=theme.HEADING, bold=True), Text(when)]

    def _unit_choice(self) -> QWidget:
        entries = [(each.value, degrees.sign(each)) for each in TemperatureUnit]
        name = self.tr("Show temperatures in")
        found = Choices(entries, name=name, across=True)
        found.choose(self._unit.value)
        found.picked.connect(self._change_unit)
        return column([Text(name, bold=True), found], 4)

    def _affected(self) -> QWidget:
        card = Card(self.tr("What this did to your syringes"))
        span = whole(self.diary, self._place)
        zone, lines = self.diary.zone(), []
        if span is not None:
            first, last = (degrees.local(each, zone).date() for each in (span.start, span.end))
            for each in self.diary.fridge.affected(self._place, first - BEFORE, last):
                lines += fridge_words.affected(each, zone)
        for icon, said, tone in lines:
            card.add(Line(said, icon, tone))
        if not lines:
            card.add(Text(self.tr("No reading on record speaks against a syringe that is or was in it.")))
        ids = ("fridge-warm-counts", "fridge-frost-heat")
        card.add(FactLine(content.say(*ids), content.sources(*ids)))
        return card

    # ---- what a press does ----------------------------------------------------------------------------------

    def _choose(self, which: ListField, index: int) -> None:
        self._look_at(which.value)

    def _another(self) -> None:
        dialog = WhichFridge(self.tr("Look at this one"), (), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._look_at(dialog.place)

    def _look_at(self, place: str) -> None:
        self._shown.place, self._shown.last = place, None
        self.turned.emit()

    def _change_unit(self, key: str) -> None:
        self.diary.change_profile(temperature_unit=TemperatureUnit(key))
        self.turned.emit()

    def _type_in(self) -> None:
        place = self._place
        dialog = TypeReading(
            fridge_words.place(place), self._unit, self.diary.now(), self.diary.zone(), self._meant, self
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        told = dialog.typed
        if dialog.unit is not self._unit:
            self.diary.change_profile(temperature_unit=dialog.unit)
        self.do(
            partial(
                self.diary.fridge.type_in,
                place,
                told.hundredths,
                at=told.at,
                lowest=told.lowest,
                highest=told.highest,
                note=told.note,
            )
        )

    def _correct(self, reading: TypedReading) -> None:
        at = instant(reading.second)
        before = Typed(reading.hundredths, at, reading.lowest, reading.highest, reading.note)
        name, now = fridge_words.place(self._place), self.diary.now()
        dialog = TypeReading(name, self._unit, now, self.diary.zone(), self._meant, self, before=before)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        told = dialog.typed
        correct = partial(self.diary.fridge.correct_typed, reading.id, told.hundredths, note=told.note)
        # The seconds are not shown, and stay as they are unless the minute was changed.
        when = at if told.at is None or abs(told.at - at) < timedelta(minutes=1) else told.at
        self.do(partial(correct, at=when, lowest=told.lowest, highest=told.highest))

    def _meant(self, told: Typed, unit: TemperatureUnit) -> list[str]:
        would = self.diary.fridge.would_mean(
            self._place, told.hundredths, told.at, lowest=told.lowest, highest=told.highest
        )
        return fridge_words.meaning(would, unit)

    def _import(self) -> None:
        if (path := chosen_file(self)) is None:
            return
        zone = self.diary.zone()
        dialog = ImportReadings(path, self._unit, self.diary.now(), zone, partial(self._begin, path), self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.undo is not None:
            self.done.emit(dialog.undo)

    def _begin(self, path: Path, sensor: str, found: Recognised, zone: str) -> Steps:
        return self.diary.fridge.importing(self._place, sensor, path, found, zone)


def chosen_file(parent: QWidget) -> Path | None:
    """The file of a logger that the person chose."""
    dialog = QFileDialog(parent, parent.tr("Choose the logger's file"), QDir.homePath())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([parent.tr("Readings (*.csv *.txt *.CSV *.TXT)"), parent.tr("All files (*)")])
    found = dialog.selectedFiles() if dialog.exec() == QDialog.DialogCode.Accepted else []
    dialog.deleteLater()
    return Path(found[0]) if found else None
