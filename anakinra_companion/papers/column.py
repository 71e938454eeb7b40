"""Words one below the other, measured first and then written, at the largest size at which they fit."""

from __future__ import annotations

from collections.abc import Callable

from anakinra_companion.papers.ink import Ink, TooMuchToPrint


class Column:
    """Keeps how far down the page is filled; a trial measures and leaves no ink."""

    def __init__(self, ink: Ink, size: float, *, trial: bool) -> None:
        self.ink = ink
        self.size = size
        self.trial = trial
        self.top = 0.0

    def say(self, words: str, left: float, width: float, *, size: float = 0.0, bold: bool = False) -> None:
        """Writes some words and goes on below them."""
        size = size or self.size
        if self.trial:
            self.top += self.ink.height_of(words, width, size, bold=bold)
        else:
            self.top += self.ink.words(words, left, self.top, width, size, bold=bold)
        self.top += 0.4 * size * 0.35

    def step(self, number: int, words: str, width: float) -> None:
        """Writes a numbered step; its words stand in from the number."""
        if not self.trial:
            self.ink.words(f"{number}.", 0, self.top, 8, self.size, bold=True)
        self.say(words, 8, width - 8)

    def draw(self, height: float, drawing: Callable[[float], object]) -> None:
        """Leaves a height to a drawing, which is told where it begins."""
        if not self.trial:
            drawing(self.top)
        self.top += height


def fill(ink: Ink, sizes: tuple[float, float], height: float, lay: Callable[[Column], None]) -> float:
    """Lays words out at the largest size that fits a height, and returns it; raises TooMuchToPrint if none does."""
    size, smallest = sizes
    while size >= smallest:
        trial = Column(ink, size, trial=True)
        lay(trial)
        if trial.top <= height:
            lay(Column(ink, size, trial=False))
            return size
        size -= 0.5
    raise TooMuchToPrint
