"""Every state of telling what the skin did, for the gallery; the record is a copy that is thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.ui.dialogs.show_photo import ShowPhoto
from anakinra_companion.ui.dialogs.tell_reaction import TellReaction
from anakinra_companion.ui.photos import encoded, picture
from anakinra_companion.ui.sites.past_list import about_injection
from anakinra_companion.ui.sites.reaction_words import photo

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.ui.window import Window


def reaction_states(diary: Diary, window: Window) -> Iterator[tuple[str, QWidget]]:
    """Each state with its name, on show until the next one is asked for."""
    map_ = diary.sites.map()
    last, before = map_.skin.history[-1], map_.skin.history[-2]
    taken = _skin()
    diary.photos.keep(before.dose_id, taken)
    diary.reactions.report(before.dose_id, Signs(redness=3, swelling=2, size=350, spreading=True))
    window.show_page("sites")
    _press(window, "choice-back")
    yield "sites-back", window
    _press(window, f"versions-{before.dose_id}")
    yield "sites-back-versions", window
    window.show_page("calendar")
    if window.page is not None:
        window.page.point_to(before.at.date().isoformat())
    yield "calendar-skin", window
    yield from _telling(TellReaction(diary, about_injection(last, map_), _nothing, None, window))
    name = photo(about_injection(before, map_), before.at)
    dialog = ShowPhoto(name, lambda room: picture(taken, room), window)
    dialog.show()
    yield "photo", dialog
    _press(dialog, "erase")
    yield "photo-erase", dialog
    _away(dialog)


def _telling(dialog: TellReaction) -> Iterator[tuple[str, QWidget]]:
    dialog.show()
    yield "tell-skin", dialog
    for answer in ("redness-2", "itch-1", "lump-near"):
        _press(dialog, f"choice-{answer}")
    yield "tell-skin-lump", dialog
    dialog.primary.click()
    yield "tell-skin-spreading", dialog
    _to_end(dialog)
    yield "tell-skin-end", dialog
    _press(dialog, "choice-spreading-yes")
    yield "tell-skin-doctor", dialog
    _to_end(dialog)
    yield "tell-skin-doctor-end", dialog
    _away(dialog)


def _nothing(told: object) -> Undo:
    """Nothing is kept of what the gallery tells."""
    return Undo(Done.REACTION_TOLD) if told else Undo(Done.PHOTO_KEPT)


def _skin() -> bytes:
    """A patch of skin with a red spot, drawn, as a photo."""
    image = QImage(QSize(960, 720), QImage.Format.Format_RGB32)
    image.fill(QColor("#d9a884"))
    spot = QRadialGradient(QPointF(500, 360), 170)
    spot.setColorAt(0, QColor("#b3453b"))
    spot.setColorAt(1, QColor(179, 69, 59, 0))
    painter = QPainter(image)
    painter.fillRect(image.rect(), spot)
    painter.end()
    return encoded(image, b"jpeg")


def _press(part: QWidget, name: str) -> None:
    QApplication.processEvents()
    shown = [each for each in part.findChildren(QAbstractButton, name) if each.isVisible()]
    if shown:
        shown[0].click()


def _to_end(dialog: QWidget) -> None:
    QApplication.processEvents()
    if (area := dialog.findChild(QScrollArea)) is not None:
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum())


def _away(dialog: QWidget) -> None:
    dialog.hide()
    dialog.deleteLater()
