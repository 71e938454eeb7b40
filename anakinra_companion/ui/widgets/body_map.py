"""The body map: the figure, and beside it or below it one place close up, with a smooth way from one to the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.body_figure import BodyFigure, FigureState, Side
from anakinra_companion.ui.widgets.frames import Card
from anakinra_companion.ui.widgets.patch.legend import Legend
from anakinra_companion.ui.widgets.patch.state import PatchState
from anakinra_companion.ui.widgets.patch.view import PatchView
from anakinra_companion.ui.widgets.zoom import Zoom, picture_of

# From this width on (pixels at 100 %) the close-up stands beside the figure.
WIDE = 900
# The figure fills its card beside the close-up, and is smaller above it (pixels at 100 %).
BESIDE, ABOVE = 500, 400


@dataclass(frozen=True, slots=True)
class MapWords:
    """What the parts of the map are called."""

    front: str
    back: str


@dataclass(frozen=True, slots=True)
class MapState:
    """Everything the map shows: the figure, the close-up with its name, the point that was chosen, or any spot."""

    figure: FigureState
    patch: PatchState
    patch_words: str
    selected: SitePoint | None = None
    spot: SitePoint | None = None
    spot_told: tuple[str, str] = ("", "")


class BodyMap(QWidget):
    """Takes a state and says what was pressed.

    `place_picked` gives a place of the figure, `picked` a point or a spot, `moved` where the cross-hair came to,
    `mark_picked` a mark or lump, `focused` the control that the keyboard came to.
    """

    place_picked = Signal(object)
    picked = Signal(object)
    moved = Signal(object)
    mark_picked = Signal(object)
    focused = Signal(QWidget)

    def __init__(self, words: MapWords, parent: QWidget | None = None, *, with_legend: bool = True) -> None:
        super().__init__(parent)
        self._with_legend = with_legend
        self._state: MapState | None = None
        self.figures = {
            Side.FRONT: BodyFigure(Side.FRONT, words.front),
            Side.BACK: BodyFigure(Side.BACK, words.back),
        }
        self.patch = PatchView("")
        self.patch.setObjectName("patch")
        self.legend = Legend()
        self._persons, self._skin, self._shapes = Card(), Card(), Card()
        self._wire()
        self._put_together()
        self._zoom = Zoom(self)

    @property
    def is_wide(self) -> bool:
        """True where the close-up stands beside the figure."""
        return self.width() >= theme.active().px(WIDE) and theme.active().scale < theme.LARGE

    @property
    def is_zooming(self) -> bool:
        """True while the close-up grows out of the figure."""
        return self._zoom.is_running

    @property
    def close_up(self) -> Card:
        """The card of the close-up, for words below it."""
        return self._skin

    def show_state(self, state: MapState) -> None:
        """Shows another state; a new place grows out of the figure."""
        chosen, grows = state.figure.chosen, self._grows(state)
        before = picture_of(self.patch) if grows else QPixmap()
        self._state = state
        for figure in self.figures.values():
            figure.show_state(state.figure)
        self.patch.setAccessibleName(state.patch_words)
        self._skin.heading.say(state.patch_words)
        self._skin.setAccessibleName(state.patch_words)
        self.patch.show_state(state.patch, state.selected)
        if state.spot != self.patch.spot:
            self.patch.show_spot(state.spot, *state.spot_told)
        self.legend.show_state(state.patch, chosen=state.selected is not None)
        if grows and chosen is not None:
            self._grow(chosen, before)

    def select(self, point: SitePoint | None) -> None:
        """Frames another point and paints nothing else."""
        if self._state is None:
            return
        if (self._state.selected is None) is not (point is None):
            self.legend.show_state(self._state.patch, chosen=point is not None)
        self._state = replace(self._state, selected=point)
        self.patch.select(point)

    def tell(self, words: str, more: str = "") -> None:
        """Says of the spot under the cross-hair what the page found out; `more` to a screen reader only."""
        self.patch.tell(words, more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room, below each other where not."""
        super().resizeEvent(event)
        self._arrange()

    # ---- inside ---------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        for figure in self.figures.values():
            figure.picked.connect(self.place_picked)
            figure.walked_off.connect(self._to_other_view)
            figure.focused.connect(self.focused)
        self.patch.picked.connect(self.picked)
        self.patch.moved.connect(self.moved)
        self.patch.mark_picked.connect(self.mark_picked)
        self.patch.focused.connect(self.focused)

    def _put_together(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(theme.active().gap(28))
        for figure in self.figures.values():
            across.addWidget(figure)
        self._persons.body.addLayout(across)
        self._persons.body.addStretch(1)
        self._skin.add(self.patch)
        self._shapes.add(self.legend)
        self._skin.body.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.active().gap(16))
        self._grid.setColumnStretch(0, 4)
        self._grid.addWidget(self._persons, 0, 0)
        self._grid.addWidget(self._skin, 1, 0)
        self._grid.addWidget(self._shapes, 2, 0)
        self._shapes.setVisible(self._with_legend)
        self._grid.setRowStretch(3, 1)

    def _arrange(self) -> None:
        wide = self.is_wide
        for figure in self.figures.values():
            figure.setFixedHeight(theme.active().gap(BESIDE if wide else ABOVE))
        row, column = (0, 1) if wide else (1, 0)
        if self._grid.itemAtPosition(row, column) is not None:
            return
        for card in (self._skin, self._shapes):
            self._grid.removeWidget(card)
        self._grid.addWidget(self._skin, row, column)
        self._grid.addWidget(self._shapes, 2, 0, 1, 2 if wide else 1)
        self._grid.setColumnStretch(1, 5 if wide else 0)
        self._grid.setHorizontalSpacing(theme.active().gap(16) if wide else 0)

    def _to_other_view(self, key: Qt.Key) -> None:
        front = self.sender() is self.figures[Side.FRONT]
        if key not in (Qt.Key.Key_Right, Qt.Key.Key_Left) or front is not (key is Qt.Key.Key_Right):
            return
        other = self.figures[Side.BACK if front else Side.FRONT]
        other.focus_nearest(QPointF(0 if front else other.width(), other.height() / 2))

    def _grows(self, state: MapState) -> bool:
        """True where other skin is to be seen than before, and motion is welcome."""
        if self._state is None or state.figure.chosen is None or theme.active().still or not self.isVisible():
            return False
        return self._state.patch.plane is not state.patch.plane

    def _grow(self, place: Place, before: QPixmap) -> None:
        figure = next((each for each in self.figures.values() if place in each.buttons), None)
        self._zoom.stop()
        if figure is None:
            return
        drawn = figure.place_rect(place)
        begin = QRect(figure.mapTo(self, drawn.topLeft()), drawn.size())
        end = QRect(self.patch.mapTo(self, self.patch.rect().topLeft()), self.patch.size())
        self._zoom.start(before, picture_of(self.patch), begin, end)
