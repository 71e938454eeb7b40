"""The lists of Your skin: marks, lumps and wishes, each with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.domain.sites import AvoidMark, Lump, Place
from anakinra_companion.domain.skin.wishes import Wish, WishKind
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.sites import skin_words
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, Symbol, row
from anakinra_companion.ui.widgets.patch.sign import MarkSign
from anakinra_companion.ui.widgets.text import Text, lead, small

_tr = QCoreApplication.translate


class Entry(QFrame):
    """One thing of a list: its sign, its name, what is known of it, and what can be done."""

    def __init__(self, sign: QWidget, name: str, told: Sequence[QWidget], acts: Sequence[Button]) -> None:
        super().__init__()
        look = theme.active()
        self.setObjectName("entry")
        self.setAccessibleName(name)
        self.setStyleSheet(f"QFrame#entry {{ border-top: 1px solid {look.tokens.border}; }}")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, look.gap(12), 0, 0)
        across.setSpacing(look.gap(12))
        across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout()
        below.setSpacing(look.gap(6))
        below.addWidget(Text(name, bold=True))
        for each in told:
            below.addWidget(each)
        for act in acts:
            # Heard alone, "Correct" would not say what.
            act.setAccessibleName(_tr("skin", "{0}: {1}").format(act.text(), name))
        below.addWidget(row(*acts))
        across.addLayout(below, 1)


def _said(*sentences: str) -> list[QWidget]:
    """Remarks below each other; what was not said takes no room."""
    return [small(each) for each in sentences if each]


class MarksCard(Card):
    """Marks in force; `opened`, `gone` and `took_back` give the mark, `choose_spot` leads to the map."""

    opened = Signal(object)
    gone = Signal(object)
    took_back = Signal(object)
    choose_spot = Signal()

    def __init__(self, marks: Sequence[AvoidMark], tone: int, inches: bool, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Skin to keep away from"), parent)
        if not marks:
            nothing = self.tr("Nothing is marked. A scar, a mole, a vein, a bruise? Choose its spot on the map.")
            self.add(lead(nothing))
        for mark in marks:
            told = _said(skin_words.mark_told(mark, inches=inches), mark.note)
            self.add(Entry(MarkSign(mark, tone), skin_words.mark_name(mark), told, self._acts(mark)))
        self.add(row(named("mark-on-map", self.tr("Choose a spot on the map"), "bodymap", self.choose_spot.emit)))

    def _acts(self, mark: AvoidMark) -> list[Button]:
        return [
            named(f"mark-{mark.id}", self.tr("Correct"), "edit", partial(self.opened.emit, mark)),
            named(f"mark-gone-{mark.id}", self.tr("It is gone"), "check", partial(self.gone.emit, mark)),
            named(f"mark-back-{mark.id}", self.tr("Take back"), "undo", partial(self.took_back.emit, mark)),
        ]


class LumpsCard(Card):
    """All lumps, those that no doctor has checked first; the signals give the lump."""

    opened = Signal(object)
    checked = Signal(object)
    took_back = Signal(object)

    def __init__(self, lumps: Sequence[Lump], tone: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lumps and hard spots"), parent)
        open_ = [lump for lump in lumps if not lump.checked]
        if not lumps:
            self.add(lead(self.tr("No lump is noted.")))
        for lump in (*open_, *(lump for lump in lumps if lump.checked)):
            self.add(self._entry(lump, tone))
        ids = ("sites-lump", "sites-lump-locked") if open_ else ("sites-lump",)
        self.add(FactLine(content.say(*ids), content.sources(*ids)))

    def _entry(self, lump: Lump, tone: int) -> Entry:
        told: list[QWidget] = _said(skin_words.lump_told(lump), lump.note)
        if not lump.checked:
            locked = self.tr("Its skin is locked. Show it to your doctor.")
            told.insert(0, Line(locked, "warning", Tone.SOON))
        return Entry(MarkSign(lump, tone), skin_words.lump_name(lump), told, self._acts(lump))

    def _acts(self, lump: Lump) -> list[Button]:
        checked = partial(self.checked.emit, lump)
        acts = [
            named(f"lump-{lump.id}", self.tr("Correct"), "edit", partial(self.opened.emit, lump)),
            named(f"lump-back-{lump.id}", self.tr("Take back"), "undo", partial(self.took_back.emit, lump)),
        ]
        if not lump.checked:
            acts.insert(0, named(f"lump-checked-{lump.id}", self.tr("A doctor has checked it"), "check", checked))
        return acts


class WishesCard(Card):
    """Every place with what is wished of it; `asked` and `cleared` give the place."""

    asked = Signal(object)
    cleared = Signal(object)

    def __init__(self, places: Sequence[Place], wishes: dict[Place, Wish], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your wishes for whole places"), parent)
        self.add(small(self.tr("Not your right thigh this week? Leave it out, and the next point is elsewhere.")))
        for place in places:
            self.add(self._entry(place, wishes.get(place)))

    def _entry(self, place: Place, wish: Wish | None) -> Entry:
        name = words.capital(words.place(place))
        asks = self.tr("Change") if wish else self.tr("Leave it out, or put it first")
        acts = [named(f"wish-{place.value}", asks, "edit", partial(self.asked.emit, place))]
        if wish is not None:
            again = self.tr("As any other again")
            acts.append(named(f"clear-{place.value}", again, "undo", partial(self.cleared.emit, place)))
        return Entry(
            Symbol(_ICONS[wish.kind if wish else None], _TONES[wish.kind if wish else None]),
            name,
            _said(skin_words.wish_told(wish)),
            acts,
        )


_ICONS = {None: "empty-circle", WishKind.PREFER: "up", WishKind.EXCLUDE: "dash-circle"}
_TONES = {None: Tone.MUTED, WishKind.PREFER: Tone.TAKEN, WishKind.EXCLUDE: Tone.SOON}


def rules() -> Card:
    """The rules that every point of the map follows."""
    ids = ("sites-rule", "sites-places", "sites-helper", "sites-skin", "sites-lump", "sites-four-weeks")
    card = Card(_tr("skin", "The rules for places"))
    for id_ in ids:
        card.add(Line(content.say(id_), "check", Tone.PLAIN))
    card.add(FactLine(content.say("about-leaflet-wins"), content.sources(*ids)))
    return card
