"""How large something on the skin is, across; it may stay unsaid."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from anakinra_companion.ui.widgets.fields import Field

PER_CM = 100
STEP = 50
# What the field takes at all, in 0.1 mm; whether it can be right is for the page to say.
MOST = 9_999


class _AcrossBox(QSpinBox):
    """Holds 0.1 mm and speaks in centimetres, in steps of half of one; 0 is not said."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, MOST)
        self.setSpecialValueText(self.tr("not measured"))

    def textFromValue(self, value: int) -> str:
        """The length with its unit."""
        return self.tr("{0} cm").format(QLocale().toString(value / PER_CM, "f", 1))

    def valueFromText(self, text: str) -> int:
        """The 0.1 mm that were typed; nothing typed is not said."""
        typed = _typed(text)
        return 0 if typed is None else min(round(typed * PER_CM), MOST)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Whatever is typed, a number is looked for in it."""
        return QValidator.State.Acceptable, text, at

    def stepBy(self, steps: int) -> None:
        """To the next half centimetre."""
        line = self.value() // STEP if steps < 0 and self.value() % STEP else self.value() // STEP + steps
        self.setValue(max(line, 0) * STEP)


class AcrossField(Field):
    """A length across, with a minus and a plus."""

    def __init__(self, name: str, value: int | None = None, hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = _AcrossBox()
        self.edit.setValue(value or 0)
        super().__init__(name, self.edit, hint, parent)

    @property
    def value(self) -> int | None:
        """The length in 0.1 mm; None while nothing is said."""
        return self.edit.value() or None


def _typed(text: str) -> float | None:
    number = "".join(each for each in text if each.isdigit() or each in ",.").replace(",", ".")
    try:
        return float(number)
    except ValueError:
        return None
