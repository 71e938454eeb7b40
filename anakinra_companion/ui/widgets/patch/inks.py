"""The colours on skin: they follow the person's skin tone, and in high contrast the theme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor

from anakinra_companion.drawings import TONES
from anakinra_companion.ui import theme

# Lines on dark skin.
CREAM = "#fbeee2"


@dataclass(frozen=True, slots=True)
class Inks:
    """Around: the skin about the patch; patch: the skin in it; line and halo: what is drawn on both."""

    around: QColor
    patch: QColor
    shade: QColor
    line: QColor
    halo: QColor
    accent: QColor
    on_accent: QColor
    dot: QColor
    dot_ink: QColor
    quiet: QColor
    quiet_ink: QColor
    stop: QColor
    focus: QColor


def inks(tone: int) -> Inks:
    """The colours for a skin tone in the theme in force."""
    return _inks(tone % len(TONES), theme.active().name)


@lru_cache(maxsize=len(TONES) * len(theme.THEMES))
def _inks(tone: int, name: str) -> Inks:
    if name == "high_contrast":
        plain = theme.HIGH_CONTRAST
        found = (
            plain.ground, plain.raised, plain.raised, plain.text, plain.ground, plain.primary, plain.on_primary,
            plain.ground, plain.text, plain.ground, plain.muted, plain.stop, plain.focus,
        )  # fmt: skip
    else:
        base, shade, light, nail, outline = TONES[tone]
        # What is drawn on skin stands out from the skin, whatever the theme: light skin is not dark at night.
        plain = theme.LIGHT if theme.contrast(base, outline) >= theme.contrast(base, CREAM) else theme.DARK
        is_light = plain is theme.LIGHT
        line, halo = (outline, plain.surface) if is_light else (CREAM, outline)
        found = (
            base, light, shade, line, halo, plain.primary, plain.on_primary,
            plain.surface, plain.text, nail if is_light else shade, line, plain.stop, plain.focus,
        )  # fmt: skip
    return Inks(*(QColor(colour) for colour in found))
