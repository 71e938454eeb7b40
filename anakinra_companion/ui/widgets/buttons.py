"""Buttons with an icon and wrapped words, large enough for stiff hands."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from anakinra_companion.ui import icons, theme

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_TURNED = {"back": "forward", "forward": "back"}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class Kind(StrEnum):
    """What pressing it means."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    STOP = "stop"
    CHOICE = "choice"


class Button(QAbstractButton):
    """A button that wraps its words and shows where the focus is; Enter presses it as Space does."""

    def __init__(
        self,
        words: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._icon = icon
        self._big = big
        self._under = False
        self.setFont(theme.active().font(theme.LEAD if big else theme.BODY, bold=kind is Kind.PRIMARY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(kind is Kind.CHOICE)
        # A layout asks for these again and again, and each answer measures words.
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least_hint: QSize | None = None
        self.say(words)

    @property
    def is_primary(self) -> bool:
        """True for the one button a page is about."""
        return self._kind is Kind.PRIMARY

    def say(self, words: str) -> None:
        """Shows other words, which are its accessible name too."""
        self.setText(words)
        self.setAccessibleName(words)
        self._heights.clear()
        self._hint = self._least_hint = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for its words on one line, up to a readable width."""
        if self._hint is None:
            words = QFontMetrics(self.font()).size(0, self.text()).width() + 2
            width = min(words, theme.active().px(430)) + self._side()
            self._hint = QSize(width, self.heightForWidth(width))
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """The longest word must fit, and a few short ones beside each other; the rest wraps."""
        if self._least_hint is None:
            metrics = QFontMetrics(self.font())
            longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
            readable = min(metrics.horizontalAdvance(self.text()), theme.active().px(120))
            width = max(max(longest, readable) + 2 + self._side(), self._least())
            self._least_hint = QSize(width, self._least())
        return self._least_hint

    def hasHeightForWidth(self) -> bool:
        """Words wrap, so a narrow button is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its wrapped words, never lower than a target."""
        known = self._heights.get(width)
        if known is None:
            room = QRect(0, 0, max(width - self._side(), 1), 10_000)
            words = QFontMetrics(self.font()).boundingRect(room, int(_WRAP), self.text()).height()
            known = self._heights[width] = max(words + 2 * theme.active().gap(10), self._least())
        return known

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, icon, words and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.active()
        ground, ink, border = self._colours()
        frame = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(border, 2 if self.isChecked() else 1.5) if border.alpha() else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(frame, look.px(theme.RADIUS), look.px(theme.RADIUS))
        self._paint_words(painter, ink)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, look.px(theme.RADIUS) + 2, look.px(theme.RADIUS) + 2)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too; a held key presses once."""
        if event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        if event.key() in _ARROWS:
            # Qt would go to the neighbour, and choose it in a group; here the page or the group walks.
            event.ignore()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lights up a little under the pointer; nothing depends on it."""
        self._under = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Calms down again."""
        self._under = False
        self.update()
        super().leaveEvent(event)

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        look = theme.active()
        inner = self.rect().adjusted(look.gap(16), 0, -look.gap(16), 0)
        name = self._mark()
        centred = self._kind is not Kind.CHOICE and not self._icon
        if name:
            size = look.px(26 if self._big else 22)
            mark = QRect(inner.left(), (self.height() - size) // 2, size, size)
            icons.paint(painter, name, ink, QRectF(QStyle.visualRect(self.layoutDirection(), inner, mark)))
            beside = inner.adjusted(size + look.gap(10), 0, 0, 0)
            inner = QStyle.visualRect(self.layoutDirection(), inner, beside)
        painter.setPen(ink)
        painter.setFont(self.font())
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(_WRAP | side), self.text())

    def _mark(self) -> str:
        if self._kind is Kind.CHOICE:
            return self._icon or ("check-circle" if self.isChecked() else "empty-circle")
        # Where people read from the right, what was before lies there.
        return _TURNED.get(self._icon, self._icon) if self.isRightToLeft() else self._icon

    def _least(self) -> int:
        return theme.active().px(theme.BIG_TARGET if self._big else theme.TARGET + 4)

    def _side(self) -> int:
        look = theme.active()
        mark = look.px(26 if self._big else 22) + look.gap(10) if self._mark() else 0
        return 2 * look.gap(16) + mark

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        look = theme.active()
        clear = QColor(0, 0, 0, 0)
        ground, ink, border = {
            Kind.PRIMARY: (look.colour("primary"), look.colour("on_primary"), clear),
            Kind.SECONDARY: (look.colour("raised"), look.colour("text"), look.colour("strong_border")),
            Kind.QUIET: (clear, look.colour("primary"), clear),
            Kind.STOP: (look.colour("raised"), look.colour("stop"), look.colour("stop")),
            Kind.CHOICE: (look.colour("raised"), look.colour("text"), look.colour("strong_border")),
        }[self._kind]
        if self.isChecked():
            ground, border = look.colour("primary_soft"), look.colour("primary")
        elif self._under and self.isEnabled():
            ground = look.colour("primary_hover" if self._kind is Kind.PRIMARY else "primary_soft")
        if not self.isEnabled():
            ground, ink, border = look.colour("ground"), look.colour("muted"), look.colour("border")
        return ground, ink, border


def named(name: str, words: str, icon: str, then: Callable[[], object]) -> Button:
    """A button that other code can find by its name; `then` is what a press does."""
    button = Button(words, icon=icon)
    button.setObjectName(name)
    button.clicked.connect(then)
    return button
