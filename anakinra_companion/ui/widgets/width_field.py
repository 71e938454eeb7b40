"""How large something on the skin is, across, in the unit of the person's tape."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from anakinra_companion.domain.profile import TapeUnit
from anakinra_companion.domain.skin.lengths import NotALength, read_length
from anakinra_companion.domain.skin.tape import TENTHS_PER_CM, TENTHS_PER_INCH
from anakinra_companion.ui.widgets.fields import Field

_tr = QCoreApplication.translate
# Half a centimetre, or a quarter of an inch.
CM_STEPS, INCH_STEPS = 2, 4
# What the field takes at all, in 0.1 mm; what makes sense is for the page to say.
ANY = (0, 99_999)
# What a typed length may consist of, beside digits.
OF_NUMBERS = ",./ ½¼¾⅛⅜⅝⅞"
ON_LINE = 0.05


def shown_length(tenths: float, *, inches: bool = False) -> str:
    """A length on the skin with its unit; `tenths` are 0.1 mm."""
    if inches:
        return _tr("skin", "{0} in").format(QLocale().toString(tenths / TENTHS_PER_INCH, "f", 2))
    return _tr("skin", "{0} cm").format(QLocale().toString(tenths / TENTHS_PER_CM, "f", 1))


class WidthBox(QSpinBox):
    """Holds 0.1 mm and speaks in centimetres or inches; its steps are those of a tape, up to `most`.

    More can be typed, for the page to say that it cannot be right. `optional`: 0 is not said.
    """

    def __init__(self, *, inches: bool, most: int, optional: bool) -> None:
        super().__init__()
        self._inches, self._most, self._optional = inches, most, optional
        self._unit = TENTHS_PER_INCH if inches else TENTHS_PER_CM
        self.setRange(*ANY)
        if optional:
            self.setSpecialValueText(self.tr("not measured"))

    def textFromValue(self, value: int) -> str:
        """The length with its unit."""
        return shown_length(value, inches=self._inches)

    def valueFromText(self, text: str) -> int:
        """The 0.1 mm that were typed."""
        found = self._typed(text)
        return self.value() if found is None else found

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Words that are no number yet may become one."""
        state = QValidator.State.Intermediate if self._typed(text) is None else QValidator.State.Acceptable
        return state, text, at

    def stepBy(self, steps: int) -> None:
        """To the next line of the tape."""
        parts = INCH_STEPS if self._inches else CM_STEPS
        here = self.value() * parts / self._unit
        line = round(here)
        # Lengths are kept in whole 0.1 mm, which is not quite where the lines of an inch lie.
        if abs(here - line) > ON_LINE:
            line = floor(here) if steps > 0 else ceil(here)
        line = max(line + steps, 0 if self._optional else 1)
        self.setValue(min(round(line * self._unit / parts), max(self._most, self.value()) if steps > 0 else ANY[1]))

    def _typed(self, text: str) -> int | None:
        if self._optional and (not text.strip() or text == self.specialValueText()):
            return 0
        number = "".join(each for each in text if each.isdigit() or each in OF_NUMBERS).strip()
        # Nobody writes the nought of half an inch.
        whole = number if number[:1].isdecimal() else f"0{number}"
        try:
            return read_length(whole, TapeUnit.INCHES if self._inches else TapeUnit.CENTIMETRES) if number else None
        except NotALength:
            return None


class WidthField(Field):
    """A length across, with a minus and a plus; an `optional` one may stay unsaid."""

    def __init__(
        self,
        name: str,
        value: int | None,
        hint: str = "",
        *,
        inches: bool = False,
        most: int = ANY[1],
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = WidthBox(inches=inches, most=most, optional=optional)
        self.edit.setValue(value or 0)
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> int:
        """The length in 0.1 mm; 0 is not said."""
        return self.edit.value()
