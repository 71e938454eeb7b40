"""A recall names a lot: which syringes of it are left, and which doses used it; found while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.diary.lots import LotView
from anakinra_companion.domain.doses import Dose
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.fields import TextField
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

# More boxes than that are not what one notice is about; typing on narrows them.
MOST = 12


class FindLot(Dialog):
    """One card for each box of the lot, the newest first."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Look for a lot"), self.tr("Done"), parent)
        self._diary = diary
        self._zone = diary.zone()
        hint = self.tr("As it stands on the notice. Spaces and dashes do not matter.")
        self.typed = TextField(self.tr("Lot"), "", hint)
        self.typed.control.setObjectName("lot")
        self._found = QWidget()
        self._cards = QVBoxLayout(self._found)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme.active().gap(14))
        told = FactLine(content.say("supply-recall"), content.sources("supply-recall"))
        self.add(self.typed, self._found, told)
        self.cancel.hide()
        self.typed.edit.textChanged.connect(self._look)
        self.typed.control.setFocus()
        self._look()

    def _look(self) -> None:
        while self._cards.count():
            item = self._cards.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        found = self._diary.lots.find(self.typed.value)
        if self.typed.value and not found:
            said = self.tr("No box with this lot is on record.")
            self._cards.addWidget(Line(said, "search", Tone.MUTED, size=theme.LEAD))
        for view in found[:MOST]:
            self._cards.addWidget(self._card(view))
        if len(found) > MOST:
            count = QLocale().toString(len(found) - MOST)
            self._cards.addWidget(small(self.tr("There are more: {0}. Type more of the lot.").format(count)))

    def _card(self, view: LotView) -> QWidget:
        card = Card(self.tr("Box {0}").format(view.box.lot))
        card.add(small(self.tr("Use until {0}.").format(words.long_day(view.box.expires))))
        left = QCoreApplication.translate("FindLot", "%n syringe(s) still at home", "", len(view.at_home))
        card.add(Line(left, "syringe", Tone.SOON if view.at_home else Tone.MUTED, bold=True))
        for look in view.at_home:
            state = words.syringe_state(look)[1]
            card.add(Text(self.tr("{0}: {1}").format(words.capital(words.syringe(look)), state)))
        given = QCoreApplication.translate("FindLot", "%n dose(s) given from it", "", len(view.doses))
        card.add(Line(given, "calendar", Tone.INFO if view.doses else Tone.MUTED, bold=True))
        told = self._diary.reactions.after([dose.id for dose in view.doses])
        for dose in view.doses:
            said = self._dose(dose)
            if any(each.signs.reacted for each in told[dose.id].reports):
                said = self.tr("{0}. The skin reacted.").format(said)
            card.add(Text(said))
        return card

    def _dose(self, dose: Dose) -> str:
        when = words.full_when(dose.at, self._zone) if dose.at else self.tr("time not known")
        if dose.at is None and dose.slot is not None:
            when = words.long_day(dose.slot)
        where = words.place(dose.place) if dose.place else self.tr("place not known")
        return self.tr("{0}, {1}").format(when, where)
