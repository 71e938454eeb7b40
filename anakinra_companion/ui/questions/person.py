"""The questions that first run asks and Settings can change, each as one part of a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.domain.flow import Mode
from anakinra_companion.domain.profile import Condition, Gate, Hand, Leaflet, locked_by
from anakinra_companion.domain.sites import Place, places_for
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.fields import ListField, NumberField, TextField
from anakinra_companion.ui.widgets.frames import Card, Line
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate
ELSEWHERE = "--"
HOURS_IN_LIMIT = (1, 24)
NOT_KNOWN, NEVER = "not_known", "never"


class Part(QWidget):
    """One group of questions; `keep` writes the answers, and says what is missing instead when something is."""

    changed = Signal()
    # What the keyboard was led to.
    into_sight = Signal(QWidget)

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diary = diary
        self.below = QVBoxLayout(self)
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(theme.active().gap(14))

    def add(self, *widgets: QWidget) -> None:
        """Puts questions below each other."""
        for widget in widgets:
            self.below.addWidget(widget)

    def keep(self) -> bool:
        """Writes the answers; False when something is missing, which is then said beside it."""
        return True


class Gates(Part):
    """What has to be true before anybody follows the walkthrough (H11)."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        profile = diary.profile()
        known = profile.gates_of()
        self._asked: dict[Gate, Choices] = {}
        open_shut = [("yes", _tr("questions", "Yes")), ("no", _tr("questions", "No, or not sure"))]
        # Here "no" is the answer that opens the gate.
        allergy = [("yes", _tr("questions", "No")), ("no", _tr("questions", "Yes, or not sure"))]
        for gate in Gate:
            question = content.say(f"gate-{gate.value.replace('_', '-')}")
            entries = allergy if gate is Gate.NO_ALLERGY else open_shut
            answers = Choices(entries, name=question, across=True)
            answers.setObjectName(f"gate-{gate.value}")
            if gate in known:
                answers.choose("yes" if known[gate] else "no")
            answers.picked.connect(partial(self._answered, gate))
            self._asked[gate] = answers
            self.add(Text(question, bold=True), answers)
        said = _tr("questions", "What is it prescribed for?")
        what = Choices(
            [
                (Condition.RHEUMATOID_ARTHRITIS.value, _tr("questions", "Rheumatoid arthritis")),
                (Condition.OTHER.value, _tr("questions", "Something else")),
            ],
            name=said,
            across=True,
        )
        what.setObjectName("condition")
        what.choose(profile.condition.value if profile.condition else None)
        what.picked.connect(self._condition)
        self.add(Text(said, bold=True), what)
        self._note = FactLine(content.say("condition-other"), content.sources("condition-other"))
        self._shut = Card()
        self._shut.tint(Tone.SOON)
        self._shut.add(FactLine(content.say("gate-shut"), content.sources("gate-shut")))
        self.add(self._note, self._shut, small(content.say("latex-card")))
        self._show(profile.condition)

    def _answered(self, gate: Gate, answer: str) -> None:
        self.diary.answer_gate(gate, answer == "yes")
        self._show(self.diary.profile().condition)
        self.changed.emit()

    def _condition(self, answer: str) -> None:
        self.diary.change_profile(condition=Condition(answer))
        self._show(Condition(answer))
        self.changed.emit()

    def _show(self, condition: Condition | None) -> None:
        answered = {gate for gate, asked in self._asked.items() if asked.value is not None}
        shut = set(locked_by(self.diary.profile().gates_of()))
        self._shut.setVisible(bool(shut & answered))
        self._note.setVisible(condition is Condition.OTHER)


class You(Part):
    """The hand that injects, the country, and the numbers to call."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        profile = diary.profile()
        said = _tr("questions", "Which hand will hold the syringe?")
        self._hand = Choices(
            [(Hand.RIGHT.value, _tr("questions", "Right")), (Hand.LEFT.value, _tr("questions", "Left"))],
            name=said,
            across=True,
        )
        self._hand.choose(profile.hand.value)
        self.add(Text(said, bold=True), self._hand)
        entries = [("", _tr("questions", "Choose"))] if not profile.country else []
        entries.extend((country.code, country.name) for country in content.countries())
        entries.append((ELSEWHERE, _tr("questions", "Another country: I give the numbers myself")))
        self._country = ListField(_tr("questions", "Country"), entries, profile.country)
        self._country.control.setObjectName("country")
        self._emergency = TextField(
            _tr("questions", "Your emergency number"),
            profile.emergency_number,
            _tr("questions", "Leave it empty to use the number of your country."),
        )
        self._care = TextField(_tr("questions", "Your doctor's or nurse's number (if you like)"), profile.care_number)
        self._poison = TextField(_tr("questions", "Your poison line (if you like)"), profile.poison_number)
        self.add(self._country, self._emergency, self._care, self._poison)

    def keep(self) -> bool:
        """Writes the answers; a country without a cited number needs the person's own (H18)."""
        if not self._country.value:
            self._country.complain(_tr("questions", "Please choose your country: the emergency number hangs on it."))
            return False
        self._country.complain("")
        code = "" if self._country.value == ELSEWHERE else self._country.value
        if not code and not self._emergency.value:
            self._emergency.complain(_tr("questions", "Please give the emergency number of your country."))
            return False
        self._emergency.complain("")
        self.diary.change_profile(
            hand=Hand(self._hand.value or Hand.RIGHT.value),
            country=code or ELSEWHERE,
            emergency_number=self._emergency.value,
            care_number=self._care.value,
            poison_number=self._poison.value,
        )
        return True


