"""Preferences of the window, kept in one small file; nothing about health."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from anakinra_companion.paths import quoted, write_whole

THEMES = ("system", "light", "dark", "high_contrast")
SMALLEST, LARGEST = 1.0, 2.0
NOTICES = ("none", "neutral", "full")


@dataclass(frozen=True, slots=True)
class Settings:
    """`text_scale` is 1.0 to 2.0; `reduced_motion` None follows the system; `speech_speed` is -1, 0 or 1.

    `notices`: what is said outside the window: nothing, that there is something to look at, or what it is.
    """

    theme: str = "system"
    text_scale: float = SMALLEST
    reduced_motion: bool | None = None
    read_aloud: bool = False
    speech_speed: int = 0
    notices: str = "neutral"
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
    if name == "theme":
        return value in THEMES
    if name == "notices":
        return value in NOTICES
    if name == "text_scale":
        return isinstance(value, int | float) and SMALLEST <= value <= LARGEST
    if name in ("reduced_motion", "read_aloud"):
        return isinstance(value, bool)
    if name == "speech_speed":
        return value in (-1, 0, 1) and not isinstance(value, bool)
    return isinstance(value, int) and 0 < value < 20_000


def _toml(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return quoted(value) if isinstance(value, str) else str(value)
