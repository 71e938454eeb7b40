"""One photo, large; erasing it stands apart and is final."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from anakinra_companion.ui import theme
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import Card, row
from anakinra_companion.ui.widgets.photo import LargePhoto, Source
from anakinra_companion.ui.widgets.text import Text, lead

# With large words the photo still takes this share of the window's height.
LEAST_SHARE = 0.6


class ShowPhoto(Dialog):
    """Accepted once the photo is to be erased for good; closing it changes nothing."""

    def __init__(self, name: str, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Photo"), self.tr("Close"), parent)
        look, room = theme.active(), self.screen().availableGeometry()
        self.resize(min(look.px(760), room.width() - 40), min(look.px(720), room.height() - 60))
        self.cancel.hide()
        width = self.width() - 2 * look.gap(24) - look.gap(40)
        high = max(self.height() - look.px(310), round(self.height() * LEAST_SHARE))
        self.add(lead(name), LargePhoto(name, source, QSize(width, high)))
        self._ask = Button(self.tr("Erase this photo"), Kind.QUIET, icon="trash-apart")
        self._ask.setObjectName("erase")
        self._ask.clicked.connect(self._warn)
        self._sure = self._last_question()
        self.body.addSpacing(look.gap(24))
        self.add(row(self._ask), self._sure)
        self.body.addStretch(1)
        self.primary.setFocus()

    def try_accept(self) -> None:
        """The primary button only closes."""
        self.reject()

    def _last_question(self) -> QWidget:
        """What cannot be taken back is asked once more, in words (there is no undo bar for it)."""
        card = Card(self.tr("Erase it for good?"))
        card.tint(Tone.STOP)
        card.add(Text(self.tr("It cannot be brought back. Copies and backups made before may still hold it.")))
        erase = Button(self.tr("Erase it for good"), Kind.STOP, icon="trash-apart")
        erase.setObjectName("erase-for-good")
        erase.clicked.connect(self.accept)
        keep = Button(self.tr("Keep it"))
        keep.setObjectName("keep-photo")
        keep.clicked.connect(self._calm)
        card.add(row(keep, erase))
        card.hide()
        return card

    def _warn(self) -> None:
        self._ask.hide()
        self._sure.show()
        keep = self.findChild(Button, "keep-photo")
        if isinstance(keep, Button):
            keep.setFocus()
        # Where it is is known once Qt has laid it out.
        QTimer.singleShot(0, self, self._show_question)

    def _show_question(self) -> None:
        if (area := self.findChild(QScrollArea)) is not None:
            area.ensureWidgetVisible(self._sure)

    def _calm(self) -> None:
        self._sure.hide()
        self._ask.show()
        self._ask.setFocus()
