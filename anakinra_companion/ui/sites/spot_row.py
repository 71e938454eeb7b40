"""Below the close-up: a point or any spot, and what can be said of the spot that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.lattice import middle_of
from anakinra_companion.domain.sites import Place, SitePoint, plane_of
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.sites import skin_words
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.frames import row

POINT, ANY_SPOT = "point", "any-spot"


class SpotRow(QWidget):
    """`any_spot` says whether any spot may be chosen now; `keep_away` and `lump_here` what was pressed."""

    any_spot = Signal(bool)
    keep_away = Signal()
    lump_here = Signal()

    def __init__(self, *, any_spot: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        answers = [(POINT, self.tr("Choose a point")), (ANY_SPOT, self.tr("Choose any spot"))]
        choices = Choices(answers, name=self.tr("A point, or any spot?"), across=True)
        choices.choose(ANY_SPOT if any_spot else POINT)
        choices.picked.connect(self._picked)
        self._keep_away = named("keep-away", self.tr("Keep away from here"), "stop", self.keep_away.emit)
        lump = named("lump-here", self.tr("There is a lump here"), "warning", self.lump_here.emit)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(12))
        below.addWidget(choices)
        below.addWidget(row(self._keep_away, lump))

    def focus_acts(self) -> None:
        """Brings the keyboard to what can be said of the spot."""
        self._keep_away.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, answer: str) -> None:
        self.any_spot.emit(answer == ANY_SPOT)


def begin_at(map_: SiteMap, place: Place, chosen: SitePoint | None) -> SitePoint:
    """The spot that acts speak of: what was chosen, or about the middle of the place that is looked at."""
    if chosen is not None and plane_of(chosen.place) is plane_of(place):
        return chosen
    return middle_of(place, map_.skin.calibration)


def told_of(map_: SiteMap, spot: SitePoint, *, inches: bool = False) -> str:
    """Where a spot is, and what speaks against an injection there."""
    said = skin_words.spot_name(spot, inches=inches)
    why = map_.skin.blocked(spot, helper=map_.helper)
    return f"{said}. {words.why_blocked(why)}." if why else f"{said}."
