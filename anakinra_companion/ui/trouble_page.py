"""Shown instead of a page when the record cannot be opened: what is wrong, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.store.trouble import Trouble
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.frames import Card
from anakinra_companion.ui.widgets.text import Text, lead, small, title

if TYPE_CHECKING:
    from anakinra_companion.store.trouble import RecordTrouble

_tr = QCoreApplication.translate


def sentence(trouble: Trouble) -> str:
    """What is wrong and what to do."""
    return {
        Trouble.NOT_A_FOLDER: _tr("trouble", "This is not a folder. Start the program with another folder."),
        Trouble.READ_ONLY: _tr("trouble", "This folder cannot be written. Make it writable, then start again."),
        Trouble.DISK_FULL: _tr("trouble", "The disk is full. Make room, then start again."),
        Trouble.NOT_A_RECORD: _tr(
            "trouble", "This file is not a record of this program. Put it elsewhere, then start again."
        ),
        Trouble.TOO_NEW: _tr(
            "trouble", "A newer version of this program wrote this record. Install the newer version."
        ),
        Trouble.DAMAGED: _tr(
            "trouble", "The record is damaged. Keep the file. Do not use any syringe by it; ask your pharmacist."
        ),
        Trouble.BUSY: _tr("trouble", "Another program uses the record. Close it, then start again."),
        Trouble.UNREADABLE: _tr("trouble", "The record cannot be read. Check the disk it is on, then start again."),
    }[trouble]


class TroublePage(QWidget):
    """A calm page with one card; help stays on the rail."""

    def __init__(self, trouble: RecordTrouble, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.active()
        below = QVBoxLayout(self)
        below.setContentsMargins(look.gap(28), look.gap(24), look.gap(28), look.gap(24))
        below.setSpacing(look.gap(16))
        below.addWidget(title(self.tr("Your record cannot be opened")))
        card = Card()
        card.add(lead(sentence(trouble.trouble)))
        card.add(Text(self.tr("Nothing was changed. Help now still works.")))
        card.add(small(str(trouble.path)))
        below.addWidget(card)
        below.addStretch(1)
