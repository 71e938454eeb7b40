"""The system libraries and the font that Qt needs on Linux: found, installed, or named."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import debian_packages
from debian_packages import Way

# Which Debian or Ubuntu package holds a library that Qt's own files ask for.
PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libxkbcommon.so.0": "libxkbcommon0",
    # From here on for a window; without a screen the app does without them.
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".pfb")

# Programs that some tests drive: the package, and what is left out without it.
TEST_PROGRAMS = {
    "Xvfb": ("xvfb", "tests that open a real window"),
    "xauth": ("xauth", "tests that open a real window"),
    "xdotool": ("xdotool", "tests that press real keys"),
    "faketime": ("faketime", "tests that move the computer's clock"),
    "dbus-daemon": ("dbus", "tests that listen as a screen reader does"),
    "at-spi-bus-launcher": ("at-spi2-core", "tests that listen as a screen reader does"),
}
# A service that nobody types lies outside the search path.
SERVICE_FOLDERS = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib")

Tell = Callable[[str], None]


class Missing(Exception):  # noqa: N818 - named for what happened
    """Something only the person at the machine can install; the message names the one command to type."""


def provide(for_tests: bool, tell: Tell) -> None:
    """Installs what is missing when that needs no password; raises Missing with the command when it does."""
    if not sys.platform.startswith("linux"):
        return
    libraries, programs = missing_libraries(), missing_programs() if for_tests else []
    needed = packages_for(libraries, debian_packages.os_release(), font=has_font(), venv=has_venv())
    wished = [TEST_PROGRAMS[program][0] for program in programs]
    if not needed and not wished:
        return
    way = debian_packages.way_to_install()
    if way.may_install:
        tell(f"Installing system packages: {' '.join([*needed, *wished])} ...")
        debian_packages.install(needed, wished, way)
        libraries, programs = missing_libraries(libraries), missing_programs(programs)
    if libraries or (needed and way.must_type):
        raise Missing(advice(libraries, [*needed, *wished], way))
    if programs:
        tell(what_is_left_out(programs))


def packages_for(libraries: Iterable[str], release: dict[str, str], *, font: bool, venv: bool) -> list[str]:
    """The packages to install, each once, by their names in this release of Debian or Ubuntu."""
    names = [PACKAGES[library] for library in libraries]
    if not font:
        names.append(FONT_PACKAGE)
    if not venv:
        names.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return [debian_packages.name_in(release, name) for name in dict.fromkeys(names)]


def advice(libraries: Sequence[str], packages: Sequence[str], way: Way) -> str:
    """What is missing and the one command that brings it."""
    if way is Way.NO_APT:
        return (
            f"Some of what Qt needs is missing on this system: {', '.join(libraries)}."
            " Install it with your system's own package tool, then start this command again."
        )
    return (
        "Some of what Qt needs is missing on this system."
        " Type this one command, then start this one again:\n\n"
        f"  {debian_packages.command_to_type(packages, way)}\n"
    )


def what_is_left_out(programs: Iterable[str]) -> str:
    """Names the tests that cannot run without these programs."""
    tests = dict.fromkeys(TEST_PROGRAMS[program][1] for program in programs)
    packages = dict.fromkeys(TEST_PROGRAMS[program][0] for program in programs)
    return f"{', '.join(packages)} cannot be installed here. Left out or failing without: {'; '.join(tests)}."


def missing_libraries(names: Iterable[str] = PACKAGES) -> list[str]:
    """The libraries the system's loader cannot find."""
    return [name for name in names if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_font(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Whether any font at all is installed; without one Qt draws empty boxes."""
    places = (Path(folder).expanduser() for folder in folders)
    names = (name.lower() for place in places for _, _, files in os.walk(place) for name in files)
    return any(name.endswith(FONT_ENDINGS) for name in names)


def has_venv() -> bool:
    """Whether this Python can make an environment with pip; Debian keeps that in a package of its own."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def missing_programs(names: Iterable[str] = TEST_PROGRAMS, folders: Iterable[str] = SERVICE_FOLDERS) -> list[str]:
    """The programs that some tests drive and that are not installed."""
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), *folders])
    return [program for program in names if shutil.which(program, path=places) is None]
