"""The points of each place in a row, each with the days since it was used: how far the cycle has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from anakinra_companion.domain.sites import POINT_REST_DAYS
from anakinra_companion.ui import theme

DOT, GAP = 32, 8
# Three figures are the most that a dot has room for.
MOST = 999


@dataclass(frozen=True, slots=True)
class CycleDot:
    """Days since a point was used (None: never), and whether it is kept out of the cycle."""

    days: int | None
    kept_out: bool = False

    @property
    def resting(self) -> bool:
        """True while the four weeks of a point run (D10)."""
        return self.days is not None and self.days < POINT_REST_DAYS


@dataclass(frozen=True, slots=True)
class CycleRow:
    """One place with its points in the order of their numbers."""

    name: str
    dots: tuple[CycleDot, ...]


class CycleDots(QWidget):
    """Filled while a point rests, a ring when it may come again, small when never used, crossed when kept out."""

    def __init__(self, rows: Sequence[CycleRow], words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Rows wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        return sum(self._row_height(row, width) for row in self._rows)

    def sizeHint(self) -> QSize:
        """A readable width."""
        return QSize(460, self.heightForWidth(460))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(200, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints each place's name with its points below it."""
        look, painter = theme.active(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, step, across = 0, _step(), self._across(self.width())
        for row in self._rows:
            painter.setFont(look.font(theme.SMALL, bold=True))
            painter.setPen(look.colour("text"))
            painter.drawText(QRect(0, top, self.width(), _line()), int(Qt.AlignmentFlag.AlignVCenter), row.name)
            for number, dot in enumerate(row.dots):
                at = QPointF(
                    (number % across + 0.5) * step - look.gap(GAP) / 2,
                    top + _line() + (number // across + 0.5) * step,
                )
                paint_dot(painter, at, look.gap(DOT) / 2 - 1, dot)
            top += self._row_height(row, self.width())
        painter.end()

    def _row_height(self, row: CycleRow, width: int) -> int:
        across = self._across(width)
        return _line() + -(-len(row.dots) // across) * _step() + theme.active().gap(8)

    def _across(self, width: int) -> int:
        return max(width // _step(), 1)


def paint_dot(painter: QPainter, at: QPointF, radius: float, dot: CycleDot) -> None:
    """One point, told by its shape; the number in it is its days."""
    look = theme.active()
    strong, quiet = look.colour("primary"), look.colour("muted")
    painter.setBrush(strong if dot.resting and not dot.kept_out else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(quiet if dot.kept_out or dot.days is None else strong, 1.8))
    painter.drawEllipse(
        at, *((radius, radius) if dot.days is not None or dot.kept_out else (radius * 0.5, radius * 0.5))
    )
    if dot.kept_out:
        half = radius * 0.7
        painter.drawLine(at + QPointF(-half, half), at + QPointF(half, -half))
    elif dot.days is not None:
        painter.setPen(look.colour("on_primary" if dot.resting else "text"))
        font = look.font(theme.SMALL, bold=True)
        said = str(min(dot.days, MOST))
        font.setPixelSize(max(round(radius * (0.95 if len(said) < 3 else 0.8)), 8))
        painter.setFont(font)
        painter.drawText(QRectF(at.x() - 30, at.y() - 30, 60, 60), Qt.AlignmentFlag.AlignCenter, said)


class DotSign(QWidget):
    """One dot beside the words that explain it."""

    def __init__(self, dot: CycleDot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot = dot
        side = theme.active().gap(DOT)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints it as the rows do."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_dot(painter, QPointF(self.width() / 2, self.height() / 2), self.width() / 2 - 1, self._dot)
        painter.end()


def _step() -> int:
    return theme.active().gap(DOT) + theme.active().gap(GAP)


def _line() -> int:
    return QFontMetrics(theme.active().font(theme.SMALL, bold=True)).height() + theme.active().gap(6)
