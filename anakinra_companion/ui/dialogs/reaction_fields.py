"""The questions about the skin after an injection; nothing is answered beforehand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.domain.lattice import middle_of
from anakinra_companion.domain.sites import Place, SitePoint, distance, places_for
from anakinra_companion.domain.skin.reactions import WORST, Signs
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.sites import reaction_words
from anakinra_companion.ui.sites import words as site_words
from anakinra_companion.ui.sites.reaction_words import SIGNS, About
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, column
from anakinra_companion.ui.widgets.patch import PatchView
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.sites import SiteMap

NONE, HERE, NEAR = "lump-none", "lump-here", "lump-near"
Mapped = Callable[[], "SiteMap"]


def asked(question: str, answers: Sequence[tuple[str, str]], name: str, *, across: bool = True) -> Choices:
    """Answers that say to a screen reader what they answer."""
    choices = Choices(answers, name=question, across=across)
    choices.setObjectName(name)
    for button in choices.findChildren(Button):
        button.setAccessibleName(f"{question}: {button.text()}")
    return choices


class _Part(QWidget):
    """Questions below each other; `changed` after each answer, `grew` with what has come into being."""

    changed = Signal()
    grew = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(theme.active().gap(12))

    def add(self, *widgets: QWidget) -> None:
        """Puts parts below each other."""
        for widget in widgets:
            self._below.addWidget(widget)


class StrengthFields(_Part):
    """The five signs, each from none to a lot; one press says that there is nothing at all."""

    def __init__(self, told: Signs | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: dict[str, Choices] = {}
        for name in SIGNS:
            said = reaction_words.sign(name)
            answers = [(f"{name}-{how}", reaction_words.strength(how)) for how in range(WORST + 1)]
            self._asked[name] = choices = asked(said, answers, name)
            if told is not None:
                choices.choose(f"{name}-{getattr(told, name)}")
            choices.picked.connect(self.changed)
            self.add(column([Text(said, bold=True), choices], 4))

    @property
    def any_said(self) -> bool:
        """True once something was answered."""
        return any(choices.value is not None for choices in self._asked.values())

    @property
    def signs(self) -> Signs:
        """The strength of each sign; what was not said counts as none."""
        redness, swelling, bruise, pain, itch = (int((self._asked[name].value or "0")[-1]) for name in SIGNS)
        return Signs(redness, swelling, bruise, pain, itch)

    def nothing(self) -> None:
        """There is nothing to see or feel."""
        for name, choices in self._asked.items():
            choices.choose(f"{name}-0")
        self.changed.emit()

    def focus_first(self) -> None:
        """Puts the keyboard on the first question."""
        self._asked[SIGNS[0]].focus_first()


class LumpField(_Part):
    """A lump: none, at the injection, or near it, shown on the skin (H16)."""

    def __init__(self, about: About, mapped: Mapped, tone: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about, self._mapped, self._tone = about, mapped, tone
        self._view: PatchView | None = None
        self._came_to = False
        answers = [(NONE, self.tr("No lump"))]
        if about.point is not None:
            answers += [(HERE, self.tr("Yes, at the injection")), (NEAR, self.tr("Yes, near it"))]
        else:
            answers.append((NEAR, self.tr("Yes: I show where")))
        said = self.tr("A lump or hard spot?")
        self._asked = asked(said, answers, "lump")
        self._asked.picked.connect(self._answered)
        self._where = asked(self.tr("Where is it?"), self._places(), "lump-place")
        self._where.picked.connect(self._show_skin)
        self._where.hide()
        self._how = Text(self.tr("Press on the picture where it is, or walk there with the arrow keys."))
        self._how.hide()
        self._rule = FactLine(content.say("sites-lump"), content.sources("sites-lump"))
        self._rule.hide()
        self.add(Text(said, bold=True), self._asked, self._rule, self._where, self._how)

    @property
    def answer(self) -> bool | None:
        """Whether there is a lump; None while nobody said."""
        return None if self._asked.value is None else self._asked.value != NONE

    @property
    def at(self) -> SitePoint | None:
        """Where it is, if that is not the injection itself; None while nobody came to a spot."""
        shown = self._view is not None and self._came_to and self._asked.value == NEAR
        return self._view.spot if shown and self._view is not None else None

    @property
    def is_placed(self) -> bool:
        """False for a lump of which it is not known where it is."""
        return self._asked.value != NEAR or self.at is not None

    def none(self) -> None:
        """There is none."""
        self._asked.choose(NONE)
        self._answered(NONE)

    def ask_where(self) -> None:
        """Puts the keyboard on what is still missing."""
        hair = self._view.cross_hair if self._view is not None and self._view.isVisible() else None
        if hair is not None:
            hair.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (self._where if self._where.isVisible() else self._asked).focus_first()

    def _places(self) -> list[tuple[str, str]]:
        return [(f"lump-{each.value}", words.capital(words.place(each))) for each in places_for(helper=True)]

    def _answered(self, answer: str) -> None:
        self._rule.setVisible(answer != NONE)
        near = answer == NEAR
        self._where.setVisible(near and self._about.place is None)
        if not near and self._view is not None:
            self._view.hide()
            self._how.hide()
        elif near and self._about.place is not None:
            self._show(self._about.place)
        elif near and self._view is not None:
            self._view.show()
            self._how.show()
        self.changed.emit()

    def _show_skin(self, answer: str) -> None:
        self._show(Place(answer.removeprefix("lump-")))

    def _show(self, place: Place) -> None:
        """The skin with a cross-hair, which begins at the injection, or in the middle of the place.

        The middle is nobody's answer: a spot counts there once the person came to it.
        """
        map_ = self._mapped()
        view = self._view
        if view is None:
            self._view = view = PatchView("")
            view.moved.connect(self._moved)
            view.picked.connect(self._moved)
            self.add(view)
        view.setAccessibleName(site_words.plane_name(place))
        view.show_state(site_words.patch_state(map_, place, self._tone))
        start = self._about.point if self._about.point is not None else middle_of(place, map_.skin.calibration)
        self._came_to = self._about.point is not None
        self._how.show()
        view.show()
        view.show_spot(start)
        self._tell(start)
        self.grew.emit(view)

    def _moved(self, spot: SitePoint) -> None:
        self._came_to = True
        self._tell(spot)

    def _tell(self, spot: SitePoint) -> None:
        if self._view is None:
            return
        if not self._came_to:
            self._view.tell(self.tr("Where is the lump?"))
            return
        away = distance(spot, self._about.point) if self._about.point is not None else None
        if not away:
            self._view.tell(self.tr("The lump is here"))
        else:
            self._view.tell(self.tr("Lump: {0} from the injection").format(words.centimetres(away)))


class SpreadingField(_Part):
    """ "Hot, spreading, or feeling ill?": asked as soon as anything is to be seen or felt (S86)."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = content.say("skin-spreading")
        card = Card(question)
        card.tint(Tone.SOON)
        # A slip of the hand on the first of them leads to the card of the doctor, not past it.
        answers = [("spreading-yes", self.tr("Yes, or I am not sure")), ("spreading-no", self.tr("No"))]
        self._asked = asked(question, answers, "spreading")
        self._asked.picked.connect(self._answered)
        self._missing = Text(tone=Tone.STOP)
        self._missing.hide()
        self._call_if = FactLine(content.say("skin-call-if"), content.sources("skin-call-if", "skin-spreading"))
        card.add(self._asked, self._missing, self._call_if)
        self.add(card)

    @property
    def value(self) -> bool | None:
        """The answer; None while nobody said."""
        return None if self._asked.value is None else self._asked.value == "spreading-yes"

    def show_answer(self, told: bool | None) -> None:
        """Shows an answer given earlier."""
        self._asked.choose(None if told is None else "spreading-yes" if told else "spreading-no")

    def complain(self) -> None:
        """It has to be answered first."""
        self._missing.say(self.tr("Please answer this first."))
        self._asked.focus_first()

    def _answered(self, answer: str) -> None:
        self._missing.say("")
        self.answered.emit(answer == "spreading-yes")
