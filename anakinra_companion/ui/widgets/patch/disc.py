"""A disc round the spot that is being chosen: the skin that would be left alone."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.ui.widgets.patch import marks
from anakinra_companion.ui.widgets.patch.controls import CrossHair
from anakinra_companion.ui.widgets.patch.inks import inks
from anakinra_companion.ui.widgets.patch.state import PatchState
from anakinra_companion.ui.widgets.patch.view import PatchView

ROUND = 14


@dataclass(frozen=True, slots=True)
class Disc:
    """What is drawn round the spot: its radius in 0.1 mm and the reason's sign; a lump has a padlock.

    Without a radius no skin is kept free: that is a lump a doctor has checked, with a tick.
    """

    radius: int
    reason: str = ""
    lump: bool = False


class DiscLayer(QWidget):
    """Lies over a close-up of skin and lets every press through."""

    def __init__(self, view: PatchView) -> None:
        super().__init__(view)
        self._view = view
        self.disc = Disc(0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the skin, always."""
        if event.type() == QEvent.Type.Resize:
            self.resize(self._view.size())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the disc as the map will show it, no further than the skin."""
        view, spot = self._view.projection, self._view.spot
        if view is None or spot is None:
            return
        window, ink = view.window(self._view.state.box()), inks(self._view.state.tone)
        at, radius = view.pixel(spot.x, spot.y), max(view.pixels(self.disc.radius), 2.0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(window, ROUND, ROUND)
        painter.setClipPath(clip)
        room = marks.sign_radius() + 4
        turns = [QPointF(cos(pi * n / 4), -sin(pi * n / 4)) for n in (1, 3, 5, 7)]
        inner = window.adjusted(room, room, -room, -room)
        far = max(radius, 2.6 * marks.sign_radius())
        stands = next((at + turn * far for turn in turns if inner.contains(at + turn * far)), at)
        if not self.disc.radius:
            marks.checked(painter, stands, ink)
        elif self.disc.lump:
            marks.locked(painter, at, radius, ink, stands)
        else:
            marks.avoid(painter, at, radius, self.disc.reason, ink, stands)
        painter.end()


def name_spot(view: PatchView, words: str) -> None:
    """Tells a screen reader of the spot; the page shows the words below, where they hide no skin."""
    for hair in view.findChildren(CrossHair):
        hair.setAccessibleName(words)


class SpotPicture(QWidget):
    """The close-up with the spot being chosen on it, and live round it what would be left alone.

    `moved` gives where the spot came to.
    """

    moved = Signal(object)

    def __init__(self, words: str, state: PatchState, spot: SitePoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PatchView(words)
        self.view.show_state(state)
        self._layer = DiscLayer(self.view)
        self.view.show_spot(spot)
        self.view.moved.connect(self._moved)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.view)

    @property
    def spot(self) -> SitePoint:
        """The spot that is chosen."""
        found = self.view.spot
        if found is None:
            raise ValueError("no spot is being chosen")
        return found

    def show_disc(self, disc: Disc) -> None:
        """Draws another disc round the spot."""
        self._layer.disc = disc
        self._layer.update()

    def focus_spot(self) -> None:
        """Brings the keyboard to the spot."""
        for hair in self.view.findChildren(CrossHair):
            hair.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """Says of the spot where it is, to a screen reader; on the picture no words hide the skin."""
        name_spot(self.view, words)

    def _moved(self, spot: SitePoint) -> None:
        self._layer.update()
        self.moved.emit(spot)
