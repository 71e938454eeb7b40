"""Our layered drawings: in the person's skin tone, for the left or right hand, sharp at every scale."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSequentialAnimationGroup, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion import drawings
from anakinra_companion.domain.profile import Build
from anakinra_companion.domain.sites import Place
from anakinra_companion.ui import theme
from anakinra_companion.ui.motion import MOTIONS, Motion
from anakinra_companion.ui.sheets import Drawing, Sheet, marks, sheets
from anakinra_companion.ui.widgets.in_sight import InSight

OBJECT_INK = "#1d2b30"
# How much of its room the word for a side is high, where the picture is large.
SIDE_SHARE = 0.6


class Artwork(QWidget):
    """One drawing that fills its width and keeps its shape."""

    def __init__(
        self,
        name: str,
        words: str,
        *,
        tone: int = 2,
        mirrored: bool = False,
        moves: bool = False,
        place: Place | None = None,
        helper: bool = False,
        build: Build = Build.MIDDLE,
    ) -> None:
        super().__init__()
        # Turned over for the left hand, the drawing of the one side shows the other.
        body = place.value if place is not None else ""
        body = drawings.other_side(body) if mirrored else body
        self._drawn = Drawing(name, tone, body, mirrored, helper, build)
        self._motion = MOTIONS.get(Path(name).stem) if moves and not theme.active().still else None
        self._share = 1.0
        self._moving: QSequentialAnimationGroup | None = None
        self._sight = InSight(self)
        self._sight.changed.connect(self._follow_sight)
        self.setAccessibleName(words)
        # What was drawn ahead, at which size: other pictures drawn meanwhile must not push it out.
        self._ready: tuple[tuple[int, int], list[Sheet]] | None = None
        drawn = marks(self._drawn)
        self._ratio = drawn.height / drawn.width if drawn.width else 0.75
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(120)

    @property
    def is_moving(self) -> bool:
        """True while the picture moves by itself."""
        return self._moving is not None and self._moving.state() is QSequentialAnimationGroup.State.Running

    @property
    def body(self) -> str:
        """The drawing of the body that is shown, before it is turned over for the left hand."""
        return self._drawn.body

    @property
    def build(self) -> Build:
        """How the person of the small figure is drawn."""
        return self._drawn.build

    @property
    def helper(self) -> bool:
        """True where the hands are somebody else's."""
        return self._drawn.helper

    @property
    def mirrored(self) -> bool:
        """True for the left hand."""
        return self._drawn.mirrored

    def hold_at(self, share: float) -> None:
        """Stops at a share of the movement."""
        self._stop()
        self._share = share
        self.update()

    def hold_still(self) -> None:
        """Shows the picture as it was drawn, and moves no more."""
        self._motion, self._share, self._ready = None, 1.0, None
        self._stop()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Only what is in sight moves."""
        super().showEvent(event)
        if self._motion is not None:
            self._sight.watch()
        self._follow_sight()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing moves, and nothing is kept drawn."""
        self._ready = None
        self._sight.leave()
        self._stop()
        super().hideEvent(event)

    def _follow_sight(self) -> None:
        if self._motion is None or not self._sight.is_in_sight:
            self._stop()
        elif self._moving is None:
            self._moving = self._made_moving(self._motion)
            self._moving.start()

    def _made_moving(self, motion: Motion) -> QSequentialAnimationGroup:
        """A movement, and a pause in which no timer ticks, over and over."""
        way, lasts = QVariantAnimation(), round(motion.seconds * 1000)
        way.setStartValue(0.0)
        way.setEndValue(motion.moving)
        way.setDuration(round(lasts * motion.moving))
        way.valueChanged.connect(self.move_to)
        whole = QSequentialAnimationGroup(self)
        whole.addAnimation(way)
        whole.addPause(lasts - way.duration())
        whole.setLoopCount(-1)
        return whole

    def _stop(self) -> None:
        if self._moving is not None:
            self._moving.stop()
            self._moving.deleteLater()
            self._moving = None

    def move_to(self, share: float) -> None:
        """Paints where the moving layers were and where they are; nothing where that is the same."""
        if self._motion is None or self._motion.at(self._share) == self._motion.at(share):
            self._share = share
            return
        place = self._place()
        touched = self._touched(place)
        self._share = share
        for each in (*touched, *self._touched(place)):
            self.update(each)

    def make_ready(self) -> None:
        """Draws it ahead, at the size it has, so that showing it costs no more than copying it."""
        place = self._place()
        self._ready = self._pixels(place), self._sheets(place)

    def hasHeightForWidth(self) -> bool:
        """The shape is kept."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the drawing is at this width."""
        return round(width * self._ratio)

    def sizeHint(self) -> QSize:
        """A comfortable size to look at from arm's length."""
        return QSize(460, self.heightForWidth(460))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the drawing in the middle, its corners rounded like a card's."""
        place = self._place()
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.setClipRect(place)
        painter.save()
        # In pixels of the screen a sheet that stands still is copied, which costs a fraction of drawing it.
        painter.translate(place.topLeft())
        painter.scale(1 / ratio, 1 / ratio)
        x, y = self._offset(place.width())
        for sheet in self._sheets(place):
            if sheet.moves:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                at = QRectF(sheet.place).translated(x * ratio, y * ratio)
                painter.drawPixmap(at, sheet.picture, QRectF(sheet.picture.rect()))
            else:
                painter.drawPixmap(sheet.place.topLeft(), sheet.picture)
        painter.restore()
        self._paint_labels(painter, place.left(), place.top(), place.width())
        self._paint_side(painter, place.left(), place.top(), place.width())
        painter.setPen(theme.active().colour("border"))
        painter.drawRect(QRectF(place.left(), place.top(), place.width() - 1, place.height() - 1))
        painter.end()

    def _place(self) -> QRect:
        """Where the drawing lies in this widget."""
        width = min(self.width(), round(self.height() / self._ratio))
        height = round(width * self._ratio)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _sheets(self, place: QRect) -> list[Sheet]:
        size = self._pixels(place)
        if self._ready is not None and self._ready[0] == size:
            return self._ready[1]
        return sheets(self._drawn, size, self._motion.layers if self._motion is not None else frozenset())

    def _pixels(self, place: QRect) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return round(place.width() * ratio), round(place.height() * ratio)

    def _touched(self, place: QRect) -> list[QRect]:
        """What the moving layers cover now."""
        ratio = self.devicePixelRatioF()
        x, y = self._offset(place.width())
        found = []
        for sheet in self._sheets(place):
            if sheet.moves:
                at = QRectF(sheet.place).translated(x * ratio, y * ratio)
                there = QRectF(at.x() / ratio, at.y() / ratio, at.width() / ratio, at.height() / ratio)
                found.append(there.translated(place.topLeft()).toAlignedRect().adjusted(-1, -1, 1, 1) & place)
        return found

    def _offset(self, width: float) -> tuple[float, float]:
        """Where the moving layers are, in pixels from their own place."""
        if self._motion is None:
            return 0.0, 0.0
        x, y = self._motion.at(self._share)
        scale = width / marks(self._drawn).width
        return (-x if self._drawn.mirrored else x) * scale, y * scale

    def _paint_labels(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """The two angles of the guide (S44), unmirrored whichever hand is shown."""
        drawn = marks(self._drawn)
        scale = width / drawn.width
        painter.setFont(theme.active().font(theme.SMALL, bold=True))
        painter.setPen(QColor(OBJECT_INK))
        for words, x, y in drawn.labels:
            box = QRectF(left + x * scale - 40, top + y * scale - 14, 80, 28)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_side(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """The person's own side below the small figure, in a word."""
        drawn = marks(self._drawn)
        if drawn.side is None:
            return
        words, room = drawn.side
        scale = width / drawn.width
        box = QTransform.fromTranslate(left, top).scale(scale, scale).mapRect(room)
        font = theme.active().font(theme.SMALL, bold=True)
        font.setPixelSize(max(1, round(max(box.height() * SIDE_SHARE, min(font.pixelSize(), box.height() * 0.8)))))
        painter.setFont(drawings.narrowed(painter, font, words, box.width()))
        painter.setPen(QColor(OBJECT_INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)
