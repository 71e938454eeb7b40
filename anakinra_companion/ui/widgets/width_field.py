"""How large something on the skin is, across, in the unit of the person's tape."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from anakinra_companion.ui.widgets.fields import Field

_tr = QCoreApplication.translate
TENTHS_PER_CM, TENTHS_PER_INCH = 100, 254
# Half a centimetre, or a quarter of an inch.
CM_STEPS, INCH_STEPS = 2, 4
# What the field takes at all, in 0.1 mm; what makes sense is for the page to say.
ANY = (0, 99_999)


def shown_length(tenths: float, *, inches: bool = False) -> str:
    """A length on the skin with its unit; `tenths` are 0.1 mm."""
    if inches:
        return _tr("skin", "{0} in").format(QLocale().toString(tenths / TENTHS_PER_INCH, "f", 2))
    return _tr("skin", "{0} cm").format(QLocale().toString(tenths / TENTHS_PER_CM, "f", 1))


class WidthBox(QSpinBox):
    """Holds 0.1 mm and speaks in centimetres or inches; its steps are those of a tape."""

    def __init__(self, inches: bool) -> None:
        super().__init__()
        self._inches = inches
        self._unit = TENTHS_PER_INCH if inches else TENTHS_PER_CM
        self.setRange(*ANY)

    def textFromValue(self, value: int) -> str:
        """The length with its unit."""
        return shown_length(value, inches=self._inches)

    def valueFromText(self, text: str) -> int:
        """The 0.1 mm that were typed."""
        found = self._typed(text)
        return self.value() if found is None else round(found * self._unit)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Words that are no number yet may become one."""
        state = QValidator.State.Intermediate if self._typed(text) is None else QValidator.State.Acceptable
        return state, text, at

    def stepBy(self, steps: int) -> None:
        """To the next line of the tape."""
        parts = INCH_STEPS if self._inches else CM_STEPS
        line = round(self.value() * parts / self._unit) + steps
        self.setValue(round(max(line, 1) * self._unit / parts))

    def _typed(self, text: str) -> float | None:
        number = "".join(each for each in text if each.isdigit() or each in ",.").replace(",", ".")
        try:
            return float(number)
        except ValueError:
            return None


class WidthField(Field):
    """A length across, with a minus and a plus."""

    def __init__(
        self, name: str, value: int, hint: str = "", *, inches: bool = False, parent: QWidget | None = None
    ) -> None:
        self.edit = WidthBox(inches)
        self.edit.setValue(value)
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> int:
        """The length in 0.1 mm."""
        return self.edit.value()
