"""Any spot of the skin: a cross-hair to click, drag or walk to where the injection really went."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from anakinra_companion.domain.sites import Plane, SitePoint
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch.controls import CrossHair
from anakinra_companion.ui.widgets.patch.inks import Inks
from anakinra_companion.ui.widgets.patch.projection import Projection, spot_on
from anakinra_companion.ui.widgets.text import Text

# The words about a spot take at most this share of the picture's width, and leave the spot itself free.
# On narrow skin they may be as wide as this (pixels at 100 %), or they would be a tower.
WORDS_SHARE = 0.62
WORDS_WIDTH = 220
HAIR = 30
# What a moving cross-hair came to is spoken once it stands still for so long (milliseconds).
STANDS_STILL_MS = 250


class Spot(QObject):
    """The cross-hair of a view.

    `moved` says where it came to, `picked` that it was pressed, `focused` that the keyboard came to it.
    """

    moved = Signal(object)
    picked = Signal(object)
    focused = Signal(QWidget)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.at: SitePoint | None = None
        self._owner = owner
        self._hair: CrossHair | None = None
        self._words: Text | None = None
        self._view = Projection(Plane.BELLY)
        self._box = QRectF()
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STANDS_STILL_MS)
        self._still.timeout.connect(self._speak)

    @property
    def hair(self) -> CrossHair | None:
        """The control; None while points are chosen."""
        return self._hair

    def show_at(
        self,
        spot: SitePoint | None,
        view: Projection | None,
        box: QRectF,
        ink: Inks,
        told: tuple[str, str] = ("", ""),
    ) -> None:
        """Shows the cross-hair on a spot with the words about it; None puts it away."""
        self.at = spot
        self._still.stop()
        if spot is None:
            self._put_away()
            return
        if self._hair is None:
            self._hair = self._made(ink)
        self._hair.show()
        if view is not None:
            self.projected(view, box)
        # A screen reader reads the words when the focus comes, so they are there first.
        self._show_words(*told)
        if self._hair.hasFocus():
            # The focus does not move, so no screen reader would look there again.
            self._still.start()
        self._hair.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def tell(self, words: str, more: str = "") -> None:
        """Says these words beside the cross-hair, and to a screen reader as its name; `more` only to that.

        It is spoken too, politely, and once it stands still: a key held down would be heard for minutes.
        """
        if self._hair is None or (words, more) == (self._hair.accessibleName(), self._hair.accessibleDescription()):
            return
        self._show_words(words, more)
        self._still.start()

    def _speak(self) -> None:
        if self._hair is None or not self._hair.isVisible():
            return
        said = [part for part in (self._hair.accessibleName(), self._hair.accessibleDescription()) if part]
        event = QAccessibleAnnouncementEvent(self._hair, ". ".join(said))
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    def _show_words(self, words: str, more: str) -> None:
        if self._hair is None or self._words is None:
            return
        self._hair.setAccessibleName(words)
        self._hair.setAccessibleDescription(more)
        self._words.setText(words)
        self._words.setVisible(bool(words) and self.at is not None)
        self._place()

    def _made(self, ink: Inks) -> CrossHair:
        """The cross-hair with the words beside it; a press goes through both to the skin."""
        hair = CrossHair(ink, self._owner)
        hair.walked.connect(self._walked)
        hair.clicked.connect(self._pressed)
        hair.focused.connect(self._came)
        self._words = words = Text("", size=theme.SMALL, bold=True, parent=self._owner)
        words.setObjectName("spot-words")
        # With a frame Qt would indent the words by half a letter, which nobody counts.
        words.setIndent(0)
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

    def _came(self) -> None:
        if self._hair is not None:
            self.focused.emit(self._hair)

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
        pad, most = look.gap(6) + 2, window.width() - 8
        widest = round(max(window.width() * WORDS_SHARE, min(look.px(WORDS_WIDTH), most)))
        room = QRect(0, 0, widest - 2 * pad - 6, 10_000)
        words = self._words.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._words.text())
        size = QSize(min(words.width() + 2 * pad + 6, widest), words.height() + 2 * pad + 4)
        width = size.width()
        left = min(max(pixel.x() - width / 2, window.left() + 4), window.right() - 4 - width)
        below = pixel.y() + half + 4
        top = below if below + size.height() <= window.bottom() else pixel.y() - half - 4 - size.height()
        self._words.setGeometry(round(left), round(max(top, 0)), size.width(), size.height())
        self._words.raise_()
