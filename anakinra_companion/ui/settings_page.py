"""Settings: everything first run asked can be changed here, one group at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from anakinra_companion import __version__, content
from anakinra_companion.domain.profile import Hand
from anakinra_companion.settings import UNSEEN, Settings
from anakinra_companion.ui import words
from anakinra_companion.ui.dialogs.earlier_sites import EarlierSites
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.pauses_part import PausesPart
from anakinra_companion.ui.questions.care_numbers import CareNumbers, RefillQuestion
from anakinra_companion.ui.questions.figure_question import FigureQuestion
from anakinra_companion.ui.questions.label_question import LabelQuestion
from anakinra_companion.ui.questions.label_versions import label_versions
from anakinra_companion.ui.questions.look_question import LookQuestion
from anakinra_companion.ui.questions.notices_question import NoticesQuestion
from anakinra_companion.ui.questions.person import (
    Gates,
    LastPlaceQuestion,
    LeafletQuestion,
    ModeQuestion,
    Part,
    You,
)
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class SettingsPage(Page):
    """One card for each group; a card with fields has its own button to keep them."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.title.say(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self._settings = Settings()
        self._said: dict[str, Line] = {}
        self._last: LastPlaceQuestion | None = None
        self._pauses: PausesPart | None = None

    def show_settings(self, settings: Settings) -> None:
        """The preferences of the window, which the page does not keep itself."""
        self._settings = settings
        self.forget()

    def refresh(self) -> None:
        """Half-typed fields are kept: the page is built once for each look and label."""
        look = tuple(getattr(self._settings, name) for name in Settings.__slots__ if name not in UNSEEN)
        self.show_state((look, self.diary.regimen.present()))
        if self._pauses is not None:
            self._pauses.look_again()

    def build(self, state: object) -> None:
        """All groups."""
        looks = Card(self.tr("Words and colors"))
        question = LookQuestion(self._settings)
        question.changed.connect(self.settings_changed)
        looks.add(question)
        self.add(looks)
        self.add(
            self._group("figure", self.tr("The person in the drawings"), FigureQuestion(self.diary), button=False)
        )
        self.add(self._label())
        self._pauses = PausesPart(self.diary)
        self._pauses.done.connect(self.done)
        self.add(self._pauses)
        self.add(self._group("care", self.tr("What your care team told you"), CareNumbers(self.diary)))
        self.add(self._group("refill", self.tr("Your supply"), RefillQuestion(self.diary)))
        steps = self._group("mode", self.tr("The injection steps"), ModeQuestion(self.diary), button=False)
        practice = Button(self.tr("Practice: nothing is recorded"), icon="hand")
        practice.setObjectName("practice")
        practice.clicked.connect(partial(self.go.emit, "practice"))
        paper = Button(self.tr("Save the steps as a page to print"), icon="book")
        paper.setObjectName("steps-paper")
        paper.clicked.connect(self._save_paper)
        said = Line("", "check-circle", Tone.TAKEN)
        said.hide()
        self._said["paper"] = said
        steps.add(row(practice, paper), said)
        self.add(steps)
        self.add(self._group("you", self.tr("You and whom to call"), You(self.diary)))
        self.add(self._group("leaflet", self.tr("Your leaflet's limit"), LeafletQuestion(self.diary)))
        earlier = self.tr("Your last injection before this record")
        self._last = question_of_last = LastPlaceQuestion(self.diary)
        last = self._group("last", earlier, question_of_last)
        if self.diary.earlier.open_days():
            last.add(
                row(named("earlier-sites", self.tr("Tell about earlier injections"), "calendar", self._tell_earlier))
            )
        self.add(last)
        self.add(self._group("gates", self.tr("Before you inject"), Gates(self.diary), button=False))
        notices = Card(self.tr("Reminders and notices"))
        told = NoticesQuestion(self._settings, self.diary.path)
        told.changed.connect(self._speak_otherwise)
        notices.add(told)
        self.add(notices)
        self.add(self._about())

    def _tell_earlier(self) -> None:
        dialog = EarlierSites(self.diary, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.undo is not None:
            self.done.emit(dialog.undo)
            if self._last is not None:
                self._last.look_again()
        dialog.deleteLater()

    def _label(self) -> QWidget:
        present = self.diary.regimen.present()
        question = LabelQuestion(self.diary)
        question.done.connect(self.done)
        card = self._group("label", self.tr("Your prescription label"), question)
        if present is not None:
            often = words.often(present.every_days, present.at)
            told = self.tr("On record: {0} From {1} on.").format(often, words.long_day(present.starts))
            card.body.insertWidget(1, lead(told))
        if (versions := label_versions(self.diary)) is not None:
            card.add(versions)
        return card

    def _group(self, name: str, title: str, part: Part, *, button: bool = True) -> Card:
        card = Card(title)
        card.add(part)
        if button:
            keep = Button(self.tr("Keep these answers"), icon="check")
            keep.setObjectName(f"keep-{name}")
            keep.clicked.connect(partial(self._keep, name, part))
            said = Line("", "check-circle", Tone.TAKEN)
            said.hide()
            self._said[name] = said
            card.add(row(keep), said)
        return card

    def _about(self) -> QWidget:
        card = Card(self.tr("About"))
        ids = (
            "about-what-it-is",
            "about-what-it-is-not",
            "about-leaflet-wins",
            "about-reminders",
            "about-stays-here",
        )
        card.add(FactLine(content.say(*ids), content.sources(*ids)))
        if not content.is_reviewed():
            card.add(Line(content.say("about-not-reviewed"), "info", Tone.INFO))
        card.add(
            small(
                self.tr("Version {0}. Text checked on {1}.").format(__version__, words.long_day(content.checked_on()))
            )
        )
        return card

    def _speak_otherwise(self, values: dict[str, Any]) -> None:
        self._settings = replace(self._settings, **values)
        self.settings_changed.emit(values)

    def _save_paper(self) -> None:
        from anakinra_companion.papers.page_sizes import SIZES, size_name  # seldom wanted
        from anakinra_companion.papers.steps_paper import ForWhom, write

        name, _ = QFileDialog.getSaveFileName(self, self.tr("Where to save it"), "steps.pdf", "PDF (*.pdf)")
        if not name:
            return
        profile, said = self.diary.profile(), self._said["paper"]
        page = SIZES[size_name(profile.country)]
        left, helper = profile.hand is Hand.LEFT, bool(profile.helper)
        whom = ForWhom(profile.skin_tone, mirrored=left, helper=helper, build=profile.build)
        try:
            write(Path(name), page, whom)
        except OSError:
            told = self.tr("It could not be saved there. Choose another folder.")
            said.show_state(told, "warning", Tone.SOON)
        else:
            said.show_state(self.tr("Saved. Print it without scaling."), "check-circle", Tone.TAKEN)
        said.show()

    def _keep(self, name: str, part: Part) -> None:
        if part.keep():
            self._said[name].show_state(self.tr("Kept."), "check-circle", Tone.TAKEN)
            self._said[name].show()
