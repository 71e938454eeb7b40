"""A printed page read back from its PDF: every line, circle and word in millimetres from the sheet's corner."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import dist
from pathlib import Path
from typing import Any
from unicodedata import normalize

from pypdf import PdfReader

MM_PER_POINT = 25.4 / 72
# Qt rounds type to whole dots.
ROUNDED_PT = 0.05

Spot = tuple[float, float]


@dataclass(frozen=True)
class Line:
    ends: tuple[Spot, Spot]
    weight: float

    @property
    def length(self) -> float:
        return dist(*self.ends)

    @property
    def level(self) -> bool:
        return abs(self.ends[0][1] - self.ends[1][1]) < 1e-3


@dataclass(frozen=True)
class Circle:
    middle: Spot
    radius: float
    weight: float


@dataclass(frozen=True)
class Shape:
    corners: tuple[Spot, ...]
    weight: float

    @property
    def width(self) -> float:
        return max(x for x, _ in self.corners) - min(x for x, _ in self.corners)


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    right: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass
class Sheet:
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    circles: list[Circle] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(word.text for word in self.words).split())

    def word(self, text: str) -> Word:
        """The first place at which some words stand."""
        return next(word for word in self.words if word.text == text)

    def reach(self) -> tuple[float, float, float, float]:
        """How near anything comes to the left, upper, right and lower edge of the paper."""
        found: list[tuple[Spot, float]] = [(end, line.weight / 2) for line in self.lines for end in line.ends]
        found += [(circle.middle, circle.radius + circle.weight / 2) for circle in self.circles]
        found += [(corner, shape.weight / 2) for shape in self.shapes for corner in shape.corners]
        found += [((x, word.base), 0.0) for word in self.words for x in (word.left, word.right)]
        return (
            min(x - more for (x, _), more in found),
            min(y - more for (_, y), more in found),
            self.width - max(x + more for (x, _), more in found),
            self.height - max(y + more for (_, y), more in found),
        )


class _Pen:
    """Follows the operators of one page."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.weight = 0.0
        self.glyph = 0
        self.width = 0.0
        self.paths: list[list[Spot]] = []
        self.curved = False

    def on_page(self, x: float, y: float, matrix: Any) -> Spot:
        a, b, c, d, e, f = (float(each) for each in matrix)
        return (a * x + c * y + e) * MM_PER_POINT, self.sheet.height - (b * x + d * y + f) * MM_PER_POINT

    def operator(self, name: bytes, args: list[Any], matrix: Any, _: Any) -> None:
        if name == b"w":
            self.weight = float(args[0]) * abs(float(matrix[0])) * MM_PER_POINT
        elif name == b"Tj":
            self.glyph = int.from_bytes(bytes(args[0])[-2:], "big")
        elif name == b"m":
            self.paths.append([self.on_page(float(args[0]), float(args[1]), matrix)])
        elif name in (b"l", b"c"):
            self.curved = self.curved or name == b"c"
            self.paths[-1].append(self.on_page(float(args[-2]), float(args[-1]), matrix))
        elif name == b"re":
            x, y, w, h = map(float, args)
            corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y))
            self.paths.append([self.on_page(across, down, matrix) for across, down in corners])
        elif name in (b"S", b"s", b"B", b"B*", b"f", b"f*"):
            self.ink(self.weight if name in (b"S", b"s", b"B", b"B*") else 0.0)
        if name in (b"S", b"s", b"B", b"B*", b"f", b"f*", b"n"):
            self.paths, self.curved = [], False

    def ink(self, weight: float) -> None:
        for path in self.paths:
            xs, ys = [x for x, _ in path], [y for _, y in path]
            wide, high = max(xs) - min(xs), max(ys) - min(ys)
            if len(path) == 2:
                self.sheet.lines.append(Line((path[0], path[1]), weight))
            elif self.curved and len(path) == 5 and abs(wide - high) < 1e-3:
                middle = (min(xs) + wide / 2, min(ys) + high / 2)
                self.sheet.circles.append(Circle(middle, wide / 2, weight))
            else:
                self.sheet.shapes.append(Shape(tuple(path), weight))

    def words(self, text: str, matrix: Any, at: Any, font: Any, size: float) -> None:
        # Qt prints "fi" as one letter.
        said = " ".join(normalize("NFKC", text).split())
        x, y = self.on_page(float(at[4]), float(at[5]), matrix)
        if said:
            size *= float(matrix[0])
            self.width = _width(font, self.glyph) * size * MM_PER_POINT
            self.sheet.words.append(Word(said, x, x, y, size))
        elif text == "" and self.sheet.words and abs(self.sheet.words[-1].base - y) < 1e-3:
            # The end of a line is told by where its last letter begins.
            last = self.sheet.words.pop()
            self.sheet.words.append(replace(last, right=x + self.width))


def _width(font: Any, glyph: int) -> float:
    """How wide a letter is, in sizes of its type."""
    inner = font["/DescendantFonts"][0].get_object()
    table = list(inner.get("/W", []))
    while table:
        first, second = table[:2]
        # Either a list of widths from one letter on, or one width for all letters up to another one.
        if isinstance(second, list):
            widths, table = second, table[2:]
        else:
            widths, table = [table[2]] * (second - first + 1), table[3:]
        if first <= glyph < first + len(widths):
            return float(widths[glyph - first]) / 1000
    return float(inner.get("/DW", 1000)) / 1000


def sheets(path: Path) -> list[Sheet]:
    """All pages of a PDF."""
    found = []
    for page in PdfReader(path).pages:
        sheet = Sheet(float(page.mediabox.width) * MM_PER_POINT, float(page.mediabox.height) * MM_PER_POINT)
        pen = _Pen(sheet)
        page.extract_text(visitor_operand_before=pen.operator, visitor_text=pen.words)
        found.append(sheet)
    return found
