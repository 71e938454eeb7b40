"""Which fridge: one of those known, or a new name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.widgets.place_field import PlaceField


class WhichFridge(Dialog):
    """Asks for a fridge; `place` is its name, never empty once the window is answered."""

    def __init__(self, primary: str, places: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Which fridge?"), primary, parent)
        self._place = PlaceField(self.tr("Fridge"), places)
        self.add(self._place)
        self.be_short()
        self._place.take_keyboard()

    @property
    def place(self) -> str:
        """Its name."""
        return self._place.value

    def try_accept(self) -> None:
        """Without a name it is no fridge that can be found again."""
        missing = "" if self.place else self.tr("Please give it a name, such as the room it is in.")
        self._place.complain(missing)
        if not missing:
            self.accept()
