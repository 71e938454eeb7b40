"""A lump or hard spot: where it is and when it was found; the skin around it is locked (H16)."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.domain.sites import LUMP_KEEPOUT, Lump, SitePoint
from anakinra_companion.ui.dialogs.spot_dialog import SpotDialog, without
from anakinra_companion.ui.sites import skin_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.fields import DateField, TextField
from anakinra_companion.ui.widgets.frames import Line, row
from anakinra_companion.ui.widgets.patch import Disc, PatchState

CHECKED, TAKE_BACK = "lump-checked", "lump-take-back"


class LumpHere(SpotDialog):
    """Notes a lump at a spot, or corrects it; `also` is `CHECKED` or `TAKE_BACK` when one of those was pressed."""

    def __init__(
        self, skin: PatchState, spot: SitePoint, today: date, lump: Lump | None = None, parent: QWidget | None = None
    ) -> None:
        shown = without(skin, lump.id) if lump else skin
        title = self.tr("There is a lump here") if lump is None else self.tr("The lump you noted")
        primary = self.tr("Note this lump") if lump is None else self.tr("Save the correction")
        super().__init__(title, primary, shown, spot, parent)
        self._today = today
        self._found = DateField(self.tr("Found on"), (lump.found if lump else None) or today)
        self._note = TextField(self.tr("Note (if you like)"), lump.note if lump else "")
        locked = lump is None or lump.checked is None
        ids = ("sites-lump", "sites-lump-locked", "sites-lump-hot") if locked else ("sites-lump",)
        self.ask(*(Line(content.say(id_), "warning", Tone.SOON) for id_ in ids))
        if lump is not None:
            self.ask(*self._other_ways(lump))
        self.ask(self._found, self._note, FactLine(content.say("about-leaflet-wins"), content.sources(*ids)))
        self.picture.show_disc(Disc(LUMP_KEEPOUT if locked else 0, lump=locked))

    @property
    def found(self) -> date:
        """The day it was found."""
        return self._found.value

    @property
    def note(self) -> str:
        """What was noted with it."""
        return self._note.value

    def try_accept(self) -> None:
        """A day still ahead cannot be the day it was found."""
        if self.found > self._today:
            self._found.complain(self.tr("This day is still ahead. Choose today or an earlier day."))
            return
        self.accept()

    def _other_ways(self, lump: Lump) -> tuple[QWidget, ...]:
        back = self.another_way(TAKE_BACK, self.tr("It was never there: take it back"), "undo")
        if lump.checked is not None:
            return (Line(skin_words.lump_told(lump), "check-circle", Tone.TAKEN), row(back))
        return (row(self.another_way(CHECKED, self.tr("A doctor has checked it"), "check"), back),)
