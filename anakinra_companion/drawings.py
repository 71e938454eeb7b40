"""Our layered drawings as Qt renders them: in a skin tone, on the body of a place, for window and paper."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from anakinra_companion import resources

# The colours the drawings are made in, and what becomes of them: base, shade, light, nail, outline.
DRAWN = ("#e8b998", "#d19a76", "#f4cfb3", "#f3d3c0", "#5b3a29")
TONES = (
    ("#f5d6c2", "#e0b399", "#fce8dc", "#f9e2d8", "#6b4634"),
    ("#edc4a4", "#d6a380", "#f7d9c0", "#f5dac8", "#5b3a29"),
    DRAWN,
    ("#c08a63", "#a06c48", "#d3a27d", "#dcb59a", "#4a2d1d"),
    ("#8a5a3c", "#6d432b", "#a3714f", "#bf9177", "#2f1a10"),
    ("#5f3d2b", "#472b1d", "#77503a", "#9b7460", "#22140d"),
)
# Where the words at an angle's mark stand, so that they cover neither hand nor syringe.
LABELS = {"anchor-90": ("90°", -34.0, -14.0), "anchor-45": ("45°", 40.0, 6.0)}
# Drawings that show a place of the body, which is the thigh unless another was chosen.
ON_A_PLACE = frozenset({"look-at-skin", "step-1", "step-6", "step-7"})
_BODY = re.compile(r'<g id="body".*?</g>', re.DOTALL)
_WHOLE_BODY = re.compile(r'<g id="body".*</g>', re.DOTALL)
# The layers of a drawing are its top-level groups, from the back to the front.
_LAYER = re.compile(r'<g id="([^"]+)"')


@cache
def _file(name: str) -> str:
    return resources.path(name).read_text(encoding="utf-8")


@cache
def _source(name: str, body: str) -> str:
    """A drawing with the body it shows replaced by that of another place, where there is one drawn."""
    drawing, place = _file(name), resources.path(f"walkthrough/bodies/{body}.svg")
    if not body or Path(name).stem not in ON_A_PLACE or not place.is_file():
        return drawing
    wanted = _WHOLE_BODY.search(place.read_text(encoding="utf-8"))
    return _BODY.sub(lambda _: wanted.group(0), drawing, count=1) if wanted is not None else drawing


@lru_cache(maxsize=4)
def renderer(name: str, tone: int, body: str = "") -> QSvgRenderer:
    """A drawing in a skin tone (0 to 5, light to dark), on the body of a place."""
    drawing = _source(name, body)
    for drawn, wanted in zip(DRAWN, TONES[tone % len(TONES)], strict=True):
        drawing = drawing.replace(drawn, wanted)
    return QSvgRenderer(QByteArray(drawing.encode()))


def layers(name: str) -> list[str]:
    """The names of the layers of a drawing, from the back to the front."""
    return _LAYER.findall(_file(name))


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
