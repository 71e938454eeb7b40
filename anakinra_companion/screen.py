"""Whether a window can be opened here; Qt would abort the process where this says a sentence."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

INSTEAD = "You can still type `anakinra-companion status`, or `anakinra-companion tour DIR` for pictures."
NO_SCREEN = f"There is no screen here, so no window can open. {INSTEAD}"
# Debian and Ubuntu name their packages after the library; these are the exceptions.
PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
}


def why_no_window(environment: Mapping[str, str] = os.environ) -> str | None:
    """One plain sentence that says why no window can open and what to do; None when one can."""
    try:
        import PySide6.QtWidgets  # noqa: F401 - asked before Qt is needed, because a missing library shows here
    except ImportError as error:
        return missing_library(str(error))
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM", "xcb") not in ("", "xcb"):
        return None
    if _wayland(environment):
        return None
    if not environment.get("DISPLAY"):
        return NO_SCREEN
    return _x_fault(environment["DISPLAY"])


def missing_library(error: str) -> str:
    """The sentence for a loader's complaint, with the command that installs what is missing."""
    found = re.search(r"(lib[\w.+-]+?\.so[\w.]*)", error)
    if found is None:
        return "The window's toolkit is not installed. Type `python3 packaging/bootstrap.py run` to install it."
    library = found.group(1)
    package = PACKAGES.get(library)
    if package is None:
        return f"The system library {library} is missing, so no window can open. {INSTEAD}"
    return (
        f"The system library {library} is missing, so no window can open."
        f" Type `sudo apt-get install {package}` and start again."
    )


def _wayland(environment: Mapping[str, str]) -> bool:
    name, folder = environment.get("WAYLAND_DISPLAY"), environment.get("XDG_RUNTIME_DIR")
    return bool(name and folder and (Path(folder) / name).exists() and not environment.get("DISPLAY"))


def _x_fault(display: str) -> str | None:
    """Loads what Qt will load and tries the screen; about 2 ms."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return None
    plugin = Path(spec.submodule_search_locations[0]) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        ctypes.CDLL(str(plugin))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return missing_library(str(error))
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    if failed:
        return f"The screen {display} does not answer, so no window can open. {INSTEAD}"
    return None
