"""Where the injections of the last two weeks were: a list for each day, and help for those who go round in turn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from anakinra_companion.diary.skin.earlier import Site
from anakinra_companion.domain.sites import Place, SitePoint, places_for
from anakinra_companion.ui import words
from anakinra_companion.ui.questions.person import NOT_KNOWN, Part
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import named
from anakinra_companion.ui.widgets.fields import ListField
from anakinra_companion.ui.widgets.frames import Line, column, row
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.diary.undo import Undo

_tr = QCoreApplication.translate
NONE = "none"


class FortnightQuestion(Part):
    """Every day that can be told of, the newest first; folded until somebody wants to tell, and then kept whole.

    "No injection" is kept by keeping nothing. After `keep`, `undo` takes back what was written, if anything was.
    """

    def __init__(self, diary: Diary, *, folded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        self.undo: Undo | None = None
        self._told = diary.earlier.told()
        self._last = ""
        self._rows = {day: self._row(day) for day in diary.earlier.open_days()}
        said = _tr("fortnight", "Tell about the last two weeks")
        self._fold = row(named("two-weeks", said, "calendar", self.unfold))
        self._list = self._all_rows()
        why = _tr("fortnight", "Tell where you injected, and the map knows which skin has rested.")
        self.add(Text(why), self._fold, self._list)
        folded = folded and not self._told
        self._list.setHidden(folded)
        self._fold.setHidden(not folded)

    @property
    def has_days(self) -> bool:
        """False once no day is left to tell of."""
        return bool(self._rows)

    def focus_first(self) -> None:
        """Puts the keyboard on the newest day."""
        for first in list(self._rows.values())[:1]:
            first.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.into_sight.emit(first)

    @property
    def is_open(self) -> bool:
        """True once somebody wants to tell."""
        return not self._list.isHidden()

    def unfold(self) -> None:
        """Shows the days."""
        self._list.show()
        self._fold.hide()
        self._fill_in_last()
        self.focus_first()

    def show_last(self, answer: str) -> None:
        """The newest day is the last injection, of which the place was told already."""
        self._last, before = answer, self._last
        if self.is_open:
            self._fill_in_last(instead_of=before)

    def keep(self) -> bool:
        """Writes every day that is other than on record; nothing while it is folded."""
        if not self.is_open:
            return True
        # A day may have grown too old meanwhile, or have a dose by now; it needs no telling then.
        days = [day for day in self.diary.earlier.open_days() if day in self._rows]
        answers = {day: self._rows[day].value for day in days}
        sites = {day: _site(answer) for day, answer in answers.items() if self._is_news(day, answer)}
        none_on = [day for day, answer in answers.items() if answer in ("", NONE) and day in self._told]
        if sites or none_on:
            self.undo = self.diary.earlier.tell(sites, none_on=none_on)
            self._told = self.diary.earlier.told()
        return True

    # ---- inside ---------------------------------------------------------------------------------------------

    def _row(self, day: date) -> ListField:
        entries = [("", _tr("fortnight", "Not told"))]
        entries.extend((place.value, words.capital(words.place(place))) for place in places_for(helper=True))
        entries.append((NOT_KNOWN, _tr("fortnight", "I do not know where")))
        entries.append((NONE, _tr("fortnight", "No injection")))
        told = _key(self._told[day]) if day in self._told else ""
        name = words.capital(words.short_day(day))
        if day == self.diary.today() - timedelta(days=1):
            name = _tr("fortnight", "Yesterday")
        made = ListField(name, entries, told, beside=True)
        made.control.setObjectName(f"day-{day.isoformat()}")
        return made

    def _all_rows(self) -> QWidget:
        same = _tr("fortnight", "Fill the other days in the same order")
        hint = _tr("fortnight", "Do you go round in turn? Answer the first days, then let the list repeat them.")
        newest_first = _tr("fortnight", "The newest day comes first. Leave out what you do not want to tell.")
        buttons = row(
            named("same-order", same, "down", self._repeat),
            named("empty-days", _tr("fortnight", "Empty the list"), "close", self._empty),
        )
        self._said = Line("", "info", Tone.INFO)
        self._said.hide()
        return column([Text(newest_first), small(hint), buttons, self._said, *self._rows.values()])

    def _fill_in_last(self, instead_of: str = "") -> None:
        for newest in list(self._rows.values())[:1]:
            if newest.value in ("", instead_of):
                newest.choose(self._last)

    def _repeat(self) -> None:
        """The days answered at the head of the list, again and again, wherever nothing is told yet."""
        fields = list(self._rows.values())
        answered = next((place for place, field in enumerate(fields) if not field.value), len(fields))
        order = [field.value for field in fields[:answered]]
        if not order:
            self._say(_tr("fortnight", "Please answer at least the first day. Then the list can repeat it."))
            return
        self._said.hide()
        for place, field in enumerate(fields):
            if not field.value:
                field.choose(order[place % len(order)])

    def _empty(self) -> None:
        self._said.hide()
        for field in self._rows.values():
            field.choose("")

    def _say(self, said: str) -> None:
        self._said.show_state(said, "info", Tone.INFO)
        self._said.show()

    def _is_news(self, day: date, answer: str) -> bool:
        if answer in ("", NONE):
            return False
        return day not in self._told or _key(self._told[day]) != answer


def _key(site: Site) -> str:
    """A point is told of by its place; it stays on record while nothing else is chosen."""
    if site is None:
        return NOT_KNOWN
    return site.place.value if isinstance(site, SitePoint) else site.value


def _site(answer: str) -> Site:
    return None if answer == NOT_KNOWN else Place(answer)
