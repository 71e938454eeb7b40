"""Our layered drawings as Qt renders them: in a skin tone, on the body of a place, for window and paper."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

from anakinra_companion import resources
from anakinra_companion.domain.profile import Build

# The colours the drawings are made in, and what becomes of them: base, shade, light, nail, outline.
DRAWN = ("#e8b998", "#d19a76", "#f4cfb3", "#f3d3c0", "#5b3a29")
TONES = (
    ("#f5d6c2", "#e0b399", "#fce8dc", "#f9e2d8", "#6b4634"),
    ("#edc4a4", "#d6a380", "#f7d9c0", "#f5dac8", "#5b3a29"),
    DRAWN,
    ("#c08a63", "#a06c48", "#d3a27d", "#dcb59a", "#4a2d1d"),
    ("#8a5a3c", "#6d432b", "#a3714f", "#bf9177", "#2f1a10"),
    ("#6a4632", "#4e3120", "#8a6248", "#a9826c", "#1c0f09"),
)
# Where the words at an angle's mark stand: at the end of its line, so that they cover neither hand nor syringe.
LABELS = {"anchor-90": ("90°", 0.0, -32.0), "anchor-45": ("45°", 44.0, 22.0)}
# The room below the small figure for the word that says its side.
SIDE = "anchor-side"
# The place that is shown where none was chosen.
USUAL_PLACE = "thigh_right"
# A drawing leaves these layers open: the body seen from above or in front, the quarters of a buttock, the body seen
# from its side, and the small figure that says where on the person it is.
_LEFT_OPEN = re.compile(r'<g id="(body|quarters|side|where)"></g>')
# Somebody else's hands wear sleeves of a colour of their own.
_SLEEVE = re.compile(r'<path class="sleeve"[^>]*/>')
# The layers of a drawing are its top-level groups, from the back to the front.
_LAYER = re.compile(r'<g id="([^"]+)"')
# The way of a shape: a letter and its numbers.
_WAY = re.compile(r"([MLCQZ])([^MLCQZ]*)")
_NUMBER = re.compile(r"-?[\d.]+")


@cache
def _file(name: str) -> str:
    return resources.path(name).read_text(encoding="utf-8")


@cache
def _of_place(layer: str, place: str, *, helper: bool, build: Build) -> str:
    """A layer of the drawing of a place; whoever helps sees belly and thighs from in front."""
    from_in_front = f"walkthrough/bodies/helper/{place}.svg"
    seen = helper and layer == "body" and resources.path(from_in_front).is_file()
    name = from_in_front if seen else f"walkthrough/bodies/{place}.svg"
    if layer == "where" and build is not Build.MIDDLE:
        name = f"walkthrough/bodies/{build.value}/{place}.svg"
    drawn = _file(name)
    begin = drawn.index(f'<g id="{layer}"')
    return drawn[begin : drawn.index("</g>", begin) + len("</g>")]


def _source(name: str, place: str, *, helper: bool, build: Build) -> str:
    """A drawing with its open layers filled from that of the place, and with sleeves only on a helper's hands."""
    drawing = _LEFT_OPEN.sub(
        lambda layer: _of_place(layer.group(1), place or USUAL_PLACE, helper=helper, build=build), _file(name)
    )
    return drawing if helper else _SLEEVE.sub("", drawing)


@lru_cache(maxsize=4)
def renderer(
    name: str, tone: int, body: str = "", *, helper: bool = False, build: Build = Build.MIDDLE
) -> QSvgRenderer:
    """A drawing in a skin tone (0 to 5, light to dark), on the body of a place, with the hands of whoever injects.

    `build` is that of the small figure which says where the place is.
    """
    drawing = _source(name, body, helper=helper, build=build)
    for drawn, wanted in zip(DRAWN, TONES[tone % len(TONES)], strict=True):
        drawing = drawing.replace(drawn, wanted)
    return QSvgRenderer(QByteArray(drawing.encode()))


def layers(name: str) -> list[str]:
    """The names of the layers of a drawing, from the back to the front."""
    return _LAYER.findall(_file(name))


@lru_cache(maxsize=32)
def outline(name: str, id_: str) -> QPainterPath:
    """The outline of one shape of a drawing, in its units."""
    path = QPainterPath()
    found = re.search(rf'<path d="([^"]*)" id="{id_}"', _file(name))
    for letter, numbers in _WAY.findall(found.group(1) if found else ""):
        read = [float(number) for number in _NUMBER.findall(numbers)]
        points = [QPointF(x, y) for x, y in zip(read[::2], read[1::2], strict=True)]
        if letter == "M":
            path.moveTo(points[0])
        elif letter == "L":
            for point in points:
                path.lineTo(point)
        elif letter == "Z":
            path.closeSubpath()
        else:
            _curve(path, letter, points)
    return path


def _curve(path: QPainterPath, letter: str, points: list[QPointF]) -> None:
    many = 3 if letter == "C" else 2
    for begin in range(0, len(points), many):
        if many == 3:
            path.cubicTo(*points[begin : begin + 3])
        else:
            path.quadTo(*points[begin : begin + 2])


def other_side(body: str) -> str:
    """The same place on the other side."""
    if body.endswith("_left"):
        return body.removesuffix("_left") + "_right"
    return body.removesuffix("_right") + "_left" if body else body


def labels(drawing: QSvgRenderer, *, mirrored: bool) -> list[tuple[str, float, float]]:
    """The words of a drawing with their middles, in its units; they are never turned over with it (S44)."""
    found = []
    for name, (words, dx, dy) in LABELS.items():
        if drawing.elementExists(name):
            at = drawing.boundsOnElement(name).center()
            x = drawing.viewBoxF().width() - at.x() - dx if mirrored else at.x() + dx
            found.append((words, x, at.y() + dy))
    return found


def side_label(drawing: QSvgRenderer, body: str, *, mirrored: bool) -> tuple[str, QRectF] | None:
    """The person's own side of the body that is drawn, as a word, and its room below the small figure."""
    if not drawing.elementExists(SIDE):
        return None
    room = drawing.boundsOnElement(SIDE)
    if mirrored:
        room.moveLeft(drawing.viewBoxF().width() - room.right())
    drawn_left = (body or USUAL_PLACE).endswith("_left")
    # Turned over for the left hand, the drawing of the one side shows the other.
    words = (
        QCoreApplication.translate("drawings", "left")
        if drawn_left is not mirrored
        else QCoreApplication.translate("drawings", "right")
    )
    return words, room


def narrowed(painter: QPainter, font: QFont, words: str, width: float) -> QFont:
    """A font narrowed, but no smaller, where words would be wider than their room."""
    needed = QFontMetricsF(font, painter.device()).horizontalAdvance(words)
    fitting = QFont(font)
    if needed > width:
        fitting.setStretch(max(50, int(100 * width / needed)))
    return fitting
