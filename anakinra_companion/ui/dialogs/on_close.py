"""What closing the window means: asked once, and changed in Settings."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.text import Text, lead, small


class OnClose(Dialog):
    """Cancel leaves the window open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close the window?"), self.tr("Keep reminding me"), parent)
        self.chosen = "stay"
        self.add(lead(content.say("about-reminders")))
        self.add(Text(self.tr("Keep reminding me: the window goes away, and the program runs on.")))
        self.add(Text(self.tr("End the program: nothing reminds you until you start it again.")))
        end = Button(self.tr("End the program"), Kind.SECONDARY, icon="close")
        end.setObjectName("end-program")
        end.clicked.connect(self._end)
        self.add(end)
        self.add(small(self.tr("You are asked this once. You can change it in Settings.")))

    def _end(self) -> None:
        self.chosen = "quit"
        self.accept()
