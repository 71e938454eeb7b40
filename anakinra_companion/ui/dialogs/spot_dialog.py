"""The frame of windows that are about one spot of skin: the close-up with the spot, and questions beside it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.ui import theme
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.sites import skin_words
from anakinra_companion.ui.sites import words as site_words
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.patch import PatchState, SpotPicture
from anakinra_companion.ui.widgets.text import Text, small
from anakinra_companion.ui.widgets.two_columns import TwoColumns

# How large the window would like to be, and how high its picture is at most, in pixels at 100 %.
WIDE, HIGH, PICTURE = 1000, 700, 430


class SpotDialog(Dialog):
    """The spot can be moved; `also` names another way the window was closed than its primary button."""

    def __init__(
        self, words: str, primary: str, skin: PatchState, spot: SitePoint, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, primary, parent)
        self.also = ""
        self._inches = skin.inches
        plane = site_words.plane_name(spot.place)
        self.picture = SpotPicture(plane, skin, spot)
        self.picture.view.setMaximumHeight(theme.active().gap(PICTURE))
        self.picture.moved.connect(self._moved)
        self._where = Text(bold=True)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(theme.active().gap(14))
        self.add(TwoColumns(self._left(), self._right()))
        self.body.addStretch(1)
        self._moved(spot)
        self.picture.focus_spot()

    @property
    def spot(self) -> SitePoint:
        """The spot that is chosen now."""
        return self.picture.spot

    def ask(self, *widgets: QWidget) -> None:
        """Puts questions below each other, beside the picture where there is room."""
        for widget in widgets:
            self._asked.addWidget(widget)

    def another_way(self, name: str, words: str, icon: str) -> Button:
        """A button that closes the window in another way; nothing of the fields counts then."""
        button = Button(words, Kind.SECONDARY, icon=icon)
        button.setObjectName(name)
        button.clicked.connect(self._close_so)
        return button

    def _close_so(self) -> None:
        sender = self.sender()
        self.also = sender.objectName() if sender is not None else ""
        self.accept()

    def _left(self) -> QWidget:
        left = QWidget()
        below = QVBoxLayout(left)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(8))
        below.addWidget(self.picture)
        below.addWidget(self._where)
        below.addWidget(small(self.tr("Click where it is, or use the arrow keys. Hold Shift for small steps.")))
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        right.setLayout(self._asked)
        self._asked.setContentsMargins(0, 0, 0, 0)
        return right

    def _moved(self, spot: SitePoint) -> None:
        said = skin_words.spot_name(spot, inches=self._inches)
        self._where.setText(said)
        self.picture.tell(said)
        # With large words the picture may be higher than the window.
        self._see_focus()

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        look = theme.active()
        self.resize(min(look.px(WIDE), room.width() - 40), min(look.px(HIGH), room.height() - 60))


def without(skin: PatchState, id_: str) -> PatchState:
    """The skin without the mark or lump that is being corrected."""
    return replace(
        skin,
        avoid=tuple(each for each in skin.avoid if each.mark.id != id_),
        lumps=tuple(each for each in skin.lumps if each.lump.id != id_),
    )
