"""Preferences of the window, kept in one small file; nothing about health."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import time
from pathlib import Path
from typing import Any

from anakinra_companion.paths import quoted, write_whole

THEMES = ("system", "light", "dark", "high_contrast")
SMALLEST, LARGEST = 1.0, 2.0
NOTICES = ("none", "neutral", "full")
# These change nothing on screen.
UNSEEN = frozenset({"notices", "again", "again_minutes", "quiet_from", "quiet_until", "on_close"})
ON_CLOSE = ("ask", "stay", "quit")
MOST_AGAIN, MINUTES_APART = 12, (10, 15, 30, 60)


@dataclass(frozen=True, slots=True)
class Settings:
    """`text_scale` is 1.0 to 2.0; `reduced_motion` None follows the system; `speech_speed` is -1, 0 or 1.

    `notices`: what is said outside the window: nothing, that there is something to look at, or what it is. A reminder
    comes `again` so often, `again_minutes` apart, and not between `quiet_from` and `quiet_until`. `on_close`: whether
    a closed window stays in the tray and goes on reminding, or ends the program; asked once.
    """

    theme: str = "system"
    text_scale: float = SMALLEST
    reduced_motion: bool | None = None
    read_aloud: bool = False
    speech_speed: int = 0
    notices: str = "neutral"
    again: int = 2
    again_minutes: int = 30
    quiet_from: time | None = None
    quiet_until: time | None = None
    on_close: str = "ask"
    width: int = 1180
    height: int = 760

    @classmethod
    def read(cls, path: Path) -> Settings:
        """The kept preferences; what cannot be read has its default, and a broken file is set aside."""
        if not path.exists():
            return cls()
        import tomllib  # slow to import, and a new person has no settings yet

        try:
            known = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            return cls()
        names = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in known.items() if name in names and _fits(name, value)})

    def write(self, path: Path) -> None:
        """Keeps the preferences."""
        lines = (f"{field.name} = {_toml(getattr(self, field.name))}\n" for field in fields(self))
        kept = [line for line in lines if not line.endswith("= \n")]
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, "".join(kept))


def _fits(name: str, value: Any) -> bool:
    fits = _FITS.get(name)
    if fits is not None:
        return fits(value)
    return _is_number(value) and 0 < value < 20_000


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_FITS: dict[str, Callable[[Any], bool]] = {
    "theme": lambda value: value in THEMES,
    "notices": lambda value: value in NOTICES,
    "text_scale": lambda value: isinstance(value, int | float) and SMALLEST <= value <= LARGEST,
    "reduced_motion": lambda value: isinstance(value, bool),
    "read_aloud": lambda value: isinstance(value, bool),
    "on_close": lambda value: value in ON_CLOSE,
    "speech_speed": lambda value: _is_number(value) and value in (-1, 0, 1),
    "again": lambda value: _is_number(value) and 0 <= value <= MOST_AGAIN,
    "again_minutes": lambda value: _is_number(value) and value in MINUTES_APART,
    "quiet_from": lambda value: isinstance(value, time),
    "quiet_until": lambda value: isinstance(value, time),
}


def _toml(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, time):
        return value.isoformat("seconds")
    return quoted(value) if isinstance(value, str) else str(value)
