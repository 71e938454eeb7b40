"""Help now: whom to call, and what to say; it needs no record, and shows what the record knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.domain.hold import Hold, HoldReason
from anakinra_companion.ui import spoken, theme
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.domain.profile import Profile


class HelpPage(Page):
    """The emergency number first, big enough to read out to another phone."""

    def __init__(self, diary: Diary | None, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)  # type: ignore[arg-type]
        self._known = diary
        self.title.say(self.tr("Help now"))
        self.setAccessibleName(self.tr("Help now"))

    def focus_first(self) -> None:
        """Nothing has to be pressed here: what has to be done is heard at once."""
        spoken.give_focus(self.title, spoken.words_in(self._inner, self.title))

    def refresh(self) -> None:
        """Shows the numbers, with the last dose where a record is open."""
        if self._known is None:
            self.show_state((None, "", None))
            return
        last = self._known.doses.last()
        told = ""
        if last is not None:
            from anakinra_companion.ui import words  # knows the diary, which help must not wait for

            zone = self._known.zone()
            when = words.full_when(last.at, zone) if last.at else self.tr("time not known")
            where = words.place(last.place) if last.place else self.tr("place not known")
            told = self.tr("Last dose on record: {0}, {1}.").format(when, where)
        self.show_state((self._known.profile(), told, self._known.hold.standing()))

    def build(self, state: object) -> None:
        """Emergency, what to say, poison line, doctor now."""
        if not isinstance(state, tuple):
            return
        profile, last, hold = state
        self.add(self._emergency(profile, hold), self._say(str(last)), self._poison(profile), self._doctor(profile))

    def _emergency(self, profile: Profile | None, hold: Hold | None) -> QWidget:
        card = Card()
        card.tint(Tone.STOP)
        card.add(Line(content.say("help-call-now"), "phone", Tone.STOP, size=theme.HEADING, bold=True))
        card.add(self._number(emergency_number(profile), self.tr("your local emergency number")))
        card.add(lead(content.say("help-signs")))
        card.add(Text(content.say("help-hold"), bold=True, size=theme.LEAD))
        if hold is not None:
            card.add(self._held(hold))
        elif self._known is not None:
            stop = Button(self.tr("I called. Note it: no injection until a doctor says so"), Kind.STOP, icon="stop")
            stop.setObjectName("set-hold")
            stop.clicked.connect(self._hold)
            card.add(row(stop))
        return card

    def _held(self, hold: Hold) -> QWidget:
        if self._known is None:
            return QWidget()
        from anakinra_companion.ui import words  # as above

        when = words.full_when(hold.since, self._known.zone())
        said = self.tr("Noted on {0}. The Today page says so too, and there it ends.").format(when)
        line = Line(said, "check-circle", Tone.STOP, bold=True)
        line.text.setObjectName("hold-noted")
        return line

    def _hold(self) -> None:
        if self._known is None:
            return
        undo = self._known.hold.set(HoldReason.EMERGENCY_SIGN)
        self.refresh()
        self.done.emit(undo)
        self.later(self._hear_noted)

    def _hear_noted(self) -> None:
        noted = self.findChild(Text, "hold-noted")
        if isinstance(noted, Text):
            spoken.give_focus(noted, "")

    def _say(self, last: str) -> QWidget:
        card = Card(self.tr("What to say"))
        card.add(lead(content.say("help-say")))
        card.add(Text(last or self.tr("No dose is on record."), bold=True))
        return card

    def _poison(self, profile: Profile | None) -> QWidget:
        card = Card(self.tr("Too much injected"))
        country = content.country(profile.country if profile else "")
        own = profile.poison_number if profile else ""
        listed = country.poison if country else ""
        card.add(self._number(own or listed, self.tr("your poison line, or your pharmacist"), size=theme.TITLE))
        if listed and not own and country is not None:
            card.add(small(self.tr("This number is for {0} only.").format(country.name)))
        card.add(FactLine(content.say("help-overdose"), content.sources("help-overdose", "help-signs")))
        return card

    def _doctor(self, profile: Profile | None) -> QWidget:
        card = Card(self.tr("Call your doctor now"))
        if profile is not None and profile.care_number:
            card.add(self._number(profile.care_number, "", size=theme.TITLE))
        card.add(FactLine(content.say("help-doctor-today"), content.sources("help-doctor-today")))
        if not content.is_reviewed():
            card.add(small(content.say("about-not-reviewed")))
        return card

    def _number(self, number: str, instead: str, *, size: int = theme.GIANT) -> QWidget:
        text = Text(number or instead, size=size if number else theme.TITLE, bold=True)
        # Read out digit by digit, not as one large number.
        text.setAccessibleName(" ".join(number) if number else instead)
        return text


def emergency_number(profile: Profile | None) -> str:
    """The person's own emergency number, or that of their country; "" where neither is known."""
    if profile is None:
        return ""
    country = content.country(profile.country)
    return profile.emergency_number or (country.emergency if country else "")
