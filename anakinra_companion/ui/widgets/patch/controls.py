"""The controls on skin: each point, each mark, and the cross-hair that can stand anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolTip, QWidget

from anakinra_companion.domain.sites import AvoidMark, Lump
from anakinra_companion.ui.widgets.patch import shapes
from anakinra_companion.ui.widgets.patch.inks import Inks
from anakinra_companion.ui.widgets.patch.state import Dot, Past, Rank

PRESS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class SkinControl(QAbstractButton):
    """Something on skin that can be pressed, by Enter too; arrow keys are left to the skin as a whole.

    `show_chosen` says whether it is the chosen one; whatever else turns it on or off is a press.
    """

    focused = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.under = False
        self._says_itself = False
        self.say(words)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._turned)

    def say(self, words: str) -> None:
        """Its name."""
        self.setAccessibleName(words)

    def show_chosen(self, *, chosen: bool) -> None:
        """Shows whether this is the chosen one; of exclusive buttons Qt lets none be taken back."""
        if self.isChecked() == chosen:
            return
        exclusive, self._says_itself = self.autoExclusive(), True
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(exclusive)
        self._says_itself = False

    def nextCheckState(self) -> None:
        """A click says by itself that it was one."""
        self._says_itself = True
        super().nextCheckState()
        self._says_itself = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in ARROWS:
            event.ignore()
        elif event.key() in PRESS_KEYS:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came here."""
        super().focusInEvent(event)
        self.focused.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer came."""
        self.under = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left."""
        self.under = False
        self.update()

    def _turned(self, on: bool) -> None:
        """A screen reader turns a point on without a click; one that went off for another says nothing."""
        if not self._says_itself and (on or not self.autoExclusive()):
            self.clicked.emit()

    def paint_focus(self, painter: QPainter, radius: float, ink: Inks) -> None:
        """The ring that says the keyboard is here, light enough to be seen under the pointer too."""
        if not self.isEnabled() or not (self.hasFocus() or self.under):
            return
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = ink.focus if self.hasFocus() else ink.accent
        for colour, width in ((ink.halo, 6.0), (ring, 3.0)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(middle, radius, radius)


class PointButton(SkinControl):
    """A point as a control of its own, so that a screen reader and the keyboard find it."""

    def __init__(self, dot: Dot, ink: Inks, parent: QWidget) -> None:
        super().__init__(dot.words, parent)
        self.dot = dot
        self.radius = 12.0
        # True where the newest injection went.
        self.is_newest = False
        self._ink = ink
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setObjectName(f"point-{dot.point.place.value}-{dot.number}")

    def hitButton(self, pos: QPoint) -> bool:
        """Round, so that a press between two points goes to the nearer."""
        far = QPointF(pos) - QPointF(self.width() / 2, self.height() / 2)
        return far.x() ** 2 + far.y() ** 2 <= (self.width() / 2) ** 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the point as it is today, its frame when chosen, its ring when the keyboard is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        small = self.radius * (0.86 if self.dot.rank is Rank.BLOCKED else 1.0)
        if not self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ink.patch)
            painter.drawEllipse(middle, small, small)
            painter.setOpacity(0.45)
        if self.isChecked():
            half = min(self.radius + 5, self.width() / 2 - 2)
            small = min(small, half - 4)
            shapes.frame(painter, middle, half, self._ink)
        # The ring lies behind the point, so that it hides neither star nor drop.
        self.paint_focus(painter, min(small + 4.5, self.width() / 2 - 2), self._ink)
        shapes.point(painter, middle, small, self.dot.rank, str(self.dot.number), self._ink)
        if self.is_newest:
            shapes.newest(painter, middle + QPointF(-1, -1) * self.radius * 0.82, self.radius * 0.36, self._ink)
        painter.end()


class MarkButton(SkinControl):
    """A mark or a lump as a control: it is painted with the skin, here it can be found and pressed."""

    def __init__(self, what: AvoidMark | Lump, words: str, reach: int, ink: Inks, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.what = what
        self.reach = reach
        self._ink = ink
        self.setObjectName(f"mark-{what.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_focus(painter, self.width() / 2 - 4, self._ink)
        painter.end()


class PastSign(QLabel):
    """A past injection as something that can be found by ear: it is painted with the skin, and nothing to press.

    Tab passes it by, so that sixty of them do not stand between two controls; a press goes through to the skin.
    """

    def __init__(self, past: Past, parent: QWidget) -> None:
        super().__init__(parent)
        self.past = past
        self.setAccessibleName(past.words)
        self.setObjectName("past")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class CrossHair(SkinControl):
    """Any spot of the skin: `walked` says which way an arrow key goes, and by how much, in 0.1 mm."""

    walked = Signal(int, int)
    # Half centimetres; with Shift a tenth of a centimetre.
    STRIDE, SMALL_STRIDE = 50, 10

    def __init__(self, ink: Inks, parent: QWidget) -> None:
        super().__init__("", parent)
        self._ink = ink
        self.setObjectName("cross-hair")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it as they point on the screen."""
        ways = dict(zip(ARROWS, ((0, 1), (0, -1), (-1, 0), (1, 0)), strict=True))
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        stride = self.SMALL_STRIDE if shift else self.STRIDE
        self.walked.emit(way[0] * stride, way[1] * stride)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints a ring with four hairs; its middle stays free, so that the skin is seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, far = QPointF(self.width() / 2, self.height() / 2), self.width() / 2 - 3
        ring = self._ink.focus if self.hasFocus() else self._ink.line
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((self._ink.halo, 6.0), (ring, 2.5)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(middle, far * 0.62, far * 0.62)
            for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
                painter.drawLine(middle + way * far * 0.3, middle + way * far)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ring)
        painter.drawEllipse(middle, 2.2, 2.2)
        painter.end()


def tell_name(owner: QWidget, event: QEvent) -> bool:
    """Shows the name of the control under a pointer that rests; True when that was what the event asked for.

    By what holds the controls, because a hundred of them would each look at every event. As a tool tip of its own a
    screen reader would say the name twice.
    """
    if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
        return False
    control = owner.childAt(owner.mapFromGlobal(event.globalPos()))
    if not isinstance(control, SkinControl):
        return False
    QToolTip.showText(event.globalPos(), control.accessibleName(), control)
    return True
