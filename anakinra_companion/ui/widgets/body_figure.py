"""The person, front and back, with the places as controls; "your left" is written on both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from anakinra_companion.domain.sites import Place
from anakinra_companion.drawings import renderer
from anakinra_companion.ui import theme

FRONT = (Place.THIGH_LEFT, Place.THIGH_RIGHT, Place.BELLY_LEFT, Place.BELLY_RIGHT)


class PlaceButton(QAbstractButton):
    """One place on the figure."""

    def __init__(self, place: Place, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.suggested = False
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setObjectName(f"place-{place.value}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks the chosen place with a frame, the suggested one with a dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.active()
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(look.colour("focus" if self.hasFocus() else "primary"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 10, 10)
        if self.suggested:
            painter.setPen(QPen(look.colour("on_primary"), 2))
            painter.setBrush(look.colour("primary"))
            painter.drawEllipse(frame.center(), 8, 8)
        painter.end()


class BodyFigure(QWidget):
    """One view of the person; `picked` gives a place."""

    picked = Signal(object)

    def __init__(self, name: str, left: str, right: str, tone: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = renderer(f"body/{name}.svg", tone)
        self._sides = (left, right)
        self._buttons: dict[Place, PlaceButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(150, 320)

    def sizeHint(self) -> QSize:
        """Half a page."""
        return QSize(theme.active().gap(220), theme.active().gap(480))

    def show_places(self, places: Sequence[tuple[Place, str]], suggested: Place | None, chosen: Place | None) -> None:
        """Which places there are, which comes next, which is being looked at."""
        for place, words in places:
            if place not in self._buttons:
                button = PlaceButton(place, words, self)
                button.clicked.connect(self._pressed)
                button.show()
                self._buttons[place] = button
        for place, button in self._buttons.items():
            button.suggested = place is suggested
            button.setChecked(place is chosen)
            button.setVisible(place in dict(places))
            button.update()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the controls on their places."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the figure and the names of its sides."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing.render(painter, self._area())
        look = theme.active()
        painter.setPen(look.colour("muted"))
        painter.setFont(look.font(theme.SMALL))
        top = QRectF(0, 0, self.width(), look.px(24))
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, self._sides[0])
        painter.drawText(top, Qt.AlignmentFlag.AlignRight, self._sides[1])
        painter.end()

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, PlaceButton):
            self.picked.emit(button.place)

    def _area(self) -> QRectF:
        box = self._drawing.viewBoxF()
        head = theme.active().px(26)
        scale = min(self.width() / box.width(), (self.height() - head) / box.height())
        width, height = box.width() * scale, box.height() * scale
        return QRectF((self.width() - width) / 2, head, width, height)

    def _lay_out(self) -> None:
        area, box = self._area(), self._drawing.viewBoxF()
        if box.isEmpty():
            return
        scale = area.width() / box.width()
        for place, button in self._buttons.items():
            part = self._drawing.boundsOnElement(place.value)
            least = theme.TARGET
            width, height = max(part.width() * scale, least), max(part.height() * scale, least)
            middle_x = area.left() + part.center().x() * scale
            middle_y = area.top() + part.center().y() * scale
            button.setGeometry(round(middle_x - width / 2), round(middle_y - height / 2), round(width), round(height))
