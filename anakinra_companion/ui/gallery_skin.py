"""What the gallery shows of the skin: the lists, the small windows, any spot, and a map on which nothing is free."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from anakinra_companion.diary.skin.marks import Marked
from anakinra_companion.domain.sites import AvoidReason, Place, SitePoint
from anakinra_companion.domain.skin.wishes import Wish, WishKind
from anakinra_companion.ui.dialogs.lump_checked import LumpChecked
from anakinra_companion.ui.dialogs.lump_here import LumpHere
from anakinra_companion.ui.dialogs.mark_skin import MarkSkin
from anakinra_companion.ui.dialogs.mark_stays import MarkStays
from anakinra_companion.ui.dialogs.wish_place import WishPlace
from anakinra_companion.ui.sites import words as site_words

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.ui.window import Window

Save = Callable[[QWidget, str], None]
Press = Callable[["Window", str], None]
EVERYWHERE = 3000


def draw(diary: Diary, window: Window, save: Save, press: Press) -> None:
    """Draws all of it; the record, a copy, is lived on."""
    window.show_page("sites")
    press(window, "choice-any-spot")
    save(window, "sites-any-spot")
    diary.lumps.found(SitePoint(Place.THIGH_LEFT, 60, 420), note="Hard, since last week")
    press(window, "choice-skin")
    save(window, "sites-skin")
    for name, dialog in _dialogs(diary, window):
        dialog.show()
        save(dialog, name)
        dialog.close()
        dialog.deleteLater()
    for place in (Place.THIGH_LEFT, Place.BELLY_LEFT):
        diary.marks.add(Marked(SitePoint(place, 0, 0), EVERYWHERE, AvoidReason.TATTOO))
    window.refresh()
    press(window, "choice-map")
    save(window, "sites-nothing-free")


def _dialogs(diary: Diary, window: Window) -> Iterator[tuple[str, QDialog]]:
    map_, today = diary.sites.map(), diary.today()
    mark, lump, place = diary.marks.every()[0], diary.lumps.every()[-1], Place.THIGH_LEFT
    thigh, belly = site_words.patch_state(map_, place), site_words.patch_state(map_, Place.BELLY_RIGHT)
    spot, begun = SitePoint(place, 150, -250), MarkSkin(thigh, SitePoint(place, 150, -250), today, parent=window)
    begun.try_accept()
    yield "mark-skin", begun
    yield "mark-correct", MarkSkin(belly, SitePoint(mark.place, mark.x, mark.y), today, mark, window)
    yield "mark-stays", MarkStays(mark, today, window)
    yield "lump-here", LumpHere(thigh, spot, today, parent=window)
    yield "lump-correct", LumpHere(thigh, SitePoint(lump.place, lump.x, lump.y), today, lump, window)
    yield "lump-checked", LumpChecked(lump, today, window)
    yield "wish-place", WishPlace(place, today, Wish("", place, WishKind.EXCLUDE, today), window)
