"""The skin tone of the drawings, chosen by looking."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from anakinra_companion.drawings import TONES
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.frames import Flow
from anakinra_companion.ui.widgets.text import Text

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class Swatch(QAbstractButton):
    """One skin tone; the chosen one has a ring and a dot."""

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self._colour = QColor(colour)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """A target."""
        side = theme.active().px(theme.TARGET) + 6
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the tone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.active()
        disc = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        painter.setPen(QPen(look.colour("strong_border"), 1))
        painter.setBrush(self._colour)
        painter.drawEllipse(disc)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus" if self.hasFocus() else "primary"), 3))
            painter.drawEllipse(disc.adjusted(-4, -4, 4, 4))
        if self.isChecked():
            painter.setBrush(look.colour("text"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(disc.center(), 5, 5)
        painter.end()


class SkinQuestion(QWidget):
    """Six tones, light to dark."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diary = diary
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(Text(self.tr("Skin in the drawings"), bold=True))
        holder = QWidget()
        flow = Flow(holder)
        chosen = diary.profile().skin_tone
        for number, colours in enumerate(TONES):
            swatch = Swatch(colours[0], self.tr("Skin tone {0} of 6").format(number + 1))
            swatch.setChecked(number == chosen)
            swatch.clicked.connect(partial(self._picked, number))
            flow.addWidget(swatch)
        below.addWidget(holder)

    def _picked(self, number: int) -> None:
        self._diary.change_profile(skin_tone=number)
