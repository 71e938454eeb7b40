"""The spot that was shown for an answer "another exact point", with a way to show another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.domain.doses import Dose
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.ui import theme
from anakinra_companion.ui.dialogs.exact_point import ExactPoint
from anakinra_companion.ui.sites.spot_words import spot_words
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.frames import row
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

EXACT = "exact"


class ExactPlace(QWidget):
    """In sight while the answer is chosen; `before` gives the dose as it is entered so far."""

    shown = Signal()

    def __init__(self, diary: Diary, before: Callable[[], Dose], parent: QWidget) -> None:
        super().__init__(parent)
        self.point: SitePoint | None = None
        self._diary, self._before = diary, before
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(8))
        self._told = Text(self.tr("No spot was shown yet."))
        self._show = named("show-spot", self.tr("Show the spot"), "bodymap", self._ask)
        below.addWidget(self._told)
        below.addWidget(row(self._show))
        self.hide()

    def place_picked(self, key: str) -> None:
        """The answer was chosen, or another one."""
        self.setVisible(key == EXACT)
        if key == EXACT and self.point is None:
            self._ask()

    def focus(self) -> None:
        """Puts the keyboard on the way to show it."""
        self._show.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        dose = self._before()
        map_ = self._diary.sites.map_before(dose)
        begin = self.point or dose.point or dose.place
        dialog = ExactPoint(map_, begin, tone=self._diary.profile().skin_tone, parent=self)
        dialog.accepted.connect(lambda: self._keep(dialog.point, spot_words(map_, dialog.point).sentences))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, point: SitePoint, said: str) -> None:
        self.point = point
        self._told.setText(said)
        self._show.say(self.tr("Show another spot"))
        self.focus()
        self.shown.emit()
