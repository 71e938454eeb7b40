"""What a person wishes of a whole place: rather this one, or not this one, until a day or for good."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.sites import Place
from anakinra_companion.domain.skin.wishes import Wish, WishKind
from anakinra_companion.ui import words
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.sites import skin_words
from anakinra_companion.ui.widgets.choice_field import ChoiceField
from anakinra_companion.ui.widgets.text import small
from anakinra_companion.ui.widgets.until_field import UntilField


class WishPlace(Dialog):
    """Asks what is wished of one place, and until when."""

    def __init__(self, place: Place, today: date, wish: Wish | None = None, parent: QWidget | None = None) -> None:
        super().__init__(words.capital(words.place(place)), self.tr("Save this wish"), parent)
        kinds = [
            (WishKind.EXCLUDE.value, self.tr("Leave it out")),
            (WishKind.PREFER.value, self.tr("It comes first")),
        ]
        self._kind = ChoiceField(self.tr("What would you like?"), kinds)
        self._until = UntilField(self.tr("Until when?"), today, skin_words.any_other_after)
        self.add(self._kind, self._until)
        self.add(small(self.tr("The next point follows your wish. The rules for places hold all the same.")))
        self.body.addStretch(1)
        if wish is not None:
            self._kind.choose(wish.kind.value)
            self._until.choose(wish.until)
        self._kind.choices.focus_first()
        self.be_short()

    @property
    def kind(self) -> WishKind:
        """What is wished."""
        return WishKind(self._kind.value or WishKind.PREFER)

    @property
    def until(self) -> date | None:
        """The last day, or None for good."""
        return self._until.value

    def try_accept(self) -> None:
        """Both questions are answered."""
        if self._kind.value is None:
            self._kind.complain(self.tr("Please choose one of the two."))
        elif self._until.is_in_order():
            self.accept()
