"""Any spot of the skin: a cross-hair to click, drag or walk to where the injection really went."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.sites import Plane, SitePoint
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch.controls import CrossHair
from anakinra_companion.ui.widgets.patch.inks import Inks
from anakinra_companion.ui.widgets.patch.projection import Projection, spot_on
from anakinra_companion.ui.widgets.text import Text

# The words about a spot take at most this share of the picture's width, and leave the spot itself free.
WORDS_SHARE = 0.62
HAIR = 30


class Spot(QObject):
    """The cross-hair of a view: `moved` says where it came to, `picked` that it was pressed."""

    moved = Signal(object)
    picked = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.at: SitePoint | None = None
        self._owner = owner
        self._hair: CrossHair | None = None
        self._words: Text | None = None
        self._view = Projection(Plane.BELLY)
        self._box = QRectF()

    def show_at(self, spot: SitePoint | None, view: Projection | None, box: QRectF, ink: Inks) -> None:
        """Shows the cross-hair on a spot; None puts it away."""
        self.at = spot
        if spot is None:
            self._put_away()
            return
        if self._hair is None:
            self._hair = self._made(ink)
        self._hair.show()
        self._hair.setFocus(Qt.FocusReason.OtherFocusReason)
        if view is not None:
            self.projected(view, box)

    def projected(self, view: Projection, box: QRectF) -> None:
        """The skin is shown at another scale; the spot stays the same spot."""
        self._view, self._box = view, box
        self._place()

    def take(self, pixel: QPointF) -> bool:
        """Brings the cross-hair to a pixel; False where points are chosen, or beside the skin."""
        if self.at is None or not self._view.window(self._box).contains(pixel):
            return False
        self._come_to(self._view.spot(pixel))
        if self._hair is not None:
            self._hair.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def tell(self, words: str) -> None:
        """Says these words beside the cross-hair, and to a screen reader as its name."""
        if self._hair is None or self._words is None:
            return
        self._hair.setAccessibleName(words)
        self._words.setText(words)
        self._words.setVisible(bool(words) and self.at is not None)
        self._place()

    def _made(self, ink: Inks) -> CrossHair:
        """The cross-hair with the words beside it; a press goes through both to the skin."""
        hair = CrossHair(ink, self._owner)
        hair.walked.connect(self._walked)
        hair.clicked.connect(self._pressed)
        self._words = words = Text("", size=theme.SMALL, bold=True, parent=self._owner)
        words.setObjectName("spot-words")
        # Without a word it would be an empty box beside the spot.
        words.hide()
        look = theme.active()
        words.setStyleSheet(
            f"background: {look.tokens.raised}; color: {look.tokens.text}; border-radius: 8px;"
            f" border: 2px solid {look.tokens.strong_border}; padding: {look.gap(6)}px;"
        )
        for part in (hair, words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return hair

    def _walked(self, right: int, up: int) -> None:
        """A step as the screen shows it; it stops at the edge of the picture."""
        if self.at is not None:
            self._come_to(spot_on(self._view.plane, self.at.x + self._view.side * right, self.at.y + up))

    def _come_to(self, spot: SitePoint) -> None:
        x = min(max(spot.x, round(self._box.left())), round(self._box.right()))
        y = min(max(spot.y, round(self._box.top())), round(self._box.bottom()))
        self.at = spot_on(self._view.plane, x, y)
        self._place()
        self.moved.emit(self.at)

    def _pressed(self) -> None:
        if self.at is not None:
            self.picked.emit(self.at)

    def _put_away(self) -> None:
        for part in (self._hair, self._words):
            if part is not None:
                part.hide()
                part.deleteLater()
        self._hair = self._words = None

    def _place(self) -> None:
        if self.at is None or self._hair is None or self._words is None:
            return
        pixel, half = self._view.pixel(self.at.x, self.at.y), theme.active().gap(HAIR)
        self._hair.setGeometry(round(pixel.x()) - half, round(pixel.y()) - half, 2 * half, 2 * half)
        self._hair.raise_()
        self._place_words(pixel, half)

    def _place_words(self, pixel: QPointF, half: int) -> None:
        """Above the spot or below it, wherever there is room, and never beyond the skin."""
        if self._words is None:
            return
        look, window = theme.active(), self._view.window(self._box)
        pad, widest = look.gap(6) + 2, round(window.width() * WORDS_SHARE)
        room = QRect(0, 0, widest - 2 * pad, 10_000)
        words = self._words.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._words.text())
        size = QSize(min(words.width() + 2 * pad + 6, widest), words.height() + 2 * pad + 4)
        width = size.width()
        left = min(max(pixel.x() - width / 2, window.left() + 4), window.right() - 4 - width)
        below = pixel.y() + half + 4
        top = below if below + size.height() <= window.bottom() else pixel.y() - half - 4 - size.height()
        self._words.setGeometry(round(left), round(max(top, 0)), size.width(), size.height())
        self._words.raise_()
