"""Speaks up outside the window when a syringe's time runs out, and falls silent once it is used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from anakinra_companion.domain.notices import Notice, Stage, stage_of
from anakinra_companion.ui import words
from anakinra_companion.ui.notifications.notifier import Message, Notifier

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.settings import Settings


class SyringeNotices(QObject):
    """Looks when it is told to. `opened` gives the id of the syringe whose notice was pressed."""

    opened = Signal(str)

    def __init__(
        self, diary: Diary, notifier: Notifier, settings: Callable[[], Settings], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._diary = diary
        self._notifier = notifier
        self._settings = settings
        self._shown: dict[str, Stage] = {}
        notifier.answered.connect(self._answered)

    def look(self) -> None:
        """Tells what is due, and takes back what has become untrue."""
        for notice in self._diary.notices.take():
            if notice.stage.leaves_window and self._settings().notices != "none":
                self._shown[notice.look.syringe.id] = notice.stage
                self._notifier.show_message(self._message(notice))
        if self._shown:
            self._withdraw_old()

    def _withdraw_old(self) -> None:
        for id_, stage in list(self._shown.items()):
            if self._stage_now(id_) is not stage:
                del self._shown[id_]
                self._notifier.withdraw(_name(id_))

    def _stage_now(self, id_: str) -> Stage | None:
        try:
            return stage_of(self._diary.storage.look(id_))
        except KeyError:
            # Its box was taken back.
            return None

    def _message(self, notice: Notice) -> Message:
        look, urgent = notice.look, notice.stage is Stage.OVER
        name = _name(look.syringe.id)
        if self._settings().notices != "full":
            return Message(
                name,
                self.tr("Something to look at"),
                self.tr("Please open the program and look at the page Storage."),
                urgent=urgent,
            )
        which = words.capital(words.syringe(look))
        if urgent:
            return Message(
                name,
                self.tr("Do not use this syringe: {0}").format(which),
                self.tr("Its time outside the fridge is over."),
                urgent=True,
            )
        over = words.when(self._diary.now() + look.left, self._diary.zone(), self._diary.today())
        said = self.tr("Its time outside the fridge is over {0}.") if look.is_out else self.tr("It is in the fridge.")
        return Message(name, f"{which}: {words.left(look.left)}", said.format(over))

    def _answered(self, name: str, _key: str) -> None:
        for id_ in self._shown:
            if _name(id_) == name:
                self.opened.emit(id_)


def _name(syringe: str) -> str:
    return f"syringe-{syringe}"
