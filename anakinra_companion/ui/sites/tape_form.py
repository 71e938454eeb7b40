"""The numbers of the tape as fields, each beside a picture of where the tape goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from anakinra_companion.domain.profile import Profile, TapeUnit
from anakinra_companion.domain.skin.lengths import NotALength, read_length
from anakinra_companion.domain.skin.tape import Measure, Tape
from anakinra_companion.ui import theme
from anakinra_companion.ui.sites import tape_words
from anakinra_companion.ui.widgets.fields import TextField
from anakinra_companion.ui.widgets.tape_picture import TapePicture

_tr = QCoreApplication.translate


@dataclass
class Draft:
    """What was typed and not kept yet, and in which unit; it outlives the page that is built anew."""

    typed: dict[Measure, str] = field(default_factory=dict)
    day: date | None = None
    unit: TapeUnit | None = None

    def turn_into(self, unit: TapeUnit) -> None:
        """Turns what was typed into the other unit; what is no number stays as it is."""
        before, self.unit = self.unit, unit
        if before is None or before is unit:
            return
        for measure, words in self.typed.items():
            try:
                tenths = read_length(words, before)
            except NotALength:
                continue
            self.typed[measure] = "" if tenths is None else tape_words.plain(tenths, unit)

    def clear(self) -> None:
        """It was kept."""
        self.typed.clear()
        self.day = None


class TapeForm:
    """A field for each number; what nobody touched keeps its exact value, however it is shown."""

    def __init__(self, profile: Profile, latest: Tape, draft: Draft) -> None:
        self._unit = tape_words.unit_of(profile)
        self._profile = profile
        self._latest = latest
        self._draft = draft
        draft.turn_into(self._unit)
        self.fields = {measure: self._field(measure) for measure in Measure}

    def rows(self, measures: Sequence[Measure]) -> QWidget:
        """Some of the numbers with their pictures: beside each other, or below each other where words are large."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.active().gap(20))
        columns = 1 if theme.active().scale >= theme.LARGE else 2
        for place, measure in enumerate(measures):
            grid.addWidget(self._row(measure), place // columns, place % columns)
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        return holder

    def tape(self) -> Tape | None:
        """The numbers, or None when one cannot be read, which is then said beside it."""
        found: dict[str, int | None] = {}
        wrong: list[Measure] = []
        for measure, field_ in self.fields.items():
            try:
                found[measure.value] = self._value(measure)
                field_.complain("")
            except NotALength:
                wrong.append(measure)
        # The last complaint takes the keyboard: that is the first field of the page.
        for measure in reversed(wrong):
            said = _tr("tape", "Please type a number, such as {0}, or leave it empty.")
            self.fields[measure].complain(said.format(tape_words.plain(_EXAMPLE, TapeUnit.CENTIMETRES)))
        return None if wrong else Tape(**found)

    def complain(self, measure: Measure, least: int, most: int) -> None:
        """A number that looks like a slip of the hand."""
        self.fields[measure].complain(tape_words.slip(least, most, self._unit))

    def _field(self, measure: Measure) -> TextField:
        known = self._latest.of(measure)
        shown = "" if known is None else tape_words.plain(known, self._unit)
        name = tape_words.field_name(measure, self._unit)
        made = TextField(name, self._draft.typed.get(measure, shown), tape_words.where(measure))
        made.control.setObjectName(f"tape-{measure.value}")
        made.edit.textEdited.connect(partial(self._typed, measure))
        return made

    def _typed(self, measure: Measure, words: str) -> None:
        self._draft.typed[measure] = words

    def _value(self, measure: Measure) -> int | None:
        words = self._draft.typed.get(measure)
        return self._latest.of(measure) if words is None else read_length(words, self._unit)

    def _row(self, measure: Measure) -> QWidget:
        holder = QWidget()
        layout: QBoxLayout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.active().gap(16))
        picture = TapePicture(measure, self._profile.build, self._profile.skin_tone)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.fields[measure], 1, Qt.AlignmentFlag.AlignTop)
        return holder


# A number with a decimal sign, to show how one is typed.
_EXAMPLE = 5250
