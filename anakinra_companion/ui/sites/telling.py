"""Opens what tells of the skin after an injection, for every page that offers it, and keeps what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.skin.reactions import Reaction
from anakinra_companion.ui.dialogs.show_photo import ShowPhoto
from anakinra_companion.ui.dialogs.tell_reaction import TellReaction, Told
from anakinra_companion.ui.photos import picture
from anakinra_companion.ui.sites.reaction_words import About

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class Telling(QObject):
    """Belongs to a page, because a page may build its parts anew while a dialog is open.

    `done` gives what was written, `erased` follows a photo that went, `help_wanted` asks for the page Help now.
    """

    done = Signal(object)
    erased = Signal()
    help_wanted = Signal()

    def __init__(self, diary: Diary, page: QWidget) -> None:
        super().__init__(page)
        self._diary = diary
        self._page = page

    def tell(self, about: About, correcting: Reaction | None = None) -> None:
        """Asks about an injection, or corrects what was told of it."""

        def keep(told: Told) -> Undo:
            return self._keep(about, told, correcting)

        dialog = TellReaction(self._diary, about, keep, correcting, self._page.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.undo is not None:
            self.done.emit(dialog.undo)
        if dialog.help_wanted:
            self.help_wanted.emit()
        if dialog.failure is not None:
            raise dialog.failure

    def take_back(self, report: Reaction) -> None:
        """Takes a report back; the history keeps it."""
        self.done.emit(self._diary.reactions.withdraw(report.id))

    def show_photo(self, id_: str, name: str) -> None:
        """Shows a photo large, and erases it where that was chosen."""
        dialog = ShowPhoto(name, lambda room: self.picture(id_, room), self._page.window())
        erase = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if erase:
            self._diary.photos.erase(id_)
            self.erased.emit()

    def picture(self, id_: str, room: QSize) -> QPixmap:
        """A photo of the record; empty where its bytes are gone."""
        content = self._diary.photos.content(id_)
        return QPixmap() if content is None else picture(content, room)

    def _keep(self, about: About, told: Told, correcting: Reaction | None) -> Undo:
        """All of it in one act, so that a window closed after a failure leaves no photo behind."""
        reactions = self._diary.reactions
        if told.signs is None:
            return self._diary.photos.keep(about.dose_id, *told.photos)
        if correcting is not None:
            return reactions.correct(correcting.id, told.signs, lump_at=told.lump_at)
        return reactions.report(about.dose_id, told.signs, lump_at=told.lump_at, taken=told.photos)