class LeafletQuestion(Part):
    """What the leaflet in the box allows out of the fridge; the limit can be lowered, never raised (S94)."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        profile = diary.profile()
        said = _tr("questions", "What does the leaflet in your box allow out of the fridge?")
        self._answer = Choices(
            [
                (Leaflet.FULL.value, content.say("storage-limit-full")),
                (Leaflet.LESS.value, _tr("questions", "Less than that")),
                (Leaflet.LATER.value, _tr("questions", "I will look later")),
            ],
            name=said,
        )
        self._answer.setObjectName("leaflet")
        told = profile.is_set_up or profile.limit_minutes is not None or profile.leaflet is not Leaflet.LATER
        self._answer.choose(profile.leaflet.value if told else None)
        self._answer.picked.connect(self._show)
        hours = (profile.limit_minutes or 24 * 60) // 60
        self._hours = NumberField(_tr("questions", "How many hours?"), hours, HOURS_IN_LIMIT)
        self._who = TextField(_tr("questions", "Who says so? (leaflet, nurse, pharmacist)"), profile.limit_source)
        self.add(Text(said, bold=True), self._answer, self._hours, self._who)
        self.add(Line(content.say("storage-limit-later"), "info", Tone.INFO))
        self.add(FactLine(content.say("storage-put-back"), content.sources("storage-put-back", "storage-hours")))
        self._show(self._answer.value or "")

    def keep(self) -> bool:
        """Writes the answer; none given means "later"."""
        answer = Leaflet(self._answer.value or Leaflet.LATER.value)
        less = answer is Leaflet.LESS
        self.diary.change_profile(
            leaflet=answer,
            limit_minutes=self._hours.value * 60 if less else None,
            limit_source=self._who.value if less else "",
        )
        return True

    def _show(self, answer: str) -> None:
        self._hours.setVisible(answer == Leaflet.LESS.value)
        self._who.setVisible(answer == Leaflet.LESS.value)


class LastPlaceQuestion(Part):
    """Where the injection before this record was: the next one keeps its distance from it (S29)."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        said = _tr("questions", "Where was your last injection?")
        entries = [(place.value, words.capital(words.place(place))) for place in places_for(helper=True)]
        entries.append((NOT_KNOWN, _tr("questions", "I do not know any more")))
        entries.append((NEVER, _tr("questions", "I have never injected")))
        self._place = Choices(entries, name=said, across=True)
        self._place.setObjectName("last-place")
        self.look_again()
        self._place.picked.connect(self.changed)
        self.add(FactLine(content.say("sites-rule"), content.sources("sites-rule")), self._place)

    def look_again(self) -> None:
        """Shows what is on record."""
        known = self.diary.doses.earlier()
        if known is not None:
            self._place.choose(known.place.value if known.place else NOT_KNOWN)

    @property
    def answer(self) -> str:
        """What was chosen: a place, not known, never; empty while nothing was."""
        return self._place.value or ""

    def keep(self) -> bool:
        """Writes the answer once; no answer says nothing."""
        answer, known = self._place.value, self.diary.doses.earlier()
        if answer == NEVER:
            self.diary.doses.never_before()
        elif answer is not None:
            place = None if answer == NOT_KNOWN else Place(answer)
            # Passing this question again must not write the same answer twice.
            if known is None or known.place is not place:
                self.diary.doses.before_record(place)
        return True


class ModeQuestion(Part):
    """How much the walkthrough says."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        said = _tr("questions", "How much should the injection steps say?")
        mode = Choices(
            [
                (Mode.FIRST_TIME.value, _tr("questions", "Everything, one thing at a time")),
                (Mode.PRACTISED.value, _tr("questions", "Only the main points: I have done it often")),
            ],
            name=said,
        )
        mode.setObjectName("mode")
        mode.choose(diary.profile().mode.value)
        mode.picked.connect(self._picked)
        self.add(Text(said, bold=True), mode)

    def _picked(self, answer: str) -> None:
        self.diary.change_profile(mode=Mode(answer))
        self.changed.emit()
