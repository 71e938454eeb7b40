"""The care team's own numbers, each with who said so: the program has none (C1, H3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.ui import theme
from anakinra_companion.ui.questions.person import Part
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.fields import NumberField, TextField
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate
MINUTES = 60
# What the fields take: a label for every second day has two days between its doses.
HOURS = (1, 48)
# Where the field begins, for somebody to change; nothing is kept of it before a name stands beside it.
BEGIN = 12
DAYS = (0, 60)
SAID, NOTHING = "said", "nothing"


class Number(QWidget):
    """One number: whether the care team gave it, how many hours, and who said so."""

    changed = Signal()

    def __init__(self, name: str, question: str, hours: str, minutes: int | None, source: str) -> None:
        super().__init__()
        answers = [(NOTHING, _tr("questions", "No")), (SAID, _tr("questions", "Yes, they gave me a number"))]
        self._said = Choices(answers, name=question, across=True)
        self._said.setObjectName(name)
        self._said.choose(NOTHING if minutes is None else SAID)
        self._hours = NumberField(hours, BEGIN if minutes is None else minutes // MINUTES, HOURS)
        self._who = TextField(_tr("questions", "Who said so? (doctor, nurse, pharmacist)"), source)
        self._who.control.setObjectName(f"{name}-who")
        self._hours.control.setObjectName(f"{name}-hours")
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.active().gap(10))
        for each in (Text(question, bold=True), self._said, self._hours, self._who):
            below.addWidget(each)
        self._said.picked.connect(self._follow)
        self._follow()

    @property
    def minutes(self) -> int | None:
        """What they said, in minutes; None where they said nothing."""
        return self._hours.value * MINUTES if self._said.value == SAID else None

    @property
    def source(self) -> str:
        """Who said so."""
        return self._who.value if self._said.value == SAID else ""

    def is_in_order(self) -> bool:
        """A number without a name is nobody's, and is not kept."""
        missing = self.minutes is not None and not self.source
        self._who.complain(_tr("questions", "Please write who gave you this number.") if missing else "")
        return not missing

    def _follow(self) -> None:
        for each in (self._hours, self._who):
            each.setVisible(self._said.value == SAID)
        self.changed.emit()


class CareNumbers(Part):
    """When a missed dose is left out, and how long apart two doses are at least."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        profile = diary.profile()
        self._missed = Number(
            "care-missed",
            _tr("questions", "Did they say when to leave a missed dose out?"),
            _tr("questions", "If the next dose is due in less than how many hours?"),
            profile.missed_minutes,
            profile.missed_source,
        )
        self._interval = Number(
            "care-interval",
            _tr("questions", "Did they say how long to wait between two doses?"),
            _tr("questions", "At least how many hours?"),
            profile.interval_minutes,
            profile.interval_source,
        )
        told = FactLine(content.say("dose-care-numbers"), content.sources("dose-care-numbers"))
        self.add(told, self._missed, self._interval)

    def keep(self) -> bool:
        """Writes both, each with its name."""
        if not all([self._missed.is_in_order(), self._interval.is_in_order()]):
            return False
        self.diary.change_profile(
            missed_minutes=self._missed.minutes,
            missed_source=self._missed.source,
            interval_minutes=self._interval.minutes,
            interval_source=self._interval.source,
        )
        return True


class RefillQuestion(Part):
    """How many days before the syringes run out the person wants to be told."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        supply = diary.overview().supply
        said = _tr("questions", "How many days before your syringes run out do you want to be told?")
        self._days = NumberField(said, supply.lead, DAYS)
        self._days.control.setObjectName("refill-days")
        self.add(self._days, FactLine(content.say("supply-refill"), content.sources("supply-refill")))

    def keep(self) -> bool:
        """Writes the number."""
        self.diary.change_profile(refill_days=self._days.value)
        return True
