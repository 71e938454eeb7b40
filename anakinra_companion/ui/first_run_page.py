"""First run: at most eight screens, each kept as it is answered, so that it can be left and resumed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from anakinra_companion import content
from anakinra_companion.settings import Settings
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.dialogs.add_box import AddBox
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.questions.figure_question import FigureQuestion
from anakinra_companion.ui.questions.label_question import LabelQuestion
from anakinra_companion.ui.questions.last_places import LastPlaces
from anakinra_companion.ui.questions.look_question import LookQuestion
from anakinra_companion.ui.questions.person import (
    Gates,
    LeafletQuestion,
    ModeQuestion,
    Part,
    You,
)
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, lead, title

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

# What is brought into sight has this much of what it belongs to around it (pixels).
ROOM_ABOVE = 160
SCREENS = ("welcome", "you", "gates", "label", "leaflet", "steps", "last", "box")


class FirstRunPage(Page):
    """One screen at a time; the record says which comes next."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.setAccessibleName(self.tr("Setting up"))
        self._settings = Settings()
        self._part: Part | None = None

    @property
    def screen_name(self) -> str:
        """The screen on show."""
        known = self.diary.profile().first_run
        return known if known in SCREENS else SCREENS[0]

    def show_settings(self, settings: Settings) -> None:
        """The preferences of the window, which the page does not keep itself."""
        self._settings = settings
        self.forget()

    def refresh(self) -> None:
        """Built once a screen, so that half-typed answers stay."""
        boxes = len(self.diary.storage.boxes()) if self.screen_name == "box" else 0
        self.show_state((self.screen_name, self._settings, boxes))

    def build(self, state: object) -> None:
        """One screen."""
        name = self.screen_name
        number = SCREENS.index(name) + 1
        self._part = None
        said = self.tr("Setting up: {0} of {1}").format(number, len(SCREENS))
        self.add(Text(said, tone=Tone.MUTED, bold=True))
        makers: dict[str, Callable[[], None]] = {
            "welcome": self._welcome,
            "you": self._you,
            "gates": partial(self._asked, self.tr("Before you inject"), Gates),
            "label": partial(self._asked, self.tr("Your prescription label"), LabelQuestion),
            "leaflet": partial(self._asked, self.tr("Out of the fridge"), LeafletQuestion),
            "steps": partial(self._asked, self.tr("The injection steps"), ModeQuestion),
            "last": partial(self._asked, self.tr("Where was your last injection?"), LastPlaces),
            "box": self._box,
        }
        makers[name]()
        self._add_footer(number)

    def focus_first(self) -> None:
        """The keyboard starts at the question, not at Back."""
        part = self._part
        first = part.findChild(QAbstractButton) if part is not None else None
        if part is not None and isinstance(first, QAbstractButton):
            # Qt shows the new part a moment later, and only what is shown can have the focus.
            QTimer.singleShot(0, part, partial(first.setFocus, Qt.FocusReason.OtherFocusReason))
        elif (button := self.findChild(QAbstractButton, "first-run-next")) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- screens --------------------------------------------------------------------------------------------

    def _welcome(self) -> None:
        self.add(title(self.tr("Welcome")))
        size = LookQuestion(self._settings, only_size=True)
        size.changed.connect(self.settings_changed)
        self.add(size)
        card = Card()
        card.add(lead(content.say("about-what-it-is")))
        card.add(Line(content.say("about-leaflet-wins"), "book", size=theme.LEAD, bold=True))
        card.add(Line(content.say("about-what-it-is-not"), "person"))
        card.add(Line(content.say("about-reminders"), "clock"))
        card.add(Line(content.say("about-stays-here"), "house"))
        if not content.is_reviewed():
            card.add(Line(content.say("about-not-reviewed"), "info", Tone.INFO))
        ids = ("about-leaflet-wins", "about-what-it-is", "about-reminders")
        card.add(FactLine("", content.sources(*ids)))
        self.add(card)

    def _you(self) -> None:
        self._asked(self.tr("You and whom to call"), You)
        card = Card(self.tr("The person in the drawings"))
        card.add(FigureQuestion(self.diary))
        self.add(card)

    def _asked(self, words_: str, make: Callable[[Diary], Part]) -> None:
        self.add(title(words_))
        self._part = make(self.diary)
        self._part.into_sight.connect(self._bring_into_sight)
        card = Card()
        card.add(self._part)
        self.add(card)

    def _box(self) -> None:
        self.add(title(self.tr("The box in your fridge")))
        card = Card()
        boxes = self.diary.storage.boxes()
        for view in boxes:
            lot = self.tr("Box {0}, use until {1}").format(view.box.lot, words.long_day(view.box.expires))
            card.add(Line(lot, "check-circle", Tone.TAKEN, size=theme.LEAD))
        if not boxes:
            card.add(lead(self.tr("Each syringe gets a clock of its own. You can also do this later.")))
        add = Button(self.tr("Add a box"), icon="box")
        add.setObjectName("first-box")
        add.clicked.connect(self._add_box)
        card.add(row(add), FactLine(content.say("storage-fridge-tip"), content.sources("storage-fridge-tip")))
        self.add(card)

    def _add_footer(self, number: int) -> None:
        following = self.tr("Finish") if number == len(SCREENS) else self.tr("Next")
        primary = Button(following, Kind.PRIMARY, icon="forward", big=True)
        primary.setObjectName("first-run-next")
        primary.clicked.connect(self._next)
        if number == 1:
            self.set_footer(primary)
            return
        back = Button(self.tr("Back"), Kind.QUIET, icon="back", big=True)
        back.setObjectName("first-run-back")
        back.clicked.connect(self._back)
        self.set_footer(back, primary)

    # ---- what a press does ----------------------------------------------------------------------------------

    def _bring_into_sight(self, control: QWidget) -> None:
        # Qt places what was just unfolded a moment later.
        QTimer.singleShot(0, control, partial(self._area.ensureWidgetVisible, control, 0, ROOM_ABOVE))

    def _next(self) -> None:
        if self._part is not None and not self._part.keep():
            return
        place = SCREENS.index(self.screen_name) + 1
        if place == len(SCREENS):
            self.diary.change_profile(first_run="done")
            self.go.emit("today")
            return
        self._turn(SCREENS[place])

    def _back(self) -> None:
        self._turn(SCREENS[max(SCREENS.index(self.screen_name) - 1, 0)])

    def _turn(self, name: str) -> None:
        self.diary.change_profile(first_run=name)
        self.refresh()
        self.enter()

    def _add_box(self) -> None:
        dialog = AddBox(self.diary.today(), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            undo = self.diary.storage.add_box(
                dialog.lot, dialog.expires, received=dialog.received, place=dialog.place, count=dialog.count
            )
            self.done.emit(undo)
            self.refresh()
