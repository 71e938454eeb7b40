"""Which fridge: one of those known, or a new name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.fields import ListField, TextField

ANOTHER = "\0another"


class PlaceField(QWidget):
    """The first of `places` is shown first; where none is known, only a name is asked, beginning with `usual`."""

    def __init__(self, name: str, places: Sequence[str], usual: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        known = [place for place in dict.fromkeys(places) if place]
        self.list = ListField(name, [*((each, each) for each in known), (ANOTHER, self.tr("Another fridge"))])
        self.name = TextField(self.tr("Its name") if known else name, "" if known else usual)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(10))
        below.addWidget(self.list)
        below.addWidget(self.name)
        self.list.setVisible(bool(known))
        self.name.setVisible(not known)
        self.list.edit.currentIndexChanged.connect(self._follow)

    @property
    def value(self) -> str:
        """The name of the fridge; empty while a new one has none."""
        if not self.list.isHidden() and self.list.value != ANOTHER:
            return self.list.value
        return self.name.value

    def take_keyboard(self) -> None:
        """The keyboard comes to what is asked first."""
        (self.name if self.list.isHidden() else self.list).control.setFocus()

    def complain(self, words: str) -> None:
        """Says what is missing."""
        self.name.complain(words)

    def _follow(self) -> None:
        self.name.setVisible(self.list.value == ANOTHER)
        if self.list.value == ANOTHER:
            self.name.control.setFocus()
