"""Less motion when the system asks for it: each system's own way, followed live, never over the person's choice."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from anakinra_companion.settings import Settings
from anakinra_companion.ui import system_motion, theme
from anakinra_companion.ui.artwork import Artwork
from anakinra_companion.ui.system_motion import (
    APPEARANCE,
    GNOME,
    KDE,
    PORTAL,
    SystemMotion,
    asks_for_less,
    put_in_force,
)
from anakinra_companion.ui.theme import Theme


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The look that other tests begin with."""
    yield
    theme.motion_changed(Settings(), less=False)


@pytest.mark.parametrize(
    ("place", "value", "less"),
    [
        (APPEARANCE, 0, False),
        (APPEARANCE, 1, True),
        (APPEARANCE, 7, False),
        (GNOME, True, False),
        (GNOME, False, True),
        (KDE, "1", False),
        (KDE, "0.0", True),
        (KDE, 0.0, True),
        (KDE, "soon", False),
        (("somebody", "else"), 1, False),
        (APPEARANCE, None, False),
    ],
)
def test_what_a_value_of_the_portal_means(place: tuple[str, str], value: object, less: bool) -> None:
    assert asks_for_less(place, value) is less


@pytest.mark.parametrize(
    ("kdeglobals", "less"),
    [
        ("[KDE]\nAnimationDurationFactor=0\n", True),
        ("[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("[General]\nName=x\n[KDE]\nSingleClick=false\n", False),
        ("", False),
        ("no settings at all", False),
        ("[KDE]\nAnimationDurationFactor=%\n[KDE]\nx=1", False),
    ],
)
def test_what_the_file_of_kde_says(kdeglobals: str, less: bool) -> None:
    assert system_motion.kde_asks(kdeglobals) is less


def test_what_macos_says() -> None:
    assert system_motion.macos_asks("1\n")
    assert not system_motion.macos_asks("0\n")
    assert not system_motion.macos_asks("")


def test_a_computer_without_a_bus_is_not_asked(tmp_path: Path) -> None:
    assert not system_motion.has_bus({"XDG_RUNTIME_DIR": str(tmp_path)})
    assert not system_motion.has_bus({})
    (tmp_path / "bus").touch()
    assert system_motion.has_bus({"XDG_RUNTIME_DIR": str(tmp_path)})


@pytest.mark.usefixtures("qtbot")
def test_kde_is_asked_again_when_the_window_comes_to_the_front(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    motion = SystemMotion()
    motion.ask_again()
    assert not motion.asks_for_less
    (tmp_path / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0\n")
    motion.ask_again()
    assert motion.asks_for_less


def test_macos_is_asked_by_a_process_of_its_own(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "defaults"
    program.write_text('#!/bin/sh\n[ "$*" = "read com.apple.universalaccess reduceMotion" ] && echo 1\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    motion = SystemMotion()
    with qtbot.waitSignal(motion.changed):
        motion.ask_macos()
    assert motion.asks_for_less


@ClassInfo({"D-Bus Interface": PORTAL[2]})  # type: ignore[call-arg]
class Portal(QObject):  # type: ignore[operator]
    """A settings portal with one desktop's answers."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self.values: dict[tuple[str, str], object] = {APPEARANCE: 1, GNOME: True}
        self.asked: list[tuple[str, str]] = []
        options = QDBusConnection.RegisterOption.ExportAllSlots
        assert bus.registerObject(PORTAL[1], self, options)
        assert bus.registerService(PORTAL[0])

    @Slot(str, str, result=QDBusVariant)
    def Read(self, namespace: str, key: str) -> QDBusVariant:
        self.asked.append((namespace, key))
        return QDBusVariant(self.values.get((namespace, key), "nothing"))

    def tell(self, place: tuple[str, str], value: object) -> None:
        said = QDBusMessage.createSignal(PORTAL[1], PORTAL[2], "SettingChanged")
        said.setArguments([*place, QDBusVariant(value)])
        self._bus.send(said)


@pytest.fixture
def address() -> Iterator[str]:
    """A bus of our own."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed here")
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def buses(address: str) -> Iterator[tuple[QDBusConnection, QDBusConnection]]:
    names = ("test-app", "test-portal")
    yield QDBusConnection.connectToBus(address, names[0]), QDBusConnection.connectToBus(address, names[1])
    for name in names:
        QDBusConnection.disconnectFromBus(name)


def test_the_portal_is_asked_and_followed(qtbot: QtBot, buses: tuple[QDBusConnection, QDBusConnection]) -> None:
    app, other = buses
    portal, motion = Portal(other), SystemMotion()
    said: list[bool] = []
    motion.changed.connect(said.append)
    motion.follow_portal(app)
    assert said == []
    qtbot.waitUntil(lambda: said == [True])
    assert set(portal.asked) <= {APPEARANCE, GNOME, KDE}
    portal.tell(APPEARANCE, 0)
    qtbot.waitUntil(lambda: said == [True, False])
    portal.tell(GNOME, False)
    qtbot.waitUntil(lambda: said == [True, False, True])
    portal.tell(("org.freedesktop.appearance", "color-scheme"), 1)
    portal.tell(GNOME, True)
    qtbot.waitUntil(lambda: said == [True, False, True, False])


def test_a_bus_without_a_portal_says_nothing_and_is_no_error(
    qtbot: QtBot, buses: tuple[QDBusConnection, QDBusConnection]
) -> None:
    motion = SystemMotion()
    motion.follow_portal(buses[0])
    qtbot.waitUntil(lambda: not motion.is_asking)
    assert not motion.asks_for_less


@pytest.mark.usefixtures("qtbot")
def test_no_bus_at_all_is_no_error() -> None:
    motion = SystemMotion()
    motion.follow_portal(QDBusConnection("a name nobody gave"))
    assert not motion.asks_for_less


def test_a_picture_on_show_holds_still_when_the_system_begins_to_ask(qtbot: QtBot) -> None:
    theme.use(Theme("light", 1.0))
    window = QWidget()
    window.setObjectName("test-window")
    picture = Artwork("walkthrough/step-1.svg", "Wipe", moves=True)
    QVBoxLayout(window).addWidget(picture)
    with qtbot.waitExposed(window):
        window.show()
    assert picture.is_moving
    put_in_force(window, Settings(reduced_motion=False), less=True)
    assert picture.is_moving
    put_in_force(window, Settings(), less=True)
    assert not picture.is_moving
    assert theme.active().still
    put_in_force(window, Settings(), less=False)
    assert not theme.active().still
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("own", [True, False])
def test_what_the_person_chose_wins_over_the_system(own: bool) -> None:
    for system in (True, False):
        theme.motion_changed(Settings(reduced_motion=own), less=system)
        assert theme.active().still is own
        assert theme.holds_still(Settings(reduced_motion=own)) is own
        assert theme.holds_still(Settings()) is system
