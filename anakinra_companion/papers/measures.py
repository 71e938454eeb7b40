"""What one measures with on paper: a ruler that checks the printer, and the spacer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from anakinra_companion.domain.sites import MIN_SPACING, cm
from anakinra_companion.papers.ink import BLACK, FINE, PALE, THICK, THIN, Ink
from anakinra_companion.papers.split import TENTHS

_tr = QCoreApplication.translate
RULER_MM = 100
RULER_HEIGHT = 9.5
SPACER_MM = MIN_SPACING / TENTHS
SMALL_PT = 11.0
MIDDLE = Qt.AlignmentFlag.AlignHCenter


def ruler(ink: Ink, left: float, top: float) -> None:
    """Draws 10 cm with a tick for each millimetre and a number for each centimetre."""
    ink.line((left, top), (left + RULER_MM, top), THICK)
    for mm in range(RULER_MM + 1):
        long = 4.5 if mm % 10 == 0 else 3.2 if mm % 5 == 0 else 2.0
        ink.line((left + mm, top), (left + mm, top + long), THIN if mm % 10 == 0 else FINE)
        if mm % 10 == 0:
            ink.words(str(mm // 10), left + mm - 5, top + long, 10, SMALL_PT, align=MIDDLE)
    ink.words(_tr("papers", "cm"), left + RULER_MM + 4, top + 4.5, 10, SMALL_PT)


def spacer(ink: Ink, left: float, top: float) -> None:
    """Draws a disc that reaches 2.5 cm from its middle, and a bar of that length beside it."""
    said = _tr("papers", "{0} cm").format(f"{cm(MIN_SPACING):g}")
    middle = (left + SPACER_MM, top + SPACER_MM)
    ink.circle(middle, SPACER_MM, THICK, fill=PALE)
    ink.cross(middle, 3.0, THIN)
    ink.line(middle, (middle[0] + SPACER_MM, middle[1]), THIN)
    ink.words(said, middle[0] + 4, middle[1] - 6, SPACER_MM - 4, SMALL_PT, bold=True, align=MIDDLE)
    bar = left + 2 * SPACER_MM + 6
    ink.box(bar, top + SPACER_MM - 3, SPACER_MM, 6, weight=0, fill=BLACK)
    ink.words(said, bar, top + SPACER_MM + 4, SPACER_MM, SMALL_PT, bold=True, align=MIDDLE)
