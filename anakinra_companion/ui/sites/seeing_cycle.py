"""How much of the cycle is in use, and how long ago each point was used."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.diary.sites import PointView, SiteMap
from anakinra_companion.domain.sites import POINT_REST_DAYS
from anakinra_companion.domain.skin.against import Blocked
from anakinra_companion.domain.skin.seeing import Coverage
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.sites import names
from anakinra_companion.ui.sites.word_table import WordTable
from anakinra_companion.ui.widgets.cycle_dots import CycleDot, CycleDots, CycleRow, DotSign
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Flow
from anakinra_companion.ui.widgets.text import Text, lead


class CycleCard(Card):
    """The sentence, the drawing with what its shapes mean, and every point with its days as a list."""

    def __init__(self, map_: SiteMap, coverage: Coverage, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.say(self.tr("How widely your points are used"))
        self.setAccessibleName(self.heading.text())
        told = self.tr("You used {0} of your {1} points in the last {2} days.")
        said = told.format(coverage.used, coverage.free, POINT_REST_DAYS)
        rows = [CycleRow(words.capital(words.place(place)), _dots(map_, map_.points[place])) for place in map_.places]
        self.add(lead(said), CycleDots(rows, said), self._shapes(rows))
        self.add(FactLine(content.say("sites-four-weeks"), content.sources("sites-four-weeks")))
        self.add(self._list(map_))

    def _shapes(self, rows: list[CycleRow]) -> QWidget:
        """What the shapes mean that are in sight."""
        holder = QWidget()
        across = Flow(holder)
        dots = [dot for row in rows for dot in row.dots]
        found = {
            self.tr("Used lately, with the days since"): [dot for dot in dots if dot.resting and not dot.kept_out],
            self.tr("Rested, with the days since"): [
                dot for dot in dots if dot.days is not None and not dot.resting and not dot.kept_out
            ],
            self.tr("Never used"): [dot for dot in dots if dot.days is None and not dot.kept_out],
            self.tr("Left out: mark, lump or wish"): [dot for dot in dots if dot.kept_out],
        }
        for said, such in found.items():
            if such:
                across.addWidget(_explained(such[0], said))
        return holder

    def _list(self, map_: SiteMap) -> QWidget:
        rows = [
            (words.capital(words.place(place)), str(view.number), words.capital(names.since(view.rested_days)))
            for place in map_.places
            for view in map_.points[place]
        ]
        spoken = [names.point(view) for place in map_.places for view in map_.points[place]]
        heads = (self.tr("Place"), self.tr("Point"), self.tr("Last used"))
        return WordTable(heads, rows, self.tr("Days since each point was used"), spoken)


def _dots(map_: SiteMap, views: tuple[PointView, ...]) -> tuple[CycleDot, ...]:
    """The last injection keeps no point out of the cycle: that passes by."""
    excluded = map_.skin.excluded
    return tuple(
        CycleDot(view.rested_days, view.blocked not in (None, Blocked.TOO_NEAR_LAST) or view.point.place in excluded)
        for view in views
    )


def _explained(dot: CycleDot, said: str) -> QWidget:
    holder = QWidget()
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 0, theme.active().gap(14), 0)
    across.setSpacing(theme.active().gap(8))
    text = Text(said, size=theme.SMALL)
    # On one line, as wide as its words: the signs stand beside each other and wrap as a whole.
    text.setWordWrap(False)
    across.addWidget(DotSign(dot))
    across.addWidget(text, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder
