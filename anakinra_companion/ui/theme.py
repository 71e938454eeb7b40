"""How everything looks: the only numbers about colour, type and space."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from anakinra_companion.ui.stylesheet import stylesheet

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette

    from anakinra_companion.settings import Settings


class Tone(StrEnum):
    """What a colour says; never said by colour alone."""

    PLAIN = "plain"
    TAKEN = "taken"
    SOON = "soon"
    STOP = "stop"
    INFO = "info"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme as #rrggbb."""

    ground: str
    surface: str
    raised: str
    text: str
    muted: str
    border: str
    strong_border: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_soft: str
    focus: str
    taken: str
    taken_soft: str
    soon: str
    soon_soft: str
    stop: str
    stop_soft: str
    info: str
    info_soft: str

    def ink(self, tone: Tone) -> str:
        """The colour of words and shapes of a tone."""
        return {
            Tone.PLAIN: self.text,
            Tone.TAKEN: self.taken,
            Tone.SOON: self.soon,
            Tone.STOP: self.stop,
            Tone.INFO: self.info,
            Tone.MUTED: self.muted,
        }[tone]

    def inks(self) -> dict[str, str]:
        """The ink of every tone by its name."""
        return {tone.value: self.ink(tone) for tone in Tone}

    def wash(self, tone: Tone) -> str:
        """The quiet ground of a tone."""
        return {
            Tone.PLAIN: self.surface,
            Tone.TAKEN: self.taken_soft,
            Tone.SOON: self.soon_soft,
            Tone.STOP: self.stop_soft,
            Tone.INFO: self.info_soft,
            Tone.MUTED: self.ground,
        }[tone]


LIGHT = Tokens(
    ground="#f6f3ec",
    surface="#fffdf9",
    raised="#ffffff",
    text="#1d2b30",
    muted="#526067",
    border="#dfd9cc",
    strong_border="#7d8683",
    primary="#0f5c63",
    primary_hover="#0b4a50",
    on_primary="#ffffff",
    primary_soft="#dcebea",
    focus="#b4540a",
    taken="#1f6b3f",
    taken_soft="#e2f0e4",
    soon="#8a4b00",
    soon_soft="#fbeccf",
    stop="#a8231b",
    stop_soft="#fbe3df",
    info="#24568f",
    info_soft="#e2ebf5",
)
DARK = Tokens(
    ground="#14191b",
    surface="#1d2427",
    raised="#273034",
    text="#edf0ee",
    muted="#a9b5b6",
    border="#37444a",
    strong_border="#7f8f93",
    primary="#7fd0d2",
    primary_hover="#a3dfe0",
    on_primary="#08282b",
    primary_soft="#1f3d41",
    focus="#ffb45e",
    taken="#86d3a0",
    taken_soft="#1d3626",
    soon="#f3c063",
    soon_soft="#3b2f16",
    stop="#ff9c90",
    stop_soft="#44211d",
    info="#9cc3f2",
    info_soft="#1d2f45",
)
HIGH_CONTRAST = Tokens(
    ground="#000000",
    surface="#000000",
    raised="#101010",
    text="#ffffff",
    muted="#e6e6e6",
    border="#ffffff",
    strong_border="#ffffff",
    primary="#8ff0f2",
    primary_hover="#c8fafb",
    on_primary="#000000",
    primary_soft="#0a2c2e",
    focus="#ffd400",
    taken="#9dffb5",
    taken_soft="#06210e",
    soon="#ffd34d",
    soon_soft="#2b2000",
    stop="#ffaaa0",
    stop_soft="#330a06",
    info="#b7d8ff",
    info_soft="#071c33",
)
THEMES = {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}

# Type in pixels at 100 %.
SMALL, BODY, LEAD, HEADING, TITLE, GUIDE, GIANT = 15, 17, 20, 22, 30, 28, 44
# From this text scale on words are large: less stands beside each other.
LARGE = 1.5
# Targets in pixels at 100 %: ordinary controls, and those of the walkthrough.
TARGET, BIG_TARGET = 44, 60
RADIUS = 12
MIDDLE_GREY = 128


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme at one text scale (1.0 to 2.0); `still` when motion is to be avoided."""

    name: str = "light"
    scale: float = 1.0
    still: bool = False

    @property
    def tokens(self) -> Tokens:
        """The colours."""
        return THEMES[self.name]

    def px(self, length: float) -> int:
        """A length that grows with the text."""
        return round(length * self.scale)

    def gap(self, length: float) -> int:
        """A gap, which grows half as fast, so that large text keeps its room."""
        return round(length * (1 + (self.scale - 1) / 2))

    def font(self, size: int, *, bold: bool = False) -> QFont:
        """The system's own face at a size of the type scale."""
        font = QFont()
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def colour(self, name: str) -> QColor:
        """A token as a colour."""
        return QColor(getattr(self.tokens, name))


_active = Theme()


def active() -> Theme:
    """The theme in force."""
    return _active


def use_settings(settings: Settings) -> None:
    """Puts the theme, text size and motion that a person chose in force."""
    use(Theme(resolved(settings.theme), settings.text_scale, holds_still(settings)))


_less_motion: list[bool] = []


def holds_still(settings: Settings) -> bool:
    """Whether motion is to be avoided: the person's own choice first, then what the system asks for."""
    asked = settings.reduced_motion
    return any(_less_motion) if asked is None else asked


def motion_changed(settings: Settings, *, less: bool) -> None:
    """The system asks for less motion, or no more; nothing else of the look is put in force anew."""
    global _active  # noqa: PLW0603 - see `use`
    _less_motion[:] = [less]
    _active = replace(_active, still=holds_still(settings))


def use(theme: Theme) -> None:
    """Puts a theme in force for the whole program."""
    global _active  # noqa: PLW0603 - one look for one program, as Qt's own palette and style are
    _active = theme
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    application.setFont(theme.font(BODY))
    application.setStyleSheet(stylesheet(theme))


def use_palette() -> None:
    """Puts the colours in force that the style sheet does not reach; the first paint need not wait for them."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setPalette(_palette(_active.tokens))


_system: list[str] = []


def resolved(name: str) -> str:
    """The theme a preference means: "system" follows the ground that the desktop gave Qt at the start."""
    if name in THEMES:
        return name
    if not _system:
        # Asking for the colour scheme itself would import a hundred enums, 20 ms before the first paint.
        dark = QGuiApplication.palette().window().color().lightness() < MIDDLE_GREY
        _system.append("dark" if dark else "light")
    return _system[0]


def system_changed() -> None:
    """The desktop turned light or dark while the window was open."""
    from PySide6.QtCore import Qt  # at use, see above

    scheme = QGuiApplication.styleHints().colorScheme()
    _system[:] = ["dark" if scheme is Qt.ColorScheme.Dark else "light"]


def _palette(tokens: Tokens) -> QPalette:
    from PySide6.QtGui import QPalette  # its many roles take a while to import

    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.ground,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Highlight: tokens.primary,
        QPalette.ColorRole.HighlightedText: tokens.on_primary,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Link: tokens.primary,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
