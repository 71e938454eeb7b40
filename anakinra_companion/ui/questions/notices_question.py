"""How the program may speak up: what a notice says, how often it reminds, when it is quiet, and when it runs."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion import autostart, content
from anakinra_companion.settings import MINUTES_APART, Settings
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.fields import TimeField
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from collections.abc import Sequence

# Where the quiet hours begin and end until somebody says otherwise.
EVENING, MORNING = time(22, 0), time(7, 0)
OFTEN = (0, 1, 2, 5)


class NoticesQuestion(QWidget):
    """Everything takes effect at once; `changed` gives the settings that differ."""

    changed = Signal(dict)

    def __init__(self, settings: Settings, record: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._start = autostart.command(sys.executable, autostart.folder_arguments(record))
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(theme.active().gap(14))
        self._below.addWidget(FactLine(content.say("about-reminders"), content.sources("about-reminders")))
        self._ask_what()
        self._ask_how_often()
        self._ask_quiet()
        self._ask_on_close()
        if not autostart.is_thrown_away(record):
            self._ask_at_login()

    # ---- the questions --------------------------------------------------------------------------------------

    def _ask_what(self) -> None:
        answers = [
            ("notice-neutral", self.tr("Only that there is something to look at")),
            ("notice-full", self.tr("What it is about")),
            ("notice-none", self.tr("Nothing: I look myself")),
        ]
        what = self._choices(
            "notices", self.tr("What may a notice say?"), answers, f"notice-{self._settings.notices}"
        )
        what.picked.connect(lambda answer: self._change(notices=answer.removeprefix("notice-")))
        self._below.addWidget(small(self.tr("Others who see your screen can read a notice.")))

    def _ask_how_often(self) -> None:
        words = (self.tr("Never"), self.tr("Once"), self.tr("Twice"), self.tr("Five times"))
        answers = [(f"again-{often}", said) for often, said in zip(OFTEN, words, strict=True)]
        title = self.tr("How often should it remind you again of a dose?")
        again = self._choices("again", title, answers, f"again-{self._settings.again}")
        again.picked.connect(lambda answer: self._change(again=int(answer.removeprefix("again-"))))
        apart = [(f"apart-{minutes}", self.tr("%n minute(s)", "", minutes)) for minutes in MINUTES_APART]
        title = self.tr("How long between two reminders?")
        minutes = self._choices("apart", title, apart, f"apart-{self._settings.again_minutes}")
        minutes.picked.connect(self._apart_picked)

    def _ask_quiet(self) -> None:
        settings = self._settings
        is_on = settings.quiet_from is not None and settings.quiet_until is not None
        answers = [("quiet-no", self.tr("No")), ("quiet-yes", self.tr("Yes, be quiet from ... until ..."))]
        title = self.tr("Are there hours in which it should not remind you again?")
        quiet = self._choices("quiet", title, answers, "quiet-yes" if is_on else "quiet-no")
        quiet.picked.connect(self._quiet_picked)
        self._from = TimeField(self.tr("Quiet from"), settings.quiet_from or EVENING)
        self._until = TimeField(self.tr("Quiet until"), settings.quiet_until or MORNING)
        for field in (self._from, self._until):
            field.edit.editingFinished.connect(self._quiet_typed)
            self._below.addWidget(field)
            field.setVisible(is_on)
        self._below.addWidget(small(self.tr("At the very time of your dose it reminds you all the same.")))

    def _ask_on_close(self) -> None:
        answers = [
            ("close-stay", self.tr("It runs on and reminds me")),
            ("close-quit", self.tr("It ends and cannot remind me")),
            ("close-ask", self.tr("Ask me")),
        ]
        title = self.tr("When I close the window")
        closing = self._choices("on-close", title, answers, f"close-{self._settings.on_close}")
        closing.picked.connect(lambda answer: self._change(on_close=answer.removeprefix("close-")))

    def _ask_at_login(self) -> None:
        answers = [("login-yes", self.tr("Yes")), ("login-no", self.tr("No"))]
        title = self.tr("Should it start by itself when you log in to this computer?")
        login = self._choices("login", title, answers, "login-yes" if autostart.is_on() else "login-no")
        login.picked.connect(self._turn_login)
        self._failed = Text(tone=theme.Tone.STOP)
        self._failed.hide()
        self._below.addWidget(self._failed)

    def _choices(self, name: str, title: str, answers: Sequence[tuple[str, str]], chosen: str) -> Choices:
        choices = Choices(answers, name=title, across=True)
        choices.setObjectName(name)
        choices.choose(chosen)
        self._below.addWidget(Text(title, bold=True))
        self._below.addWidget(choices)
        return choices

    # ---- the answers ----------------------------------------------------------------------------------------

    def _change(self, **values: Any) -> None:
        self._settings = replace(self._settings, **values)
        self.changed.emit(values)

    def _apart_picked(self, answer: str) -> None:
        self._change(again_minutes=int(answer.removeprefix("apart-")))

    def _quiet_picked(self, answer: str) -> None:
        is_on = answer == "quiet-yes"
        for field in (self._from, self._until):
            field.setVisible(is_on)
        self._change(quiet_from=self._from.value if is_on else None, quiet_until=self._until.value if is_on else None)

    def _quiet_typed(self) -> None:
        typed = self._from.value, self._until.value
        if typed != (self._settings.quiet_from, self._settings.quiet_until):
            self._change(quiet_from=typed[0], quiet_until=typed[1])

    def _turn_login(self, answer: str) -> None:
        try:
            autostart.turn(self._start, on=answer == "login-yes")
        except OSError:
            self._failed.say(self.tr("This could not be changed. This computer does not allow it."))
            self._failed.show()
        else:
            self._failed.hide()
