"""How large a sharps box is, and what is in it already."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.sharps import MOST
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fields import NumberField
from anakinra_companion.ui.widgets.text import Text, small

# Where a count begins; the person says what is true of their box.
FIRST = 20


class SharpsBoxDialog(Dialog):
    """Asks for the size as syringes, because that is what is counted."""

    def __init__(
        self, holds: int | None, inside: int, parent: QWidget | None = None, *, correcting: bool = False
    ) -> None:
        title = self.tr("Correct the sharps box") if correcting else self.tr("A new sharps box")
        super().__init__(title, self.tr("Keep this"), parent)
        said = self.tr("Do you know how many syringes fill it?")
        self._known = Choices(
            [("known", self.tr("Yes")), ("unknown", self.tr("No, I look myself"))], name=said, across=True
        )
        self.size_field = NumberField(self.tr("Syringes that fill it"), holds or FIRST, (1, MOST))
        self.inside_field = NumberField(self.tr("Syringes in it when you began to count"), inside, (0, MOST))
        self._missing = Text(self.tr("Please choose one of the two answers."))
        self._missing.hide()
        self._known.picked.connect(self._show_size)
        self.add(Text(said, bold=True), self._missing, self._known, self.size_field, self.inside_field)
        self.add(small(self.tr("The maker often prints it on the box. Each syringe you put in is counted for you.")))
        self._known.choose(("known" if holds is not None else "unknown") if correcting else None)
        self._show_size(self._known.value or "unknown")
        self._known.focus_first()

    @property
    def holds(self) -> int | None:
        """Syringes that fill it, None where nobody knows."""
        return self.size_field.value if self._known.value == "known" else None

    @property
    def inside(self) -> int:
        """Syringes that were in it at first."""
        return self.inside_field.value

    def try_accept(self) -> None:
        """Whether the size is known has to be said."""
        self._missing.setVisible(self._known.value is None)
        if self._known.value is not None:
            self.accept()

    def _show_size(self, answer: str) -> None:
        self.size_field.setVisible(answer == "known")
