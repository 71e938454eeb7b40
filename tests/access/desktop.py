"""A desktop of our own for one run of the tests: a screen, a session bus, and the accessibility bus behind it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from system_libraries import TEST_PROGRAMS, missing_programs

ROOT = Path(__file__).parents[2]
PROGRAMS = ("Xvfb", "xdotool", "dbus-daemon", "at-spi-bus-launcher")
# What leads to the desktop of whoever runs the tests.
THEIRS = ("WAYLAND_DISPLAY", "XAUTHORITY", "AT_SPI_BUS_ADDRESS", "QT_ACCESSIBILITY", "NO_AT_BRIDGE")


def missing() -> list[str]:
    """The Debian packages that have to be installed first."""
    return [TEST_PROGRAMS[program][0] for program in missing_programs(PROGRAMS)]


@contextmanager
def desktop() -> Iterator[dict[str, str]]:
    """The environment that leads to it."""
    with TemporaryDirectory(prefix="access-", ignore_cleanup_errors=True) as folder:
        environment = {name: value for name, value in os.environ.items() if name not in THEIRS}
        environment |= {
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(ROOT),
            "XDG_RUNTIME_DIR": folder,
            "GSETTINGS_BACKEND": "memory",
            # A reader may ask for what is just being taken away.
            "QT_LOGGING_RULES": "qt.accessibility.atspi.warning=false",
        }
        with _says_first("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", env=environment) as screen:
            environment["DISPLAY"] = f":{screen}"
            bus = ("dbus-daemon", "--session", "--nofork", "--print-address=1")
            with _says_first(*bus, env=environment) as address:
                yield {**environment, "DBUS_SESSION_BUS_ADDRESS": address}


@contextmanager
def program(environment: dict[str, str], folder: Path) -> Iterator[None]:
    """The program on a person's folder; at the end it is told to stop and must not have complained."""
    complaints = folder.with_name("complaints")
    command = [sys.executable, "-m", "anakinra_companion", "--data-dir", str(folder)]
    with (
        complaints.open("w", encoding="utf-8") as said,
        subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=said) as running,
    ):
        try:
            # What a window manager does: the new window gets the keyboard.
            search = ("search", "--sync", "--onlyvisible", "--name", "Anakinra Companion", "windowfocus", "--sync")
            _xdotool(environment, *search)
            yield
        finally:
            running.terminate()
    assert complaints.read_text(encoding="utf-8") == ""


def press_key(environment: dict[str, str], key: str) -> None:
    """One key of the keyboard, wherever the focus is."""
    _xdotool(environment, "key", key)


def _xdotool(environment: dict[str, str], *words: str) -> None:
    subprocess.run(["xdotool", *words], env=environment, stdout=subprocess.DEVNULL, check=True, timeout=30)


@contextmanager
def _says_first(*command: str, env: dict[str, str]) -> Iterator[str]:
    """A server that says on its first line how it is reached."""
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()
