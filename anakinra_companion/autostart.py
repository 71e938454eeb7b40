"""Whether the program starts when the person logs in: each system's own way, one small entry."""

from __future__ import annotations

import os
import plistlib
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from anakinra_companion.paths import DEMO, Paths, write_whole

NAME = "anakinra-companion"
LABEL = "io.github.anakinra-companion"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


def command(executable: str, arguments: Sequence[str] = ()) -> list[str]:
    """How this very program is started, without its window in front."""
    if getattr(sys, "frozen", False):
        return [executable, *arguments, "--in-background"]
    return [executable, "-m", "anakinra_companion", *arguments, "--in-background"]


def folder_arguments(record: Path) -> list[str]:
    """What leads the program to the folder of a record, where that is not the usual one."""
    root = record.parents[2]
    return [] if root == Paths.for_user().root else ["--data-dir", str(root)]


def is_thrown_away(record: Path) -> bool:
    """True for a demo record: nobody wants to be reminded of it at the next log-in."""
    return record.parents[2].name.startswith(DEMO)


def entry(environment: Mapping[str, str], system: str = sys.platform, home: Path | None = None) -> Path | None:
    """The file that starts the program at log-in; None on Windows, which keeps a line in its registry."""
    home = home or Path.home()
    if system == "win32":
        return None
    if system == "darwin":
        return home / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    return Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "autostart" / f"{NAME}.desktop"


def desktop_entry(start: Sequence[str]) -> str:
    """The entry for the desktops of Linux; a path with a space or a percent sign stays one word."""
    words = " ".join(_quoted(word) for word in start)
    return (
        "[Desktop Entry]\nType=Application\nName=Anakinra Companion\n"
        f"Exec={words}\nIcon={NAME}\nX-GNOME-Autostart-enabled=true\nTerminal=false\n"
    )


def launch_agent(start: Sequence[str]) -> bytes:
    """The entry for macOS."""
    return plistlib.dumps({"Label": LABEL, "ProgramArguments": list(start), "RunAtLoad": True})


def is_on() -> bool:
    """True when the program starts at log-in."""
    path = entry(os.environ)
    return path.exists() if path is not None else _registry_has()


def turn(start: Sequence[str], *, on: bool) -> None:
    """Puts the entry there or takes it away. Raises `OSError` where the system does not let us."""
    path = entry(os.environ)
    if path is None:
        _turn_registry(start, on=on)
    elif not on:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".plist":
            path.write_bytes(launch_agent(start))
        else:
            write_whole(path, desktop_entry(start))


def _quoted(word: str) -> str:
    """A word as the Desktop Entry Specification quotes it: once as an argument, once more as the value of a key."""
    escaped = word.replace("%", "%%")
    if escaped == word and shlex.quote(word) == word:
        return word
    for mark in ("\\", '"', "`", "$"):
        escaped = escaped.replace(mark, f"\\{mark}")
    return f'"{escaped}"'.replace("\\", "\\\\")


def _registry_has() -> bool:
    import winreg  # Windows only

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:  # type: ignore[attr-defined, unused-ignore]
            winreg.QueryValueEx(key, NAME)  # type: ignore[attr-defined, unused-ignore]
    except OSError:
        return False
    return True


def _turn_registry(start: Sequence[str], *, on: bool) -> None:
    import subprocess
    import winreg  # Windows only

    access = winreg.KEY_SET_VALUE  # type: ignore[attr-defined, unused-ignore]
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY, 0, access) as key:  # type: ignore[attr-defined, unused-ignore]
        if on:
            words = subprocess.list2cmdline(list(start))
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, words)  # type: ignore[attr-defined, unused-ignore]
        else:
            winreg.DeleteValue(key, NAME)  # type: ignore[attr-defined, unused-ignore]
