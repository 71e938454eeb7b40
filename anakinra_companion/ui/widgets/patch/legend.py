"""What the shapes on skin mean: only as long as what is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion.domain.sites import POINT_REST_DAYS
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.patch import marks, shapes
from anakinra_companion.ui.widgets.patch.inks import Inks, inks
from anakinra_companion.ui.widgets.patch.skin import keeps_free
from anakinra_companion.ui.widgets.patch.state import PatchState, Rank

SWATCH = 36
# A column is at least this wide (pixels at 100 %).
COLUMN = 235
Shape = Callable[[QPainter, QPointF, Inks], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One shape and what it means."""

    draw: Shape
    words: str


class Legend(QWidget):
    """The shapes that are in sight with their words, beside each other as far as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What the shapes mean"))
        self._entries: list[Entry] = []
        self._tone = 2
        # A layout asks for the height of one width again and again, and each answer measures words.
        self._laid: dict[int, list[QRect]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> tuple[str, ...]:
        """What is explained now."""
        return tuple(entry.words for entry in self._entries)

    def show_state(self, state: PatchState, *, chosen: bool = False) -> None:
        """Explains what a close-up shows."""
        self._tone = state.tone
        self._entries = [*self._points(state, chosen=chosen), *self._past(state), *self._skin(state)]
        self._laid.clear()
        self.setAccessibleDescription(". ".join(self.words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrow means more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many rows as it takes."""
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def sizeHint(self) -> QSize:
        """A readable width."""
        return QSize(460, self.heightForWidth(460))

    def minimumSizeHint(self) -> QSize:
        """Words wrap, so it may be narrow."""
        return QSize(200, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints each shape on skin, and its words beside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, ink = theme.active(), inks(self._tone)
        side = _side()
        for entry, place in zip(self._entries, self._places(self.width()), strict=True):
            swatch = QRectF(place.left(), place.top(), side, side)
            painter.setPen(QPen(look.colour("border"), 1))
            painter.setBrush(ink.patch)
            painter.drawRoundedRect(swatch, 8, 8)
            painter.save()
            painter.setClipRect(swatch)
            painter.translate(swatch.center())
            painter.scale(side / SWATCH, side / SWATCH)
            entry.draw(painter, QPointF(), ink)
            painter.restore()
            painter.setPen(look.colour("text"))
            painter.setFont(look.font(theme.SMALL))
            words = QRectF(place).adjusted(side + look.gap(10), 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), entry.words)
        painter.end()

    def _places(self, width: int) -> list[QRect]:
        """A table with equal columns, as many as there is room for."""
        if width not in self._laid:
            self._laid[width] = self._lay(width)
        return self._laid[width]

    def _lay(self, width: int) -> list[QRect]:
        look = theme.active()
        metrics = QFontMetrics(look.font(theme.SMALL))
        side, gap = _side() + look.gap(10), look.gap(14)
        columns = max(min((width + gap) // (look.px(COLUMN) + gap), 4), 1)
        wide = (width - gap * (columns - 1)) // columns
        places: list[QRect] = []
        top = 0
        for begin in range(0, len(self._entries), columns):
            row = self._entries[begin : begin + columns]
            high = max(_high(metrics, entry.words, wide - side) for entry in row)
            places += [QRect(column * (wide + gap), top, wide, high) for column in range(len(row))]
            top += high + look.gap(8)
        return places

    def _points(self, state: PatchState, *, chosen: bool) -> list[Entry]:
        ranks = {dot.rank for dot in state.dots}
        words = {
            Rank.NEXT: self.tr("Next"),
            Rank.OTHER: self.tr("Two others you could use"),
            Rank.FREE: self.tr("Free"),
            Rank.BLOCKED: self.tr("Not now"),
        }
        found = [Entry(_point(rank), words[rank]) for rank in Rank if rank in ranks]
        return [*found, Entry(_frame, self.tr("Chosen"))] if chosen else found

    def _past(self, state: PatchState) -> list[Entry]:
        found = []
        if state.last is not None:
            found.append(Entry(_near, self.tr("Too near the last injection")))
        if any(past.days < POINT_REST_DAYS for past in state.past):
            found.append(Entry(_rest, self.tr("Used lately: the ring runs out as the skin rests")))
        if any(past.days >= POINT_REST_DAYS and not state.is_covered(past) for past in state.past):
            found.append(Entry(_older, self.tr("Used longer ago")))
        if any(past.grade for past in state.past):
            found.append(Entry(_reaction, self.tr("The skin reacted: 1 a little, 2 clearly, 3 a lot")))
        if any(past.instead for past in state.past):
            found.append(Entry(_flag, self.tr("You injected here instead")))
        return found

    def _skin(self, state: PatchState) -> list[Entry]:
        found = []
        if keeps_free(state.plane):
            found.append(Entry(_navel, self.tr("Round the navel: no injection")))
        if state.avoid:
            found.append(Entry(_avoid, self.tr("Skin to leave alone")))
        if any(not hard.lump.checked for hard in state.lumps):
            found.append(Entry(_locked, self.tr("A lump that no doctor has checked")))
        if any(hard.lump.checked for hard in state.lumps):
            found.append(Entry(marks.checked, self.tr("A lump that a doctor has checked")))
        return found


def _high(metrics: QFontMetrics, words: str, width: int) -> int:
    room = QRect(0, 0, max(width, 1), 10_000)
    return max(metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height() + 2, _side())


def _side() -> int:
    return theme.active().gap(SWATCH)


def _point(rank: Rank) -> Shape:
    def draw(painter: QPainter, at: QPointF, ink: Inks) -> None:
        shapes.point(painter, at, 12, rank, "5", ink)

    return draw


def _frame(painter: QPainter, at: QPointF, ink: Inks) -> None:
    shapes.point(painter, at, 10, Rank.FREE, "5", ink)
    shapes.frame(painter, at, 15, ink)


def _near(painter: QPainter, at: QPointF, ink: Inks) -> None:
    painter.setPen(QPen(ink.line, 2.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, 16, 16)
    shapes.newest(painter, at, 5, ink)


def _rest(painter: QPainter, at: QPointF, ink: Inks) -> None:
    shapes.rest(painter, at, 12, 9, ink)


def _older(painter: QPainter, at: QPointF, ink: Inks) -> None:
    shapes.rest(painter, at, 20, POINT_REST_DAYS, ink)


def _reaction(painter: QPainter, at: QPointF, ink: Inks) -> None:
    shapes.reaction(painter, at, 11, 2, ink)


def _flag(painter: QPainter, at: QPointF, ink: Inks) -> None:
    shapes.flag(painter, at, 11, ink)


def _navel(painter: QPainter, at: QPointF, ink: Inks) -> None:
    painter.setPen(QPen(ink.accent, 2))
    painter.setBrush(ink.around)
    painter.drawEllipse(at, 16, 16)
    painter.setPen(QPen(ink.line, 1.5))
    painter.setBrush(ink.shade)
    painter.drawEllipse(at, 3, 4.5)


def _avoid(painter: QPainter, at: QPointF, ink: Inks) -> None:
    marks.hatched(painter, at, 16, ink, ways=(1,))
    painter.setPen(QPen(ink.line, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, 16, 16)


def _locked(painter: QPainter, at: QPointF, ink: Inks) -> None:
    marks.locked(painter, at, 17, ink, at)
