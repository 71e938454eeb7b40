"""Which places took their injections worst: on the figure, as a table, and in one sentence that does not guess."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.sites import HELPER_PLACES, Place
from anakinra_companion.domain.skin.seeing import Treatment, may_compare, stands_out
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.sites import names
from anakinra_companion.ui.sites.seeing_used import injections
from anakinra_companion.ui.sites.word_table import WordTable
from anakinra_companion.ui.widgets.body_figure import BodyFigure, FigureState, Side
from anakinra_companion.ui.widgets.frames import Card
from anakinra_companion.ui.widgets.heat import Heat
from anakinra_companion.ui.widgets.text import lead, small

_tr = QCoreApplication.translate
# How high the figure is (pixels at 100 %).
HIGH = 430


def grade(told: Treatment) -> int | None:
    """What is drawn: the worst sign; None where nobody has told of any injection there."""
    if not told.told:
        return None
    return max(told.worst, 1) if told.reacted else 0


def sentence(told: Treatment) -> str:
    """One place in words: how many injections reacted, how badly at worst, and of how many anything was told."""
    where = _where(told)
    if not told.injections:
        return _tr("seeing", "{0}: not used.").format(where)
    if not told.told:
        return _tr("seeing", "{0}: {1}, and you told about none.").format(where, injections(told.injections))
    said = _tr("seeing", "{0}: {1} of {2} reacted, the worst: {3}. You told about {4}.")
    worst = names.grade(grade(told) or 0)
    return said.format(where, told.reacted, injections(told.injections), worst, told.told)


def summary(found: Sequence[Treatment]) -> str:
    """The sentence above: the place that stands out, or why none is named."""
    told = sum(each.told for each in found)
    counted = _tr("seeing", "You told about {0} of {1} in the last year.")
    counts = counted.format(told, injections(sum(each.injections for each in found)))
    if not may_compare(found):
        return _tr("seeing", "It is too early to tell. {0}").format(counts)
    worst = stands_out(found)
    if worst is None:
        return _tr("seeing", "No place stands out. {0}").format(counts)
    said = _tr("seeing", "{0} took it worst so far: {1} of {2} reacted. {3}")
    where = words.capital(words.place(worst.place))
    return said.format(where, worst.reacted, injections(worst.injections), counts)


class HeatCard(Card):
    """The figure and the table choose the same place, and what is known of it is said below them."""

    def __init__(self, map_: SiteMap, found: Sequence[Treatment], tone: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.say(self.tr("Which places treat you worst?"))
        self.setAccessibleName(self.heading.text())
        known = {each.place: each for each in found}
        places = [place for place in Place if place in map_.places or place in known]
        unused = [Treatment(place, 0, 0, 0, None) for place in places if place not in known]
        self._rows = [*found, *unused]
        self._told = lead()
        self._told.setObjectName("heat-told")
        self._figures = self._made(places, tone)
        self._table = self._made_table()
        self.add(lead(summary(found)), self._beside(), self._told)
        self.add(small(self.tr("What you told nothing about is not counted as good. It is not known.")))
        self._say(0)

    def _made(self, places: list[Place], tone: int) -> list[BodyFigure]:
        state = FigureState(
            places=tuple((each.place, sentence(each)) for each in self._rows if each.place in places),
            your_left=self.tr("your left"),
            your_right=self.tr("your right"),
            tone=tone,
            heat=tuple((each.place, Heat(grade(each), _short(each))) for each in self._rows),
        )
        sides = [(Side.FRONT, self.tr("Front"))]
        if any(place in HELPER_PLACES for place in places):
            sides.append((Side.BACK, self.tr("Back")))
        figures = []
        for side, name in sides:
            figure = BodyFigure(side, name)
            figure.setFixedHeight(theme.active().gap(HIGH))
            figure.show_state(state)
            figure.picked.connect(self._pick)
            figures.append(figure)
        return figures

    def _made_table(self) -> WordTable:
        heads: tuple[str, ...] = (self.tr("Place"), self.tr("Told about"), self.tr("Reacted"), self.tr("Worst"))
        rows: list[tuple[str, ...]] = [
            (_where(each), _told(each), _reacted(each), _worst(each)) for each in self._rows
        ]
        if theme.active().scale >= theme.LARGE:
            # Four columns of large words have no room beside each other.
            heads = (self.tr("Place"), self.tr("How it went"))
            rows = [(_where(each), _short(each)) for each in self._rows]
        table = WordTable(heads, rows, self.heading.text(), [sentence(each) for each in self._rows], whole=True)
        table.setObjectName("heat")
        table.chosen.connect(self._say)
        return table

    def _beside(self) -> QWidget:
        """Beside each other where there is room, below each other where not."""
        holder = QWidget()
        wide = theme.active().scale < theme.LARGE
        layout: QHBoxLayout | QVBoxLayout = QHBoxLayout(holder) if wide else QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.active().gap(16))
        one_row = wide and len(self._figures) == 1
        if one_row:
            layout.addWidget(self._figures[0], 4)
            layout.addWidget(self._table, 5)
            return holder
        views: QHBoxLayout | QVBoxLayout = QHBoxLayout() if wide else QVBoxLayout()
        for figure in self._figures:
            views.addWidget(figure, 1)
        below = QVBoxLayout()
        below.addLayout(views)
        below.addWidget(self._table)
        layout.addLayout(below)
        return holder

    def _pick(self, place: Place) -> None:
        row = [each.place for each in self._rows].index(place)
        self._table.selectRow(row)
        # A press on what was chosen already would let go of it.
        self._say(row)

    def _say(self, row: int) -> None:
        told = self._rows[row]
        self._told.say(sentence(told))
        for figure in self._figures:
            for place, button in figure.buttons.items():
                button.show_chosen(chosen=place is told.place)


def _short(told: Treatment) -> str:
    if not told.injections:
        return _tr("seeing", "not used")
    if not told.told:
        return _tr("seeing", "not told\n{0} given").format(told.injections)
    return _tr("seeing", "{0}\n{1} of {2}").format(names.grade(grade(told) or 0), told.reacted, told.injections)


def _where(told: Treatment) -> str:
    return words.capital(words.place(told.place))


def _told(told: Treatment) -> str:
    if not told.injections:
        return _tr("seeing", "not used")
    return _tr("seeing", "{0} of {1}").format(told.told, told.injections)


def _reacted(told: Treatment) -> str:
    return str(told.reacted) if told.told else "–"


def _worst(told: Treatment) -> str:
    found = grade(told)
    return "–" if found is None else names.grade(found)
