"""The readings on record: files that were imported, and what was typed in, each with a way to take it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui.storage import import_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.chart import degrees
from anakinra_companion.ui.widgets.frames import Card, Line, divider, row
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

TYPED_SHOWN = 5


class FridgeImports(Card):
    """`acted` gives what to write, `asked` a typed reading that is to be corrected."""

    acted = Signal(object)
    asked = Signal(object)

    def __init__(self, diary: Diary, place: str, unit: TemperatureUnit, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Readings on record"), parent)
        zone = diary.zone()
        batches, typed = diary.fridge.batches(place), diary.fridge.typed(place)
        for number, batch in enumerate(batches):
            name, more = import_words.batch(batch, zone)
            if batch.removed:
                self.add(small(self.tr("Removed, counts no more: {0}").format(name)))
                continue
            remove = partial(self.acted.emit, partial(diary.fridge.remove_import, batch.id))
            button = named(f"remove-{number}", self.tr("Remove"), "close", remove)
            button.setAccessibleName(self.tr("Remove: {0}").format(name))
            self.add(Line(name, "list", Tone.PLAIN), small(more), row(button), divider())
        for number, reading in enumerate(typed[:TYPED_SHOWN]):
            shown = degrees.degrees(reading.hundredths, unit)
            said = self.tr("Typed in: {0}, {1}").format(degrees.spoken(reading.second, zone), shown)
            if reading.lowest is not None or reading.highest is not None:
                span = degrees.between(reading.low, reading.high, unit)
                said = self.tr("{0}, in between {1}").format(said, span)
            back = partial(self.acted.emit, partial(diary.fridge.withdraw_typed, reading.id))
            button = named(f"withdraw-{number}", self.tr("Take it back"), "undo", back)
            button.setAccessibleName(self.tr("Take it back: {0}").format(said))
            self.add(Line(said, "edit", Tone.PLAIN))
            if reading.note:
                self.add(small(reading.note))
            correct = named(f"correct-{number}", self.tr("Correct it"), "edit", partial(self.asked.emit, reading))
            correct.setAccessibleName(self.tr("Correct it: {0}").format(said))
            self.add(row(correct, button))
        if len(typed) > TYPED_SHOWN:
            self.add(small(self.tr("%n older reading(s) typed in.", "", len(typed) - TYPED_SHOWN)))
        if not batches and not typed:
            self.add(Text(self.tr("None yet.")))
