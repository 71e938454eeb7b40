"""One syringe in its tray: position, state as shape and word, and what is left of its time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from anakinra_companion.ui import icons, theme
from anakinra_companion.ui.theme import Tone

_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class TileState:
    """What a tile shows; `part_left` 0 to 1 draws the bar, None draws none."""

    position: int
    icon: str
    word: str
    tone: Tone
    below: str
    name: str
    part_left: float | None = None


class SyringeTile(QAbstractButton):
    """A tile as large as a target, as high as its words."""

    def __init__(self, state: TileState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setCheckable(True)
        self.setAccessibleName(state.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for a number, a symbol, a word on two lines and the time left."""
        look = theme.active()
        return QSize(look.px(104), look.px(164))

    def minimumSizeHint(self) -> QSize:
        """The longest word of the state must fit."""
        metrics = QFontMetrics(theme.active().font(theme.SMALL, bold=True))
        longest = max(
            metrics.horizontalAdvance(word) for word in [*self._state.word.split(), *self._state.below.split()]
        )
        return QSize(longest + 14, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too; a held key presses once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the tile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, state = theme.active(), self._state
        ink = look.colour("text" if state.tone is Tone.PLAIN else state.tone.value)
        frame = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        marked = state.tone in (Tone.STOP, Tone.SOON)
        edge = look.colour("primary") if self.isChecked() else ink if marked else look.colour("strong_border")
        painter.setPen(QPen(edge, 2.5 if self.isChecked() else 1.5))
        painter.setBrush(look.colour("primary_soft") if self.isChecked() else look.colour("raised"))
        painter.drawRoundedRect(frame, look.px(10), look.px(10))
        painter.setPen(look.colour("muted"))
        painter.setFont(look.font(theme.SMALL, bold=True))
        painter.drawText(
            frame.adjusted(look.px(8), look.px(5), 0, 0), Qt.AlignmentFlag.AlignLeft, str(state.position)
        )
        size = look.px(34)
        icons.paint(painter, state.icon, ink, QRectF((self.width() - size) / 2, look.px(22), size, size))
        painter.setPen(ink)
        painter.setFont(look.font(theme.SMALL, bold=True))
        painter.drawText(frame.adjusted(4, look.px(60), -4, 0), int(_CENTRED), state.word)
        painter.setFont(look.font(theme.SMALL))
        painter.setPen(look.colour("text"))
        painter.drawText(frame.adjusted(4, look.px(100), -4, 0), int(_CENTRED), state.below)
        self._paint_bar(painter, frame, state)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), look.px(11), look.px(11))
        painter.end()

    def _paint_bar(self, painter: QPainter, frame: QRectF, state: TileState) -> None:
        if state.part_left is None:
            return
        look = theme.active()
        bar = QRectF(frame.left() + 10, frame.bottom() - look.px(12), frame.width() - 20, look.px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("border"))
        painter.drawRoundedRect(bar, 3, 3)
        bar.setWidth(bar.width() * max(0.0, min(state.part_left, 1.0)))
        painter.setBrush(look.colour("text" if state.tone is Tone.PLAIN else state.tone.value))
        painter.drawRoundedRect(bar, 3, 3)
