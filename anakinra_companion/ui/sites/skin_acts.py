"""What is done about the skin: marks, lumps and wishes, each through its small window and written by the diary."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.sites import HELPER_PLACES, AvoidMark, Lump, Place, SitePoint
from anakinra_companion.domain.skin.wishes import Wish, WishKind
from anakinra_companion.ui.dialogs import lump_here, mark_skin
from anakinra_companion.ui.dialogs.dialog import accepted
from anakinra_companion.ui.dialogs.lump_checked import LumpChecked
from anakinra_companion.ui.dialogs.lump_here import LumpHere
from anakinra_companion.ui.dialogs.mark_skin import MarkSkin
from anakinra_companion.ui.dialogs.mark_stays import MarkStays
from anakinra_companion.ui.dialogs.wish_place import WishPlace
from anakinra_companion.ui.sites import words as site_words
from anakinra_companion.ui.widgets.patch import PatchState

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class SkinActs(QObject):
    """Belongs to the page, not to a part of it: a part may be made anew while a window is open over it.

    `done` gives what was written.
    """

    done = Signal(object)

    def __init__(self, diary: Diary, page: QWidget) -> None:
        super().__init__(page)
        self._diary = diary
        self._page = page

    def keep_away(self, spot: SitePoint) -> None:
        """Marks skin at a spot, which can still be moved in the window."""
        dialog = MarkSkin(self._skin(spot.place), spot, self._diary.today(), parent=self._page)
        if accepted(dialog):
            self.do(partial(self._diary.marks.add, dialog.marked))

    def lump_here(self, spot: SitePoint) -> None:
        """Notes a lump at a spot."""
        dialog = LumpHere(self._skin(spot.place), spot, self._diary.today(), parent=self._page)
        if accepted(dialog):
            self.do(partial(self._diary.lumps.found, dialog.spot, dialog.found, dialog.note))

    def open(self, what: AvoidMark | Lump) -> None:
        """Opens a mark or a lump: corrects it, ends it, or takes it back."""
        if isinstance(what, AvoidMark):
            self._open_mark(what)
        else:
            self._open_lump(what)

    def gone(self, mark: AvoidMark) -> None:
        """It is gone: its skin may be used again."""
        self.do(partial(self._diary.marks.gone, mark.id))

    def still_there(self, mark: AvoidMark) -> None:
        """It is still there: asks until when."""
        dialog = MarkStays(mark, self._diary.today(), self._page)
        if accepted(dialog):
            self.do(partial(self._diary.marks.still_there, mark.id, dialog.until))

    def take_back(self, what: AvoidMark | Lump) -> None:
        """It was never there."""
        noun = self._diary.marks if isinstance(what, AvoidMark) else self._diary.lumps
        self.do(partial(noun.withdraw, what.id))

    def doctor_checked(self, lump: Lump) -> None:
        """A doctor has checked it: asks who, and when."""
        dialog = LumpChecked(lump, self._diary.today(), self._page)
        if accepted(dialog):
            self.do(partial(self._diary.lumps.doctor_checked, lump.id, dialog.by, dialog.on))

    def wish(self, place: Place, wish: Wish | None) -> None:
        """Asks what is wished of a place."""
        dialog = WishPlace(place, self._diary.today(), wish, self._page)
        if accepted(dialog):
            wishes = self._diary.wishes
            act = wishes.prefer if dialog.kind is WishKind.PREFER else wishes.exclude
            self.do(partial(act, place, dialog.until))

    def clear_wish(self, place: Place) -> None:
        """This place as any other again."""
        self.do(partial(self._diary.wishes.clear, place))

    def do(self, act: Callable[[], Undo]) -> None:
        """Writes, and lets the page offer to undo it."""
        self.done.emit(act())

    def _open_mark(self, mark: AvoidMark) -> None:
        spot = SitePoint(mark.place, mark.x, mark.y)
        dialog = MarkSkin(self._skin(mark.place), spot, self._diary.today(), mark, self._page)
        if not accepted(dialog):
            return
        if dialog.also == mark_skin.GONE:
            self.gone(mark)
        elif dialog.also == mark_skin.TAKE_BACK:
            self.take_back(mark)
        else:
            self.do(partial(self._diary.marks.correct, mark.id, dialog.marked))

    def _open_lump(self, lump: Lump) -> None:
        spot = SitePoint(lump.place, lump.x, lump.y)
        dialog = LumpHere(self._skin(lump.place), spot, self._diary.today(), lump, self._page)
        if not accepted(dialog):
            return
        if dialog.also == lump_here.CHECKED:
            self.doctor_checked(lump)
        elif dialog.also == lump_here.TAKE_BACK:
            self.take_back(lump)
        else:
            self.do(partial(self._diary.lumps.correct, lump.id, dialog.spot, dialog.found, dialog.note))

    def _skin(self, place: Place) -> PatchState:
        map_ = self._diary.sites.map(helper=place in HELPER_PLACES)
        return site_words.patch_state(map_, place, self._diary.profile().skin_tone)
