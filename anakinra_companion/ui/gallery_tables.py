"""The card and the small windows of what leaves the program and comes into it, for the gallery."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion.exchange.dose_tables.kinds import Around, DoseTable, Said
from anakinra_companion.exchange.dose_tables.reading import read_doses
from anakinra_companion.ui.dialogs.bring_in import BringIn
from anakinra_companion.ui.dialogs.save_calendar import SaveCalendar
from anakinra_companion.ui.take_along import TakeAlong

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.dose_tables import Preview
    from anakinra_companion.ui.window import Window

_HEAD = "Reminded;Name;Dosage;Taken;Tags;Interval;Notes;Reminded (ISO 8601);Taken (ISO 8601)\n"


def draw(diary: Diary, window: Window, save: Callable[[QWidget, str], None]) -> None:
    """Gives each state to `save`, with its name."""
    window.show_page("calendar")
    if window.page is not None:
        window.page.point_to("along")
    card = window.findChild(TakeAlong)
    if isinstance(card, TakeAlong):
        card.into_sight.emit(card)
        save(window, "calendar-take-along")
    for name, dialog in _dialogs(diary, window):
        dialog.show()
        save(dialog, name)
        dialog.close()
        dialog.deleteLater()


def _dialogs(diary: Diary, window: Window) -> Iterator[tuple[str, BringIn | SaveCalendar]]:
    yield "save-calendar", SaveCalendar(diary.regimen.coming(), window)
    one = "".join(_line(diary, ago, "Kineret") for ago in range(80, 140))
    yield "bring-in", BringIn(partial(_read, diary, one), partial(_look, diary), window)
    two = one + _line(diary, 90, "Folic acid")
    yield "bring-in-asks", BringIn(partial(_read, diary, two), partial(_look, diary), window)


def _line(diary: Diary, ago: int, medicine: str) -> str:
    at = (diary.now() - timedelta(days=ago)).replace(microsecond=0, tzinfo=None).isoformat()
    return f"then;{medicine};1;then;;0:00;;{at}Z;{at if ago % 20 else ''}{'Z' if ago % 20 else ''}\n"


def _read(diary: Diary, lines: str, said: Said) -> DoseTable:
    return read_doses((_HEAD + lines).encode(), said, Around(diary.zone(), diary.now()))


def _look(diary: Diary, table: DoseTable, second: bool) -> Preview:
    return diary.dose_tables.preview(table.rows, second=second, own=False)
