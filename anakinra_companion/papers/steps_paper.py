"""The eight steps with their pictures on one page, to print and to lay beside you."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTransform

from anakinra_companion import content, drawings
from anakinra_companion.domain.flow import Stage
from anakinra_companion.domain.profile import Build
from anakinra_companion.papers.ink import MARGIN_MM, TooMuchToPrint, font

_tr = QCoreApplication.translate
STEPS = (
    Stage.STEP_1,
    Stage.COVER,
    Stage.READ_3,
    Stage.READ_4,
    Stage.READ_5,
    Stage.READ_6,
    Stage.BANDAGE,
    Stage.SHARPS,
)
COLUMNS, ROWS = 2, 4
# Sizes of type in points: the largest at which everything fits is taken, and nothing smaller is ever printed.
LARGEST_PT, SMALLEST_PT = 12.0, 8.5
DOTS = 300


@dataclass(frozen=True, slots=True)
class ForWhom:
    """The skin tone, the hand and the place that the pictures are drawn for, whose hands they are, and the build."""

    tone: int = 2
    mirrored: bool = False
    place: str = ""
    helper: bool = False
    build: Build = Build.MIDDLE


def write(path: Path, page: QPageSize.PageSizeId, whom: ForWhom) -> float:
    """Writes the page as a PDF and returns the size of its type in points; raises OSError where it cannot."""
    with path.open("wb"):
        pass
    writer = QPdfWriter(str(path))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(QPageSize(page), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    writer.setResolution(DOTS)
    writer.setTitle(_tr("papers", "The injection steps"))
    painter = QPainter(writer)
    try:
        room = QRectF(0, 0, writer.width(), writer.height())
        return _paint(painter, room, whom)
    finally:
        painter.end()


def _paint(painter: QPainter, room: QRectF, whom: ForWhom) -> float:
    size = LARGEST_PT
    while size >= SMALLEST_PT:
        head, foot = _head_height(painter, room, size), _foot_height(painter, room, size)
        cell_height = (room.height() - head - foot) / ROWS
        width = room.width() / COLUMNS
        places = [(width * (n % COLUMNS), head + cell_height * (n // COLUMNS)) for n in range(len(STEPS))]
        cells = [QRectF(x, y, width, cell_height) for x, y in places]
        if all(_fits(painter, stage, cell, size) for stage, cell in zip(STEPS, cells, strict=True)):
            _words(painter, _head(), QRectF(0, 0, room.width(), head), size, bold=True)
            for number, (stage, cell) in enumerate(zip(STEPS, cells, strict=True), start=1):
                _step(painter, number, stage, cell, size, whom)
            _words(painter, _foot(), QRectF(0, room.height() - foot, room.width(), foot), size)
            return size
        size -= 0.5
    raise TooMuchToPrint


def _step(painter: QPainter, number: int, stage: Stage, cell: QRectF, size: float, whom: ForWhom) -> None:
    picture, words = _parts(cell)
    step = content.step(stage)
    body = drawings.other_side(whom.place) if whom.mirrored else whom.place
    drawing = drawings.renderer(
        f"walkthrough/{step.picture}.svg", whom.tone, body, helper=whom.helper, build=whom.build
    )
    painter.save()
    painter.setClipRect(picture)
    if whom.mirrored:
        painter.translate(2 * picture.left() + picture.width(), 0)
        painter.scale(-1, 1)
    drawing.render(painter, picture)
    painter.restore()
    painter.drawRect(picture)
    scale = picture.width() / drawing.viewBoxF().width()
    # As small as anything printed, to stand clear of what it names.
    painter.setFont(font(SMALLEST_PT, bold=True))
    for said, x, y in drawings.labels(drawing, mirrored=whom.mirrored):
        at = QRectF(picture.left() + x * scale - 200, picture.top() + y * scale - 100, 400, 200)
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, said)
    side = drawings.side_label(drawing, body, mirrored=whom.mirrored)
    if side is not None:
        _side(painter, *side, picture, scale)
    _words(painter, _told(number, stage), words, size)


def _side(painter: QPainter, said: str, room: QRectF, picture: QRectF, scale: float) -> None:
    """The person's own side, below the small figure."""
    at = QTransform.fromTranslate(picture.left(), picture.top()).scale(scale, scale).mapRect(room)
    painter.setFont(drawings.narrowed(painter, font(SMALLEST_PT, bold=True), said, at.width()))
    painter.drawText(at, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, said)


def _told(number: int, stage: Stage) -> str:
    return f"{number}. " + "\n".join(each.text for each in content.step(stage).say)


def _parts(cell: QRectF) -> tuple[QRectF, QRectF]:
    """A picture at the left of a cell, words at its right."""
    gap = cell.width() * 0.03
    width = cell.width() * 0.46
    picture = QRectF(cell.left(), cell.top() + gap, width, width * 0.75)
    words = QRectF(picture.right() + gap, cell.top() + gap, cell.width() - width - 2.5 * gap, cell.height() - 2 * gap)
    return picture, words


def _fits(painter: QPainter, stage: Stage, cell: QRectF, size: float) -> bool:
    picture, words = _parts(cell)
    needed = _height(painter, _told(8, stage), words.width(), size)
    return picture.bottom() <= cell.bottom() and needed <= words.height()


def _head() -> str:
    said = _tr("papers", "The injection steps. Ask before the first time, and look at the liquid every time.")
    reviewed = "" if content.is_reviewed() else " " + content.say("about-not-reviewed")
    return f"{said}\n{content.say('about-leaflet-wins')}{reviewed}"


def _foot() -> str:
    facts = dict.fromkeys(fact for stage in STEPS for each in content.step(stage).say for fact in each.facts)
    told = _tr("papers", "Facts {0}. Text checked on {1}.")
    return told.format(", ".join(facts), content.checked_on().isoformat())


def _head_height(painter: QPainter, room: QRectF, size: float) -> float:
    return _height(painter, _head(), room.width(), size, bold=True) * 1.25


def _foot_height(painter: QPainter, room: QRectF, size: float) -> float:
    return _height(painter, _foot(), room.width(), size) * 1.25


def _words(painter: QPainter, words: str, room: QRectF, size: float, *, bold: bool = False) -> None:
    painter.setFont(font(size, bold=bold))
    painter.drawText(room, int(Qt.TextFlag.TextWordWrap), words)


def _height(painter: QPainter, words: str, width: float, size: float, *, bold: bool = False) -> float:
    painter.setFont(font(size, bold=bold))
    return painter.boundingRect(QRectF(0, 0, width, 100_000), int(Qt.TextFlag.TextWordWrap), words).height()
