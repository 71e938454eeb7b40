"""Photos of the skin to be kept with what is told; where their files are is forgotten at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.diary.refusals import Refusal
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.chosen_files import file_to_read
from anakinra_companion.ui.photos import picture, read_photo
from anakinra_companion.ui.sites import reaction_words
from anakinra_companion.ui.sites.reaction_words import About
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import Flow, Line, column, row
from anakinra_companion.ui.widgets.photo import LargePhoto
from anakinra_companion.ui.widgets.text import Text, small

_tr = QCoreApplication.translate
SIDE = 120


class PhotoField(QWidget):
    """The photos that were chosen, each with a way to leave it out again."""

    def __init__(self, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photos: list[bytes] = []
        self._about = about
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(8))
        add = Button(self.tr("Add a photo"), icon="plus")
        add.setObjectName("add-photo")
        add.clicked.connect(self._add)
        self._wrong = Line("", "warning", Tone.STOP)
        self._wrong.hide()
        self._chosen = QWidget()
        self._flow = Flow(self._chosen)
        self._chosen.hide()
        below.addWidget(Text(self.tr("A photo (if you like)"), bold=True))
        below.addWidget(small(self.tr("It is kept inside your record and nowhere else, without its place and date.")))
        for part in (self._chosen, self._wrong, row(add)):
            below.addWidget(part)

    def take(self, path: str) -> None:
        """Takes the photo in a file, or says why it cannot be kept."""
        try:
            self.photos.append(read_photo(path))
        except (Refusal, OSError) as trouble:
            said = reaction_words.trouble(trouble)
            self._wrong.show_state(said, "warning", Tone.STOP)
            self._wrong.show()
            return
        self._wrong.hide()
        self._show()

    def _add(self) -> None:
        if path := chosen_file(self.window()):
            self.take(path)

    def _leave_out(self, number: int) -> None:
        del self.photos[number]
        self._show()

    def _show(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, taken in enumerate(self.photos):
            self._flow.addWidget(self._one(number, taken))
        self._chosen.setVisible(bool(self.photos))

    def _one(self, number: int, taken: bytes) -> QWidget:
        side = theme.active().gap(SIDE)
        where = words.place(self._about.place) if self._about.place is not None else self.tr("the skin")
        name = self.tr("Photo {0} of {1}").format(number + 1, where)
        shown = LargePhoto(name, partial(_shown, taken), QSize(side, side))
        out = Button(self.tr("Leave it out"), Kind.QUIET, icon="close")
        out.setObjectName(f"leave-out-{number}")
        out.setAccessibleName(self.tr("Leave it out: {0}").format(name))
        out.clicked.connect(partial(self._leave_out, number))
        return column([shown, out], 4)


def chosen_file(parent: QWidget) -> str:
    """The photo file that a person chooses, "" for none; neither it nor its folder is remembered."""
    filters = [_tr("photo", "Photos (*.jpg *.jpeg *.png)"), _tr("photo", "All files (*)")]
    return file_to_read(parent, _tr("photo", "Add a photo"), filters)


def _shown(taken: bytes, room: QSize) -> QPixmap:
    return picture(taken, room)
