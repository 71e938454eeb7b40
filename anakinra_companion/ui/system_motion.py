"""Whether the system asks for less motion: asked once Today is on show, and followed where the system tells."""

from __future__ import annotations

import os
import sys
from configparser import ConfigParser
from configparser import Error as NotSettings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, QProcess, Qt, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QGuiApplication

from anakinra_companion.ui import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from anakinra_companion.settings import Settings

PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
# What the desktops of Linux keep, and tell through their common portal.
APPEARANCE = ("org.freedesktop.appearance", "reduced-motion")
GNOME = ("org.gnome.desktop.interface", "enable-animations")
KDE = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")
MACOS = ("defaults", "read", "com.apple.universalaccess", "reduceMotion")
# Windows: "Show animations" (SPI_GETCLIENTAREAANIMATION).
SHOW_ANIMATIONS = 0x1042


def asks_for_less(place: tuple[str, str], value: object) -> bool:
    """What a value of the portal means; one that is not known asks for nothing."""
    if place == APPEARANCE:
        return value == 1
    if place == GNOME:
        return value is False
    return place == KDE and _is_zero(value)


def kde_asks(kdeglobals: str) -> bool:
    """What KDE's own file says: movements that last no time at all."""
    settings = ConfigParser(interpolation=None, strict=False)
    try:
        settings.read_string(kdeglobals)
    except NotSettings:
        return False
    return _is_zero(settings.get("KDE", "AnimationDurationFactor", fallback=None))


def kdeglobals(environment: Mapping[str, str]) -> Path:
    """Where KDE keeps that file."""
    return Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "kdeglobals"


def macos_asks(said: str) -> bool:
    """What macOS's "Reduce motion" is; nothing is said where it was never touched."""
    return said.strip() == "1"


def has_bus(environment: Mapping[str, str]) -> bool:
    """True where a session bus is there: without one, asking would try to start one and wait for it."""
    bus = Path(environment.get("XDG_RUNTIME_DIR") or "/nowhere") / "bus"
    return bool(environment.get("DBUS_SESSION_BUS_ADDRESS")) or bus.exists()


def plain(value: object) -> object:
    """A value out of the wrappings that the portal's older call puts round it."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value


def _is_zero(value: object) -> bool:
    try:
        return isinstance(value, str | int | float) and float(value) == 0
    except ValueError:
        return False


class SystemMotion(QObject):
    """Asks and listens; `changed` tells whether less motion is asked for, each time that becomes another answer."""

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said: dict[object, bool] = {}
        self._calls: list[QDBusPendingCallWatcher] = []
        self._process: QProcess | None = None

    @property
    def asks_for_less(self) -> bool:
        """True when any of the system's settings does."""
        return any(self._said.values())

    @property
    def is_asking(self) -> bool:
        """True while an answer of the portal is still to come."""
        return bool(self._calls)

    def follow(self) -> None:
        """Begins to ask and to listen, by whatever this system has; nothing waits for the answers."""
        self._follow_qt()
        if sys.platform.startswith("linux") and has_bus(os.environ):
            self.follow_portal(QDBusConnection.sessionBus())
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._came_to_front)
        self.ask_again()

    def ask_again(self) -> None:
        """Asks those that do not tell of a change by themselves: when the window comes to the front."""
        if sys.platform == "win32":
            self._note("windows", asks=not _windows_shows_animations())
        elif sys.platform == "darwin":
            self.ask_macos()
        elif "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", ""):
            self._note("kdeglobals", asks=kde_asks(_text(kdeglobals(os.environ))))

    def follow_portal(self, bus: QDBusConnection) -> None:
        """The settings portal of GNOME, KDE and others; a system without one says nothing."""
        if not bus.isConnected():
            return
        # Its stub asks for bytes, which it refuses.
        bus.connect("", PORTAL[1], PORTAL[2], "SettingChanged", self, SLOT("_portal_told(QDBusMessage)"))  # type: ignore[call-overload]
        for place in (APPEARANCE, GNOME, KDE):
            question = QDBusMessage.createMethodCall(*PORTAL, "Read")
            question.setArguments(list(place))
            call = QDBusPendingCallWatcher(bus.asyncCall(question), self)
            call.setProperty("place", list(place))
            call.finished.connect(self._portal_answered)
            self._calls.append(call)

    def ask_macos(self) -> None:
        """A small process of the system's own, waited for by nobody."""
        if self._process is not None:
            return
        self._process = process = QProcess(self)
        process.finished.connect(self._macos_answered)
        process.errorOccurred.connect(self._macos_failed)
        process.start(MACOS[0], list(MACOS[1:]))

    def _came_to_front(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.ask_again()

    def _follow_qt(self) -> None:
        """Qt itself tells from 6.12 on."""
        hints = getattr(QGuiApplication.styleHints(), "accessibility", lambda: None)()
        preference = getattr(hints, "motionPreference", None)
        if hints is None or preference is None:
            return
        hints.motionPreferenceChanged.connect(self._qt_told)
        self._qt_told(preference())

    def _qt_told(self, preference: object) -> None:
        self._note("qt", asks="Reduce" in str(getattr(preference, "name", "")))

    def _portal_answered(self, call: QDBusPendingCallWatcher) -> None:
        self._calls.remove(call)
        namespace, key = call.property("place")
        # An error: no portal, or a key that this desktop does not have.
        values = [] if call.isError() else call.reply().arguments()
        if values:
            self._note((namespace, key), asks=asks_for_less((namespace, key), plain(values[0])))
        call.deleteLater()

    @Slot(QDBusMessage)
    def _portal_told(self, told: QDBusMessage) -> None:
        namespace, key, value = told.arguments()
        if (namespace, key) in (APPEARANCE, GNOME, KDE):
            self._note((namespace, key), asks=asks_for_less((namespace, key), plain(value)))

    def _macos_answered(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            self._note("macos", asks=macos_asks(bytes(process.readAllStandardOutput().data()).decode()))
            process.deleteLater()

    def _macos_failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._process = None

    def _note(self, who: object, *, asks: bool) -> None:
        before = self.asks_for_less
        self._said[who] = asks
        if self.asks_for_less != before:
            self.changed.emit(self.asks_for_less)


def put_in_force(window: QWidget, settings: Settings, *, less: bool) -> None:
    """Pages made from now on move or hold still; what moves now is held where it is, and no page loses its place."""
    theme.motion_changed(settings, less=less)
    if theme.active().still:
        from anakinra_companion.ui.artwork import Artwork  # where nobody asks for less, Today never needs it

        for picture in window.findChildren(Artwork):
            picture.hold_still()


def _text(path: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return path.read_text(encoding="utf-8")
    return ""


def _windows_shows_animations() -> bool:
    if sys.platform != "win32":
        return True
    import ctypes  # exists elsewhere too, but there is nothing to ask there

    shows = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(SHOW_ANIMATIONS, 0, ctypes.byref(shows), 0)
    return bool(shows.value)
