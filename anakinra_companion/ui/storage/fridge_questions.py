"""What only the person can tell of a fridge: since when it was warm, and whether the logger was out of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from anakinra_companion import content
from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.fridge.readings import instant
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui.dialogs.warm_since import WarmSince
from anakinra_companion.ui.storage import fridge_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.fridge.views import FridgeQuestion

# Many at once would be a wall; the next ones come when these are answered.
AT_ONCE = 3


class FridgeQuestions(Card):
    """`acted` gives what to write."""

    acted = Signal(object)

    def __init__(
        self, diary: Diary, asked: tuple[FridgeQuestion, ...], unit: TemperatureUnit, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Please answer"), parent)
        self._diary, self._unit, self._zone = diary, unit, diary.zone()
        self.tint(Tone.INFO)
        for number, each in enumerate(asked[:AT_ONCE]):
            self._add(number, each)
        if len(asked) > AT_ONCE:
            self.add(small(self.tr("%n more question(s) after these.", "", len(asked) - AT_ONCE)))
        self.add(FactLine(content.say("fridge-warm-counts"), content.sources("fridge-warm-counts")))

    def _add(self, number: int, asked: FridgeQuestion) -> None:
        said = fridge_words.question(asked, self._zone, self._unit)
        if asked.batch_id is None:
            self.add(Line(self.tr("Since when was it warm?"), "question-circle", Tone.INFO, bold=True))
            tell = named(f"since-{number}", self.tr("Say since when"), "clock", partial(self._since, asked, said))
            self.add(Line(said), row(tell))
            return
        fridge = self._diary.fridge
        out = partial(fridge.logger_was_out, asked.batch_id, asked.span)
        inside = partial(fridge.logger_was_in, asked.batch_id, asked.span)
        self.add(Line(self.tr("Was the logger out of the fridge then?"), "question-circle", Tone.INFO, bold=True))
        self.add(
            Line(said),
            row(
                self._button(f"was-out-{number}", self.tr("Yes, it was out"), "out", out),
                self._button(f"was-in-{number}", self.tr("No, it was in the fridge"), "fridge", inside),
            ),
        )

    def _button(self, name: str, said: str, icon: str, act: Callable[[], Undo]) -> QWidget:
        return named(name, said, icon, partial(self.acted.emit, act))

    def _since(self, asked: FridgeQuestion, said: str) -> None:
        dialog = WarmSince(said, instant(asked.second), self._zone, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.acted.emit(partial(self._diary.fridge.answer_since, asked.place, asked.second, dialog.since))
