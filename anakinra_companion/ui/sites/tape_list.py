"""Every time somebody measured, the newest first; a mistake is taken back and stays in the history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.profile import TapeUnit
from anakinra_companion.domain.skin.tape import Measured
from anakinra_companion.ui import words
from anakinra_companion.ui.sites import tape_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, small

_tr = QCoreApplication.translate


class TapeList(Card):
    """`wrong` gives the id of the tape that was a mistake."""

    wrong = Signal(str)

    def __init__(self, versions: Sequence[Measured], unit: TapeUnit, parent: QWidget | None = None) -> None:
        super().__init__(_tr("tape", "When you measured"), parent)
        self.add(small(_tr("tape", "Past injections keep the centimeters they were recorded with.")))
        for number, version in enumerate(reversed(versions)):
            self._add(version, unit, is_newest=number == 0)

    def _add(self, version: Measured, unit: TapeUnit, *, is_newest: bool) -> None:
        day = words.capital(words.long_day(version.day))
        if is_newest:
            said = _tr("tape", "{0}: these sizes count now").format(day)
            self.add(Line(said, "check-circle", Tone.TAKEN, bold=True))
        else:
            self.add(Line(day, "clock", bold=True))
        self.add(Text("\n".join(tape_words.all_of(version.tape, unit))))

        def wrong() -> None:
            self.wrong.emit(version.id)

        button = named(f"wrong-{version.id}", _tr("tape", "That was a mistake: take it back"), "undo", wrong)
        button.setAccessibleName(_tr("tape", "Take back the sizes of {0}").format(day))
        self.add(row(button))
