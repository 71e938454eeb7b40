"""Skin to keep away from: what is there, how large it is, and until when."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.skin.marks import RADIUS, Marked
from anakinra_companion.domain.sites import AvoidMark, AvoidReason, SitePoint
from anakinra_companion.ui.dialogs.spot_dialog import SpotDialog, without
from anakinra_companion.ui.sites import skin_words
from anakinra_companion.ui.widgets.choice_field import ChoiceField
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.fields import TextField
from anakinra_companion.ui.widgets.frames import row
from anakinra_companion.ui.widgets.patch import Disc, PatchState
from anakinra_companion.ui.widgets.until_field import UntilField
from anakinra_companion.ui.widgets.width_field import WidthField, shown_length

# A new mark begins 2 cm across, so that it takes one point: only a beginning, the person says how large it is.
ACROSS = 200
# What stays as long as nobody says otherwise; how long the rest lasts only the person knows.
LASTING = frozenset({AvoidReason.SCAR, AvoidReason.MOLE, AvoidReason.VEIN, AvoidReason.TATTOO, AvoidReason.WAISTBAND})
GONE, TAKE_BACK = "mark-gone", "mark-take-back"


class MarkSkin(SpotDialog):
    """Marks skin at a spot, or corrects a mark; `also` is `GONE` or `TAKE_BACK` when one of those was pressed."""

    def __init__(
        self,
        skin: PatchState,
        spot: SitePoint,
        today: date,
        mark: AvoidMark | None = None,
        parent: QWidget | None = None,
    ) -> None:
        shown = without(skin, mark.id) if mark else skin
        title = self.tr("Keep away from here") if mark is None else self.tr("Skin you keep away from")
        primary = self.tr("Mark this skin") if mark is None else self.tr("Save the correction")
        super().__init__(title, primary, shown, spot, parent)
        reasons = [(reason.value, skin_words.reason(reason)) for reason in AvoidReason]
        self._reason = ChoiceField(self.tr("What is there?"), reasons)
        self._across = WidthField(
            self.tr("Size across"),
            2 * mark.radius if mark else ACROSS,
            self.tr("As large as the skin you want to leave alone."),
            inches=skin.inches,
        )
        self._until = UntilField(self.tr("Until when?"), today, skin_words.asked_after)
        self._note = TextField(self.tr("Note (if you like)"), mark.note if mark else "")
        if mark is not None:
            self.ask(row(*self._other_ways()))
        self.ask(self._reason, self._across, self._until, self._note)
        self.ask(FactLine(content.say("sites-skin"), content.sources("sites-skin")))
        if mark is not None:
            self._reason.choose(mark.reason.value)
            self._until.choose(mark.until)
        self._reason.picked.connect(self._reason_picked)
        self._across.edit.valueChanged.connect(self._show_disc)
        self._show_disc()

    @property
    def marked(self) -> Marked:
        """What was said."""
        return Marked(
            point=self.spot,
            radius=round(self._across.value / 2),
            reason=AvoidReason(self._reason.value or AvoidReason.OTHER),
            until=self._until.value,
            note=self._note.value,
        )

    def try_accept(self) -> None:
        """What is there, how large and until when are said; a slip of the hand is asked about."""
        self._across.complain("")
        if self._reason.value is None:
            self._reason.complain(self.tr("Please say what is there."))
        elif not RADIUS[0] <= round(self._across.value / 2) <= RADIUS[1]:
            least, most = (shown_length(2 * end, inches=self._inches) for end in RADIUS)
            self._across.complain(self.tr("Please give a size between {0} and {1}.").format(least, most))
        elif self._until.is_in_order():
            self.accept()

    def _other_ways(self) -> tuple[QWidget, QWidget]:
        return (
            self.another_way(GONE, self.tr("It is gone"), "check"),
            self.another_way(TAKE_BACK, self.tr("It was never there: take it back"), "undo"),
        )

    def _reason_picked(self, key: str) -> None:
        if AvoidReason(key) in LASTING and not self._until.answered:
            self._until.choose(None)
        self._show_disc()

    def _show_disc(self) -> None:
        self.picture.show_disc(Disc(round(self._across.value / 2), self._reason.value or ""))
