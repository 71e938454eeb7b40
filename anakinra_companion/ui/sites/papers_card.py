"""The papers of the body map: the dot template, and the sheet for the fridge door."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from anakinra_companion import content
from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.sites import SELF_PLACES, Place, Plane, plane_of
from anakinra_companion.ui import theme
from anakinra_companion.ui.sites.words import plane_name
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

FULL = (errno.ENOSPC, errno.EDQUOT)


class PapersCard(Card):
    """Asks which place and which paper, saves where the person says, and offers to open what was saved."""

    def __init__(self, diary: Diary, map_: SiteMap, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._diary = diary
        self._helper = map_.helper or bool(diary.profile().helper)
        self._saved: Path | None = None
        self.heading.say(self.tr("Papers to print"))
        self.setAccessibleName(self.heading.text())
        self._place, self._size = self._places(map_), self._sizes()
        self._said = Line("", "check-circle", Tone.TAKEN)
        self._said.hide()
        self._open = named("open-paper", self.tr("Open it"), "book", self._open_it)
        self._open.hide()
        self.add(
            Text(content.say("paper-print")),
            self._size,
            Text(self.tr("Dot template"), size=theme.LEAD, bold=True),
            Text(self.tr("Your points in real size: cut it out, and find the next one on your skin.")),
            Text(self.tr("Use it before you clean the skin, then take it away. Never inject through the paper.")),
            self._place,
            row(named("save-dots", self.tr("Save the dot template"), "bodymap", self._save_dots)),
            Text(self.tr("Sheet for the fridge door"), size=theme.LEAD, bold=True),
            Text(self.tr("Where next, four weeks ahead, with room to write.")),
            row(named("save-rotation", self.tr("Save the sheet"), "calendar", self._save_rotation)),
            self._said,
            row(self._open),
        )

    def _places(self, map_: SiteMap) -> Choices:
        planes = dict.fromkeys(plane_of(place) for place in Place if self._helper or place in SELF_PLACES)
        found = Choices(
            [(plane.value, plane_name(_on(plane))) for plane in planes], name=self.tr("Which place"), across=True
        )
        first = plane_of(map_.suggestion.point.place) if map_.suggestion else next(iter(planes))
        found.choose((first if first in planes else next(iter(planes))).value)
        return found

    def _sizes(self) -> Choices:
        from anakinra_companion.papers.page_sizes import size_name  # papers are seldom wanted

        found = Choices(
            [("a4", self.tr("A4 paper")), ("letter", self.tr("Letter paper"))],
            name=self.tr("Which paper is in the printer"),
            across=True,
        )
        found.choose(size_name(self._diary.profile().country))
        return found

    def _save_dots(self) -> None:
        from anakinra_companion.printing import save_dots

        plane = Plane(str(self._place.value))
        name = f"dot-template-{plane.value.replace('_', '-')}.pdf"

        def write(path: Path) -> str:
            sheets = save_dots(self._diary, path, plane, str(self._size.value), helper=self._helper)
            return self.tr("Saved. The place takes %n sheet(s), after one that says how to use them.", "", sheets)

        self._save(name, write)

    def _save_rotation(self) -> None:
        from anakinra_companion.printing import save_rotation

        def write(path: Path) -> str:
            shown = save_rotation(self._diary, path, str(self._size.value), helper=self._helper)
            if shown.suggests:
                return self.tr("Saved. It holds as long as you follow it.")
            return self.tr("Saved with blank rows: no next dose is known.")

        self._save("rotation-sheet.pdf", write)

    def _save(self, name: str, write: Callable[[Path], str]) -> None:
        from anakinra_companion.papers.ink import TooMuchToPrint

        path = self._asked(name)
        if path is None:
            return
        try:
            said = write(path)
        except OSError as error:
            full = self.tr("Nothing was saved: the disk is full. Make room, or choose another disk.")
            closed = self.tr("Nothing was saved: that folder does not take it. Choose another one.")
            self._tell(full if error.errno in FULL else closed, None)
        except TooMuchToPrint:
            self._tell(self.tr("Nothing was saved: this does not fit on paper in its real size."), None)
        else:
            self._tell(said, path)

    def _asked(self, name: str) -> Path | None:
        dialog = QFileDialog(self, self.tr("Where to save it"), "", "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        answer = dialog.exec()
        chosen = dialog.selectedFiles()
        dialog.deleteLater()
        return Path(chosen[0]) if answer == QDialog.DialogCode.Accepted and chosen else None

    def _tell(self, said: str, path: Path | None) -> None:
        """Says what came of it; what was saved can be opened at once, and the keyboard is there."""
        self._saved = path
        self._said.show_state(said, "check-circle" if path else "warning", Tone.TAKEN if path else Tone.SOON)
        self._said.show()
        self._open.setVisible(path is not None)
        if path is not None:
            self._open.setAccessibleDescription(said)
            self._open.setFocus()

    def _open_it(self) -> None:
        if self._saved is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved))):
            said = self.tr("No program here opens it. You find it in its folder: {0}").format(self._saved)
            self._said.show_state(said, "info", Tone.INFO)


def _on(plane: Plane) -> Place:
    return next(place for place in Place if plane_of(place) is plane)
