"""How many injections each place had in the last days, as bars with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.skin.seeing import Used
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.widgets.bar import Bar
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.frames import Card
from anakinra_companion.ui.widgets.text import Text, lead

# The span that is open at first: the four weeks of the cycle.
FIRST = 1


def injections(count: int) -> str:
    """A number of injections in words."""
    return QCoreApplication.translate("seeing", "%n injection(s)", "", count)


class UsedCard(Card):
    """One span at a time; another one changes the bars in their place."""

    def __init__(self, map_: SiteMap, used: Sequence[Used], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.say(self.tr("How often each place was used"))
        self.setAccessibleName(self.heading.text())
        self._map = map_
        self._used = {str(each.days): each for each in used}
        self._told = lead()
        self._rows = _Rows()
        spans = Choices(
            [(days, QCoreApplication.translate("seeing", "Last %n day(s)", "", int(days))) for days in self._used],
            name=self.tr("Which days"),
            across=True,
        )
        first = used[min(FIRST, len(used) - 1)]
        spans.choose(str(first.days))
        spans.picked.connect(self._show_span)
        self.add(spans, self._told, self._rows)
        self._show(first)

    def _show_span(self, days: str) -> None:
        self._show(self._used[days])

    def _show(self, used: Used) -> None:
        told = injections(used.injections)
        points = QCoreApplication.translate("seeing", "%n different point(s)", "", used.points)
        self._told.say(self.tr("{0} at {1}.").format(told, points))
        places = [*self._map.places, *(place for place in used.places if place not in self._map.places)]
        rows = [(words.capital(words.place(place)), used.places.get(place, 0)) for place in places]
        unknown = used.injections - sum(used.places.values())
        if unknown:
            rows.append((self.tr("Place not known"), unknown))
        self._rows.show_state(rows)


class _Rows(QWidget):
    """A name, a bar and a number on each row."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.active().gap(14))
        self._grid.setVerticalSpacing(theme.active().gap(10))
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 5)
        self._grid.setColumnStretch(2, 2)

    def show_state(self, rows: Sequence[tuple[str, int]]) -> None:
        """Shows other numbers."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        most = max((count for _, count in rows), default=0)
        for at, (name, count) in enumerate(rows):
            said = injections(count)
            self._grid.addWidget(Text(name), at, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(Bar(count / most if most else 0.0), at, 1, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(Text(said, bold=True), at, 2, Qt.AlignmentFlag.AlignVCenter)
