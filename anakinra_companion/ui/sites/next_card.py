"""The next point with its reason and two others, or why none is free and what to do about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion import content
from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.domain.skin.wishes import NothingFree
from anakinra_companion.domain.suggestion import Blocked, Suggestion
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.sites import skin_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.text import Text, lead, small


class HotCard(Card):
    """Skin that was told to be hot or spreading: it is left out, and what brings it back; `told_again` goes there."""

    told_again = Signal()

    def __init__(self, places: frozenset[Place], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.tint(Tone.STOP)
        named_all = skin_words.all_of(tuple(place for place in Place if place in places))
        said = self.tr("Left out for now: {0}. You told of hot or spreading skin there.").format(named_all)
        self.add(Line(said, "phone", Tone.STOP, bold=True))
        self.add(FactLine(content.say("skin-doctor-now"), content.sources("skin-doctor-now")))
        self.add(
            Text(self.tr("When a doctor has seen it, tell again how the skin looks. Then the place is free again."))
        )
        self.add(row(named("tell-hot-again", self.tr("Tell how it looks now"), "edit", self.told_again.emit)))


class NextCard(Card):
    """The suggestion; `picked` gives the point of one of the others when it is pressed."""

    picked = Signal(object)

    def __init__(self, map_: SiteMap, found: Suggestion, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        name = words.capital(words.place(found.point.place))
        number = map_.number(found.point)
        self.add(Line(self.tr("Next: {0}, point {1}").format(name, number), "bodymap", size=theme.HEADING, bold=True))
        self.add(lead(words.why_here(found)))
        if found.cm_from_last is not None:
            far = words.centimetres(found.cm_from_last * 100)
            self.add(small(self.tr("About {0} from the last injection.").format(far)))
        if others := [self._other(map_, at, other) for at, other in enumerate(map_.alternatives)]:
            self.add(Text(self.tr("Or one of these:"), bold=True), row(*others))

    def _other(self, map_: SiteMap, at: int, other: Suggestion) -> Button:
        name = words.capital(words.place(other.point.place))
        said = self.tr("{0}, point {1}").format(name, map_.number(other.point))
        return named(f"other-{at}", said, "bodymap", partial(self._pick, other.point))

    def _pick(self, point: SitePoint) -> None:
        self.picked.emit(point)


class NothingFreeCard(Card):
    """Why no point is free, each reason with the way out of it.

    `part_asked` gives the part of the page to go to, `helper_asked` that somebody else injects.
    """

    part_asked = Signal(str)
    helper_asked = Signal()

    def __init__(
        self, why: NothingFree | None, hot: frozenset[Place] = frozenset(), parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.tint(Tone.SOON)
        self.add(Line(self.tr("No point is free now."), "warning", Tone.SOON, size=theme.HEADING, bold=True))
        self.add(FactLine(content.say("sites-nothing-free"), content.sources("sites-nothing-free")))
        if why is None:
            return
        if wished := tuple(place for place in why.excluded if place not in hot):
            told = self.tr("You left out {0}. Points are free there.").format(skin_words.all_of(wished))
            self._reason(told, "see-wishes", self.tr("See your wishes"), "edit", "skin/wish-")
        for reason in why.reasons:
            self._blocked(reason)
        if why.with_helper:
            helper = named("ask-helper", self.tr("Somebody else injects"), "people", self.helper_asked.emit)
            told = self.tr("Points that only somebody else reaches are free. Use them only if that person injects.")
            self.add(Line(told, "people"), row(helper))

    def _blocked(self, reason: Blocked) -> None:
        if reason is Blocked.LUMP:
            self._reason(content.say("sites-lump"), "see-lumps", self.tr("See your lumps"), "list", "skin/lump-")
        elif reason is Blocked.AVOID_MARK:
            told = self.tr("You marked skin to keep away from. Is all of it still there?")
            self._reason(told, "see-marks", self.tr("See your marks"), "list", "skin/mark-")
        elif reason is Blocked.TOO_NEAR_LAST:
            self.add(
                Line(self.tr("Points are too near the last injection. They are free after the next one."), "drop")
            )

    def _reason(self, told: str, name: str, action: str, icon: str, part: str) -> None:
        go = named(name, action, icon, partial(self.part_asked.emit, part))
        go.setAccessibleDescription(told)
        self.add(Line(told, "info"), row(go))
