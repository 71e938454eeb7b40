"""The drawings to test with: where they are, which there are, and what of them is inked."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from anakinra_companion.domain.sites import SELF_PLACES, Place

RESOURCES = Path(__file__).parents[1] / "resources"
STEPS = tuple(f"step-{number}" for number in range(1, 9))
DONTS = ("dont-touch", "dont-put-down", "dont-recap", "dont-shake", "dont-alcohol")
# fmt: off
CHOICES = (
    "choose-syringe", "kept-well", "look-at-glass", "look-at-liquid", "foam-settles", "look-at-skin", "wash-hands",
    "cannot-pinch", "set-aside", "done", *DONTS,
)
# fmt: on
# From the third step on the cover is in the bin; a picture that shows it teaches recapping.
UNCOVERED = (*STEPS[2:], "cannot-pinch")
# Pictures that show a place say by a small figure which one it is.
PLACED = ("look-at-skin", "step-1", "step-3", "step-4", "step-5", "step-6", "step-7", "cannot-pinch")
# Pictures that nobody's hand is in.
HANDLESS = ("foam-settles", "set-aside", "done")
PLUM, PROHIBITED = "#7a4b6b", "#b3261e"
SHIRT, JEANS = "#d9ded8", "#8fa9ad"
DOT, HEAD = "#0f6b6b", (82, 57)
FIGURE = QRect(22, 22, 120, 214)
# The figure's box, with the room for a word below it.
BOX = QRect(10, 14, 144, 278)
SVG = "{http://www.w3.org/2000/svg}"
PAGE = QSize(480, 900)
BUILDS = ("slight", "middle", "broad")
FIGURES = tuple(f"{view}-{build}" for view in ("front", "back") for build in BUILDS)
WORDS = {f"{SVG}text", f"{SVG}tspan", f"{SVG}textArea"}
BEYOND_TINY = {f"{SVG}{name}" for name in ("filter", "mask", "clipPath", "style", "image", "foreignObject")}


def drawing(folder: str, name: str) -> Path:
    return RESOURCES / folder / f"{name}.svg"


def elements(file: Path) -> list[ElementTree.Element]:
    return list(ElementTree.parse(file).getroot().iter())


def colours(file: Path) -> set[str]:
    """Every paint named in a drawing, as an attribute."""
    named = (element.get(paint) for element in elements(file) for paint in ("fill", "stroke", "stop-color", "color"))
    return {colour.lower() for colour in named if colour is not None}


def inked(renderer: QSvgRenderer, part: str, size: QSize, threshold: int = 0) -> set[tuple[int, int]]:
    """The pixels that a part of a drawing, or all of it, covers by more than the threshold (0 to 255)."""
    picture = QImage(size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if part:
        renderer.render(painter, part, renderer.boundsOnElement(part))
    else:
        renderer.render(painter)
    painter.end()
    # Kept in a name: its bytes are gone with it.
    mask = picture.convertToFormat(QImage.Format.Format_Alpha8)
    alpha, line = bytes(mask.constBits()), mask.bytesPerLine()
    return {(at % line, at // line) for at, ink in enumerate(alpha) if ink > threshold and at % line < size.width()}


def view_of(place: Place) -> str:
    return "front" if place in SELF_PLACES else "back"
